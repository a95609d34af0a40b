import type { Line } from './line.js';
import { isTableRow } from './table.js';

/** Page numbers that cannot be anything else: `- 12 -`, `· 12 ·`, `·12`, 第12页; `-12` is a figure. */
export function isPageNumber(text: string): boolean {
  const content = text.length > 100 ? '' : text.trim();
  return forms.some((form) => form.test(content));
}

const forms: readonly RegExp[] = [
  /^[-－—–]+\s*[\d０-９]{1,4}\s*[-－—–]+$/,
  /^[·•]\s*[\d０-９]{1,4}\s*[·•]?$/,
  /^[\d０-９]{1,4}\s*[·•]$/,
  /^第\s*[\d０-９]{1,4}\s*页(?:[\s，,]*共\s*[\d０-９]{1,4}\s*页)?$/,
];

/** A number alone may also be a cell of a table that was copied a cell a line. */
export function isBareNumber(text: string): boolean {
  return numberIn(text) !== null;
}

/**
 * The bare numbers among lines that number pages: they go on counting from page to page, or stand
 * alone amid running text. Numbers beside cells, rows or other numbers are figures, and stay.
 *
 * @returns numbers of lines
 */
export function findBarePageNumbers(
  lines: readonly Line[],
  runningHeads: ReadonlySet<number>,
): ReadonlySet<number> {
  const printed = lines.filter(({ text }) => text.trim() !== '');
  const found = new Set<number>();
  const bare = printed.flatMap((line, at) => {
    const value = numberIn(line.text);
    return value === null ? [] : [{ line, at, value }];
  });
  bare.forEach(({ line, at, value }, b) => {
    const goesOn = [bare[b - 1], bare[b + 1]].some((other) => {
      if (other === undefined) return false;
      const pages = (other.value - value) * Math.sign(other.at - at);
      return pages >= 1 && pages <= 2 && Math.abs(other.at - at) > minPage;
    });
    const beside = [printed[at - 1], printed[at + 1]].filter((one) => one !== undefined);
    const amidText =
      beside.length > 0 &&
      beside.every((one) => runningHeads.has(one.number) || isRunningText(one.text));
    if (goesOn || amidText) found.add(line.number);
  });
  return found;
}

/** A page holds more printed lines than a table's row has cells. */
const minPage = 6;

function numberIn(text: string): number | null {
  const value = /^\s*[（(〔]?(\d{1,4})[）)〕]?\s*$/.exec(text.slice(0, 40))?.[1];
  return value === undefined || text.trim().length > 6 ? null : Number(value);
}

/** Not a cell: long, ended, or a heading's or section's line. */
function isRunningText(text: string): boolean {
  const content = text.trim();
  if (isTableRow(content)) return false;
  return content.length > 14 || /^[【#]|[。！？!?；;）)]$/.test(content);
}
