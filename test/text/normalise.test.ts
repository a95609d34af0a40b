import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from '../../src/text/normalise.js';

describe('normalising', () => {
  it.each([
    ['ＧＤＰ增長４．２％', 'gdp增长4.2%'],
    ['GDP', 'gdp'],
    ['（ＡＢＣ）！', '(abc)!'],
    ['內蒙古農牧業產值', '内蒙古农牧业产值'],
    ['5503\u3000亿元\u00a0左右\u202f', '5503 亿元 左右 '],
    ['。，、；：', '。,、;:'],
    ['“引号”', '“引号”'],
    ['第\n二\t行', '第\n二\t行'],
    // What PDFs print for 工 and 金, and small and wide forms.
    ['⼯业⾦融', '工业金融'],
    ['\uf90a融', '金融'],
    ['增长﹪', '增长%'],
    ['￥5', '¥5'],
    // Would change length, so they stay.
    ['İ', 'İ'],
    ['㎡', '㎡'],
    ['😀', '😀'],
    ['\ud83d', '\ud83d'],
    ['\0甲', '\0甲'],
    ['', ''],
  ])('%j gives %j', (text, normal) => {
    expect(normalise(text)).toBe(normal);
  });

  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  );

  it('keeps every offset: unit by unit, whatever stands around', () => {
    fc.assert(
      fc.property(anything, anything, (a, b) => {
        expect(normalise(a).length).toBe(a.length);
        expect(normalise(a + b)).toBe(normalise(a) + normalise(b));
      }),
    );
  });

  it('leaves what is normal as it is, for every unit there is', () => {
    const all = Array.from({ length: 0x1_0000 }, (_, unit) => String.fromCharCode(unit)).join('');
    const once = normalise(all);
    const twice = normalise(once);
    const moved = [...Array(0x1_0000).keys()].filter((i) => once[i] !== twice[i]);
    expect(moved.map((i) => all[i])).toEqual([]);
  });
});
