import { describe, expect, it } from 'vitest';
import { findEvidence, holds } from '../../src/search/evidence.js';

describe('a word', () => {
  it.each([
    ['增长4.2%', '4.2'],
    ['是4.2。', '4.2'],
    ['共42.', '42'],
    ['全年gdp增长', 'gdp'],
    ['gdp2022', 'gdp'],
    ['2022年', '2022'],
    ['粮食产量', '食产'],
  ])('is held by a text: %s holds %s', (text, word) => {
    expect(holds(text, word)).toBe(true);
  });

  it.each([
    ['增长14.2%', '4.2'],
    ['增长4.25%', '4.2'],
    ['版本4.2.1', '4.2'],
    ['gdps增长', 'gdp'],
    ['ngdp增长', 'gdp'],
    ['12022号', '2022'],
    ['产量', '粮食'],
    ['', '粮食'],
  ])('is found whole or not at all: %s does not hold %s', (text, word) => {
    expect(holds(text, word)).toBe(false);
  });

  it('is found behind a place where it is only a part', () => {
    expect(holds('14.2与4.2', '4.2')).toBe(true);
  });
});

describe('evidence', () => {
  const text = '粮食增产。水稻丰收。造林完成。';
  const sentences = [0, 5, 10].map((start) => ({ start, end: start + 5 }));

  it('tells for each unit the sentences that hold any of its forms, ascending, each once', () => {
    const units = [
      { forms: ['粮食', '水稻'], weight: 1 },
      { forms: ['植树', '造林'], weight: 1 },
      { forms: ['水稻', '粮食', '丰收'], weight: 1 },
      { forms: ['渔业'], weight: 1 },
    ];
    expect(findEvidence(units, text, sentences).sentencesOf).toEqual([[0, 1], [2], [0, 1], []]);
  });
});
