import type { Question } from '../search/question.js';
import type { WeightedUnit } from '../search/units.js';
import type { Span } from '../text/span.js';
import { type Aspect, aspectOf, isAspectWord, withKind } from './aspect.js';
import { basesIn } from './comparison-base.js';
import { type Contrast, contrastOf } from './contrast.js';
import { type Signs, signsOf } from './figure-fit.js';
import {
  earlierWords,
  tellsEarlier,
  tellsPeriods,
  type WantedTime,
  wantedTime,
} from './figure-time.js';
import { lightened, type Part, type PlacedUnit, partsOf } from './question-parts.js';
import { type WantedUnit, wantedUnit } from './wanted-unit.js';

/** One figure that a question asks for. */
export interface Demand {
  /** The normalised question. */
  readonly normal: string;
  /** What the figure is of: units without words of aspect or time, weighted. */
  readonly units: readonly PlacedUnit[];
  /** Those of the units that no other demand of the question has; all where there is one demand. */
  readonly own: readonly PlacedUnit[];
  readonly aspect: Aspect;
  readonly unit: WantedUnit;
  readonly time: WantedTime;
  readonly contrast: Contrast;
  readonly signs: Signs;
  /** What it is to be compared with; in the order of {@link basesIn}. */
  readonly bases: readonly boolean[];
  /** Years and regions as asked. */
  readonly context: readonly string[];
  /** Whether the side is another part's, and none may be meant. */
  readonly borrowed: boolean;
}

/** The figures a question asks for, in its order. */
export interface Demands {
  /** The question as one. */
  readonly whole: Demand;
  /** Two at least; empty where it asks for one figure. */
  readonly parts: readonly Demand[];
  /**
   * Whether the question says that its parts are apart: 分别, 各, an asking word each, two sides of
   * one thing. Otherwise 养老和失业保险 may be one thing or two, as the entry has it.
   */
  readonly apart: boolean;
}

/**
 * @param units of the question, each weighted, in its order
 * @param contrast of the question
 */
export function demandsOf(
  question: Question,
  units: readonly WeightedUnit[],
  contrast: Contrast,
): Demands {
  const { normal, context, focus } = question;
  const asks = (at: number) =>
    focus.asking !== null && at >= focus.asking.start && at < focus.asking.end;
  const placed = headFirst(
    question,
    units
      .map(({ forms, weight }, i) => {
        const at = question.units[i]?.start ?? 0;
        const isWord = (forms[0] ?? '').length > 1;
        const counted = isWord && counting.test(normal.slice(Math.max(0, at - 12), at));
        return { forms, weight, prose: question.units[i]?.prose ?? [], at, counted };
      })
      .filter(
        ({ forms: [word = ''], at }) =>
          !isAspectWord(word) && !tellsEarlier(word) && !asks(at) && !tellsHow(word, normal, at),
      ),
  );
  const aspect = aspectOf(question);
  const whole: Demand = {
    normal,
    units: placed,
    own: placed,
    aspect,
    unit: aspect.kind === 'rank' ? null : wantedUnit(normal),
    time: wantedTime(normal, yearsOf(question)),
    contrast,
    signs: signsOf(normal),
    bases: basesIn(normal),
    context,
    borrowed: false,
  };
  const turns = turnsOf(whole);
  if (turns.length > 0) return { whole, parts: inTurn(whole, turns), apart: true };
  const { parts, apart } = partsOf(question, placed);
  if (parts.length > 1) {
    const demands = parts.map((part) => demandOf(part, whole));
    return { whole, parts: timesApart(demands), apart };
  }
  return { whole, parts: timesOf(question, whole), apart: true };
}

/** 多少公顷, 几套, 平均每年: how a figure is told, not what it is of. */
function tellsHow(word: string, normal: string, at: number): boolean {
  if (/多少/.test(word)) return true;
  // 平均每年涨几个点: a mean of years, which no name holds.
  if (word === '平均') return /平均每年|每年平均/.test(normal);
  return (
    measures.test(word) &&
    /(?:多少|几)[十百千万亿]*个?$/.test(normal.slice(Math.max(0, at - 6), at))
  );
}

const measures =
  /^(?:吨|斤|公斤|千克|亩|公顷|平方米|立方米|平方公里|公里|千米|米|千瓦|千瓦时|度电?|元|块钱?|万元|亿元|个百分点|百分点|套|户|个?点|批次?|人次|架次|场次|季度)$/;

/**
 * 主平台新接了多少项目: what is counted stands behind the asking word, whose it is before it;
 * 口岸进出的外国游客: what stands before 的 only describes what stands after it; 经营主体里企业: what
 * stands before 里 is not asked for at all, nor is the whole of a share: 占工业投资的比重.
 */
function headFirst({ normal, units: words }: Question, units: readonly PlacedUnit[]): PlacedUnit[] {
  const last = units.at(-1)?.at ?? 0;
  const described = normal.lastIndexOf('的', last);
  const behindWord = (at: number) => words.some(({ start, end }) => end === at && end - start > 1);
  const whole = [...normal.matchAll(within)].findLast(
    ({ index }) => index <= last && behindWord(index),
  );
  const shareOf = wholeOfShare(normal);
  const heads = units.filter(({ counted }) => counted);
  const beforeCounted = ({ at }: PlacedUnit) =>
    heads.some((head) => at < head.at && !/[,，、;；]/.test(normal.slice(at, head.at)));
  return units.map((unit) => {
    if (beforeCounted(unit)) return lightened(unit, 0.7);
    if (shareOf !== null && unit.at >= shareOf.start)
      return lightened(unit, unit.at < shareOf.end ? 0.5 : 1);
    return lightened(unit, unit.at < (whole?.index ?? -1) ? 0.4 : unit.at < described ? 0.7 : 1);
  });
}

/** 农业在总产值里的比重, 投资占全社会投资的比重: the words for what the share is taken of. */
function wholeOfShare(normal: string): Span | null {
  const match = sharesOf.exec(normal);
  if (match === null) return null;
  const of = match.slice(1).find((group) => group !== undefined) ?? '';
  const start = match.index + match[0].indexOf(of);
  return { start, end: start + of.length };
}

const sharesOf =
  /占(?!地|比|用|有)了?([^,，、和与]+?)的?(?:比[重例]|份额|多少|多大|几|百分|[?？。]?$)|在([^,，、和与]+?)[里中](?:面|间)?(?:的(?:比重|比例|份额)|所?占)/;

const counting = /(?:多少|(?<!百分之|第)几)(?:[万亿]*(?:[个家条件户座所]|项(?!目)))?$/;

/** No part of a word: 里 of 里程, 中 of 集中. */
const within =
  /其中|当中|之中|里[面头边]?(?![程约])|中(?![小央国欧亚东西南北医学型部考试标药共心级等])|[,，](?:光|单|仅)是?/g;

function demandOf({ text, kind, units, own, borrowed }: Part, whole: Demand): Demand {
  const side = kind ?? whole.aspect.kind;
  return otherwise(whole, {
    normal: text,
    contrast: contrastOf(text),
    signs: signsOf(text),
    bases: basesIn(text),
    units,
    own,
    aspect: withKind(whole.aspect, side),
    unit: side === 'rank' ? null : wantedUnit(text),
    borrowed,
  });
}

/** The demand with some of it changed: an object of the same shape, as one with a spread is not. */
export function otherwise(demand: Demand, changes: Partial<Demand>): Demand {
  const { normal, units, own, aspect, unit, time, contrast, signs, bases, context } = demand;
  const { borrowed } = demand;
  return Object.assign(
    { normal, units, own, aspect, unit, time, contrast, signs, bases, context, borrowed },
    changes,
  );
}

/** 今年新增多少、十四五累计多少: a period named last is of its own part. */
function timesApart(demands: readonly Demand[]): readonly Demand[] {
  const period = demands.map(({ normal }) => tellsPeriods(normal));
  if (period[0] === true || !period.includes(true)) return demands;
  return demands.map((demand, i) => atTime(demand, { period: period[i] === true }));
}

/** The demand at a time that differs. */
function atTime(demand: Demand, changes: Partial<WantedTime>): Demand {
  const { years, period, plans, earlier, since } = demand.time;
  const time = Object.assign({ years, period, plans, earlier, since }, changes);
  return otherwise(demand, { time });
}

/** Whether what was before is meant, in turn, by a question for it and for what came of it. */
function turnsOf({ normal, time }: Demand): readonly boolean[] {
  if (fromTo.test(normal)) return [true, false];
  if (andBefore.test(normal)) return [false, true];
  const later = normal.search(laterWords);
  if (later < 0 || !time.earlier || !/各|分别|(?:多少|几).*(?:多少|几)/.test(normal)) return [];
  return later < normal.search(earlierWords) ? [false, true] : [true, false];
}

const fromTo =
  /[从由](?:百分之)?(?:多少|几|[^,，。]{0,6}第几).*[到至成为]了?(?:百分之)?(?:多少|第?几)/;

/** 常住人口是多少，上年呢. */
const andBefore =
  /(?:多少|几).*[,，、;；](?:那|再)?(?:[前上头]一?年|去年|之前|此前|以前|原[来先])(?:又?是)?(?:多少|几.?|呢)[?？。]?$/;

const laterWords =
  /(?:19|20)\d\d年(?!前)|现在|如今|目前|[今当]年|后来|[、,，](?:[又再]?(?:[提上]?[升涨]|提高?|下?[降调]|减少?|增[加长]?|扩大?|变))[到至为成]了?(?=多少|几)/;

/** 2002到2007年从多少到多少: what was before is of the first of the years, what came of it of the last. */
function inTurn(whole: Demand, turns: readonly boolean[]): Demand[] {
  const { normal, time } = whole;
  const [first = null] = fromTo.test(normal) && time.years.length > 1 ? time.years : [];
  const last = first === null ? time.years : time.years.slice(-1);
  // 涨幅从多少回落到多少: both ends are levels, whatever moved.
  const { kind } = whole.aspect;
  const aspect = withKind(whole.aspect, kind === 'growth' ? null : kind);
  const sided = otherwise(whole, { aspect });
  return turns.map((earlier) =>
    atTime(sided, earlier ? { earlier, since: first } : { earlier, years: last }),
  );
}

/** Without those that are only compared with: 2024年比上年增长多少, 比2019年增长多少. */
function yearsOf({ normal, period: { years, bases } }: Question): readonly number[] {
  const told = comparedYear.test(normal)
    ? years.filter((year) => normal.includes(`${year}`))
    : years;
  const multiplied = Number(/((?:19|20)\d\d)年的(?:多少|几)倍/.exec(normal)?.[1]);
  return told.filter((year) => !bases.includes(year) && year !== multiplied);
}

const comparedYear = /[比较同](?:[去上]|前一|上一)年/;

/** One thing in several years: 2023年和2024年各多少. */
function timesOf({ normal, period: { years, spans, bases } }: Question, whole: Demand): Demand[] {
  if (comparedYear.test(normal) || bases.length > 0) return [];
  return spans.length > 1 && years.length === spans.length
    ? years.map((year) => atTime(whole, { years: [year] }))
    : [];
}
