#!/usr/bin/env node
// Index time, snapshot start, memory and latency of `ask`: `npm run bench`. Corpora: the bundled
// one with its graded questions, and the passages of ../shared/eval where they are at hand.
// Prints a table; absolute times are of this machine and this run.
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const { openGeneration } = await import(join(root, 'dist/src/library/open.js'));
const { loadJieba } = await import(join(root, 'dist/src/analysis/jieba.js'));

const lines = async (file) =>
  (await readFile(file, 'utf8'))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

/** A volume file of passages, each an entry under its title; line breaks would end paragraphs. */
const volumeOf = (passages) =>
  ['2024卷', ...passages.map(({ title, text }, i) => `【${title || `第${i}段`}】 ${text}`)].join(
    '\n',
  );

async function measure(name, corpusDir, questions) {
  const data = await mkdtemp(join(tmpdir(), 'nianjian-bench-'));
  const open = () =>
    openGeneration({
      corpusDir,
      snapshotDir: data,
      lexiconDir: join(root, 'corpus/lexicons'),
    });
  globalThis.gc?.();
  const before = process.memoryUsage();
  const { report } = await open();
  const began = performance.now();
  const generation = await open();
  const startMs = performance.now() - began;
  globalThis.gc?.();
  const after = process.memoryUsage();
  for (const question of questions.slice(0, 50)) await generation.ask(question);
  const times = [];
  for (const question of questions) times.push((await generation.ask(question)).tookMs);
  times.sort((a, b) => a - b);
  await rm(data, { recursive: true });
  const megabytes = (bytes) => Math.round(bytes / 2 ** 20);
  return {
    corpus: name,
    entries: report.entries,
    figures: report.figures,
    'build ms': Math.round(report.buildMs),
    'snapshot MB': (report.bytes / 2 ** 20).toFixed(1),
    'start ms': Math.round(startMs),
    'heap+buffers MB': megabytes(
      after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers,
    ),
    questions: times.length,
    'p50 ms': times[times.length >> 1].toFixed(2),
    'p99 ms': times[Math.floor(times.length * 0.99)].toFixed(2),
  };
}

const began = performance.now();
loadJieba();
const dictionaryMs = Math.round(performance.now() - began);
const rows = [];
const bundled = await lines(join(root, 'test/questions/bundled.jsonl'));
rows.push(
  await measure(
    'bundled',
    join(root, 'corpus'),
    bundled.map(({ question }) => question),
  ),
);
const shared = resolve(root, '../shared/eval/retrieval');
if (existsSync(shared)) {
  const sets = ['cmrc2018-train', 'drcd-dev'];
  const passages = (
    await Promise.all(sets.map((s) => lines(join(shared, s, 'passages.jsonl'))))
  ).flat();
  const questions = await lines(join(shared, 'drcd-dev', 'questions.jsonl'));
  const dir = await mkdtemp(join(tmpdir(), 'nianjian-corpus-'));
  await writeFile(join(dir, '百科-2024.txt'), volumeOf(passages));
  rows.push(
    await measure(
      sets.join(' + '),
      dir,
      questions.slice(0, 1000).map(({ question }) => question),
    ),
  );
  await rm(dir, { recursive: true });
} else {
  process.stdout.write('../shared is not there: the larger corpus is left out\n');
}
process.stdout.write(
  `dictionary ${dictionaryMs} ms, resident ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB\n`,
);
process.stdout.write(`${rows.map((row) => JSON.stringify(row)).join('\n')}\n`);
