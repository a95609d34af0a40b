import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kthBest, selectBest } from '../../src/index/top.js';

/** Few different scores, so that many are equal. */
const scored = fc
  .uniqueArray(fc.nat({ max: 300 }), { minLength: 1, maxLength: 60 })
  .chain((slots) =>
    fc.record({
      slots: fc.constant(Uint32Array.from(slots)),
      scores: fc
        .array(fc.integer({ min: 1, max: 9 }), { minLength: 301, maxLength: 301 })
        .map((scores) => Float64Array.from(scores, (score) => score / 7)),
      count: fc.integer({ min: 0, max: 70 }),
    }),
  );

describe('the best of many scores', () => {
  it('are those of the whole list sorted, equal ones by slot', () => {
    fc.assert(
      fc.property(scored, ({ slots, scores, count }) => {
        const sorted = [...slots].sort(
          (a, b) => (scores[b] as number) - (scores[a] as number) || a - b,
        );
        expect(selectBest(slots, scores, count)).toEqual(sorted.slice(0, count));
      }),
    );
  });

  it('end with the score of the last of them', () => {
    fc.assert(
      fc.property(scored, ({ slots, scores, count }) => {
        const k = Math.min(Math.max(count, 1), slots.length);
        const sorted = Array.from(slots, (slot) => scores[slot] as number).sort((a, b) => b - a);
        expect(kthBest(slots, scores, k)).toBe(sorted[k - 1]);
      }),
    );
  });
});
