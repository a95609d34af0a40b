import type { Span } from '../text/span.js';
import type { Line } from './line.js';

/** An entry's heading as it stands at a line's start. */
export interface FoundHeading {
  readonly heading: string;
  /** Offset in the source where the body begins. */
  readonly bodyStart: number;
  /** Lines it takes, 1 or 2. */
  readonly lines: number;
}

/** A heading is a phrase: what is longer was never closed, or is no heading. */
const maxHeading = 60;

const closing: Readonly<Record<string, string>> = { '【': '】', '〔': '〕', '[': ']', '［': '］' };

/**
 * Entry heading: 【…】 at a line's start, also 〔…〕 and […], on one line or broken over two.
 * Clutter of web pages (【字号：大 中 小】), document numbers (【2022】5号) and notes ([1]) are none.
 */
export function findHeading(line: Line, next: Line | undefined): FoundHeading | null {
  const indent = /^[\s\u3000]*/.exec(line.text)?.[0].length ?? 0;
  const open = line.text[indent] ?? '';
  const close = closing[open];
  if (close === undefined) return null;
  const rest = line.text.slice(indent + 1);
  const end = rest.indexOf(close);
  if (end >= 0) {
    const heading = rest.slice(0, end).trim();
    const after = rest.slice(end + 1);
    if (!isHeadingText(heading, open) || isReference(after)) return null;
    return { heading, bodyStart: line.start + indent + end + 2, lines: 1 };
  }
  if (next === undefined || rest.trim() === '' || /[。！？]/.test(rest)) return null;
  const closeAt = next.text.indexOf(close);
  const second = next.text.slice(0, Math.max(closeAt, 0));
  if (closeAt < 0 || /[。！？【〔［[]/.test(second)) return null;
  const heading = joinHalves(rest.trimEnd(), second.trimStart());
  if (!isHeadingText(heading, open) || isReference(next.text.slice(closeAt + 1))) return null;
  return { heading, bodyStart: next.start + closeAt + 1, lines: 2 };
}

/** A 【 at a line's start that is never closed: where its heading would end, at the first space. */
export function findUnclosed(line: Line): (Span & { readonly bodyStart: number }) | null {
  const match = /^([\s\u3000]*)【([^【】\s\u3000]{1,30})[\s\u3000]/.exec(line.text);
  if (match === null || line.text.includes('】')) return null;
  const start = line.start + (match[1] as string).length + 1;
  const end = start + (match[2] as string).length;
  return { start, end, bodyStart: end };
}

/** Whether a line opens a heading that it does not close. */
export function opensUnclosed({ text }: Line): boolean {
  return /^[\s\u3000]*【[^】]*$/.test(text);
}

function isHeadingText(heading: string, open: string): boolean {
  if (heading === '' || heading.length > maxHeading) return false;
  if (/^[\d\s.,，、-]+$/.test(heading)) return false;
  if (
    /^(?:字号|字体|打印|关闭|分享|收藏|纠错|返回|责任编辑|编辑|来源|发布|浏览|时间|日期|我要)/.test(
      heading,
    )
  ) {
    return false;
  }
  // Only 【】 is a heading's own mark; the others also hold notes and years.
  return open === '【' || /[\u4e00-\u9fff]{2}/.test(heading);
}

/** 【2022】5号: what follows makes it a document number. */
function isReference(after: string): boolean {
  return /^\s*(?:第?\d+号|[,，。；、])/.test(after);
}

function joinHalves(first: string, second: string): string {
  return /[A-Za-z0-9]$/.test(first) && /^[A-Za-z0-9]/.test(second)
    ? `${first} ${second}`
    : first + second;
}
