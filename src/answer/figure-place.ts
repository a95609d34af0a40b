import type { Figure } from '../figures/figure.js';
import type { StoredEntry } from '../index/store.js';
import { normalise } from '../text/normalise.js';
import type { Span } from '../text/span.js';

/** Where a figure stands, normalised, from the nearest evidence to the farthest. */
export interface FigurePlace {
  readonly clause: string;
  readonly sentence: string;
  readonly heading: string;
}

/** @param sentence the one of the entry's text that holds the figure */
export function figurePlace(
  figure: Figure,
  { heading, text }: Pick<StoredEntry, 'heading' | 'text'>,
  sentence: Span,
): FigurePlace {
  const before = text.slice(sentence.start, figure.start);
  const clauseStart =
    sentence.start + Math.max(...[...'，,；;：:'].map((m) => before.lastIndexOf(m))) + 1;
  const after = /[，,；;。]/.exec(text.slice(figure.end, sentence.end));
  const clauseEnd = after === null ? sentence.end : figure.end + after.index;
  return {
    clause: normalise(text.slice(clauseStart, clauseEnd)),
    sentence: normalise(text.slice(sentence.start, sentence.end)),
    heading: normalise(heading),
  };
}
