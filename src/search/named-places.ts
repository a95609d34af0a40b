import type { Word } from '../analysis/analyzer.js';
import type { WordGroup } from '../analysis/lexicons.js';
import type { Span } from '../text/span.js';

/** A region as a question names it, in one word or several. */
export interface NamedRegion extends Span {
  /** All its names, the first its own. */
  readonly forms: WordGroup;
}

/**
 * Regions named, the longest name first where several begin at one place. A longer name is found
 * wherever it stands: 2022年青原县 is cut as 年青 and 原县.
 */
export function regionsIn(
  normal: string,
  words: readonly Word[],
  regionOf: ReadonlyMap<string, WordGroup>,
): NamedRegion[] {
  const found: NamedRegion[] = [];
  const isTaken = (start: number) => found.some((one) => one.start <= start && start < one.end);
  const long = [...regionOf].filter(([name]) => name.length > 2 && normal.includes(name));
  for (const [name, forms] of long.sort(([a], [b]) => b.length - a.length)) {
    const start = normal.indexOf(name);
    const end = start + name.length - (lends(normal, start + name.length, name, regionOf) ? 1 : 0);
    if (!isTaken(start)) found.push({ start, end, forms });
  }
  for (let i = 0; i < words.length; i++) {
    const { start } = words[i] as Word;
    if (isTaken(start)) continue;
    for (let last = Math.min(words.length, i + mostWords) - 1; last >= i; last--) {
      const { end } = words[last] as Word;
      const name = normal.slice(start, end);
      const forms = regionOf.get(name);
      if (forms === undefined || !standsAlone(name, start, normal)) continue;
      found.push({ start, end, forms });
      break;
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** 谁是平陵市长 asks for the 市长 of 平陵. */
function lends(
  normal: string,
  end: number,
  name: string,
  regionOf: ReadonlyMap<string, WordGroup>,
): boolean {
  return regionOf.has(name.slice(0, -1)) && beginsWithKind.test(normal.slice(end - 1));
}

/** Words that begin with what a region's name ends with. */
const beginsWithKind =
  /^(?:[省市县区州旗盟][长委府]|[省市县区州]政[府协]|[省市]会(?!展)|市[民场容政区域内]|县[城域]|州[府长])/;

/** A name is cut in so many at most: 怀/山/市. */
const mostWords = 3;

/** Whether a region's name of one character is one: 粤GDP, 2024年粤的出口; not 李湘. */
function standsAlone(name: string, start: number, normal: string): boolean {
  return name.length > 1 || start === 0 || !/[^年在和与的\P{L}]/u.test(normal[start - 1] as string);
}

export interface PlaceWords {
  /** Whether the lexicon holds a word as a place. */
  readonly isKnown: (word: Word) => boolean;
  /** Whether a word is a name, or one that the dictionary does not know. */
  readonly isProper: (word: Word) => boolean;
}

/** Places and things that bear a name of their own: 永昌市, 虎门大桥, 宁夏大学. */
export function placesIn(
  normal: string,
  words: readonly Word[],
  regions: readonly NamedRegion[],
  { isKnown, isProper }: PlaceWords,
): WordGroup[] {
  return words.flatMap((word, i): WordGroup[] => {
    if (isKnown(word)) return [[word.text]];
    const next = words[i + 1];
    const region = regions.find(({ end }) => end === word.end);
    if (next !== undefined && called.test(next.text) && word.text.length > 1) {
      const whole = normal.slice(word.start, next.end);
      // 广东地铁 are all that run there, 广东大学 is one.
      if (region !== undefined) return houses.test(whole) ? [[whole]] : [];
      return isProper(word) && !common.test(word.text) ? [[word.text, whole]] : [];
    }
    if (regions.some(({ start, end }) => start < word.end && word.start < end)) return [];
    const whole = districtAt(normal, words, i, isProper);
    return whole === null || generalPlace.test(whole) ? [] : [[whole.slice(0, -1), whole]];
  });
}

/** A city or county whose name ends with the word: in one, or cut before its last character. */
function districtAt(
  normal: string,
  words: readonly Word[],
  i: number,
  isProper: (word: Word) => boolean,
): string | null {
  const word = words[i] as Word;
  if (/^\p{Script=Han}{2,4}[市县州旗盟]$/u.test(word.text)) return word.text;
  if (/^\p{Script=Han}{2,3}区$/u.test(word.text)) return isProper(word) ? word.text : null;
  const before = words[i - 1];
  // 鲁台区 is cut as 鲁, 台区.
  if (/^\p{Script=Han}区$/u.test(word.text) && before?.end === word.start) {
    const leads =
      before.kind === 'han' && before.text.length === 1 && !/[在到进从对和与的]/.test(before.text);
    return leads ? normal.slice(before.start, word.end) : null;
  }
  if (!/^[市县州旗盟区]$/.test(word.text) || before?.end !== word.start || before.kind !== 'han') {
    return null;
  }
  if (before.text.length > 1) return isProper(before) ? normal.slice(before.start, word.end) : null;
  const first = words[i - 2];
  const isPair = first?.end === before.start && first.kind === 'han' && first.text.length === 1;
  return isPair ? normal.slice(first.start, word.end) : null;
}

/** 各县市, 地级市, 城市: no place of its own. */
export const generalPlace =
  /[各全本我该外级辖城乡超股上夜门房车楼菜黑集花鸟早]市|市[县区]|[各全本我该外级]?县[市级]|[各全本我外级]县|[这那哪几个两三四五六七八九十百][市县州旗盟]|[红彩国锦升]旗|联盟|[地社小园山灾林牧灌库矿城郊市辖片景湖港街特战时选考禁雨老新开发东西南北中各全本该几两三四五六七八九十]区|[欧亚美非]洲?盟|[小城乡集名强重]镇$|[家老故城]乡$/;

/** What bears a name of its own before it. */
const called =
  /^(?:大桥|特大桥|隧道|大学|学院|中学|小学|医院|博物馆|图书馆|纪念馆|体育馆|机场|水库|电站|景区|公园|广场|新区|开发区|高新区|自贸区|林场|农场|牧场|集团|公司|高铁|铁路|高速|地铁)$/;

/** What stands before it and is no name, though the dictionary may hold one: 新建广场. */
const common =
  /^(?:新建|智慧|现代|国际|中心|人民|城市|重点|公立|民营|国有|数字|绿色|文化|体育|农业)$/;
const houses = /(?:大学|学院|医院|博物馆|图书馆)$/;
