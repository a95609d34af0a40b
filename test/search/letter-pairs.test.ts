import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LetterPairs, mostLetters } from '../../src/search/letter-pairs.js';

/** Where each pair that begins at one of the places stands, as the table tells it. */
function placesOf(pairs: LetterPairs, pair: string): number[] {
  const [first = 0, second = 0] = [0, 1].map((i) => pairs.numberOf(pair.charCodeAt(i)));
  if (first === 0 || second === 0) return [];
  const places: number[] = [];
  for (let at = pairs.lastPlaceOf(first, second); at >= 0; at = pairs.placeBefore(at)) {
    places.unshift(at);
  }
  return places;
}

describe('the pairs of letters of a question', () => {
  it('are told by where they begin, also one that stands twice', () => {
    const pairs = new LetterPairs('粮食，粮食产', [0, 3, 4], '');
    expect(placesOf(pairs, '粮食')).toEqual([0, 3]);
    expect(placesOf(pairs, '食产')).toEqual([4]);
    expect(placesOf(pairs, '食，')).toEqual([]);
    expect(placesOf(pairs, '食粮')).toEqual([]);
  });

  it('number each letter once, and others that stand in no pair', () => {
    const pairs = new LetterPairs('粮食，粮食', [0, 3], '水粮');
    const numbers = [...'粮食水，'].map((one) => pairs.numberOf(one.charCodeAt(0)));
    expect(numbers).toEqual([1, 2, 3, 0]);
    expect(pairs.size).toBe(3);
  });

  it('stand where a search for them finds them, however many letters there are', () => {
    // Units that share their low bits, and many that do not.
    const unit = fc.oneof(
      fc.nat({ max: 20 }).map((i) => 0x4e00 + 1024 * (i % 4) + (i >> 2)),
      fc.integer({ min: 0x4e00, max: 0x9fff }),
    );
    const text = fc
      .array(unit, { minLength: 2, maxLength: mostLetters })
      .map((units) => String.fromCharCode(...units));
    fc.assert(
      fc.property(text, (drawn) => {
        const starts = Array.from({ length: drawn.length - 1 }, (_, at) => at);
        const pairs = new LetterPairs(drawn, starts, '');
        for (const at of starts) {
          const pair = drawn.slice(at, at + 2);
          expect(placesOf(pairs, pair)).toEqual(starts.filter((i) => drawn.startsWith(pair, i)));
        }
      }),
    );
  });
});
