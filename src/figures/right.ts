import { NOUN_MAKING, STOP_VERBS } from './words.js';

/** The noun phrase right of a quantity, or the predicate that follows it. */
export interface Right {
  readonly noun: { readonly start: number; readonly end: number } | null;
  /** A verb follows the number at once: 782万件成功调解在诉前. */
  readonly predicate: { readonly start: number; readonly end: number } | null;
  /** 的 stands between the number and the noun: 52%的论文. */
  readonly possessive: boolean;
}

const STOP = new RegExp(`(?:${STOP_VERBS})`, 'g');
const STOP_START = new RegExp(`^(?:${STOP_VERBS})`);
const NOMINAL =
  '(?:情况|工作|机制|成果|能力|制度|办法|方案|计划|意见|活动|报告|标准|任务|项目|工程|服务|措施|[率数量额站点]|人员|企业|单位|机构|资金)$';
const NOMINAL_HEAD = new RegExp(`^${NOMINAL}`);
const NOMINAL_TAIL = new RegExp(`^[^,;。]{0,4}${NOMINAL}`);
const SOFT = new RegExp(`^(?:${NOUN_MAKING})$`);

/** Reads from `start` to the clause's end or the next number, whichever comes first. */
export function readRight(
  text: string,
  start: number,
  limit: number,
  numberFollows: boolean,
): Right {
  let from = start;
  const possessive = text[from] === '的' && from < limit;
  if (possessive) from++;
  while (from < limit && ' \u3000'.includes(text[from]!)) from++;
  let end = from;
  while (end < limit && !'、'.includes(text[end]!)) end = skip(text, end, limit);
  const list = ENUMERATED.exec(text.slice(from, limit));
  if (list !== null) from += list[0].length;
  if (list !== null) end = Math.max(end, skipTo(text, from, limit));
  let phrase = text.slice(from, end);
  if (numberFollows) phrase = beforeLastAnd(phrase).replace(STATING, '');
  if (phrase === '' || !/^[\u4e00-\u9fff《“a-z0-9]/.test(phrase) || GENERIC.test(phrase))
    return { noun: null, predicate: null, possessive };
  const verb = possessive ? null : STOP_START.exec(phrase);
  if (
    verb !== null &&
    // 投入2亿元实施12个项目: right after a number 实施 is a verb, in 实施方案 a noun.
    !(SOFT.test(verb[0]) && NOMINAL_HEAD.test(phrase.slice(verb[0].length))) &&
    !NOT_STOP.test(phrase.slice(0, 3))
  ) {
    // 三名为女干部: what they are said to be names them.
    const said = /^(?:为|是)(?=[\u4e00-\u9fff]{2})/.exec(phrase)?.[0].length ?? 0;
    return { noun: null, predicate: { start: from + said, end: from + phrase.length }, possessive };
  }
  let stop = phrase.length;
  STOP.lastIndex = 1;
  for (let hit = STOP.exec(phrase); hit !== null; hit = STOP.exec(phrase)) {
    const rest = phrase.slice(hit.index + hit[0].length);
    if (insideMarks(phrase, hit.index)) continue;
    const around = phrase.slice(Math.max(0, hit.index - 1), hit.index + hit[0].length + 1);
    const word = NOT_STOP.exec(around)?.[0];
    if (word !== undefined && !hit[0].includes(word)) continue;
    if (isNominal(hit[0], rest)) continue;
    stop = hit.index;
    break;
  }
  stop = Math.min(stop, nounLength(phrase.slice(0, stop)));
  const noun = { start: from, end: from + stop };
  return { noun: stop === 0 ? null : noun, predicate: null, possessive };
}

/** 视力、听力等残疾儿童: the noun that sums up a list. */
const ENUMERATED =
  /^[^,;。、()被由在把向]{1,12}(?:、[^,;。、()]{1,12}){1,12}?等(?=[\u4e00-\u9fff]{2})(?!级|次|候)/;

function skipTo(text: string, from: number, limit: number): number {
  let end = from;
  while (end < limit && text[end] !== '、') end = skip(text, end, limit);
  return end;
}

/** Heads that name no thing of their own: 14万亿元新台阶, 12亿以内的目标, 20万等任务. */
const GENERIC =
  /^(?:[一两二三四五六七八九十]个(?:大?台阶|大关)|新?(?:台阶|水平|高度|关口)|大关|关口|等|目标|要求|任务目标|目标任务|速度|幅度|比例|水平|高度|成绩|规模$|份额|比重)/;

/** Where a noun phrase ends for want of a known verb: at 了, at 中 or, when long, at its first 的. */
function nounLength(phrase: string): number {
  const done = phrase.indexOf('了');
  if (done > 3) return done - 2;
  const owner = phrase.indexOf('的');
  if (phrase.length > 12 && owner > 1 && owner < 5 && !insideMarks(phrase, owner)) return owner;
  return phrase.length - (LOOSE_END.exec(phrase)?.[0].length ?? 0);
}

/** 整治率达 before the next number: its verb is no part of the noun. */
const STATING = /(?:达到?|为|超过?|近|约|占|增长|下降|提高|增加|减少)+$/;

const LOOSE_END = /(?<=[\u4e00-\u9fff]{3})(?:(?<![高初])中|全面|率先|先后|陆续)$/;

/** Stop characters inside words: 国有企业, 社会主义, 自由, 方向, 到位, 对比. */
const NOT_STOP =
  /对[外口象比照应等策抗立话手]|[面针相绝应反核校派]对|级以[上下]|达标[率天企]|[国所私公拥具享占没][有]|自由|由来|[方面走趋志转导意定内外双]向|到[位期岗]|[作行认成因以]为|为[主民]|供给|[自补]给|[存现所内]在|在[建册校岗编职线押读]|[公]共|共[享建同青产有性]|[均]衡|[平]均|人均|将[军来]|被[告征保]|[还]是|[比]例|比[重较赛]|已婚|[并]网|[合兼]并|排[污放水查涝]|陈列|系列|列车|[移宜定安邻]居|居[民住家]|[未]成年|[推]进|开[发放展工业]|公开|全部门|运行[机]|参[加与](?:人员|企业|单位|机构|率)|提[高].(?:工程|行动)/;

function isNominal(verb: string, rest: string): boolean {
  return SOFT.test(verb) && NOMINAL_TAIL.test(rest);
}

function insideMarks(phrase: string, at: number): boolean {
  const left = phrase.slice(0, at);
  return (left.match(/[“《(]/g) ?? []).length > (left.match(/[”》)]/g) ?? []).length;
}

/** Steps over one character or a bracketed stretch. */
function skip(text: string, at: number, limit: number): number {
  const close = { '(': ')', '“': '”', '《': '》' }[text[at]!];
  if (close === undefined) return at + 1;
  const end = text.slice(at, limit).indexOf(close);
  return end < 0 ? at + 1 : at + end + 1;
}

/** 措施和容错纠错 before 8条: the noun ends at the last 和. */
function beforeLastAnd(phrase: string): string {
  const hit = /^(.+?)(?:和|与|及|以及)[^和与及]*$/.exec(phrase);
  return hit === null ? phrase : hit[1]!;
}
