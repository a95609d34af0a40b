import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { grade } from '../../src/evaluation/grade.js';
import { openGeneration } from '../../src/library/open.js';
import { readQuestions } from './question.js';

const root = resolve(import.meta.dirname, '../..');
const sampleCorpus = resolve(root, '../shared/corpus');
const data = mkdtempSync(join(tmpdir(), 'nianjian-graded-'));
afterAll(() => rmSync(data, { recursive: true }));

interface Graded {
  readonly faults: readonly string[];
  /** How many faults are borne. */
  readonly most: number;
}

/** 去年 in a question is counted from here. */
const today = new Date('2026-11-24');

async function faultsOf(set: string, corpusDir: string, only?: string): Promise<Graded> {
  const lexiconDir = join(root, 'corpus', 'lexicons');
  const { ask } = await openGeneration({ corpusDir, snapshotDir: data, lexiconDir });
  const faults: string[] = [];
  const all = readQuestions(join(import.meta.dirname, `${set}.jsonl`));
  const questions = only === undefined ? all : all.filter(({ corpus }) => corpus === only);
  for (const question of questions) {
    const fault = grade(question, await ask(question.question, { today }));
    if (fault !== null) faults.push(`${question.id} ${fault}: ${question.question}`);
  }
  return { faults, most: questions.length * 0.3 };
}

describe('the graded questions', () => {
  it('on the bundled volumes are right in entry, leading figure and silence for 70 %', async () => {
    const { faults, most } = await faultsOf('bundled', join(root, 'corpus'));
    expect(faults.length, faults.join('\n')).toBeLessThanOrEqual(most);
  });

  it('on the bundled volumes whose faults nobody has read are right for 80 %', async () => {
    const { faults } = await faultsOf('unseen', join(root, 'corpus'), 'bundled');
    expect(faults.length).toBeLessThanOrEqual(23);
  });

  it.skipIf(!existsSync(sampleCorpus))(
    'on the sample volume (skipped where ../shared is not there) likewise',
    async () => {
      const { faults, most } = await faultsOf('sample', sampleCorpus);
      expect(faults.length, faults.join('\n')).toBeLessThanOrEqual(most);
    },
  );
});
