import type { Figure } from '../figures/figure.js';
import type { StoredEntry } from '../index/store.js';
import { normalise } from '../text/normalise.js';
import type { Span } from '../text/span.js';

/** Where a figure stands, normalised, from the nearest evidence to the farthest. */
export interface FigurePlace {
  readonly clause: string;
  readonly sentence: string;
  readonly heading: string;
  /** Of the sentence, what stands before and after the figure. */
  readonly before: string;
  readonly after: string;
  /** Log odds of the sentence against the best of the passage ranked: 0 at most. */
  readonly odds: number;
}

/**
 * @param sentence the one of the entry's text that holds the figure
 * @param odds of that sentence
 */
export function figurePlace(
  figure: Figure,
  { heading, text }: Pick<StoredEntry, 'heading' | 'text'>,
  sentence: Span,
  odds = 0,
): FigurePlace {
  const before = normalise(text.slice(sentence.start, figure.start));
  const after = normalise(text.slice(figure.end, sentence.end));
  const clauseStart = Math.max(...[...',;:'].map((mark) => before.lastIndexOf(mark))) + 1;
  const clauseEnd = /[,;。]/.exec(after)?.index ?? after.length;
  const own = normalise(text.slice(figure.start, figure.end));
  return {
    clause: before.slice(clauseStart) + own + after.slice(0, clauseEnd),
    sentence: before + own + after,
    heading: normalise(heading),
    before,
    after,
    odds,
  };
}
