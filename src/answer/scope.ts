import type { StoredEntry } from '../index/store.js';
import type { VolumeInfo } from '../reading/volume.js';
import { generalPlace } from '../search/named-places.js';
import type { Question } from '../search/question.js';
import { normalise } from '../text/normalise.js';
import { yearForms } from '../text/years.js';

/** The volumes a question is about. */
export interface Scope {
  /** By volume number: whether it reports on what was asked for. */
  readonly inside: readonly boolean[];
  /** Years asked for that no volume reports on; a passage that names one may still answer. */
  readonly absentYears: readonly number[];
  /** Regions asked for that no volume is of; likewise. */
  readonly absentRegions: readonly string[];
  /** Whether year, edition or region narrow the choice at all. */
  readonly narrowed: boolean;
}

/**
 * A year picks the volumes that report on it, an edition those of that edition, a region those
 * of it. Volumes without year or region are never excluded by one: nothing is known of them.
 */
export function scopeOf(question: Question, volumes: readonly VolumeInfo[]): Scope {
  const { years, editions } = question.period;
  const dated = volumes.some(({ year }) => year !== null);
  const placed = areOfRegions(volumes);
  const absentYears = dated
    ? [
        ...years.filter((year) => !volumes.some((volume) => volume.year === year)),
        ...editions
          .filter((edition) => !volumes.some((volume) => volume.edition === edition))
          .map((edition) => edition - 1),
      ]
    : [];
  const absentRegions = placed
    ? question.regions.filter((name) => !volumes.some((volume) => isOf(volume, name)))
    : [];
  const inside: boolean[] = [];
  for (const volume of volumes) inside.push(inTime(question, volume) && inPlace(question, volume));
  return { inside, absentYears, absentRegions, narrowed: inside.includes(false) };
}

/**
 * The volumes with their regions: of one whose region nobody gave, the region that its title
 * names, if any: 内蒙古年鉴.
 */
export function placed(
  volumes: readonly VolumeInfo[],
  regions: readonly (readonly string[])[],
): readonly VolumeInfo[] {
  const names = regions
    .flatMap((forms) => forms.map((form) => ({ form, region: forms[0] ?? form })))
    .filter(({ form }) => form.length > 1)
    .sort((a, b) => b.form.length - a.form.length);
  return volumes.map((volume) => {
    if (volume.region !== null) return volume;
    const title = normalise(volume.title);
    const named = names.find(({ form }) => title.includes(form));
    return named === undefined ? volume : { ...volume, region: named.region };
  });
}

/**
 * The lexicon's regions, and those that a volume alone is of, as people call them: 临江 of 临江年鉴,
 * 临江市 as well.
 */
export function regionsWith(
  volumes: readonly VolumeInfo[],
  regions: readonly (readonly string[])[],
): readonly (readonly string[])[] {
  const known = new Set(regions.flat());
  const own = new Set(volumes.flatMap(({ region }) => (region === null ? [] : normalise(region))));
  const unknown = [...own].filter((region) => !known.has(region));
  return [...regions, ...unknown.map(namesOf)];
}

function namesOf(region: string): string[] {
  const bare = region.replace(/(?<=^.{2,4}?)(?:(?:.{1,4}族)+自治)?(?:省|市|县|区|州|旗|盟)$/, '');
  return [...new Set([region, bare, ...[...'市县区州旗盟'].map((kind) => bare + kind)])];
}

/** Whether regions choose among the volumes; else one that is named is a word to be found. */
export function areOfRegions(volumes: readonly VolumeInfo[]): boolean {
  return volumes.some(({ region }) => region !== null);
}

/** Whether the volume is of the years asked for, or the text names one of them as its own time. */
export function namesPeriod(
  question: Question,
  volume: VolumeInfo | undefined,
  text: string,
): boolean {
  if (volume === undefined || inTime(question, volume)) return true;
  // 比2019年增长 tells a comparison, not the year that the sentence is about.
  const normal = normalise(text);
  return question.period.years.some((year) =>
    new RegExp(`(?<![比较与同超])(?:${yearForms(year).join('|')})年`).test(normal),
  );
}

/** Whether the volume is of a region asked for, or the text names one of them. */
export function namesRegion(
  question: Question,
  volume: VolumeInfo | undefined,
  text: string,
): boolean {
  if (volume === undefined || inPlace(question, volume)) return true;
  return question.regions.some((name) => text.includes(name) || namesShort(name, text));
}

/** 京蒙协作 names 北京, 澳资 names 澳门: the one character that stands for a region in such words. */
export function namesShort(region: string, text: string): boolean {
  return shortNames.get(region)?.test(text) === true;
}

const shortNames: ReadonlyMap<string, RegExp> = shortNamesOf(
  (
    '北京京 天津津 河北冀 山西晋 内蒙古蒙 辽宁辽 吉林吉 上海沪 江苏苏 浙江浙 安徽皖 福建闽 江西赣 山东鲁 河南豫 ' +
    '湖北鄂 湖南湘 广东粤 广西桂 海南琼 重庆渝 四川川 贵州黔 云南滇 西藏藏 陕西陕 甘肃甘 青海青 宁夏宁 新疆疆 ' +
    '香港港 澳门澳 台湾台'
  ).split(' '),
);

/** @param words each a region with the character that stands for it */
function shortNamesOf(words: readonly string[]): Map<string, RegExp> {
  const all = words.map((word) => word.slice(-1)).join('');
  return new Map(
    words.map((word) => {
      const short = word.slice(-1);
      const name = new RegExp(`${short}[资企商籍客侨${all}]|[${all}]${short}`);
      return [word.slice(0, -1), name];
    }),
  );
}

/**
 * The places that a question names and an entry does not, be it in its text or above.
 *
 * @param volume its volume's name
 */
export function placesMissing(
  { units }: Question,
  volume: string,
  { path, heading, text }: Pick<StoredEntry, 'path' | 'heading' | 'text'>,
): string[] {
  const places = units.filter(({ isPlace }) => isPlace);
  if (places.length === 0) return [];
  const normal = normalise([volume, ...path, heading, text].join(' '));
  return places.flatMap((place) => (normal.includes(place.text) ? [] : place.text));
}

/**
 * Whether an entry is, by its heading or the one above it, on a place below its volume's region that
 * the question does not name: 舞泉市 in 平陵年鉴, where the GDP of 平陵 is asked for.
 */
export function isOnOtherPart(
  { normal }: Question,
  volume: VolumeInfo | undefined,
  { path, heading }: Pick<StoredEntry, 'path' | 'heading'>,
): boolean {
  const region = volume?.region ?? null;
  if (region === null) return false;
  return [heading, ...path.slice(-1)].some((title) => {
    const [name, bare] = part.exec(normalise(title)) ?? [];
    if (name === undefined || bare === undefined || generalPlace.test(name)) return false;
    return !region.startsWith(bare) && !normal.includes(bare);
  });
}

/** A place that is governed: neither 景区 nor 开发区. */
const part =
  /^(\p{Script=Han}{2,5}?)(?:(?:\p{Script=Han}{1,4}族)*自治[县旗]|[市县旗镇乡]|街道|(?<![景园发护新术业税游假范作社])区)(?:概[况述览]|综述)?$/u;

function inTime({ period }: Question, { year, edition }: VolumeInfo): boolean {
  const { years, editions } = period;
  if ((years.length === 0 && editions.length === 0) || year === null) return true;
  return years.includes(year) || (edition !== null && editions.includes(edition));
}

function inPlace({ regions }: Question, volume: VolumeInfo): boolean {
  return (
    regions.length === 0 || volume.region === null || regions.some((name) => isOf(volume, name))
  );
}

/** Whether the volume is of the region of that name. */
export function isOf({ region }: VolumeInfo, name: string): boolean {
  return region !== null && (region.startsWith(name) || name.startsWith(region));
}

/** The years reported on, ascending. */
export function yearsOf(volumes: readonly VolumeInfo[]): number[] {
  return [...new Set(volumes.flatMap(({ year }) => year ?? []))].sort((a, b) => a - b);
}

/** The regions there are volumes of, in corpus order. */
export function regionsOf(volumes: readonly VolumeInfo[]): string[] {
  return [...new Set(volumes.flatMap(({ region }) => region ?? []))];
}
