/**
 * The indicators of a list of numbers: 第二、第三产业占比分别回落a和b gives each its own. Null where
 * the items do not match the numbers one to one or cannot be completed surely; then the joint
 * phrase belongs to every number.
 *
 * @example distribute('牛肉、羊肉', 2) // ['牛肉', '羊肉']
 */
export function distribute(phrase: string, count: number): string[] | null {
  const items = split(phrase, count);
  if (items === null) return null;
  const last = items.at(-1)!;
  const rest = items.slice(0, -1);
  const tail = sharedTail(rest, last);
  if (tail === null) return null;
  return [...rest.map((item) => item + tail), last];
}

/** At 、 first and at 和 only when the marks alone do not give the right number. */
function split(phrase: string, count: number): string[] | null {
  for (const mark of [/、|(?<=.)(?:和|与|及|以及)(?=.)/, /、/, /和|与|及|以及/]) {
    const items = phrase.split(mark).map((item) => item.trim());
    if (items.length === count && items.every((item) => item !== '')) return items;
  }
  return null;
}

/** What the items before the last leave to it: 产业占比 of 第二、第三产业占比; '' when complete. */
function sharedTail(rest: readonly string[], last: string): string | null {
  const first = rest[0]!;
  const lengths = new Set(rest.map((item) => item.length));
  if (rest.every((item) => item.at(-1) === last.at(-1) && item.length >= 2)) return '';
  if (lengths.size === 1) {
    const prefix = last.slice(0, first.length);
    if (parallel(first, prefix) && last.length > first.length) return last.slice(first.length);
    if (last.length === first.length) return '';
  }
  return rest.every((item) => item.length >= last.length - 1) ? '' : null;
}

/** 第二/第三, 一产/二产, 城镇/农村, 进口/出口: modifiers of one head. */
function parallel(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const numerals = /^(?:第[一二三四]|[一二三四](?:产|季度))$/;
  if (numerals.test(a) && numerals.test(b)) return true;
  return PAIRED.some((set) => set.includes(a) && set.includes(b));
}

const PAIRED: readonly (readonly string[])[] = [
  ['城镇', '农村', '城市', '乡村', '农民', '全体', '城乡', '牧区'],
  ['进口', '出口'],
  ['国有', '民营', '私营', '集体', '外资', '民间', '公有'],
  ['东部', '中部', '西部', '东北'],
  ['重工', '轻工'],
  ['男性', '女性'],
  ['中央', '地方'],
  ['工业', '农业', '服务业'],
  ['市区', '农村'],
  ['省级', '市级', '县级', '区级', '旗县'],
];
