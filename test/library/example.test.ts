import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { createCatalogue } from '../../src/library/entries.js';
import { exampleQuestion } from '../../src/library/example.js';
import { openGeneration } from '../../src/library/open.js';

const root = mkdtempSync(join(tmpdir(), 'nianjian-example-'));
afterAll(() => rmSync(root, { recursive: true }));

async function exampleOf(name: string, body: string) {
  const corpusDir = join(root, name);
  mkdirSync(corpusDir);
  writeFileSync(join(corpusDir, '青海年鉴-2023.txt'), body);
  const lexiconDir = resolve(import.meta.dirname, '../../corpus/lexicons');
  const { ask, index } = await openGeneration({ corpusDir, snapshotDir: null, lexiconDir });
  const example = await exampleQuestion(ask, await createCatalogue(index.store, index.titles));
  return { example, answer: example === null ? null : await ask(example) };
}

it('an example is a question that the corpus answers with a figure', async () => {
  const { example, answer } = await exampleOf(
    'told',
    '# 概况\n【地名由来】 青海因湖得名。\n# 农牧业\n【粮食生产】 2022年，全省粮食总产量107.3万吨，比上年减少1.6%。\n',
  );
  expect(example).toMatch(/^2022年.*粮食总?产量是多少？$/);
  expect(answer?.figures[0]?.span).toBe('107.3万吨');
});

it('a corpus without figures has no example', async () => {
  const { example } = await exampleOf('untold', '【地名由来】 青海因湖得名。\n');
  expect(example).toBeNull();
});
