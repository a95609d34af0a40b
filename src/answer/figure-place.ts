import type { Figure } from '../figures/figure.js';
import type { StoredEntry } from '../index/store.js';
import { normalise } from '../text/normalise.js';
import { partAt, type Report } from '../text/report.js';
import type { Span } from '../text/span.js';
import { basesIn } from './comparison-base.js';

/** Where a figure stands, normalised, from the nearest evidence to the farthest. */
export interface FigurePlace {
  readonly clause: string;
  readonly sentence: string;
  /** Where the sentence stands in the entry's text. */
  readonly span: Span;
  readonly heading: string;
  /** Of the sentence, what stands before and after the figure. */
  readonly before: string;
  readonly after: string;
  /** What it is compared with, by the words before it; in the order of {@link basesIn}. */
  readonly bases: readonly boolean[];
  /** Whether another led from it to where it is now: 由5.6万元增加到7.8万元. */
  readonly isStart: boolean;
  /** Whether a part of a report on what has come about holds it: no plan. */
  readonly isReported: boolean;
  /** Whether it is the last year's, beside this one's: 732万人，上年为729万人. */
  readonly isLastYears: boolean;
}

/**
 * @param sentence the one of the entry's text that holds the figure
 * @param report what the entry is, if it is one
 */
export function figurePlace(
  figure: Figure,
  { heading, text }: Pick<StoredEntry, 'heading' | 'text'>,
  { start, end }: Span,
  report: Report | null = null,
): FigurePlace {
  const before = normalise(text.slice(start, figure.start));
  const after = normalise(text.slice(figure.end, end));
  const clauseStart = afterLast(before, ',;:');
  const clauseEnd = /[,;。]/.exec(after)?.index ?? after.length;
  const own = normalise(text.slice(figure.start, figure.end));
  return {
    clause: before.slice(clauseStart) + own + after.slice(0, clauseEnd),
    sentence: before + own + after,
    span: { start, end },
    heading: normalise(heading),
    before,
    after,
    bases: basesIn((figure.base ?? '') + before.slice(afterLast(before, ',;。'))),
    isStart: isStart(figure, before, after),
    isReported: partAt(report, start)?.back === true,
    isLastYears: lastYears.test(before),
  };
}

/** Behind the last of the marks; 0 where there is none. */
function afterLast(text: string, marks: string): number {
  let last = -1;
  for (const mark of marks) last = Math.max(last, text.lastIndexOf(mark));
  return last + 1;
}

const lastYears = /\d[^,;。]*[,;(](?:上年|去年|上一年|前一年)(?:同期|年?末|年?底)?(?:为|是)?$/;

/** 从五年前的53.4%提高到63%; the words of a rank hold the 从 of 从第9名. */
function isStart({ rank, span }: Figure, before: string, after: string): boolean {
  const lead = rank !== null && rank.text === span ? before + span : before;
  return (
    /[由从][^,;。]{0,12}$/.test(lead) &&
    /^(?:,[增提上下降升减扩压缩]|[^,;。\d])[^,;。\d]{0,5}[到至为]|^[到至为]/.test(after)
  );
}
