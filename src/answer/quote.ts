import { normalise } from '../text/normalise.js';
import type { Span } from '../text/span.js';

/** Of the question, compared at most. */
const questionChars = 300;

/**
 * Where a quoted text repeats the question: runs of two or more letters, digits or Chinese
 * characters that stand in both, longest first from each place, in order and apart.
 *
 * @example matchedSpans('粮食产量多少', '全区粮食总产量380万吨') // 粮食, 产量
 */
export function matchedSpans(question: string, quoted: string): Span[] {
  const asked = normalise(question.slice(0, questionChars));
  const text = normalise(quoted);
  const spans: Span[] = [];
  let start = 0;
  while (start < text.length) {
    let end = start;
    while (end < text.length && isWord(text, end) && asked.includes(text.slice(start, end + 1))) {
      end++;
    }
    if (end - start >= 2) spans.push({ start, end });
    start = end - start >= 2 ? end : start + 1;
  }
  return spans;
}

/** A character beyond the basic plane counts too: both its halves. */
function isWord(text: string, at: number): boolean {
  return /[\p{L}\p{N}\ud800-\udfff]/u.test(text.charAt(at));
}
