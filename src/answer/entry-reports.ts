import { remembered } from '../index/remembered.js';
import type { Store } from '../index/store.js';
import type { Question } from '../search/question.js';
import { normalise } from '../text/normalise.js';
import { partAt, reportOf } from '../text/report.js';
import type { Span } from '../text/span.js';

/**
 * Whether a stretch of entry `i` is of a year asked for by the report that the entry is: it stands in
 * a part of it that is, or says 今年.
 */
export type OfYear = (question: Question, i: number, span: Span) => boolean;

/** The reports asked for lately at hand. */
export function ofYearIn(store: Store): OfYear {
  const readAt = remembered((i) => {
    const normal = normalise(store.text(i));
    return { normal, report: reportOf(normal, store.volumes[store.volumeOf(i)]?.year ?? null) };
  }, rememberedEntries);
  return ({ period: { years } }, i, { start, end }) => {
    if (years.length === 0) return false;
    const { normal, report } = readAt(i);
    if (report === null) return false;
    const year = partAt(report, start)?.year;
    if (year != null) return years.includes(year);
    const paragraph = normal.lastIndexOf('\n', start - 1) + 1;
    const isThis = /今年|本年/.test(normal.slice(paragraph, end));
    return isThis && report.spoken !== null && years.includes(report.spoken);
  };
}

const rememberedEntries = { most: 64 };
