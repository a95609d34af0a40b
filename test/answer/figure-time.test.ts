import { describe, expect, it } from 'vitest';
import { placedFigures } from '../../src/answer/entry-figures.js';
import { timeFit, wantedTime } from '../../src/answer/figure-time.js';
import { statedFigures } from '../../src/answer/stated-figure.js';
import { createExtractor } from '../../src/figures/extract.js';

const extract = createExtractor();

/** The figure of the sentence whose time fits the question best, as printed. */
function fittest(question: string, years: readonly number[], text: string): string {
  const figures = extract(text, { entryId: 'a', defaultYear: 2022 });
  const whole = { start: 0, end: text.length };
  const stated = statedFigures(placedFigures(figures, { heading: '', text, sentences: [whole] }));
  const wanted = wantedTime(question, years);
  const fitOf = (i: number) => timeFit(stated[i]!, wanted);
  const best = Math.max(...stated.map((_, i) => fitOf(i)));
  return stated
    .filter((_, i) => fitOf(i) === best)
    .map(({ figure }) => figure.span)
    .join(' ');
}

describe('the time of a figure', () => {
  const rise = '城镇化率由2017年的62.0%提高到68.6%。';
  const people = '2022年，常住人口2401万人，上年为2400万人。';
  const both = '总产值从2017年的3.6亿元增长到4.9亿元，税收从3.8亿元增长到4.3亿元。';
  const plans = '“九五”期间投资年均增长7%。“十五”期间投资年均增长9%。';
  const aims = '投资5亿元。2023年计划投资6亿元。';
  const spans = '2023年计划投资6亿元。“十四五”期间投资90亿元。';
  const growth = '“十三五”时期，旅游收入年均增长7.1%。';

  it.each([
    ['城镇化率是多少', [], rise, '68.6%'],
    ['五年前城镇化率是多少', [], rise, '62.0%'],
    ['原先城镇化率是多少', [], rise, '62.0%'],
    ['十三五前城镇化率是多少', [], rise, '62.0%'],
    ['2017年城镇化率是多少', [2017], rise, '62.0%'],
    ['2017年税收是多少', [2017], both, '3.6亿元 3.8亿元'],
    ['2022年税收是多少', [2022], both, '4.9亿元 4.3亿元'],
    ['2022年常住人口是多少', [2022], people, '2401万人'],
    ['2021年常住人口是多少', [2021], people, '2400万人'],
    ['比2022年早一年常住人口多少', [2022], people, '2400万人'],
    ['“九五”期间投资年均增长多少', [], plans, '7%'],
    ['“十五”期间投资年均增长多少', [], plans, '9%'],
    ['2022年投资多少', [2022], aims, '5亿元'],
    ['“十四五”期间投资多少', [], spans, '90亿元'],
  ])('asked for by %s', (question, years, text, span) => {
    expect(fittest(question, years, text)).toBe(span);
  });

  it('is held against one that the sentence names, less against one that only its entry does', () => {
    const dated = '2021年，产量5吨。';
    const undated = '2021年，造林9亩。产量5吨。';
    const fitOf = (text: string) => {
      const figures = extract(text, { entryId: 'a', defaultYear: 2022 });
      const sentence = { start: text.length - dated.length, end: text.length };
      const placed = placedFigures(figures, { heading: '', text, sentences: [sentence] });
      const stated = statedFigures(placed);
      return timeFit(stated.at(-1)!, wantedTime('2022年产量', [2022]));
    };
    expect(fitOf(dated)).toBeLessThan(fitOf(undated));
    expect(fitOf(undated)).toBeLessThan(0);
  });

  it('is a stretch of years only where that is asked for', () => {
    const figures = extract(growth, { entryId: 'a', defaultYear: 2020 });
    const sentences = [{ start: 0, end: growth.length }];
    const placed = placedFigures(figures, { heading: '', text: growth, sentences });
    const [figure] = statedFigures(placed);
    const fitOf = (question: string) => timeFit(figure!, wantedTime(question, []));
    expect(fitOf('“十三五”旅游收入年均增长多少')).toBeGreaterThan(0);
    expect(fitOf('旅游收入增长多少')).toBeLessThan(0);
  });
});
