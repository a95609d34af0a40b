import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxChars } from '../../src/search/pattern.js';
import { yearForms } from '../../src/text/years.js';
import { patternOf } from './asked-of.js';
import { drawnQuestion } from './drawn.js';

describe('the pattern of a question', () => {
  it('holds its units, the rarest the weightiest', () => {
    const pattern = patternOf('粮食产量是多少', { 粮食: 8, 产量: 1 });
    expect(pattern.units.map(({ forms }) => forms)).toEqual([['粮食'], ['产量']]);
    expect(pattern.order).toEqual([1, 0]);
    expect(pattern.units[1]?.weight).toBeGreaterThan(pattern.units[0]?.weight as number);
  });

  it('weighs a word that no passage holds 1', () => {
    expect(patternOf('粮食', { 粮食: 0 }).units[0]?.weight).toBe(1);
  });

  it('weighs units less, the farther they stand from the words that ask', () => {
    const [far, near] = patternOf('粮食产量是多少').units;
    expect(far?.weight).toBe(near?.weight);
    expect(far?.focusWeight).toBeLessThan(near?.focusWeight as number);
    const bare = patternOf('粮食产量').units;
    expect(bare.map(({ focusWeight }) => focusWeight)).toEqual(bare.map(({ weight }) => weight));
  });

  it.each([
    ['粮食产量是多少', '产量'],
    ['多少水库', '水库'],
    ['粮食产量', '产量'],
  ])('%s asks about %s', (text, noun) => {
    const { units, focusUnit } = patternOf(text);
    expect(units[focusUnit]?.forms[0]).toBe(noun);
  });

  it('weighs pairs of content and counts the others', () => {
    const { pairWeights, plainPairs } = patternOf('粮食产量是多少');
    expect([...pairWeights].map((weight) => weight > 0)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(plainPairs).toBe(3);
  });

  it('numbers the characters of content, each once', () => {
    const { characters, characterNumbers, characterWeights, letters } =
      patternOf('产量和粮食产量多少');
    const numberOf = (one: string) => characterNumbers[letters.numberOf(one.charCodeAt(0))];
    expect(characters).toEqual(['产', '量', '和', '粮', '食']);
    expect(characters.map(numberOf)).toEqual([1, 2, 3, 4, 5]);
    expect(numberOf('多')).toBe(0);
    expect(characterWeights).toHaveLength(5);
  });

  it('takes a character for as rare as the commonest pair it stands in', () => {
    const common = patternOf('粮食产量', { 食产: 9 });
    const rare = patternOf('粮食产量', { 食产: 0 });
    expect(common.characterWeights[1]).toBeLessThan(rare.characterWeights[1] as number);
    expect(common.characterWeights[0]).toBe(rare.characterWeights[0]);
  });

  it.each([
    ['2023年粮食产量', [2023]],
    ['2022年和2023年', [2022, 2023]],
    ['去年粮食产量', [2025]],
    ['12023吨', []],
    ['380吨', []],
  ])('%s asks for %j, in every form of the year', (text, years) => {
    expect(patternOf(text).years).toEqual(years.flatMap(yearForms));
  });

  it('looks at the beginning of a pasted page alone', () => {
    const pattern = patternOf(`粮食${'，'.repeat(maxChars - 3)}产量`);
    expect(pattern.normal).toHaveLength(maxChars);
    expect(pattern.units.map(({ forms }) => forms[0])).toEqual(['粮食']);
  });

  it('has finite weights, sums above 0 and every unit once in its order, whatever is asked', () => {
    fc.assert(
      fc.property(drawnQuestion, (text) => {
        const pattern = patternOf(text);
        const { units, order, worth, normal } = pattern;
        expect([...order].sort((a, b) => a - b)).toEqual(units.map((_, u) => u));
        for (const { weight, focusWeight } of units) {
          expect(weight).toBeGreaterThan(0);
          expect(weight).toBeLessThanOrEqual(1);
          expect(focusWeight).toBeLessThanOrEqual(weight);
        }
        for (const sum of [pattern.weight, pattern.focusWeight, pattern.pairWeight]) {
          expect(sum).toBeGreaterThan(0);
        }
        for (const weight of pattern.characterWeights) {
          expect(weight).toBeGreaterThan(0);
          expect(weight).toBeLessThan(10);
        }
        for (let j = 0; j < normal.length; j++) {
          const step = (worth[j + 1] as number) - (worth[j] as number);
          expect(step > 0.99 || Math.abs(step - 0.3) < 1e-9).toBe(true);
        }
      }),
    );
  });
});
