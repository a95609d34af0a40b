import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type PassageFeatures,
  passageFeatures,
  passageNames,
} from '../../src/search/passage-features.js';
import { sentenceSums } from '../../src/search/sentence-sums.js';
import { alignmentOf, candidateOf, patternOf, statistics } from './asked-of.js';
import { drawnHeading, drawnQuestion, drawnText } from './drawn.js';

function featuresOf(
  question: string,
  text: string,
  { heading = '', path = [] as readonly string[], score = 4, best = 8 } = {},
): PassageFeatures {
  const pattern = patternOf(question);
  const alignment = alignmentOf(pattern, text, { heading, path });
  const sums = sentenceSums(pattern, alignment);
  return passageFeatures(pattern, alignment, sums, candidateOf(1, score), best, {
    ...statistics,
    documentFrequencies: [],
  });
}
/** What a word of the questions here weighs. */
const word = patternOf('粮食产量').units[0]?.weight as number;

describe('the features of a passage', () => {
  it.each<[keyof PassageFeatures, string, string, string, number]>([
    ['units', '粮食产量', '粮食。', '', 0.5],
    ['units', '粮食产量', '粮食。', '产量', 1],
    ['characterShare', '粮食产量', '产粮。', '', 0.5],
    ['characterShare', '粮食产量', '产粮。', '食', 0.75],
    ['sentence', '粮食产量', '粮食。产量。', '', word],
    ['sentence', '粮食产量', '粮食产量。', '', 2 * word],
    ['sentenceAndHeading', '粮食产量', '粮食。', '产量', 1.6 * word],
    ['sentenceBeyond', '粮食产量', '粮食产量。', '产量', word],
    ['firstMissing', '粮食产量', '产量。', '', 1],
    ['secondMissing', '粮食产量', '产量。', '', 0],
    ['firstMissing', '粮食产量', '产量。', '粮食', 0],
    ['secondMissing', '粮食', '水库。', '', 0],
    ['subjectMissing', '粮食产量', '产量。', '', word],
    ['subjectMissing', '粮食产量', '粮食。', '', 0],
    ['exact', '“粮食产”380吨', '粮食产380。', '', 1],
    ['exact', '“粮食产”380吨', '产粮食380。', '', 0.5],
    ['exactMissing', '“粮食产”380吨', '产粮食380。', '', 1],
    ['exact', '粮食', '粮食。', '', 0],
    ['exactMissing', '粮食', '水库。', '', 0],
    ['numbersMissing', '380吨和gdp', '水库3800。', '', 2],
    ['ordered', '粮食产量', '粮食，产量。', '', 1],
    ['ordered', '粮食产量', '产量，粮食。', '', 0.5],
    ['orderedWeight', '粮食产量', '粮食，产量。', '', word],
    ['run', '粮食产量', '粮食产量。', '', 4 / 12],
    ['runs', '粮食产量', '粮食产量。', '', 1],
    ['plainPairs', '粮食是哪一年', '水库是哪一年。', '', 1],
    ['headingPlainPairs', '粮食是哪一年', '水库。', '哪一年', 2 / 3],
    ['headingAsked', '粮食产量多少', '', '粮食产量', 1],
    ['headingAsked', '粮食多少', '', '粮食产量', 0],
    ['headingAsked', '粮食', '', '粮', 0],
    ['headingAny', '粮食产量', '粮食。', '产量', 1],
    ['headingAny', '粮食产量', '粮食。', '水库', 0],
    ['heading', '粮食产量', '粮食。', '产量', word],
    ['headingShare', '粮食产量', '', '粮食面积', 0.5],
    ['year', '2023年粮食', '2023年。', '', 1],
    ['year', '2023年粮食', '', '2023年', 1],
    ['otherYear', '2023年粮食', '2022年。', '', 1],
    ['otherYear', '2023年粮食', '2022年和2023年。', '', 0],
    ['otherYear', '粮食', '2022年。', '', 0],
    ['yearSentence', '2023年粮食产量', '2023年粮食多。产量高。', '', 0.5],
    ['yearSentence', '2023年粮食产量', '2023年粮食多。', '产量', 1],
    ['yearSentence', '粮食产量', '2023年粮食产量。', '', 0],
    ['bm25fShare', '粮食', '', '', 0.5],
    ['bm25f', '粮食', '', '', 0.4],
  ])('%s: %s held against %s under the heading %s: %d', (name, question, text, heading, value) => {
    expect(featuresOf(question, text, { heading })[name]).toBeCloseTo(value, 9);
  });

  it('take what the path names for held, but the heading alone for repeated', () => {
    const features = featuresOf('粮食产量', '高。', { path: ['粮食'] });
    expect(features).toMatchObject({ firstMissing: 0, units: 0.5, headingShare: 0, pairs: 0 });
  });

  it('score characters that stand often higher, up to a limit', () => {
    const scores = [1, 2, 8, 9].map(
      (times) => featuresOf('粮食', '粮食，'.repeat(times)).characters,
    );
    expect(scores[1]).toBeGreaterThan(scores[0] as number);
    expect(scores[2]).toBeGreaterThan(scores[1] as number);
    expect(scores[3]).toBe(scores[2]);
  });

  it('have no share where no candidate scores', () => {
    expect(featuresOf('粮食', '粮食。', { score: 0, best: 0 }).bm25fShare).toBe(0);
  });

  it('are finite, none below 0 and shares at most 1, whatever is asked of whatever text', () => {
    const shares = [
      'characterShare',
      'units',
      'exact',
      'ordered',
      'run',
      'runs',
      'headingShare',
      'yearSentence',
    ] as const;
    fc.assert(
      fc.property(drawnQuestion, drawnText, drawnHeading, (question, text, heading) => {
        const features = featuresOf(question, text, { heading });
        expect(Object.keys(features)).toEqual(passageNames);
        for (const [name, value] of Object.entries(features)) {
          expect(Number.isFinite(value), name).toBe(true);
          expect(value, name).toBeGreaterThanOrEqual(0);
        }
        for (const name of shares) expect(features[name], name).toBeLessThanOrEqual(1 + 1e-9);
        expect(features.pairs + 1e-9).toBeGreaterThanOrEqual(features.pairsInSentence);
        expect(features.sentenceAndHeading).toBeGreaterThanOrEqual(features.sentence);
        expect(features.sentence).toBeGreaterThanOrEqual(features.sentenceBeyond);
      }),
      { numRuns: 300 },
    );
  });
});
