import type { Span } from '../text/span.js';
import { topicBase } from './base.js';
import { distribute } from './distribute.js';
import type { Figure, FigureContext } from './figure.js';
import type { Name } from './indicator.js';
import type { Left } from './left.js';
import type { Mention } from './mention.js';
import { trimLeads, trimTail } from './noun.js';
import type { Structure } from './structure.js';
import type { Years } from './year.js';

export interface SentencePlace {
  readonly text: string;
  readonly normal: string;
  readonly structure: Structure;
  readonly sentence: Span;
  readonly years: Years;
  readonly context: FigureContext;
}

/** What goes on from one figure of a sentence to the next. */
export interface Thread {
  indicator: Indicator | null;
  /** Indicators met so far, the latest last, none twice in a row. */
  readonly met: string[];
  /** The indicators of the last list, for a second list of the same length. */
  items: readonly string[] | null;
  base: { base: string; indicator: string } | null;
  /** The whole that the next share is taken of: 年初预算数60999万元的40.4%. */
  whole: string | null;
}

export interface Indicator {
  readonly name: string;
  readonly verbatim: boolean;
}

/** A figure in the making: a rank printed later may still be joined to it. */
export type Draft = { -readonly [K in keyof Figure]: Figure[K] };

/** The noun phrase of a stretch, leads and tails dropped; null where there is none. */
export function nounBetween(place: SentencePlace, start: number, end: number): Name | null {
  const tailed = trimTail(place.normal, start, end);
  const lead = trimLeads(place.normal, tailed.start, tailed.end);
  const words = place.normal.slice(lead.start, lead.end);
  return /[\u4e00-\u9fffa-z]/.test(words) && !/^[以对在由从把]$/.test(words) ? [lead] : null;
}

/** A name as the text prints it. */
export function printed(place: SentencePlace, name: Name): Indicator {
  return {
    name: name.map(({ start, end }) => place.text.slice(start, end)).join(''),
    verbatim: name.length === 1,
  };
}

/** A noun phrase standing alone in the clause before: 一般公共预算收入,累计完成100亿元. */
export function nameInClauseBefore(place: SentencePlace, clauseStart: number): Indicator | null {
  if (clauseStart <= place.sentence.start) return null;
  const clause = place.structure.clauseAt(clauseStart - 1);
  if (clause.start < place.sentence.start) return null;
  const name = nounBetween(place, clause.start, clause.end);
  if (name === null || name[0]!.end - name[0]!.start > 40) return null;
  const { start } = name[0]!;
  const said = SAID.exec(place.normal.slice(start, name[0]!.end));
  const end = said === null ? name[0]!.end : start + said[1]!.length;
  return /[0-9%]/.test(place.normal.slice(start, end)) ? null : printed(place, [{ start, end }]);
}

/** 积累所占的比重,由36%降到30%: a clause of its own that is the noun of a measure and no more. */
export function measureInClauseBefore(
  place: SentencePlace,
  clauseStart: number,
  taken: number,
): Indicator | null {
  const before = nameInClauseBefore(place, clauseStart);
  if (before === null || before.name.length > 20) return null;
  const clause = place.structure.clauseAt(clauseStart - 1);
  if (clause.start < taken || !MEASURE.test(place.normal.slice(clause.start, clause.end)))
    return null;
  return before;
}

const MEASURE =
  /(?:比重|比例|份额|总值|增加值|产值|产量|收入|支出|投资额?|总额|金额|余额|总量|面积|人数|户数|[\u4e00-\u9fff]率|指数|水平|价格|成本|能耗|利润|税收)$/;

/** 粮食产量实现“二十连丰”: what is said of the thing is no part of its name. */
const SAID =
  /^([\u4e00-\u9fff]{3,}?(?<![新再中民会社工]))(?:实现|保持|连续(?=[0-9一二三四五六七八九十])|再创|创下|创(?=历史|新高)|持续|继续|稳步|平稳|稳中|稳定(?=[增运在])|大幅|快速|由负)/;

const AVERAGE = /^(?:年均|年平均|平均每年|每年平均|每?年|逐年)$/;

/** The base that governs a number: its own, that of the run it continues, or the sentence's topic. */
export function baseFor(
  place: SentencePlace,
  first: Mention,
  left: Left,
  indicator: Indicator,
  continues: boolean,
  thread: Thread,
): string | null {
  if (left.base !== null) {
    // An average is that of its own number alone.
    if (left.movement !== null && !AVERAGE.test(left.base))
      thread.base = { base: left.base, indicator: indicator.name };
    return left.base;
  }
  if (left.movement === null || left.reached) return null;
  if (thread.base !== null && continues && thread.base.indicator === indicator.name)
    return thread.base.base;
  const sentenceBefore = place.normal.slice(
    Math.max(place.sentence.start, first.quantity.start - 200),
    first.quantity.start,
  );
  return topicBase(sentenceBefore);
}

/** 新能源发电量12亿度、占比18%: a bare 占比 is that of the indicator before. */
export function ownedBy(own: Indicator | null, thread: Thread): Indicator | null {
  if (own === null || thread.indicator === null || !/^(?:占比|比重|比例)$/.test(own.name))
    return own;
  return { name: thread.indicator.name + own.name, verbatim: false };
}

/** The indicators of a list, its own or those of the list before: …和…分别为a和b,分别增长c和d. */
export function itemsFor(
  count: number,
  own: Indicator | null,
  distributed: boolean,
  thread: Thread,
): readonly string[] | null {
  if (own !== null) thread.items = count > 1 ? distribute(own.name, count) : null;
  if (count < 2) return null;
  if (own === null && !distributed) return null;
  if (thread.items?.length === count) return thread.items;
  // 受理a件,审结b件,分别上升c和d: the last indicators, one for each number.
  return own === null && thread.met.length >= count ? thread.met.slice(-count) : null;
}
