import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countBelow } from '../../src/text/ascending.js';

it('counts of ascending values what a look at each would', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 9 })),
      fc.integer({ min: 0, max: 10 }),
      (any, limit) => {
        const values = any.sort((a, b) => a - b);
        const told = values.filter((value) => value < limit).length;
        expect(countBelow(values.length, (i) => values[i] as number, limit)).toBe(told);
      },
    ),
  );
});
