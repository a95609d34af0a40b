import { splitSentences } from '../text/sentences.js';
import type { Span } from '../text/span.js';

/** Found by hit@1 on cmrc2018-train cut into entries of several paragraphs; flat around here. */
export const passageTunables = Object.freeze({
  /** A paragraph under this many characters is short: it joins its neighbour. */
  short: 120,
  /** No passage is made longer than this by joining. */
  most: 400,
});

/**
 * Passages and sentences of an entry's text. Both tile it; the sentences of a passage rebuild it.
 * A passage is a paragraph, or several neighbours of which one is short.
 */
export function passagesAndSentences(text: string): {
  readonly passages: readonly Span[];
  readonly sentences: readonly Span[];
} {
  const sentences = splitSentences(text);
  const passages: { start: number; end: number }[] = [];
  for (const { start, end } of paragraphs(text, sentences)) {
    const last = passages.at(-1);
    const { short, most } = passageTunables;
    const joins =
      last !== undefined &&
      end - last.start <= most &&
      (last.end - last.start < short || end - start < short);
    if (joins) last.end = end;
    else passages.push({ start, end });
  }
  return { passages, sentences };
}

/** Runs of sentences up to and with a line break. */
function paragraphs(text: string, sentences: readonly Span[]): Span[] {
  const found: Span[] = [];
  let start = 0;
  for (const { end } of sentences) {
    if (end < text.length && !endsLine(text, end)) continue;
    found.push({ start, end });
    start = end;
  }
  return found;
}

/** Whether a line break stands in the white space before an offset. */
function endsLine(text: string, end: number): boolean {
  let i = end - 1;
  while (i >= 0 && text[i] !== '\n' && /\s/.test(text[i] as string)) i--;
  return text[i] === '\n';
}
