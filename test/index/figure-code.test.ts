import { expect, it } from 'vitest';
import { createExtractor } from '../../src/figures/extract.js';
import { decodeFigures, encodeFigures } from '../../src/index/figure-code.js';

const text = [
  '2022年，全区生产总值23159亿元，比上年增长4.2%，居全国第21位。',
  '三次产业结构为11.5:48.5:40.0，第三产业占地区生产总值的40.0%。',
  '粮食产量3900.6万吨以上，到2025年，粮食产量力争达到3950万吨；“十四五”时期累计造林40万～50万亩，前三名之一。',
  '从业人员由12万人增加到约15万人，近1000人次参加，减少两成。',
  '羊绒质量居全国首位。',
].join('\n');

it('figures come back from what is kept of them exactly as they were found', () => {
  const figures = createExtractor()(text, { entryId: 'e1', defaultYear: 2022 });
  // Fields that most figures lack are among them.
  const named = new Set(figures.flatMap((figure) => Object.keys(figure)));
  for (const name of ['values', 'valueHigh', 'shareOf', 'target']) expect(named).toContain(name);
  expect(figures.some(({ number }) => number === null)).toBe(true);
  const kept = encodeFigures(figures);
  expect(decodeFigures(kept, 'e1', text)).toEqual(figures);
  expect(kept.length).toBeLessThan(JSON.stringify(figures).length / 2);
});

it('no figures are kept as none', () => {
  expect(decodeFigures(encodeFigures([]), 'e1', '')).toEqual([]);
});
