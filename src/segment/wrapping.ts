import type { Line } from './line.js';

/** How wide a file was set, where its lines were broken at a width. */
export interface Wrapping {
  /** Characters of a full line. */
  readonly width: number;
}

/** A column narrower or wider than this was not set for print. */
const widths = Object.freeze({ least: 12, most: 60 });

/**
 * Whether lines were broken at a width rather than at paragraphs, judged by evidence: of the
 * lines that are followed by another, most are about equally long, and most of those do not end
 * a sentence. Null for a file with a paragraph a line.
 *
 * @param runs neighbouring lines of running text
 */
export function findWrapping(runs: readonly (readonly Line[])[]): Wrapping | null {
  const inner = runs.flatMap((run) => run.slice(0, -1)).map(({ text }) => text.trimEnd());
  if (inner.length < 3) return null;
  const lengths = inner.map((text) => text.length).sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.9)] as number;
  if (width < widths.least || width > widths.most) return null;
  const full = inner.filter((text) => isFull(text, { width }));
  const broken = full.filter((text) => !/[。！？!?：:；;”》）)]$/.test(text));
  return full.length >= 0.6 * inner.length && broken.length >= 0.5 * full.length ? { width } : null;
}

/** Punctuation may hang over or be pushed down, so a full line varies a little. */
export function isFull(text: string, { width }: Wrapping): boolean {
  return text.trimEnd().length >= 0.85 * width;
}
