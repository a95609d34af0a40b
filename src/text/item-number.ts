/** The number of a list's or part's heading: 三 is 3, 十二 is 12, 12 itself; enough for counting on. */
export function itemNumber(numeral: string): number {
  if (/^\d+$/.test(numeral)) return Number(numeral);
  const [tens, units] = numeral.includes('十') ? numeral.split('十') : ['〇', numeral];
  const digit = (character = '') => Math.max(0, '〇一二三四五六七八九'.indexOf(character));
  return (tens === '' ? 1 : digit(tens)) * 10 + (units === '' ? 0 : digit(units));
}
