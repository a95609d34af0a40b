/** What a first line or a file name tells of a volume; null where it does not. */
export interface VolumeName {
  readonly title: string | null;
  readonly edition: number | null;
  readonly section: string | null;
}

/**
 * Reads a volume's first line: `2023卷`, `２０２３年卷`, `内蒙古年鉴 2023卷`, `内蒙古年鉴（2023）`.
 * @returns null for a line that is none
 */
export function parseVolumeLine(line: string): VolumeName | null {
  const text = halfWidth(line).trim();
  const match =
    /^[《]?(?<title>[^\d\s#【。，]{0,28}?(?:年鉴\p{L}{0,6})?)[》]?\s*[（(【[]?(?<edition>(?:19|20)\d\d)\s*(?<mark>年?卷|年版|版|年鉴)?[）)】\]]?$/u.exec(
      text,
    );
  const { title = '', edition, mark } = match?.groups ?? {};
  if (edition === undefined || (mark === undefined && !title.includes('年鉴'))) return null;
  return { title: title === '' ? null : title, edition: Number(edition), section: null };
}

/** Reads a file name without folder: `内蒙古年鉴-2023-自治区党委.txt` is title, edition, chapter. */
export function parseFileName(name: string): VolumeName {
  const stem = halfWidth(name).replace(/\.[^.]+$/, '');
  const match =
    /^(?<title>.*?)[-_\s（(]*(?<edition>(?:19|20)\d\d)(?:年?[卷版])?[）)]?(?:[-_\s]+(?<section>.+))?$/.exec(
      stem,
    );
  const { title, edition, section } = match?.groups ?? {};
  if (edition === undefined) return { title: stem, edition: null, section: null };
  return {
    title: title === '' ? null : (title ?? null),
    edition: Number(edition),
    section: section ?? null,
  };
}

/** 内蒙古年鉴 → 内蒙古, 广东年鉴样卷 → 广东; null where the title is not of a place. */
export function regionOf(title: string): string | null {
  const match =
    /^(?!中国|全国)(\p{Script=Han}{2,12}?)(?:省|市|自治区|统计|经济|社会|科技|教育|文化|卫生|农业|工业|财政|金融)*年鉴/u.exec(
      title,
    );
  return match?.[1] ?? null;
}

function halfWidth(text: string): string {
  return text.replace(/[\uff10-\uff19]/g, (digit) =>
    String.fromCharCode(digit.charCodeAt(0) - 0xfee0),
  );
}
