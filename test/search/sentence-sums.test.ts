import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderedMost, type SentenceSums, sentenceSums } from '../../src/search/sentence-sums.js';
import { alignmentOf, patternOf } from './asked-of.js';
import { drawnHeading, drawnQuestion, drawnText } from './drawn.js';

const sumsOf = (question: string, text: string, heading = ''): SentenceSums[] => {
  const pattern = patternOf(question);
  return sentenceSums(pattern, alignmentOf(pattern, text, { heading }));
};
/** In words' worth: all words of the questions here are as rare. */
const wordOf = (question: string) => patternOf(question).units[0]?.weight as number;

describe('the sums of a sentence', () => {
  const question = '粮食产量造林';
  const word = wordOf(question);

  it.each([
    ['粮食产量。', '', { held: 2, above: 0, beyond: 2 }],
    ['粮食产量。', '粮食', { held: 2, above: 0, beyond: 1 }],
    ['粮食。', '产量', { held: 1, above: 1, beyond: 1 }],
    ['水库。', '造林', { held: 0, above: 1, beyond: 0 }],
  ])('%s under the heading %s holds %j', (text, heading, words) => {
    const [sums] = sumsOf(question, text, heading);
    for (const [name, count] of Object.entries(words)) {
      expect(sums?.[name as 'held']).toBeCloseTo(count * word, 9);
    }
  });

  it('lend what the sentence before holds, else what the one after does', () => {
    const [first, middle, last] = sumsOf(question, '粮食。产量。粮食造林。');
    expect(first?.after).toBeCloseTo(word, 9);
    expect(middle?.before).toBeCloseTo(word, 9);
    expect(middle?.after).toBeCloseTo(word, 9);
    expect(last?.before).toBeCloseTo(word, 9);
    expect([first?.before, last?.after]).toEqual([0, 0]);
  });

  it.each([
    ['粮食和产量。', 1],
    ['产量和粮食。', 0.5],
    ['粮食自一九四九年以来每年的收成和产量。', 0],
    ['粮食。产量。', 0],
    ['产量，粮食，产量。', 1],
  ])('%s holds neighbouring words in order: %d', (text, share) => {
    expect(sumsOf('粮食产量', text)[0]?.ordered).toBeCloseTo(share * wordOf('粮食产量'), 9);
  });

  it('tell a number that is missing', () => {
    const [with380, with3800] = sumsOf('粮食380', '380吨。粮食3800吨。');
    expect(with380?.lacksNumber).toBe(false);
    expect(with3800?.lacksNumber).toBe(true);
  });

  it('count pairs without weight, and share a pair among the sentences that hold it', () => {
    const [first, second] = sumsOf('粮食是哪一年', '粮食在哪一年。粮食。');
    expect(first?.plainPairs).toBe(2);
    expect(first?.pairs).toBe(second?.pairs);
    expect(first?.pairsHere).toBeCloseTo((first?.pairs as number) / 2, 9);
  });

  it('stay within the whole, whatever is asked of whatever text', () => {
    fc.assert(
      fc.property(drawnQuestion, drawnText, drawnHeading, (asked, text, heading) => {
        const pattern = patternOf(asked);
        for (const sums of sumsOf(asked, text, heading)) {
          const { held, above, beyond, before, after, focus, focusAbove } = sums;
          expect(held + above + before + after).toBeLessThanOrEqual(pattern.weight + 1e-9);
          expect(beyond).toBeLessThanOrEqual(held);
          expect(focus + focusAbove).toBeLessThanOrEqual(pattern.focusWeight + 1e-9);
          expect(sums.pairsHere).toBeLessThanOrEqual(sums.pairs + 1e-9);
          expect(sums.pairs).toBeLessThanOrEqual(pattern.pairWeight + 1e-9);
          expect(sums.plainPairs).toBeLessThanOrEqual(pattern.plainPairs);
          expect(sums.characters).toBeLessThanOrEqual(pattern.characters.length);
          expect(sums.ordered).toBeLessThanOrEqual(orderedMost(pattern) + 1e-9);
        }
      }),
    );
  });
});
