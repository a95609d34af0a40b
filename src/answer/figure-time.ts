import { plansIn } from '../search/period.js';
import { isPlan, mayBePlan } from './plan.js';
import { moves, type StatedFigure } from './stated-figure.js';

/** The time that a figure must be of. */
export interface WantedTime {
  readonly years: readonly number[];
  /** A total or mean over several years: “十四五”期间, 五年来, 年均. */
  readonly period: boolean;
  /** Five-year plans asked about: 十四五. */
  readonly plans: readonly string[];
  /** What was before: 五年前, 原先, 之前. */
  readonly earlier: boolean;
  /** The year of what was before, where it is told: 2002到2007年从多少到多少. */
  readonly since: number | null;
}

/** @param normal the normalised question */
export function wantedTime(normal: string, years: readonly number[]): WantedTime {
  return {
    years,
    period: tellsPeriods(normal),
    plans: plansIn(normal).map(({ name }) => name),
    earlier: earlierWords.test(normal.replace(base, '')),
    since: null,
  };
}

/** 比前一年多几块: what is only compared with. */
const base = /[比较跟同](?:前一年|头一年|上一年|以往|往年|之前|以前|原[来先]|过去|从前|当初)/g;

/** “十四五” is a period, but not what was before it. */
const periods =
  /[一二三四五六七八九十]五(?!年?[之以]?前)|[两二三四五六七八九十]年[来间里]|[两三四五六七八九十]年(?=[^,，。前]{0,6}(?:[一总]共|合计))|累计|期间|时期|年均|平均每年|每年平均|逐年/;

/** Whether a question names a stretch of years. */
export function tellsPeriods(normal: string): boolean {
  return periods.test(normal);
}

/** What was before: 五年前, 原先, 之前. */
export const earlierWords =
  /[一二两三四五六七八九十几\d]+年(?:之|以)?前(?!后)|之前|以前|早先|原先|原来|原本|从前|先前|此前|过去(?![一二两三四五六七八九十\d]+年)|当初|起初|最初|刚开始|一开始|开始(?:时|的时候)|期初|早一年|前一年|头一年|上一年|(?<![比较跟同])上年(?=是|为|的?多少|呢)|以往|往年|五[”"]?(?:初|开局|起步|[之以]?前)|(?:调整|提高|提标|降价|涨价|改革|下调|上调)前/;

/** Whether a word of the question only tells that something earlier is meant. */
export function tellsEarlier(word: string): boolean {
  return /^(?:[一二两三四五六七八九十几\d]+年|前|之前|以前|早先?|原先|原来|原本|从前|先前|此前|过去|当初|起初|最初|刚|开始)$/.test(
    word,
  );
}

/** Whether a word of the question only tells of which stretch of years a figure is. */
export function tellsPeriod(word: string): boolean {
  return /^(?:[一二三四五六七八九十]{1,2}五|时期|期间|末|[两二三四五六七八九十\d]+年)$/.test(word);
}

/** Above 0 for a figure of the time asked for, below for one of another. */
export function timeFit(stated: StatedFigure, wanted: WantedTime): number {
  return yearFit(stated, wanted) + earlierFit(stated, wanted);
}

/** What the time of a figure adds to its fit; set by hand, checked on training and choice questions. */
const worth = Object.freeze({
  year: 0.05,
  otherYear: -0.2,
  /** The entry alone tells its year, which may be another's. */
  inferredYear: -0.05,
  /** A plan for another year, or a movement within a year where a stretch of them is asked for. */
  contradiction: -0.4,
  /** A year's plan where a five-year one is asked for. */
  yearsPlan: -0.3,
  fiveYearPlan: 0.2,
  stretch: 0.12,
});

/** A total over several years answers for those years alone, as a plan does for its own. */
function yearFit(stated: StatedFigure, { years, period, plans, earlier }: WantedTime): number {
  const { figure, place } = stated;
  const own = plansIn(figure.period ?? '');
  if (plans.length > 0 && own.length > 0) {
    const isAsked = own.some(({ name }) => plans.includes(name));
    return isAsked ? worth.fiveYearPlan : worth.contradiction;
  }
  if (figure.period !== undefined) return period ? worth.stretch : -worth.stretch;
  if (plans.length > 0 && figure.target === true && figure.year !== null) return worth.yearsPlan;
  if (period && moves(figure) && !periods.test(place.sentence)) return worth.contradiction;
  const year = yearOf(stated);
  if (year === null || years.length === 0 || earlier) return period ? worth.inferredYear : 0;
  if (years.includes(year) || isNextYears(stated, years)) return worth.year;
  if (figure.target === true) return worth.contradiction;
  return figure.yearFrom === 'entry' ? worth.inferredYear : worth.otherYear;
}

/** What is planned is of the year that begins: 今年预期增长5% in a report on the last. */
function isNextYears(stated: StatedFigure, years: readonly number[]) {
  const { year } = stated.figure;
  return (isPlan(stated) || mayBePlan(stated)) && year !== null && years.includes(year + 1);
}

/** Of 由A增加到B and B，上年为A the later value is meant, unless an earlier one is asked for. */
function earlierFit(stated: StatedFigure, wanted: WantedTime): number {
  const { place } = stated;
  const { years } = wanted;
  if (wanted.earlier) return isEarlier(stated, wanted) ? 0.2 : -0.05;
  if (!isEarlier(stated, wanted)) return 0;
  const year = yearOf(stated);
  const dated = place.isLastYears || namesYear.test(place.before) || firstStart.test(place.before);
  return dated && year !== null && years.includes(year) ? 0 : -0.15;
}

/** Whether a figure is of the one year asked for, as far as it tells. */
export function isOfTime(stated: StatedFigure, wanted: WantedTime): boolean {
  const { years, earlier } = wanted;
  const year = yearOf(stated);
  if (earlier) return isEarlier(stated, wanted);
  return years.length !== 1 || year === null || years.includes(year) || isNextYears(stated, years);
}

/** 由2020年的45.8%升至77.3%, 由一九七八年的三成降到两成. */
const namesYear = /(?:(?:19|20)\d\d|[一二][九零〇○][零〇○一二三四五六七八九]{2})年[^,;。]{0,8}$/;

/**
 * The year a figure is of, one back where it is given as the last year's beside this one's; that
 * of the first start where several things rose together: 总值从2020年的3.7增长到4.9，收入从3.8增长到4.4.
 */
function yearOf(stated: StatedFigure): number | null {
  const { figure, place } = stated;
  if (figure.year !== null && place.isLastYears) return figure.year - 1;
  const first = place.isStart ? firstStart.exec(place.before)?.[1] : undefined;
  return first === undefined || namesYear.test(place.before) ? figure.year : Number(first);
}

const firstStart = /[由从]((?:19|20)\d\d)年/;

function isEarlier(stated: StatedFigure, { since }: WantedTime): boolean {
  const { place } = stated;
  const ofThen = since !== null && since === yearOf(stated);
  return ofThen || place.isLastYears || place.isStart;
}
