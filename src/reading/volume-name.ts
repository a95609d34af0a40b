/** What a first line or a file name tells of a volume; null where it does not. */
export interface VolumeName {
  readonly title: string | null;
  readonly edition: number | null;
  readonly section: string | null;
}

/**
 * Reads a volume's first line: `2023卷`, `２０２３年卷`, `内蒙古年鉴 2023卷`, `《内蒙古年鉴（2023）》`,
 * `2023内蒙古年鉴`, or a title alone.
 * @returns null for a line that is none
 */
export function parseVolumeLine(line: string): VolumeName | null {
  if (line.length > 60) return null;
  const text = plainDigits(line)
    .replace(/^\s*#\s*/, '')
    .replace(/[《》]/g, '')
    .trim();
  const { title = '', edition, mark } = lineForms.exec(text)?.groups ?? {};
  if (edition !== undefined && (mark !== undefined || title.includes('年鉴'))) {
    return { title: title === '' ? null : title, edition: Number(edition), section: null };
  }
  const turned = editionFirst.exec(text)?.groups;
  if (turned !== undefined) {
    return { title: turned.title as string, edition: Number(turned.edition), section: null };
  }
  return titleAlone.test(text) ? { title: text, edition: null, section: null } : null;
}

const lineForms =
  /^(?<title>[^\d\s#【。，]{0,28}?(?:年鉴\p{L}{0,6})?)[\s·—–－-]*[（(【[]?\s*(?<edition>(?:19|20)\d\d)\s*(?<mark>年?卷|年?版|年鉴)?\s*[）)】\]]?$/u;
const editionFirst =
  /^(?<edition>(?:19|20)\d\d)\s*(?:年(?!鉴)[卷版]?|[卷版])?[\s·—–－-]*(?<title>\p{Script=Han}{2,20}年鉴\p{L}{0,6})$/u;
const titleAlone = /^\p{Script=Han}{2,20}年鉴(?:样卷)?$/u;

/**
 * Reads a file name without folder: `内蒙古年鉴-2023-自治区党委.txt` is title, edition, chapter;
 * without an edition all of it is the title.
 */
export function parseFileName(name: string): VolumeName {
  const stem = plainDigits(name)
    .replace(/\.[^.]+$/, '')
    .replace(/[《》]/g, '')
    .trim();
  const turned = nameEditionFirst.exec(stem)?.groups;
  if (turned !== undefined) {
    const { title, edition, section } = turned;
    return { title: title ?? null, edition: Number(edition), section: section ?? null };
  }
  const { title, edition, section } = nameForms.exec(stem)?.groups ?? {};
  if (edition === undefined) return { title: stem, edition: null, section: null };
  return {
    title: title === '' ? null : (title ?? null),
    edition: Number(edition),
    section: section ?? null,
  };
}

const nameForms =
  /^(?<title>.*?)[-_\s·—–－（(]*(?<!\d)(?<edition>(?:19|20)\d\d)(?!\d)(?:(?:年?[卷版][）)]?|[）)])[-_\s·—–－]*|[-_\s·—–－]+|$)(?<section>.+)?$/u;
const nameEditionFirst =
  /^(?<edition>(?:19|20)\d\d)(?:年(?!鉴)[卷版]?|[卷版])?[-_\s·—–－]*(?<title>\p{Script=Han}{2,20}?年鉴(?:样卷)?)(?:[-_\s·—–－]+(?<section>.+))?$/u;

/** 内蒙古年鉴 → 内蒙古, 广东统计年鉴 → 广东; null where the title is not of a place. */
export function regionOf(title: string): string | null {
  return placed.exec(title)?.groups?.place ?? null;
}

const subjects =
  '统计|经济|社会|科技|科学|技术|教育|文化|卫生|健康|农业|农牧业|农村|林业|水利|工业|交通|电力|能源|财政|税务|金融|银行|保险|证券|商务|贸易|旅游|体育|民政|审计|人口|劳动|环境|生态|国土|城市|建设|房地产|信息|通信|邮政|调查|改革|发展|企业';
const placed = new RegExp(
  `^(?!中国|中华|全国|国家|世界|国际|(?:${subjects})+年鉴)(?<place>\\p{Script=Han}{2,12}?)(?:(?:壮族|回族|维吾尔)?自治区|省|市|和|与|${subjects})*年鉴`,
  'u',
);

/** Full-width digits as half-width ones, 二〇二三 as 2023. */
function plainDigits(text: string): string {
  return text
    .replace(/[\uff10-\uff19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(
      /(?:一九|二[〇○零])[〇○零一二三四五六七八九]{2}(?=年?[卷版]|[）)\]】]|\s*$)/g,
      (year) =>
        [...year].map((digit) => Math.max(0, '〇一二三四五六七八九'.indexOf(digit))).join(''),
    );
}
