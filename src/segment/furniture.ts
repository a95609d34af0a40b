import type { Line } from './line.js';

/** How often a short line must come back to be a running head. */
const repeats = 3;

/**
 * Page furniture: page numbers (`- 12 -`, 第12页) and running heads (a short line without end
 * mark that comes back, with 年鉴 in it or beside a page number). Numbers of the lines to drop.
 */
export function findFurniture(lines: readonly Line[]): ReadonlySet<number> {
  const counts = new Map<string, number>();
  for (const { text } of lines) {
    const key = text.trim();
    if (key !== '' && key.length <= 30) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const dropped = new Set<number>();
  lines.forEach(({ text, number }, i) => {
    const key = text.trim();
    if (isPageNumber(key)) dropped.add(number);
    else if (
      (counts.get(key) ?? 0) >= repeats &&
      !/[。！？；，：【】#]/.test(key) &&
      (key.includes('年鉴') ||
        [i - 1, i + 1].some((j) => isPageNumber(lines[j]?.text.trim() ?? '')))
    ) {
      dropped.add(number);
    }
  });
  return dropped;
}

function isPageNumber(text: string): boolean {
  return /^(?:[-—–·•〔(（]\s*\d{1,4}\s*[-—–·•〕)）]|第\s*\d{1,4}\s*页|\d{1,4})$/.test(text);
}
