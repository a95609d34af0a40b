/** What kind of thing answers the question. */
export type AnswerType =
  | 'rank'
  | 'amount'
  | 'time'
  | 'person'
  | 'place'
  | 'reason'
  | 'list'
  | 'whether'
  | 'other';

/**
 * By the first rule that applies; the order settles 排第几 (rank) before 几 (amount). Words that only
 * look like asking words are read over: 几年 in 这几年增长多少 asks for no time, 排 in 安排了多少人 for
 * no rank.
 */
export function answerType(normal: string): AnswerType {
  const asked = normal.replace(lookalikes, '').replace(asksGrade, '');
  return rules.find(([, pattern]) => pattern.test(asked))?.[0] ?? 'other';
}

/** 几等奖, 博物馆几级, 第几次, 多少年一遇: asks for a grade or a turn, which is no amount and no rank. */
export const asksGrade =
  /几等(?=[奖功级舱])|(?<![震风浪雨])几级(?!大?[风震])|(?:多少|几)年一遇|第几(?=[次届期批代版条章集季册])/;

const lookalikes =
  /(?:[这那近前后头]|过去|最近|随后)几年|[安编减节彩]排(?!第|名)|排(?:放|水|污|涝|灌|查|除|练|演|气|洪|烟)/g;

const rules: readonly (readonly [AnswerType, RegExp])[] = [
  [
    'rank',
    /第几|老几|老大(?!难)|榜首|首位|末位|前[一二三四五六七八九十\d]+[名位强]?(?!年|个?月)|第[一二三四五六七八九十\d]+的是|排(?:名|位|行|在?全[国省区])?[^，。]{0,6}(?:几|多少|哪|如何|怎么样)|(?:位次|名次|排名)(?![^，。]{0,8}第)/,
  ],
  [
    'time',
    /哪一?年|几年(?!来|间)|何时|何年|什么时[候间]|哪一?天|哪一?月|几月|几号|几点|哪个(?:年|月|世纪|朝代|时期)|年份|时间是/,
  ],
  ['person', /谁|哪[一几]?位|何人|什么人|哪个人|哪[一两几]?人(?!口)|哪些人/],
  [
    'place',
    /哪里|哪儿|何处|何地|在哪(?![一二两三四五几些个])|位于|什么地方|哪些地[方区]|哪个(?:国家|省|市|县|区|城市|地[方区]|洲|岛|镇|村)|哪一?[国省市县]/,
  ],
  ['reason', /为什么|为何|为啥|什么原因|原因是|怎么会|何以/],
  [
    'amount',
    /多少|百分之几|几成|几分之几|几[个名人次件项家所座条种只部块亿万千百成倍处岁届支枚台辆套户亩吨分期篇场位年]|多[大高长宽深远重快久厚]|增[长速幅]|涨|降|幅度|数量|总量|比重|占比|比例|率是|[总金]额|人数|规模有|几何/,
  ],
  ['list', /哪些|哪几|哪[两三四五]|有什么|包括什么|分别|列举/],
  ['whether', /是否|有没有|是不是|[吗么]\s*[?？]?$|能否|可否/],
];
