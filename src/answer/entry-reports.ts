import { remembered } from '../index/remembered.js';
import type { Store } from '../index/store.js';
import type { Question } from '../search/question.js';
import { countBelow } from '../text/ascending.js';
import { normalise } from '../text/normalise.js';
import { partAt, type Report, reportOf } from '../text/report.js';
import { type Span, textOf } from '../text/span.js';
import { YEAR_DIGITS, yearNumber } from '../text/years.js';

/** What entry `i` is as a report; null where it is none. */
export type ReportAt = (i: number) => EntryReport | null;

export interface EntryReport extends Report {
  /** Where 今年 stands in it, ascending. */
  readonly thisYear: readonly number[];
  /** Where its lines begin, ascending. */
  readonly lines: readonly number[];
}

/** The reports asked for lately at hand. */
export function reportsOf(store: Store): ReportAt {
  return remembered(
    (i) => {
      const normal = normalise(store.text(i));
      const report = reportOf(normal, store.volumes[store.volumeOf(i)]?.year ?? null);
      if (report === null) return null;
      const thisYear = [...normal.matchAll(/今年|本年/g)].map(({ index }) => index);
      const lines = [0, ...[...normal.matchAll(/\n/g)].map(({ index }) => index + 1)];
      return { ...report, thisYear, lines };
    },
    { most: rememberedEntries },
  );
}

/** As many as a store keeps parsed; most are none, and a report is a few numbers a paragraph. */
const rememberedEntries = 256;

/**
 * Whether a stretch of entry `i` is of a year asked for by the report that the entry is: it stands in
 * a part of it that is, says 今年 or follows it in its paragraph, or tells of no earlier time.
 */
export type OfYear = (question: Question, i: number, span: Span) => boolean;

export function ofYearIn(store: Store, reportAt: ReportAt): OfYear {
  return ({ period: { years } }, i, span) => {
    if (years.length === 0) return false;
    const report = reportAt(i);
    if (report === null) return false;
    const part = partAt(report, span.start);
    if (part?.year != null) return years.includes(part.year);
    const { spoken, lines, thisYear } = report;
    if (part?.back || spoken === null || !years.includes(spoken)) return false;
    const below = (places: readonly number[], offset: number) =>
      countBelow(places.length, (at) => places[at] as number, offset);
    const paragraph = lines[below(lines, span.start + 1) - 1] as number;
    const isThis = below(thisYear, span.end) > below(thisYear, paragraph);
    return isThis || !isEarlier(normalise(textOf(store.entry(i).text, span)), spoken);
  };
}

/** Whether a text tells of a time before the year it was spoken in. */
function isEarlier(normal: string, spoken: number): boolean {
  const years = [...normal.matchAll(printedYear)];
  return before.test(normal) || years.some(([digits]) => yearNumber(digits) < spoken);
}

const printedYear = new RegExp(`(?<!\\d)${YEAR_DIGITS}(?=年)`, 'g');
const before = /去年|上年|过去的?[一二两三四五六十几多]{0,2}年|以来|年[来间]/;
