import type { Span } from '../text/span.js';

export type Change = '增长' | '下降' | '减少' | '增加' | '提高';
export type Approximation = '近' | '超过' | '多' | '以上' | '约' | '不足' | '以内' | '以下';
export type Bound = '<' | '<=' | '>' | '>=' | '~';
export type FigureKind =
  | 'level'
  | 'count'
  | 'growth'
  | 'delta'
  | 'share'
  | 'difference'
  | 'multiple'
  | 'ratio'
  | 'rank';

/** 位次: 居全国第三位. */
export interface Rank extends Span {
  /** Among whom, as printed (全国); null if not said. */
  readonly scope: string | null;
  readonly position: number;
  readonly text: string;
  /** 前N: somewhere among the first N. */
  readonly within?: boolean;
}

/** A stated quantity of a nameable thing, traceable to its offsets in the text it was found in. */
export interface Figure extends Span {
  readonly entryId: string;
  /** As printed, approximation words and unit included: `text.slice(start, end)`. */
  readonly span: string;
  /** Digits and magnitude alone; null for a rank that stands by itself. */
  readonly number: Span | null;
  /** Magnitude applied, in `unit`; null for ratios, ranks and vague counts. */
  readonly value: number | null;
  /** Upper end of a range. */
  readonly valueHigh?: number;
  /** Terms of a ratio such as 25.7:26.8:47.4. */
  readonly values?: readonly number[];
  /** The bare unit: 元 for 亿元, % for 成 and 百分之. */
  readonly unit: string | null;
  readonly unitText: string | null;
  readonly indicator: string;
  /** Whether `indicator` stands in the text letter by letter. */
  readonly indicatorVerbatim: boolean;
  readonly change: Change | null;
  readonly changeWord: string | null;
  readonly direction: 'up' | 'down' | null;
  readonly approx: Approximation | null;
  readonly bound: Bound | null;
  /** The printed comparison phrase: 同比, 比上年末. */
  readonly base: string | null;
  readonly rank: Rank | null;
  readonly year: number | null;
  readonly yearFrom: 'indicator' | 'clause' | 'sentence' | 'entry' | 'default' | null;
  /** 五年来, “十四五”时期: for totals over several years. */
  readonly period?: string;
  readonly kind: FigureKind;
  /** The whole that a share is taken of; null when elided. */
  readonly shareOf?: string | null;
  /** A plan or forecast, not a result. */
  readonly target?: boolean;
}

/** Where a text comes from. */
export interface FigureContext {
  readonly entryId: string;
  /** The year reported on, for figures whose text names none. */
  readonly defaultYear: number | null;
  /** The entry's heading when it does not stand in the text; it may name the year. */
  readonly heading?: string | null;
}
