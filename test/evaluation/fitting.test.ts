import { describe, expect, it } from 'vitest';
import { fitListwise, type Group } from '../../src/evaluation/listwise.js';
import { fitLogistic, sigmoid } from '../../src/evaluation/logistic.js';

const options = { iterations: 200, step: 0.1, ridge: 1e-4 };
const group = (rows: readonly (readonly number[])[], right: readonly number[]): Group => ({
  rows: Float32Array.from(rows.flat()),
  right: Uint8Array.from(right),
});

describe('fitting a listwise score', () => {
  it('weighs what sets the right item apart, and leaves alone what all share', () => {
    const groups = [
      group(
        [
          [1, 5],
          [0, 5],
          [0, 5],
        ],
        [1, 0, 0],
      ),
      group(
        [
          [0, 2],
          [1, 2],
        ],
        [0, 1],
      ),
    ];
    const [told, shared] = fitListwise(groups, 2, options);
    expect(told).toBeGreaterThan(2);
    expect(Math.abs(shared as number)).toBeLessThan((told as number) / 10);
  });

  it('learns nothing from groups where none or all are right', () => {
    const groups = [group([[1], [0]], [0, 0]), group([[1], [0]], [1, 1])];
    expect([...fitListwise(groups, 1, options)]).toEqual([0]);
  });

  it('gives the same weights to the bit for the same input', () => {
    const groups = [
      group(
        [
          [0.3, 1],
          [0.1, 0],
        ],
        [1, 0],
      ),
    ];
    expect(fitListwise(groups, 2, options)).toEqual(fitListwise(groups, 2, options));
  });
});

describe('fitting a chance', () => {
  it('finds the shares of a table of counts', () => {
    const samples = [
      { features: [0], right: true, weight: 10 },
      { features: [0], right: false, weight: 30 },
      { features: [1], right: true, weight: 45 },
      { features: [1], right: false, weight: 5 },
    ];
    const [bias = 0, weight = 0] = fitLogistic(samples, 1e-6);
    expect(sigmoid(bias)).toBeCloseTo(0.25, 4);
    expect(sigmoid(bias + weight)).toBeCloseTo(0.9, 4);
  });

  it.each([1, -1] as const)(
    'keeps a weight of sign %d at 0 where the samples tell the other way',
    (sign) => {
      const samples = [
        { features: [1], right: sign < 0, weight: 10 },
        { features: [1], right: sign > 0, weight: 1 },
        { features: [0], right: true, weight: 5 },
        { features: [0], right: false, weight: 5 },
      ];
      const [, weight = 0] = fitLogistic(samples, 1e-6, [{ sign, expected: 0 }]);
      expect(weight).toBeCloseTo(0, 9);
    },
  );

  it('expects a weight where no sample tells, and learns it where enough do', () => {
    const never = { features: [0], right: true, weight: 1 };
    expect(fitLogistic([never], 1, [{ sign: -1, expected: -4 }])[1]).toBe(-4);
    const often = [
      { features: [1], right: true, weight: 1000 },
      { features: [1], right: false, weight: 1000 },
      { features: [0], right: true, weight: 1000 },
      { features: [0], right: false, weight: 1000 },
    ];
    expect(fitLogistic(often, 1, [{ sign: -1, expected: -4 }])[1]).toBeGreaterThan(-0.1);
  });

  it('stays finite where a feature parts right from wrong without exception', () => {
    const samples = [
      { features: [1], right: true, weight: 1 },
      { features: [0], right: false, weight: 1 },
    ];
    expect(fitLogistic(samples, 0.1).every(Number.isFinite)).toBe(true);
  });
});
