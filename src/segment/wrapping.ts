import { endsParagraph, endsSentence } from './ending.js';
import type { Line } from './line.js';

/** How wide a file was set, where its lines were broken at a width. */
export interface Wrapping {
  /** Of a full line, by `lengthOf`. */
  readonly width: number;
  /** Some editors count characters, printers count columns: a digit takes half. */
  readonly lengthOf: (text: string) => number;
}

/** A column narrower or wider than this was not set for print. */
const widths = Object.freeze({ least: 12, most: 60 });

/** Punctuation may hang over or be pushed down, so a full line varies a little. */
const fullShare = 0.85;

/**
 * Whether lines were broken at a width rather than at paragraphs, judged by evidence: of the
 * lines that are followed by another, most are about equally long, and most of those do not end
 * a sentence. With one or two such lines, all must be so, and the text must end in a sentence.
 * Null for a file with a paragraph a line.
 *
 * @param runs neighbouring lines of running text, a paragraph at most as far as indents tell
 */
export function findWrapping(runs: readonly (readonly Line[])[]): Wrapping | null {
  const found = [charactersOf, columnsOf].flatMap((lengthOf) => measure(runs, lengthOf));
  return found.sort((a, b) => b.full - a.full)[0] ?? null;
}

/** Whether a line goes up to the width. */
export function isFull(text: string, { width, lengthOf }: Wrapping): boolean {
  return lengthOf(text.trimEnd()) >= fullShare * width;
}

function measure(
  runs: readonly (readonly Line[])[],
  lengthOf: Wrapping['lengthOf'],
): (Wrapping & { readonly full: number })[] {
  const inner = runs.flatMap((run) => run.slice(0, -1)).map(({ text }) => text.trimEnd());
  if (inner.length === 0) return [];
  const lengths = inner.map(lengthOf).sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.9)] as number;
  if (width < widths.least || width > widths.most) return [];
  const full = inner.filter((text) => isFull(text, { width, lengthOf }));
  const broken = full.filter((text) => !endsParagraph(text)).length;
  const few = inner.length < 3;
  const enough = few
    ? broken === inner.length && runs.every((run) => endsSentence(run.at(-1)?.text ?? ''))
    : full.length >= 0.6 * inner.length && broken >= 0.5 * full.length;
  return enough ? [{ width, lengthOf, full: full.length / inner.length }] : [];
}

function charactersOf(text: string): number {
  return text.length;
}

/** In full-width columns: what is below U+0100 takes half of one. */
function columnsOf(text: string): number {
  return text.length - text.replace(/[^\0-\xff]/g, '').length / 2;
}
