/**
 * A year as texts print it, normalised.
 *
 * @example yearForms(2005) // ['2005', '二〇〇五', '二零零五', '二○○五']
 */
export function yearForms(year: number): string[] {
  const digits = [...String(year)].map(Number);
  return [
    ...new Set([
      String(year),
      ...zeros.map((zero) =>
        digits.map((digit) => (digit === 0 ? zero : numerals[digit])).join(''),
      ),
    ]),
  ];
}

const numerals = '〇一二三四五六七八九';
const zeros = ['〇', '零', '○'];
