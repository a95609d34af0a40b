import type { Span } from '../text/span.js';

/** A printed line: span without its line break. */
export interface Line extends Span {
  readonly text: string;
  /** 1-based. */
  readonly number: number;
  /** Offset of the line break that ends it, the text's length at the end. */
  readonly breakAt: number;
}

/** Lines at any line end: \n, \r\n, \r, and Unicode's own U+0085, U+2028, U+2029. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const match of text.matchAll(/\r\n|[\n\r\u0085\u2028\u2029]|$/g)) {
    const end = match.index;
    lines.push({
      start,
      end,
      text: text.slice(start, end),
      number: lines.length + 1,
      breakAt: end,
    });
    start = end + match[0].length;
    if (match[0] === '') break;
  }
  return lines;
}
