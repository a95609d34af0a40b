import { describe, expect, it } from 'vitest';
import { findWord } from '../../src/search/units.js';

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
    expect(findWord(text, word)).toBeGreaterThanOrEqual(0);
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
    expect(findWord(text, word)).toBe(-1);
  });

  it('is found behind a place where it is only a part', () => {
    expect(findWord('14.2与4.2', '4.2')).toBe(5);
  });
});
