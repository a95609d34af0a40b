import { describe, expect, it } from 'vitest';
import { questionKinds } from '../../src/search/answer-pattern.js';
import { closeNames } from '../../src/search/close-features.js';
import { passageNames } from '../../src/search/passage-features.js';
import { kindFeatures, sentenceNames } from '../../src/search/sentence-features.js';
import { sentenceWeightsFor, weighted, weightNames } from '../../src/search/weights.js';

const zeros = Object.fromEntries(weightNames.sentence.map((name) => [name, 0]));

describe('the names of the weights', () => {
  it.each(Object.entries(weightNames))('of %s are each there once', (_, names) => {
    expect(new Set(names).size).toBe(names.length);
  });

  it('hold those of every feature', () => {
    expect(weightNames.passage).toEqual(expect.arrayContaining([...passageNames]));
    expect(weightNames.close).toEqual([...weightNames.passage, ...closeNames]);
    expect(weightNames.sentence).toHaveLength(
      sentenceNames.length + questionKinds.length * kindFeatures.length,
    );
  });
});

describe('weighing', () => {
  it('sums the features named, each times its weight', () => {
    const features = { held: 1, run: 0.5, year: 1 };
    expect(weighted(features, ['held', 'run'], { held: 2, run: 4, year: 8 })).toBe(4);
    expect(weighted(features, ['year', 'held'], { held: 2, run: 4, year: 8 })).toBe(10);
    expect(weighted(features, [], {})).toBe(0);
  });

  it('adds the weights of its kind of question to those of all', () => {
    const weights = { ...zeros, strict: 1, held: 3, 'time:strict': 2, 'person:strict': 7 };
    expect(sentenceWeightsFor(weights, 'time')).toMatchObject({ strict: 3, held: 3, length: 0 });
    expect(sentenceWeightsFor(weights, 'place')).toMatchObject({ strict: 1, held: 3 });
    expect(Object.keys(sentenceWeightsFor(weights, 'time'))).toEqual(sentenceNames);
  });
});
