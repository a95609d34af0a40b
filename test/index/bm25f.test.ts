import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bm25f, idf, saturation } from '../../src/index/bm25f.js';
import { buildPostings } from '../../src/index/posting-build.js';
import { postingsIndex } from '../../src/index/postings.js';

/** A term's share in a passage, from frequencies, lengths and mean lengths by field. */
function share(
  frequencies: readonly number[],
  lengths: readonly number[],
  means: readonly number[],
): number {
  return saturation(
    (f) => frequencies[f] ?? 0,
    (f) => lengths[f] ?? 0,
    means,
  );
}

describe('BM25F', () => {
  it('gives what a calculation by hand gives', () => {
    // body: b 0.6, 8 terms where the mean is 10: 1 − 0.6 + 0.6·8/10 = 0.88; 1·2 / 0.88 = 2.272727…
    // heading: b 0.3, 2 terms where the mean is 4: 1 − 0.3 + 0.3·2/4 = 0.85; 0.6·1 / 0.85 = 0.705882…
    // together 2.978609…; (1.2 + 1)·2.978609… / (1.2 + 2.978609…) = 1.568210…
    expect(share([2, 1, 0], [8, 2, 3], [10, 4, 3])).toBeCloseTo(1.56821, 5);
  });

  it('weighs an index’s passage by idf and the term’s own weight', async () => {
    const passages = [
      ['粮食', '增长'],
      ['增长', '稳定'],
      ['稳定', '工业'],
      ['工业', '服务'],
    ];
    const index = postingsIndex(
      buildPostings(passages.map((body, id) => ({ id, terms: { body, heading: [], path: [] } }))),
    );
    const { items } = await index.candidates({ terms: [{ term: '粮食', weight: 2 }] }, 10);
    // ln(1 + (4 − 1 + 0.5) / (1 + 0.5)) = ln(10/3) = 1.203972…; at mean length 2.2·1/2.2 = 1.
    expect(items[0]?.score).toBeCloseTo(2 * 1.203973 * 1, 5);
  });

  it('has an idf above 0 even for a term that stands in every passage, and less the more hold it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 1e6 }), (a, b) => {
        const [held, passages] = [Math.min(a, b), Math.max(a, b)];
        expect(idf(passages, held)).toBeGreaterThan(0);
        if (held > 1) expect(idf(passages, held)).toBeLessThan(idf(passages, held - 1));
      }),
    );
  });

  it('grows with frequency, shrinks with length and stays between 0 and k1 + 1', () => {
    const frequency = fc.integer({ min: 1, max: 255 });
    const length = fc.integer({ min: 1, max: 5000 });
    fc.assert(
      fc.property(frequency, length, length, fc.nat({ max: 2 }), (tf, own, mean, field) => {
        const at = (n: number, long: number) => {
          const zeros = [0, 0, 0];
          return share(zeros.with(field, n), zeros.with(field, long), [mean, mean, mean]);
        };
        expect(at(tf, own)).toBeGreaterThan(0);
        expect(at(tf, own)).toBeLessThan(bm25f.k1 + 1);
        expect(at(tf + 1, own)).toBeGreaterThan(at(tf, own));
        expect(at(tf, own + 1)).toBeLessThan(at(tf, own));
      }),
    );
  });

  it('is 0 where the term does not stand, and a number where a field is empty throughout', () => {
    expect(share([0, 0, 0], [8, 2, 3], [10, 4, 3])).toBe(0);
    expect(share([1, 0, 0], [8, 0, 0], [10, 0, 0])).toBeGreaterThan(0);
  });
});
