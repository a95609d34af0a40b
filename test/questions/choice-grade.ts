import type { Figure } from '../../src/figures/figure.js';
import { overlaps, type Span } from '../../src/text/span.js';
import type { ChoiceQuestion } from './choice.js';

/** The figures of the entry asked, and how many of them, from the first, were asked for. */
export interface Chosen {
  readonly text: string;
  readonly figures: readonly Figure[];
  readonly asked: number;
}

/**
 * How the figures that lead differ from what the question wants; null where they are right.
 * `asked`: one where none is asked for, or none where one is. `figure`: others lead than those
 * asked for, or too few. `order`, `rank`: the right ones, but in another order, or without the
 * rank. `more`: the right ones lead, and others that nobody asked for count as asked for too.
 */
export type ChoiceFault = 'asked' | 'figure' | 'order' | 'rank' | 'more';

export function choiceFault(question: ChoiceQuestion, chosen: Chosen): ChoiceFault | null {
  const { text, figures, asked } = chosen;
  if (question.asked === 0) return asked === 0 ? null : 'asked';
  if (asked === 0) return 'asked';
  const wanted = placesOf(question.figures, question, text);
  const beside = placesOf(question.also ?? [], question, text);
  const own = figures
    .slice(0, asked)
    .filter((figure) => !beside.some((place) => overlaps(place, figure)));
  const leading = own.slice(0, wanted.length);
  const shows = (place: Span, figure: Figure | undefined) =>
    figure !== undefined && overlaps(place, figure);
  if (!wanted.every((place) => leading.some((figure) => shows(place, figure)))) return 'figure';
  if (question.ordered && !wanted.every((place, i) => shows(place, leading[i]))) return 'order';
  if (question.rank !== undefined && leading[0]?.rank?.position !== question.rank) return 'rank';
  return own.length > wanted.length ? 'more' : null;
}

/** Where the spans are printed in the text; a span named twice is looked for from its last place on. */
function placesOf(spans: readonly string[], { within }: ChoiceQuestion, text: string): Span[] {
  const from = within === undefined ? 0 : text.indexOf(within);
  const next = new Map<string, number>();
  return spans.map((span) => {
    const start = numberAt(span, text, next.get(span) ?? from);
    next.set(span, start + span.length);
    return { start, end: start + span.length };
  });
}

/** Where the span stands and is no part of a longer number; throws where it does not. */
function numberAt(span: string, text: string, from: number): number {
  for (let at = text.indexOf(span, from); at >= 0; at = text.indexOf(span, at + 1)) {
    const before = /^\d/.test(span) && /[\d.]/.test(text[at - 1] ?? '');
    const after = /\d$/.test(span) && /\d/.test(text[at + span.length] ?? '');
    if (!before && !after) return at;
  }
  throw new Error(`${span} is not printed in ${text.slice(0, 20)}…`);
}
