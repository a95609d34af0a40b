import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readWeights, shippedWeights, weightsVersion } from '../../src/answer/weights.js';
import { NianjianError } from '../../src/errors.js';

let dir = '';
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'nianjian-weights-'));
});
afterAll(() => rm(dir, { recursive: true }));

async function refusal(content: string): Promise<string> {
  const file = join(dir, 'ranking.json');
  await writeFile(file, content);
  try {
    readWeights(file);
  } catch (error) {
    if (error instanceof NianjianError && error.problem.code === 'weights-unusable')
      return String(error.problem.detail.reason);
    throw error;
  }
  return '';
}

describe('the weights', () => {
  const shipped = shippedWeights();

  it('come with the day, sets, seed and scores of their fit', () => {
    expect(shipped.fitted.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(shipped.fitted.sets.length).toBeGreaterThan(0);
    expect(shipped.fitted.scores['passages auc']).toBeGreaterThan(0.9);
    expect(shipped.fitted.scores['yearbooks auc']).toBeGreaterThan(0.8);
  });

  it('are taken as they were written', async () => {
    expect(await refusal(JSON.stringify(shipped))).toBe('');
  });

  it.each([
    ['of another version', { ...shipped, version: weightsVersion + 1 }, 'version'],
    ['that lack a feature', { ...shipped, passage: {} }, 'passage'],
    ['with a feature nobody knows', { ...shipped, close: { ...shipped.close, luck: 1 } }, 'luck'],
    ['that are no numbers', { ...shipped, threshold: 'high' }, 'threshold'],
  ])('are refused by name: those %s', async (_, weights, named) => {
    expect(await refusal(JSON.stringify(weights))).toContain(named);
  });

  it('are refused by name where the file is torn or missing', async () => {
    expect(await refusal('{"version": 1,')).not.toBe('');
    expect(() => readWeights(join(dir, 'nowhere.json'))).toThrow(NianjianError);
  });
});
