import { expect, it } from 'vitest';
import { killTrial, points } from './kills.js';
import { long, report } from './size.js';

const perPoint = long ? 40 : 1;

it(`loses nothing when it is killed ${perPoint * points.length} times, and doubles only what was in doubt`, async () => {
  const result = await killTrial(perPoint);
  report('kills', result);
  expect(result.kills).toEqual(Object.fromEntries(points.map((point) => [point, perPoint])));
  expect(result.lost).toBe(0);
  expect(result.doubles).toBe(result.doublesInGap);
}, 1_800_000);

it('would lose questions without the journal', async () => {
  const result = await killTrial(long ? 4 : 1, false);
  report('kills without the journal', result);
  expect(result.lost).toBeGreaterThan(0);
}, 600_000);
