#!/usr/bin/env node
import { readFileSync } from 'node:fs';
// What loading a generation costs those who ask meanwhile: `node test/bench/loading.mjs` after
// `npm run build`. Generations are loaded without a pause between them; a reload of the bot loads
// for a small part of its time. Measured in time of the thread that answers, as if it had a
// processor for itself, so that a busy machine does not count: only what it does itself does.
// ENTRIES (20000), RATE (questions a second, 150), QUESTIONS (2000). Linux alone.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createQuestions, fileOf, volumeText } from '../torture/corpora.mjs';
import { built } from './measure.mjs';
import { root } from './sets.mjs';

const entries = Number(process.env.ENTRIES ?? 20_000);
const rate = Number(process.env.RATE ?? 150);
const count = Number(process.env.QUESTIONS ?? 2000);
const files = 20;
const { buildGeneration } = await built('library/builder.js');
const { loadGeneration } = await built('library/load.js');

const dir = await mkdtemp(join(tmpdir(), 'nianjian-loading-'));
const corpusDir = join(dir, 'corpus');
await mkdir(corpusDir);
for (let f = 0; f < files; f++) {
  await writeFile(join(corpusDir, fileOf(f)), volumeText(f, entries / files, `甲${f}乙`));
}
const { snapshot } = await buildGeneration(
  {
    ...{ corpusDir, dataDir: dir, over: {}, before: null, maxLostShare: null },
    ...{ previewOnly: false, focus: null, heldBack: null },
    lexiconDir: join(root, 'corpus/lexicons'),
  },
  () => {},
);

let idleMs = 0;
/** The thread's own time, and what it would have waited for the next question. */
const now = () => ownMs() + idleMs;
let serving = await loadGeneration(join(dir, snapshot));
const next = createQuestions(7, { entries, files });

await ask(1000, false);
const alone = await ask(count, false);
const beside = await ask(count, true);
await rm(dir, { recursive: true, force: true });
report('without loading', alone);
report(`while ${beside.loads} generations were loaded`, beside);
process.stdout.write(`p99 ${(beside.p99 / alone.p99).toFixed(2)} times that without\n`);
process.exit();

/** Questions at even intervals, however long answers take; times count from when each was due. */
async function ask(questions, loading) {
  const times = [];
  let due = now();
  let open = 0;
  let asked = 0;
  let loads = 0;
  let running = true;
  const loader = (async () => {
    while (loading && running) {
      serving = await loadGeneration(join(dir, snapshot));
      loads++;
    }
  })();
  await new Promise((done) => {
    const turn = () => {
      for (const until = now(); due <= until && asked < questions; due += 1000 / rate) {
        const since = due;
        open++;
        asked++;
        void serving.ask(next()).then(() => {
          open--;
          times.push(now() - since);
        });
      }
      if (asked === questions && open === 0) return done();
      // Beside loading the turns themselves are the time that passes.
      if (!loading && open === 0) idleMs += Math.max(0, due - now());
      setImmediate(turn);
    };
    turn();
  });
  running = false;
  await loader;
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.ceil(times.length * share) - 1];
  return { p50: at(0.5), p90: at(0.9), p99: at(0.99), most: at(1), loads };
}

function report(name, { p50, p90, p99, most }) {
  const shown = [p50, p90, p99, most].map((ms) => ms.toFixed(1)).join(', ');
  process.stdout.write(`${name}: p50, p90, p99, most ${shown} ms\n`);
}

/** Processor time of the main thread. */
function ownMs() {
  const told = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8');
  return Number(told.split(' ')[0]) / 1e6;
}
