import type { Span } from '../../src/text/span.js';

/**
 * Cuts a text into pages: they tile it, none is longer than `maxChars` UTF-16 units, and no cut
 * falls into a surrogate pair. Cut after a paragraph where one ends in the last third of the
 * page, else after a sentence, else at the limit.
 *
 * @param maxChars at least 2
 */
export function pagesOf(text: string, maxChars: number): Span[] {
  const pages: Span[] = [];
  let start = 0;
  while (text.length - start > maxChars) {
    const end = cutBefore(text, start, start + maxChars);
    pages.push({ start, end });
    start = end;
  }
  pages.push({ start, end: text.length });
  return pages;
}

/** The beginning of a text in at most `maxChars` units, with … where something was left out. */
export function shorten(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  return `${text.slice(0, wholeBefore(text, maxChars - 1))}…`;
}

function cutBefore(text: string, start: number, limit: number): number {
  const least = start + Math.floor(((limit - start) * 2) / 3);
  for (const ends of [/\n/, /[。！？!?]/]) {
    for (let end = limit; end > least; end--) {
      if (ends.test(text.charAt(end - 1))) return end;
    }
  }
  return wholeBefore(text, limit);
}

/** The offset, or one less where it would part a surrogate pair. */
export function wholeBefore(text: string, at: number): number {
  return /[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at))
    ? at - 1
    : at;
}
