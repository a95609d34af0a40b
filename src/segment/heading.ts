import { isClutter } from './clutter.js';
import type { Line } from './line.js';

/** An entry's heading as it stands at a line's start. */
export interface FoundHeading {
  readonly heading: string;
  /** Offset in the source where the body begins. */
  readonly bodyStart: number;
  /** Lines it takes, 1 or 2. */
  readonly lines: 1 | 2;
}

/** A heading is a phrase: what is longer was never closed, or is no heading. */
const maxHeading = 60;

const closing: Readonly<Record<string, string>> = { '【': '】', '〔': '〕', '[': ']', '［': '］' };

/**
 * Entry heading: 【…】 at a line's start, also 〔…〕 and […], on one line or broken over two.
 * Clutter of web pages (【字号：大 中 小】), document numbers (【2022】5号) and notes ([1]) are none.
 */
export function findHeading(line: Line, next: Line | undefined): FoundHeading | null {
  const indent = line.text.length - line.text.trimStart().length;
  const open = line.text[indent] ?? '';
  const close = closing[open];
  if (close === undefined) return null;
  const rest = line.text.slice(indent + 1);
  const end = rest.indexOf(close);
  if (end >= 0) {
    const bodyStart = line.start + indent + end + 2;
    return found(open, rest.slice(0, end), { bodyStart, after: rest.slice(end + 1), lines: 1 });
  }
  if (next === undefined || rest.length > maxHeading || rest.trim() === '') return null;
  const closeAt = next.text.slice(0, maxHeading + 1).indexOf(close);
  if (closeAt < 0) return null;
  const joined = joinHalves(rest.trimEnd(), next.text.slice(0, closeAt).trimStart());
  if (/[。！？]/.test(joined)) return null;
  const bodyStart = next.start + closeAt + 1;
  return found(open, joined, { bodyStart, after: next.text.slice(closeAt + 1), lines: 2 });
}

function found(
  open: string,
  printed: string,
  { bodyStart, after, lines }: Pick<FoundHeading, 'bodyStart' | 'lines'> & { after: string },
): FoundHeading | null {
  if (printed.length > maxHeading) return null;
  const heading = printed.trim();
  if (!isHeadingText(heading, open) || isReference(heading, after)) return null;
  return { heading, bodyStart, lines };
}

function isHeadingText(heading: string, open: string): boolean {
  if (!/[\p{L}\p{So}]/u.test(heading) || heading.includes(open) || isClutter(heading)) return false;
  // Only 【】 is a heading's own mark; the others also hold notes and years.
  return open === '【' || /\p{Script=Han}{2}/u.test(heading);
}

/** 【国办发】第5号, 【表1】、: what follows makes it a document's number or a part of the sentence. */
function isReference(heading: string, after: string): boolean {
  if (/^\s*[,，。；、]/.test(after)) return true;
  return /[\d０-９年发字函令]$/.test(heading) && /^\s*第?[\d０-９]+号/.test(after);
}

function joinHalves(first: string, second: string): string {
  return /[A-Za-z0-9]$/.test(first) && /^[A-Za-z0-9]/.test(second)
    ? `${first} ${second}`
    : first + second;
}
