import { expect, it } from 'vitest';
import { faultTrial } from './faults.js';
import { long, report } from './size.js';

const count = long ? 2000 : 120;

it(`answers ${count} questions once and in order through faults in random mixtures, and obeys retry_after`, async () => {
  const result = await faultTrial(count);
  report('faults', result);
  expect([result.lost, result.early, result.outOfOrder]).toEqual([0, 0, 0]);
  expect(result.doubles).toBe(result.doublesInGap);
  // Drawn by lot: in a short run some kinds may not come up.
  expect(Object.keys(result.faults).length).toBeGreaterThan(long ? 8 : 4);
}, 1_200_000);
