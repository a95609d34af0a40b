import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, decimal, decimalText, shift, toNumber } from '../../src/text/decimal.js';
import { findNumbers } from '../../src/text/numerals.js';

const values = (text: string): (number | null)[] => findNumbers(text).map((n) => n.value);
const printed = (text: string): string[] =>
  findNumbers(text).map((n) => text.slice(n.start, n.end));

describe('numbers in a text', () => {
  it.each<[string, string, number | null]>([
    ['投资77.57亿元', '77.57亿', 7757000000],
    ['产值1.2万亿元', '1.2万亿', 1200000000000],
    ['收入28,583万元', '28,583万', 285830000],
    ['收入２８，５８３万元', '２８，５８３万', 285830000],
    ['面积12 345亩', '12 345', 12345],
    ['出口1 6 5 5 亿', '1 6 5 5 亿', 165500000000],
    ['增长14·1％', '14·1％', 14.1],
    ['2400多万人民', '2400多万', 24000000],
    ['15万余件', '15万余', 150000],
    ['两千三百人', '两千三百', 2300],
    ['四百五', '四百五', 450],
    ['一万三', '一万三', 13000],
    ['廿五人', '廿五', 25],
    ['六亿三千多万平方米', '六亿三千多万', 630000000],
    ['四亿零七百多万吨', '四亿零七百多万', 407000000],
    ['电话1 ．1 亿门', '1 ．1 亿', 110000000],
    ['二〇二三年', '二〇二三', 2023],
    ['一九八○年', '一九八○', 1980],
    ['十五点七', '十五点七', 15.7],
    ['5万4千6百', '5万4千6百', 54600],
    ['两个亿', '两个亿', 200000000],
    ['百余家', '百余', 100],
    ['上百家', '上百', 100],
    ['数百名', '数百', null],
    ['几十万人', '几十万', null],
    ['突破万亿元', '万亿', 1000000000000],
    ['百分之四点二', '百分之四点二', 4.2],
    ['千分之二', '千分之二', 2],
    ['4.2%', '4.2%', 4.2],
    ['为−0.13‰', '−0.13‰', -0.13],
    ['负三十二', '负三十二', -32],
    ['减负3亿元', '3亿', 300000000],
    ['三分之一', '三分之一', 1 / 3],
    ['3/4', '3/4', 0.75],
    ['半数', '半数', 50],
    ['12千米', '12', 12],
    ['一百千瓦', '一百', 100],
  ])('reads %s', (text, print, value) => {
    expect(printed(text)).toEqual([print]);
    expect(values(text)).toEqual([value]);
  });

  it.each([
    '一般',
    '统一部署',
    '四川',
    '一线',
    '十足',
    '登陆',
    '收拾',
    '万元',
    '百姓',
    '零售',
    '四面八方',
    '珠三角',
  ])('finds none in %s', (text) => {
    expect(printed(text)).toEqual([]);
  });

  it('reads two neighbouring digits as a range', () => {
    expect(findNumbers('七八个').map((n) => [n.value, n.high])).toEqual([[7, 8]]);
    expect(findNumbers('三五百').map((n) => [n.value, n.high])).toEqual([[300, 500]]);
  });

  it('gives spans in order that do not overlap, whatever the text', () => {
    const text = fc.string({
      unit: fc.constantFrom(...'0123456789,.万亿千百十一二两三多余几数上近分之点%‰/ -负半成第年'),
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, (text) => {
        let at = 0;
        for (const number of findNumbers(text)) {
          expect(number.start).toBeGreaterThanOrEqual(at);
          expect(number.end).toBeGreaterThan(number.start);
          at = number.end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe('exact decimals', () => {
  it('shift without rounding', () => {
    const places = fc.integer({ min: 0, max: 12 });
    const cents = fc.integer({ min: 0, max: 99_999_999 });
    fc.assert(
      fc.property(cents, places, (cents, places) => {
        const text = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
        const exact = shift(decimal(text), places);
        expect(toNumber(exact)).toBe(Number(`${cents}e${places - 2}`));
        expect(Number(decimalText(exact))).toBe(toNumber(exact));
      }),
    );
  });

  it('add terms of different places', () => {
    expect(decimalText(add(decimal('2300'), decimal('0.1')))).toBe('2300.1');
  });
});
