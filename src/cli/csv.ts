import type { Figure } from '../figures/figure.js';

/** Columns for an editor's proofreading. The byte order mark tells spreadsheets it is UTF-8. */
export const csvHeader = `\ufeff${csvRow(['指标', '原文', '数值', '单位', '变化', '位次', '年份', '卷', '文件', '行'])}`;

export function csvLine(
  { indicator, span, value, values, valueHigh, unit, base, changeWord, rank, year }: Figure,
  { volume, file, line }: { readonly volume: string; readonly file: string; readonly line: number },
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

/** RFC 4180; a cell that a spreadsheet would take for a formula is led by an apostrophe. */
function csvRow(cells: readonly string[]): string {
  const quoted = cells.map((cell) => {
    const safe = /^[=+@\t\r]|^-(?!\d)/.test(cell) ? `'${cell}` : cell;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  });
  return `${quoted.join(',')}\r\n`;
}
