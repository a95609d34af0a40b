/** The ranks that a sentence prints: 居全国第三位,列西北首位,排名第12位 -> 3, 1, 12. */
export function positions(sentence: string): readonly number[] {
  return [...sentence.matchAll(/第(\d+|[一二三四五六七八九十]+)|首位|榜首/g)].map((match) => {
    const number = match[1];
    if (number === undefined) return 1;
    if (/\d/.test(number)) return Number(number);
    const [tens, units = ''] = number.includes('十') ? number.split('十') : [null, number];
    const ten = tens === null ? 0 : tens === '' ? 1 : numeral(tens);
    return ten * 10 + (units === '' ? 0 : numeral(units));
  });
}

const numeral = (digit: string) => '一二三四五六七八九'.indexOf(digit) + 1;
