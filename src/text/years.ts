/** A year as printed, without 年: 2015, 一九八〇. Source for regular expressions, no groups. */
export const YEAR_DIGITS =
  '(?:(?:19|20)[0-9]{2}|[一二][九〇零○][〇零○一二三四五六七八九]{2})(?![0-9])';

/** The number of a printed year: 一九八〇 is 1980. */
export function yearNumber(digits: string): number {
  return Number(
    [...digits].map((c) => (zeros.includes(c) ? '0' : c in HAN ? HAN[c]! : c)).join(''),
  );
}

/**
 * A year as texts print it, normalised.
 *
 * @example yearForms(2005) // ['2005', '二〇〇五', '二零零五', '二○○五']
 */
export function yearForms(year: number): string[] {
  const digits = [...String(year)].map(Number);
  const inHan = zeros.map((zero) =>
    digits.map((digit) => (digit === 0 ? zero : numerals[digit])).join(''),
  );
  return [...new Set([String(year), ...inHan])];
}

const numerals = '〇一二三四五六七八九';
const zeros = ['〇', '零', '○'];
const HAN: Record<string, string> = {
  一: '1', 二: '2', 三: '3', 四: '4', 五: '5', 六: '6', 七: '7', 八: '8', 九: '9',
}; // biome-ignore format: a table
