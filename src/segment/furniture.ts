import type { Line } from './line.js';
import { findBarePageNumbers, isBareNumber, isPageNumber } from './page-number.js';

/** How often a short line must come back to be a running head. */
const repeats = 3;
const longestHead = 30;

/**
 * Page furniture: page numbers and running heads (a short line without end mark that comes back,
 * with 年鉴 in it, with or without the page's number, or beside a page number). Numbers of the
 * lines to drop.
 */
export function findFurniture(lines: readonly Line[]): ReadonlySet<number> {
  const heads = findRunningHeads(lines);
  const pages = lines.filter(({ text }) => isPageNumber(text)).map(({ number }) => number);
  return new Set([...heads, ...pages, ...findBarePageNumbers(lines, heads)]);
}

function findRunningHeads(lines: readonly Line[]): ReadonlySet<number> {
  const counts = new Map<string, number>();
  for (const { text } of lines) {
    const key = headOf(text);
    if (key !== '') counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const heads = new Set<number>();
  lines.forEach(({ text, number }, i) => {
    const key = headOf(text);
    if (key === '' || (counts.get(key) ?? 0) < repeats) return;
    const besidePage = [i - 1, i + 1].some((j) => {
      const beside = lines[j]?.text ?? '';
      return isPageNumber(beside) || isBareNumber(beside);
    });
    if (key.includes('年鉴') || (besidePage && !isBareNumber(text))) heads.add(number);
  });
  return heads;
}

/** What comes back on every page: with 年鉴 in it the page's number may stand beside it. */
function headOf(text: string): string {
  const key = text.length > 200 ? '' : text.trim();
  if (key.length > longestHead || /[。！？；，：【】#|\t]/.test(key)) return '';
  return key.includes('年鉴')
    ? key.replace(/^[·•]?\d{1,4}[·•]?\s+|\s+[·•]?\d{1,4}[·•]?$/g, '')
    : key;
}
