import type { Span } from '../text/span.js';
import type { FigureContext } from './extract.js';
import type { Figure } from './figure.js';
import type { Name } from './indicator.js';
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
  if (name !== null && /[0-9%]/.test(place.normal.slice(name[0]!.start, name[0]!.end))) return null;
  if (name === null || name[0]!.end - name[0]!.start > 40) return null;
  const { start, end } = name[0]!;
  const said = SAID.exec(place.normal.slice(start, end));
  return printed(place, [{ start, end: said === null ? end : start + said[1]!.length }]);
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
  /^([\u4e00-\u9fff]{3,}?(?<![新再中民会社工]))(?:实现|保持|再创|创下|创(?=历史|新高)|持续|继续|稳步|平稳|稳中|稳定(?=[增运在])|大幅|快速|由负)/;
