import { remembered } from '../index/remembered.js';
import type { Store } from '../index/store.js';
import type { Question } from '../search/question.js';
import { normalise } from '../text/normalise.js';
import { partAt, reportOf } from '../text/report.js';
import type { Span } from '../text/span.js';

/**
 * Whether a stretch of entry `i` is of a year asked for by the report that the entry is: it stands in
 * a part of it that is, says 今年, or tells of no other time.
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
    const part = partAt(report, start);
    if (part?.year != null) return years.includes(part.year);
    if (part?.back || report.spoken === null || !years.includes(report.spoken)) return false;
    const paragraph = normal.lastIndexOf('\n', start - 1) + 1;
    return (
      /今年|本年/.test(normal.slice(paragraph, end)) ||
      !isDated(normal.slice(start, end), report.spoken)
    );
  };
}

/** Whether a text tells of a time before the year it was spoken in. */
function isDated(normal: string, spoken: number): boolean {
  const years = [...normal.matchAll(/(?<!\d)((?:19|20)\d\d)(?=年)/g)];
  return before.test(normal) || years.some(([year]) => Number(year) < spoken);
}

const before =
  /去年|上年|过去的?[一二两三五十几多]{0,2}年|以来|年[来间]|[一二][九〇零○][〇零○一二三四五六七八九]{2}年/;

const rememberedEntries = { most: 64 };
