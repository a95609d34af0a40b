import type { Headings } from './headings.js';

/** Whether both texts hold the same `length` characters in a row; with `hanOnly`, Chinese ones. */
export function shareRun(a: string, b: string, length: number, hanOnly = false): boolean {
  const runs = runsOf(a, length).filter((run) => !hanOnly || /^\p{Script=Han}+$/u.test(run));
  return runs.some((run) => b.includes(run));
}

/** Whether the question takes `length` characters in a row from an entry, headings apart. */
export function copiesFrom(headings: Headings, question: string, length: number): boolean {
  const entries = [...headings.values()].flatMap((volume) => [...volume]);
  const own = entries.reduce((rest, [heading]) => rest.replace(heading, '|'), question);
  return entries.some(([, body]) => shareRun(own, body, length));
}

/** A question as it is compared with another: case, punctuation and spaces read over. */
export function bare(question: string): string {
  return question.toLowerCase().replace(/[\p{P}\p{Z}]/gu, '');
}

/** The sentences of `body` that hold all of `parts`. */
export function sentencesWith(body: string, parts: readonly string[]): readonly string[] {
  const sentences = body.match(/[^。！？!?\n]+[。！？!?]?/g) ?? [];
  return sentences.filter((sentence) => parts.every((part) => sentence.includes(part)));
}

function runsOf(text: string, length: number): readonly string[] {
  const count = Math.max(0, text.length - length + 1);
  return Array.from({ length: count }, (_, start) => text.slice(start, start + length));
}
