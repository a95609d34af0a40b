import type { Figure } from '../figures/figure.js';

/** Where a figure is printed. */
export interface Printed {
  /** The volume's name, or the passage's id. */
  readonly volume: string;
  readonly file: string;
  readonly line: number;
}

/** Columns for an editor's proofreading. The byte order mark tells spreadsheets it is UTF-8. */
export function csvHeader(): string {
  const names = ['指标', '原文', '数值', '单位', '变化', '位次', '年份', '卷', '文件', '行'];
  return `\ufeff${csvRow(names)}`;
}

/** One figure as a row. */
export function csvLine(
  { indicator, span, value, values, valueHigh, unit, base, changeWord, rank, year }: Figure,
  { volume, file, line }: Printed,
): string {
  const number = values?.join(':') ?? [value, valueHigh].filter((one) => one != null).join('–');
  return csvRow([
    indicator,
    span,
    number,
    unit ?? '',
    [base, changeWord].filter(Boolean).join(''),
    rank?.text ?? '',
    year === null ? '' : String(year),
    volume,
    file,
    String(line),
  ]);
}

/**
 * RFC 4180. A cell that a spreadsheet would take for a formula is led by an apostrophe; a bare
 * number is none.
 */
function csvRow(cells: readonly string[]): string {
  const quoted = cells.map((cell) => {
    const safe = FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  });
  return `${quoted.join(',')}\r\n`;
}

/** Full-width forms count: spreadsheets of Chinese systems take them for the same. */
const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/;
const NUMBER = /^-?\d+(?:\.\d+)?$/;
