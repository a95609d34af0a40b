import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CloseFeatures,
  closeNames,
  closeFeatures as featuresOf,
} from '../../src/search/close-features.js';

const closeFeatures = (scores: readonly (readonly number[])[]) =>
  featuresOf(scores.map((own) => own.map((score) => ({ score }))));

describe('the features of close candidates', () => {
  it.each<[string, number[][], Partial<CloseFeatures>[]]>([
    ['one by its two best sentences', [[1, 5, 3]], [{ sentenceScore: 1, secondSentence: 0.6 }]],
    ['the best one by its lead', [[5], [2]], [{ sentenceLead: 0.6 }, { sentenceLead: 0 }]],
    ['a lead by 2 at most', [[50], [2]], [{ sentenceLead: 2 }, { sentenceLead: 0 }]],
    ['one alone by the greatest lead', [[5]], [{ bestSentence: 1, sentenceLead: 2 }]],
    [
      'two that are as good, neither in the lead',
      [[4], [4]],
      [
        { bestSentence: 1, sentenceLead: 0 },
        { bestSentence: 1, sentenceLead: 0 },
      ],
    ],
    [
      'one without sentences behind the others',
      [[1], []],
      [{ bestSentence: 1 }, { bestSentence: 0, sentenceScore: -1.8, secondSentence: -1.8 }],
    ],
  ])('tell %s', (_, scores, expected) => {
    expect(closeFeatures(scores)).toMatchObject(expected);
  });

  it('are none for no candidate', () => {
    expect(closeFeatures([])).toEqual([]);
  });

  const scores = fc.array(
    fc.array(fc.integer({ min: -8, max: 20 }), { minLength: 1, maxLength: 4 }),
    { minLength: 1, maxLength: 5 },
  );

  it('depend neither on the order of the candidates nor on that of their sentences', () => {
    fc.assert(
      fc.property(scores, (given) => {
        const forth = closeFeatures(given);
        const back = closeFeatures(given.map((own) => [...own].reverse()).reverse());
        expect(back.reverse()).toEqual(forth);
      }),
    );
  });

  it('name the best, of which at least one is, and leave the others no lead', () => {
    fc.assert(
      fc.property(scores, (given) => {
        const features = closeFeatures(given);
        const most = Math.max(...given.flat());
        features.forEach((one, i) => {
          expect(Object.keys(one)).toEqual(closeNames);
          expect(one.bestSentence).toBe(Math.max(...(given[i] as number[])) === most ? 1 : 0);
          expect(one.sentenceLead).toBeGreaterThanOrEqual(0);
          expect(one.sentenceLead).toBeLessThanOrEqual(2 * one.bestSentence);
        });
      }),
    );
  });
});
