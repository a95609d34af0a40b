import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPeriod } from '../../src/search/period.js';

const today = new Date(2026, 5, 1);
const read = (text: string) => {
  const { years, editions, newest } = findPeriod(text, today);
  return { years, editions, newest };
};
const nothing = { years: [], editions: [], newest: false };

describe('the period of a question', () => {
  it.each([
    ['2022年粮食产量', [2022]],
    ['粮食产量2022', [2022]],
    ['2022年度财政收入', [2022]],
    ['二〇二四年的出口', [2024]],
    ['二零二四年的出口', [2024]],
    ['一九九八年的洪水', [1998]],
    ['23年造林多少', [2023]],
    ['今年的计划', [2026]],
    ['本年的计划', [2026]],
    ['去年进口多少', [2025]],
    ['上年进口多少', [2025]],
    ['上一年进口多少', [2025]],
    ['前年进口多少', [2024]],
    ['去年进口多少(2023)', [2023]],
    ['明年的目标', [2027]],
    ['2021—2023年的投资', [2021, 2022, 2023]],
    ['2021年至2023年的投资', [2021, 2022, 2023]],
    ['从2023到2021的投资', [2021, 2022, 2023]],
    ['2024年和2022年的投资', [2022, 2024]],
    ['2024年比2024年', [2024]],
    ['广东2024人均收入', [2024]],
    ['2024公路里程', [2024]],
    ['2024公共预算收入', [2024]],
    ['2024户籍人口', [2024]],
    ['2024项目', [2024]],
    ['2024种植面积', [2024]],
    ['2024，粮食产量', [2024]],
    ['2023和2024人口', [2023, 2024]],
    ['二○○五年的产量', [2005]],
    ['今年和去年的产量', [2025, 2026]],
    ['去年与前年相比', [2024, 2025]],
    ['比较去年和今年', [2025, 2026]],
    ['和去年一样吗', [2025]],
  ])('of %s is the years it names, ascending and each once', (text, years) => {
    expect(read(text)).toEqual({ ...nothing, years });
  });

  it.each(['2023卷里的医院', '2023年卷里的医院', '2023年鉴里的医院', '2023版里的医院', '2023年版'])(
    'takes %s for an edition, not for a year reported on',
    (text) => {
      expect(read(text)).toEqual({ ...nothing, editions: [2023] });
    },
  );

  it.each(['最新的造林面积', '最近一年的造林面积'])('of %s is the newest there is', (text) => {
    expect(read(text)).toEqual({ ...nothing, newest: true });
  });

  it.each([
    '3年来新建了多少学校',
    '10年以来的变化',
    '20年间的变化',
    "'98年",
    '80年代的老厂',
    '电话12022号',
    '产量20221吨',
    '从2000元提到多少',
    '2012名学生',
    '比上年增长多少',
    '同去年相比多了多少',
    '20吨化肥',
    '粮食产量是多少',
    '',
  ])('is none in %s', (text) => {
    expect(read(text)).toEqual(nothing);
  });

  it.each([
    ['“十四五”期间新增就业', [['十四五', 2021, 2025]]],
    [
      '十三五和十四五的投资',
      [
        ['十三五', 2016, 2020],
        ['十四五', 2021, 2025],
      ],
    ],
    ['“九五”期间的投资', [['九五', 1996, 2000]]],
    ['十五计划的投资', [['十五', 2001, 2005]]],
    ['十五亿元', []],
    ['打九五折', []],
    ['十四五万元', []],
    ['二十四五岁', []],
    ['2022年投资', []],
  ])('tells the five-year plans of %s, which are no years asked for', (text, plans) => {
    const period = findPeriod(text, today);
    expect(period.plans.map(({ name, from, to }) => [name, from, to])).toEqual(plans);
    if (plans.length > 0) expect(period.years).toEqual([]);
  });

  it.each([
    ['上半年出口', ['上半年']],
    ['2022年前三季度工业增速', ['前三季度']],
    ['第四季度和一季度', ['第四季度', '一季度']],
    ['1-8月投资', ['1-8月']],
    ['12月的气温', ['12月']],
    ['2022年投资', []],
  ])('tells the parts of a year in %s', (text, parts) => {
    expect(findPeriod(text, today).parts).toEqual(parts);
  });

  it.each([
    ['2022年比2019年增长多少', [2022, 2019], [2019]],
    ['2022年产量较2021年变化', [2022, 2021], [2021]],
    ['与2021年相比2022年产量', [2022, 2021], [2021]],
    ['2021年和2022年产量', [2022, 2021], []],
  ])('tells in %s which years are only compared with, and keeps both', (text, years, bases) => {
    const period = findPeriod(text, today);
    expect([...period.years].sort((a, b) => b - a)).toEqual(years);
    expect(period.bases).toEqual(bases);
  });

  it('is cut off after a hundred years, so that a slip in a range costs nothing', () => {
    expect(read('1900-2099年').years).toHaveLength(101);
  });

  it('tells where in the question it stands, in order and apart', () => {
    const piece = fc.constantFrom(
      '2022年',
      '去年',
      '最新',
      '2023卷',
      '2019-2021',
      '产量',
      '，',
      '3',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join('');
        const { spans, years, editions } = findPeriod(text, today);
        let at = 0;
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          at = end;
        }
        expect(years).toEqual([...new Set(years)].sort((a, b) => a - b));
        expect(editions).toEqual([...new Set(editions)].sort((a, b) => a - b));
      }),
    );
  });
});
