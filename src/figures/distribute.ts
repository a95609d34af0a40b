/**
 * The indicators of a list of numbers: 第二、第三产业占比分别回落a和b gives each its own. Null where
 * the items do not match the numbers one to one or cannot be completed surely; then the joint
 * phrase belongs to every number.
 *
 * @example distribute('工业、建筑业增加值', 2) // ['工业增加值', '建筑业增加值']
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

/** At 、 and 和 together first, then at either alone: whichever gives the right number. */
function split(phrase: string, count: number): string[] | null {
  for (const mark of [/、|(?<=.)(?:以及|和|与|及)(?=.)/, /、/, /以及|和|与|及/]) {
    const items = phrase.split(mark).map((item) => item.trim());
    if (items.length === count && items.every((item) => item !== '')) return items;
  }
  return null;
}

/** What the items before the last leave to it (产业占比 of 第二、第三产业占比); '' when complete. */
function sharedTail(rest: readonly string[], last: string): string | null {
  const first = rest[0]!;
  const sameLength = rest.every((item) => item.length === first.length);
  if (sameLength && last.length > first.length && parallel(rest, last.slice(0, first.length)))
    return last.slice(first.length);
  const ends = (item: string): boolean => HEAD.test(item) || item.at(-1) === last.at(-1);
  if (rest.every((item) => item.length >= 2 && ends(item))) return '';
  const head = HEAD.exec(last)?.[0];
  if (head !== undefined && head.length < last.length) {
    // 甲、乙国家高新区排名: too much stands before the head to know what is shared.
    const own = last.slice(last.lastIndexOf('和') + 1).length - head.length;
    const unsure = own - Math.max(...rest.map((item) => item.length)) > 2;
    return unsure || rest.some(ends) ? null : head;
  }
  return sameLength && last.length === first.length ? '' : null;
}

/** Nouns that say what is measured; several items may share one. */
const HEAD =
  /(?:(?:占|在)[^、和]{1,14}(?:比重|比例|份额)|增加值|总产值|产值|总产量|产量|单产|(?:人均)?可支配收入|纯收入|销售收入|营业收入|收入|支出|投资|零售额|成交额|交易额|贸易额|进出口额|出口额|进口额|总额|金额|余额|总量|总数|人数|户数|件数|数量|面积|占比|比重|比例|(?:全[国省区市])?排名|指数|价格|存栏|出栏|客运量|货运量|吞吐量|周转量|发电量|用电量|装机容量|装机|里程|利润|税收|(?:年均|平均)?浓度|增速|增幅|销量|保有量|拥有量|存量|消费量|排放量|用水量|需求量|长度|成本|费用|工资|补贴|标准|资产|负债|[\u4e00-\u9fff]{2}率)$/;

/** Modifiers of one head: 第二/第三, 一产/二产, 城镇/农村, 进口/出口. */
function parallel(items: readonly string[], last: string): boolean {
  const all = [...items, last];
  if (all.every((item) => /^(?:第[一二三四]|[一二三四](?:产|季度))$/.test(item))) return true;
  return PAIRED.some((set) => all.every((item) => set.includes(item)));
}

const PAIRED: readonly (readonly string[])[] = [
  ['城镇', '农村', '城市', '乡村', '农民', '全体', '城乡', '牧区'],
  ['进口', '出口'],
  ['国有', '民营', '私营', '集体', '外资', '民间', '公有'],
  ['东部', '中部', '西部', '东北'],
  ['男性', '女性'],
  ['中央', '地方'],
  ['省级', '市级', '县级', '区级', '旗县'],
];
