import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRuns, signTest } from '../../src/evaluation/compare.js';

describe('the comparison of two runs', () => {
  it('names what was won and lost, and counts what stayed', () => {
    const pair = (id: string, was: boolean, is: boolean) => ({ id, was, is });
    const pairs = [
      pair('a', true, true),
      pair('b', false, true),
      pair('c', true, false),
      pair('d', false, true),
      pair('e', false, false),
    ];
    expect(compareRuns(pairs)).toEqual({ compared: 5, won: ['b', 'd'], lost: ['c'], p: 1 });
  });

  it.each([
    [0, 0, 1],
    [1, 0, 1],
    // 2 · (1 + 10 + 45) / 1024
    [8, 2, 0.109375],
    // 2 / 2 ** 10
    [10, 0, 0.001953125],
    [5, 5, 1],
    // Of 4,000 by the normal approximation: z = (2100.5 − 2000) / √1000 = 3.178, p = 0.00148.
    [2101, 1899, 0.00148],
  ])('holds %i wins against %i losses by the exact sign test: p = %f', (wins, losses, p) => {
    expect(signTest(wins, losses)).toBeCloseTo(p, 4);
  });

  it('is the same from either side, a chance, and less the more one side wins', () => {
    const count = fc.nat({ max: 300 });
    fc.assert(
      fc.property(count, count, (a, b) => {
        expect(signTest(a, b)).toBe(signTest(b, a));
        expect(signTest(a, b)).toBeGreaterThan(0);
        expect(signTest(a, b)).toBeLessThanOrEqual(1);
        expect(signTest(a + b + 1, b)).toBeLessThanOrEqual(signTest(a + b, b));
      }),
    );
  });
});
