import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  kindFeatures,
  type SentenceFeatures,
  sentenceFeatures,
  sentenceNames,
} from '../../src/search/sentence-features.js';
import { sentenceSums } from '../../src/search/sentence-sums.js';
import { splitSentences } from '../../src/text/sentences.js';
import { alignmentOf, patternOf } from './asked-of.js';
import { drawnHeading, drawnQuestion, drawnText } from './drawn.js';

function featuresOf(question: string, text: string, heading = ''): SentenceFeatures[] {
  const pattern = patternOf(question);
  const alignment = alignmentOf(pattern, text, { heading });
  return sentenceFeatures(pattern, alignment, sentenceSums(pattern, alignment));
}

describe('the features of a sentence', () => {
  it.each<[keyof SentenceFeatures, string, string, number[]]>([
    ['held', '粮食产量多少', '粮食产量5吨。粮食。水库。', [1, 0.5, 0]],
    ['best', '粮食产量多少', '粮食产量5吨。粮食。', [1, 0]],
    ['before', '粮食产量多少', '粮食。产量。', [0, 0.5]],
    ['after', '粮食产量多少', '粮食。产量。', [0.5, 0]],
    ['charactersBefore', '粮食产量多少', '粮食。产量。', [0, 0.5]],
    ['characters', '粮食产量多少', '食量大。', [0.5]],
    ['charactersSquared', '粮食产量多少', '食量大。', [0.25]],
    ['noun', '粮食产量多少', '产量。粮食。', [1, 0]],
    ['nounPart', '粮食产量多少', '产量。产粮。粮食。', [0, 1, 0]],
    ['rarestHere', '粮食产量多少', '粮食。粮食产量。', [0, 1]],
    ['likely', '粮食产量多少', '粮食5吨。粮食增长。', [1, 0]],
    ['likelyNew', '380吨粮食', '380吨是粮食。', [1]],
    ['likelyNew', '粮食产量380吨多少', '粮食380吨。粮食390吨。', [0, 1]],
    ['strict', '水库哪一年建成', '水库建成。水库1958年建成。', [0, 1]],
    ['strict', '水库1958年，哪一年', '水库1958年。水库1960年。', [0, 1]],
    ['measure', '水库有多少座', '水库3座。水库3个。', [1, 0]],
    ['pronoun', '粮食产量', '其产量高。粮食产量高。', [1, 0]],
    ['pronounBefore', '粮食产量', '粮食多。其产量高。', [0, 0.7]],
    ['pronounAfter', '粮食产量', '粮食多。其产量高。', [0.25, 0]],
    ['year', '2023年粮食', '2023年。2022年。粮食。', [1, 0, 0]],
    ['otherYear', '2023年粮食', '2023年。2022年。粮食。', [0, 1, 0]],
    ['otherYear', '粮食', '2023年。', [0]],
    ['numberMissing', '380吨粮食', '粮食380吨。粮食。', [0, 1]],
    ['first', '粮食', '粮食。水库。产量。', [1, 0, 0]],
    ['last', '粮食', '粮食。水库。产量。', [0, 0, 1]],
    ['place', '粮食', '粮食。水库。', [0, 0.5]],
    ['afterBest', '粮食产量', '粮食。粮食产量。水库。', [0, 0, 1]],
    ['asks', '粮食', '粮食？水库。', [1, 0]],
    ['colon', '粮食', '粮食：5吨。水库。', [1, 0]],
    ['repeated', '粮食产量', '粮食多了。粮食。', [0.4, 2 / 3]],
  ])('%s: %s in %s', (name, question, text, expected) => {
    const values = featuresOf(question, text).map((features) => features[name]);
    expect(values).toHaveLength(expected.length);
    expected.forEach((value, s) => {
      expect(values[s]).toBeCloseTo(value, 9);
    });
  });

  it('count what the heading holds apart from what the sentence does', () => {
    const [sentence] = featuresOf('粮食产量多少', '粮食5吨。', '产量');
    expect(sentence).toMatchObject({ held: 0.5, heldOrAbove: 1, heldBeyond: 1, heading: 0 });
    expect(featuresOf('粮食产量', '粮食产量高。', '粮食产量')[0]?.heading).toBe(1);
  });

  it('put an answer nearer to the words of the question higher', () => {
    const [near, far] = featuresOf('粮食产量多少', '粮食5吨。粮食自春天以来增长了很多，达5吨。');
    expect(near?.likelyNear).toBeGreaterThan(far?.likelyNear as number);
    expect(far?.likelyNear).toBeGreaterThan(0);
  });

  it('are one for each name, also those that each kind of question weighs for itself', () => {
    const [features] = featuresOf('粮食', '粮食。');
    expect(Object.keys(features ?? {})).toEqual(sentenceNames);
    expect(sentenceNames).toEqual(expect.arrayContaining([...kindFeatures]));
  });

  it('are finite, 0 to about 1, whatever is asked of whatever text', () => {
    fc.assert(
      fc.property(drawnQuestion, drawnText, drawnHeading, (question, text, heading) => {
        const all = featuresOf(question, text, heading);
        expect(all).toHaveLength(splitSentences(text).length);
        for (const features of all) {
          for (const [name, value] of Object.entries(features)) {
            expect(value, name).toBeGreaterThanOrEqual(0);
            // A word that stands several times near the answer counts each time.
            if (name !== 'likelyNear') expect(value, name).toBeLessThanOrEqual(1.2 + 1e-9);
          }
          expect(features.likelyNear).toBeLessThanOrEqual(text.length);
          expect(features.heldOrAbove).toBeGreaterThanOrEqual(features.held);
          expect(features.focusOrAbove).toBeGreaterThanOrEqual(features.focus);
          expect(features.pairs + 1e-9).toBeGreaterThanOrEqual(features.pairsHere);
        }
        if (all.length > 0) {
          expect(all.map(({ first }) => first).indexOf(1)).toBe(0);
          expect(all.map(({ last }) => last).indexOf(1)).toBe(all.length - 1);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are none for an empty passage', () => {
    expect(featuresOf('粮食', '')).toEqual([]);
  });
});
