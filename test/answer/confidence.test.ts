import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confidenceOf } from '../../src/answer/confidence.js';
import { answerEvidence, type Evidence } from '../../src/answer/evidence.js';
import { shippedWeights } from '../../src/answer/weights.js';

const names = Object.keys(answerEvidence) as (keyof Evidence)[];
const none = Object.fromEntries(names.map((name) => [name, 0])) as Evidence;
const blank = { bias: 0, ...none };
const weights = { figure: blank, missing: blank, text: blank };

describe('the confidence in an answer', () => {
  it('is a half where nothing is known', () => {
    expect(confidenceOf(weights, 'text', { ...none, pairs: 1 })).toBe(0.5);
  });

  it('weighs each kind of evidence by weights of its own', () => {
    const own = { ...weights, figure: { ...blank, bias: 1, figure: 2 } };
    const evidence = { ...none, figure: 0.5 };
    expect(confidenceOf(own, 'figure', evidence)).toBeCloseTo(1 / (1 + Math.exp(-2)), 12);
    expect(confidenceOf(own, 'missing', evidence)).toBe(0.5);
  });

  it('lies between 0 and 1, and is higher for more of what speaks for it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
          minLength: names.length,
          maxLength: names.length,
        }),
        fc.constantFrom('yearbooks' as const, 'passages' as const),
        fc.constantFrom('figure' as const, 'missing' as const, 'text' as const),
        fc.constantFrom(...names),
        (values, texts, kind, name) => {
          const shipped = shippedWeights().confidence[texts];
          const evidence = Object.fromEntries(names.map((one, i) => [one, values[i]]));
          const at = (value: number) =>
            confidenceOf(shipped, kind, { ...(evidence as Evidence), [name]: value });
          for (const value of [at(0), at(1)]) {
            expect(value).toBeGreaterThanOrEqual(0);
            expect(value).toBeLessThanOrEqual(1);
          }
          const direction = Math.sign(shipped[kind][name] as number);
          expect(direction * (at(1) - at(0))).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});
