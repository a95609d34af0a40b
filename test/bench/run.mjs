/**
 * Indexing, memory, latency and quality beside MiniSearch and FlexSearch, which get the terms that
 * we index. Prints a table and the bars held against it; writes both as JSON.
 *
 *   npm run bench [-- --small] [-- --out FILE]
 *
 * `--small` leaves out the copies: two minutes instead of ten. Absolute times are of this machine
 * and this run; the ratios are what counts. Exit code 1 if a peer is not at its best, since what
 * is faster than a mis-wired engine is not fast.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { bars, wiring } from './bars.mjs';
import { built } from './measure.mjs';
import { readPassages, readQuestions, root, sampleOf, setsAreThere, withCopies } from './sets.mjs';
import { renderBars, renderRows } from './table.mjs';

const { values: flags } = parseArgs({
  options: {
    small: { type: 'boolean', default: false },
    out: { type: 'string', default: 'data/bench.json' },
  },
});
const note = (text) => process.stderr.write(`${text}\n`);

if (!setsAreThere) {
  note('The published question sets are not at hand (../shared/eval/retrieval): nothing measured.');
  process.exit(0);
}

/** No single measurement may take longer. */
const limitMs = 8 * 60_000;

/** Weights are fitted on cmrc2018-train, so that its passages stand by and the other's are asked. */
const training = {
  sets: ['cmrc2018-train', 'drcd-dev'],
  questions: sampleOf(readQuestions(['drcd-dev']), 1000),
};
const dev = ['cmrc2018-trial', 'drcd-dev'];
const base = readPassages(training.sets).length;
const corpora = [
  {
    name: 'wiring',
    sets: dev,
    questions: readQuestions(dev),
    engines: ['minisearch', 'flexsearch'],
  },
  { name: '1×', ...training, engines: ['minisearch', 'flexsearch'] },
  { name: '10×', ...training, count: 10 * base, engines: [] },
  { name: '30×', ...training, count: 100_000, engines: ['flexsearch'] },
];

const work = await mkdtemp(join(tmpdir(), 'nianjian-bench-'));
try {
  const rows = [];
  for (const corpus of flags.small ? corpora.slice(0, 2) : corpora)
    rows.push(...(await measure(corpus)));
  const wrong = wiring(rows);
  const held = bars(rows);
  process.stdout.write(`${renderRows(rows)}\n\n${renderBars(held)}\n`);
  const out = resolve(root, flags.out);
  await mkdir(dirname(out), { recursive: true });
  const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length };
  await writeFile(out, `${JSON.stringify({ machine, rows, bars: held }, null, 2)}\n`);
  note(`written to ${out}`);
  for (const sentence of wrong) note(sentence);
  if (wrong.length > 0) process.exitCode = 1;
} finally {
  await rm(work, { recursive: true });
}

/** One row for each engine on a corpus, ours last. */
async function measure({ name, sets, questions, count, engines }) {
  const passages = readPassages(sets);
  const dir = await mkdtemp(join(work, 'corpus-'));
  const size = count ?? passages.length;
  await writeLines(join(dir, 'passages.jsonl'), withCopies(passages, size, await cutter()));
  await writeLines(join(dir, 'questions.jsonl'), questions);
  const rows = [];
  for (const engine of engines) {
    rows.push({ corpus: name, passages: size, engine, ...(await run(engine, dir, name)) });
  }
  const ours = { ...(await run('build', dir, name)), ...(await run('ask', dir, name)) };
  rows.push({ corpus: name, passages: size, engine: 'nianjian', ...ours });
  await rm(dir, { recursive: true });
  return rows;
}

async function cutter() {
  const { loadJieba } = await built('analysis/jieba.js');
  const jieba = loadJieba();
  return (text) => jieba.cut(text);
}

async function writeLines(file, lines) {
  const out = createWriteStream(file);
  for (const line of lines) {
    if (!out.write(`${JSON.stringify(line)}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}

async function run(engine, dir, name) {
  note(`${name}: ${engine} …`);
  const script = join(import.meta.dirname, 'engine.mjs');
  const child = spawn(
    process.execPath,
    ['--expose-gc', '--max-old-space-size=8192', script, engine, dir],
    { stdio: ['ignore', 'pipe', 'inherit'], timeout: limitMs },
  );
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  const [code, signal] = await once(child, 'close');
  if (code !== 0) throw new Error(`${engine} on ${name} ended with ${signal ?? code}`);
  return JSON.parse(output);
}
