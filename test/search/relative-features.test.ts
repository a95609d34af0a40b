import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gatherContenders } from '../../src/search/ranker.js';
import { type RelativeFeatures, relativeNames } from '../../src/search/relative-features.js';
import { candidateOf, passageOf, patternOf, statistics } from './asked-of.js';
import { drawnHeading, drawnQuestion, drawnText } from './drawn.js';

type Text = readonly [text: string, heading?: string];

/** Of each text as a candidate among the others. */
function relativeOf(question: string, texts: readonly Text[]): RelativeFeatures[] {
  return gatherContenders(
    patternOf(question),
    texts.map((_, id) => candidateOf(id)),
    { ...statistics, documentFrequencies: [] },
    (id) => passageOf(texts[id]?.[0] ?? '', { heading: texts[id]?.[1] ?? '' }),
  ).map(({ relative }) => relative);
}

describe('what sets a passage apart from the other candidates', () => {
  it.each<[keyof RelativeFeatures, string, string]>([
    ['rareCharacters', '粮食', '产量'],
    ['rarePairs', '粮食', '产量'],
    ['rareSentence', '粮食', '产量'],
  ])(
    '%s: %s, which one alone holds, counts for more than %s, which all others do',
    (name, rare, common) => {
      const [first, ...others] = relativeOf('粮食产量', [[rare], [common], [common], [common]]);
      for (const other of others) expect(first?.[name]).toBeGreaterThan(other[name]);
    },
  );

  it('counts the first unit where it stands, more if few hold it', () => {
    const few = relativeOf('粮食产量', [['粮食。'], ['产量。'], ['产量。']]);
    const many = relativeOf('粮食产量', [['粮食。'], ['粮食。'], ['产量。']]);
    expect(few.map(({ rareSubject }) => rareSubject > 0)).toEqual([true, false, false]);
    expect(few[0]?.rareSubject).toBeGreaterThan(many[0]?.rareSubject as number);
  });

  it.each<[keyof RelativeFeatures, string[], number[]]>([
    ['mostPairs', ['粮食产量', '粮食', '粮食产量'], [1, 0, 1]],
    ['mostPairsInSentence', ['粮食。产量。', '粮食产量。'], [0, 1]],
    ['mostRuns', ['粮食产量', '粮食，产量', '水库'], [1, 0, 0]],
    ['mostPairs', ['水库', '水库'], [1, 1]],
  ])('%s of %j is %j', (name, texts, expected) => {
    const relative = relativeOf(
      '粮食产量',
      texts.map((text) => [text]),
    );
    expect(relative.map((features) => features[name])).toEqual(expected);
  });

  it('names the best of those under one heading, where there are several', () => {
    const relative = relativeOf('粮食产量', [
      ['粮食产量。', '农业'],
      ['粮食。', '农业'],
      ['粮食产量。', '水利'],
      ['粮食产量。', ''],
      ['粮食。', ''],
    ]);
    expect(relative.map(({ bestSibling }) => bestSibling)).toEqual([1, 0, 0, 0, 0]);
  });

  const drawnTexts = fc.array(fc.tuple(drawnText, drawnHeading), { minLength: 1, maxLength: 5 });

  it('does not depend on the order of the candidates', () => {
    fc.assert(
      fc.property(drawnQuestion, drawnTexts, (question, texts) => {
        const back = relativeOf(question, [...texts].reverse()).reverse();
        expect(back).toEqual(relativeOf(question, texts));
      }),
    );
  });

  it('is finite, none of it below 0, and of every most there is one', () => {
    fc.assert(
      fc.property(drawnQuestion, drawnTexts, (question, texts) => {
        const relative = relativeOf(question, texts);
        for (const features of relative) {
          expect(Object.keys(features)).toEqual(relativeNames);
          for (const [name, value] of Object.entries(features)) {
            expect(Number.isFinite(value), name).toBe(true);
            expect(value, name).toBeGreaterThanOrEqual(0);
          }
        }
        for (const name of ['mostPairs', 'mostPairsInSentence', 'mostRuns'] as const) {
          expect(relative.some((features) => features[name] === 1)).toBe(true);
        }
      }),
    );
  });

  it('is nothing for no candidate', () => {
    expect(relativeOf('粮食', [])).toEqual([]);
  });
});
