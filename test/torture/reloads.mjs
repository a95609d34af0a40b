#!/usr/bin/env node
import { readFileSync } from 'node:fs';
// Reloads under a steady load of questions, in the process that answers. Every reload finds a
// fifth of the volumes changed, with another mark in their text. Ends with one line of JSON.
// RELOADS (50), ENTRIES (20000), RATE (questions a second, 200), QUIET_MS (20000).
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createQuestions, fileOf, volumeText } from './corpora.mjs';

const root = resolve(import.meta.dirname, '../..');
const from = (path) => import(join(root, 'dist/src/library', path));
const { Keeper } = await from('keeper.js');
const { Library } = await from('service.js');
const { DatedLog } = await from('dated-log.js');
const { buildInProcess } = await from('build-process.js');

const reloads = Number(process.env.RELOADS ?? 50);
const entries = Number(process.env.ENTRIES ?? 20_000);
const rate = Number(process.env.RATE ?? 200);
const files = 20;

const work = await mkdtemp(join(tmpdir(), 'nianjian-reloads-'));
const corpusDir = join(work, 'corpus');
const dataDir = join(work, 'data');
const stop = new AbortController();
const library = new Library();
const keeper = new Keeper({
  library,
  corpusDir,
  lexiconDir: join(root, 'corpus/lexicons'),
  dataDir,
  keep: 3,
  maxLostShare: 0.2,
  build: (order, onStep) =>
    buildInProcess(order, {
      program: join(root, 'dist/src/library/build-main.js'),
      signal: stop.signal,
      ...(onStep && { onStep }),
    }),
  audit: new DatedLog({ file: join(dataDir, 'audit.jsonl'), days: 30, onError: fail }),
  onProblem: (problem) => fail(new Error(problem.code)),
});

const failures = [];
function fail(error) {
  failures.push(String(error?.stack ?? error));
}
process.on('unhandledRejection', fail);

/** More than there are generations kept, so that none is found on disk again. */
const variants = 5;
const markOf = (f, variant) => `甲${f * variants + variant}乙`;
const stash = (f, variant) => join(work, `${f}-${variant}.txt`);
/** By the number of a generation, the variant of each volume. */
const marks = new Map();

let mixed = 0;
let asked = 0;
/** One question, its entry opened and its contents turned, all of one generation. */
async function question(text, times) {
  const began = performance.now();
  const serving = library.now;
  asked++;
  try {
    const answer = await serving.ask(text);
    times.push(performance.now() - began);
    // Opening the others costs as much as a tenth of an answer: now and then is enough.
    const others = asked % 5 === 0 ? answer.alternatives : [];
    const seen = [answer.entry, ...others.map(({ id }) => serving.catalogue.entry(id))].filter(
      (one) => one !== null,
    );
    const own = marks.get(serving.number);
    for (const { volume, text } of seen) {
      const f = Number(/(\d+)卷/.exec(volume)[1]) - 2000;
      const found = text.match(/甲\d+乙/g) ?? [];
      if (found.length === 0 || found.some((mark) => mark !== markOf(f, own[f]))) mixed++;
    }
    if (answer.lead !== null && !answer.entry.text.includes(answer.lead.text)) mixed++;
  } catch (error) {
    fail(error);
  }
}

/** Processor time of the main thread, in ms, where the system tells: others at work do not count. */
function ownMs() {
  try {
    const told = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8');
    return Number(told.split(' ')[0]) / 1e6;
  } catch {
    return 0;
  }
}

/** The longest that the loop did not turn, by that clock. */
let longestOwnMs = 0;

/** Whether garbage is collected for the memory to be read, or what waited meanwhile is worked off. */
let collecting = false;
let collectingNow = false;

/**
 * At even intervals, however long answers take; the latency counts from when it was due. No answer
 * that waited for the trial's own collecting counts: no reload is under way then.
 */
function load(times) {
  const next = createQuestions(7, { entries, files });
  let due = performance.now();
  let open = 0;
  let running = true;
  let last = ownMs();
  const tick = () => {
    if (!running) return;
    const now = ownMs();
    longestOwnMs = Math.max(longestOwnMs, now - last);
    last = now;
    while (due <= performance.now()) {
      const late = performance.now() - due;
      if (!collectingNow && open === 0 && late < 5) collecting = false;
      const counts = !collecting;
      const own = [];
      open++;
      void question(next(), own).then(() => {
        open--;
        if (counts && own.length > 0) times.push(own[0] + late);
      });
      due += 1000 / rate;
    }
    setTimeout(tick, Math.max(0, due - performance.now()));
  };
  tick();
  return async () => {
    running = false;
    while (open > 0) await new Promise((done) => setTimeout(done, 5));
  };
}

const at = (sorted, share) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
const summary = (times) => {
  const sorted = [...times].sort((a, b) => a - b);
  return { n: sorted.length, p50: at(sorted, 0.5), p99: at(sorted, 0.99), most: sorted.at(-1) };
};
const shown = (values) =>
  Object.entries(values)
    .map(([name, value]) => `${name} ${Number.isInteger(value) ? value : value.toFixed(1)}`)
    .join(', ');

async function memory() {
  const longest = longestOwnMs;
  collecting = true;
  collectingNow = true;
  for (let i = 0; i < 4; i++) {
    globalThis.gc?.();
    await new Promise((done) => setTimeout(done, 50));
  }
  collectingNow = false;
  longestOwnMs = longest;
  const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
  return { rssMb: rss / 2 ** 20, heapMb: heapUsed / 2 ** 20, buffersMb: arrayBuffers / 2 ** 20 };
}

await mkdir(corpusDir, { recursive: true });
for (let f = 0; f < files; f++) {
  for (let variant = 0; variant < variants; variant++) {
    await writeFile(stash(f, variant), volumeText(f, entries / files, markOf(f, variant)));
  }
  await copyFile(stash(f, 0), join(corpusDir, fileOf(f)));
}
let now = Array.from({ length: files }, () => 0);
await keeper.start();
marks.set(library.now.number, now);
process.stdout.write(`${entries} entries, ${rate} questions a second\n`);

// What a question costs where nothing else happens, for as long as some reloads take.
const quiet = [];
const warm = load([]);
await new Promise((done) => setTimeout(done, 3000));
await warm();
const stopQuiet = load(quiet);
await new Promise((done) => setTimeout(done, Number(process.env.QUIET_MS ?? 20_000)));
await stopQuiet();
const before = summary(quiet);
process.stdout.write(`without reloads, ms: ${shown(before)}\n`);

const busy = [];
const longestQuietMs = longestOwnMs;
longestOwnMs = 0;
const delay = monitorEventLoopDelay({ resolution: 1 });
const stopBusy = load(busy);
let afterFifth;
const took = [];
for (let n = 1; n <= reloads; n++) {
  now = now.map((variant, f) => (f % 5 === n % 5 ? (variant + 1) % variants : variant));
  for (let f = n % 5; f < files; f += 5) {
    await copyFile(stash(f, now[f]), join(corpusDir, fileOf(f)));
  }
  // Known before it serves: a question may meet it at once.
  const number = Math.max(...marks.keys()) + 1;
  marks.set(number, now);
  delay.enable();
  const outcome = await keeper.reload({ id: null, name: 'torture' });
  delay.disable();
  if (outcome.kind !== 'reloaded' || outcome.number !== number) fail(JSON.stringify(outcome));
  else took.push(outcome.tookMs);
  if (n === 5) afterFifth = await memory();
  if (n % 10 === 0) process.stdout.write(`${n} reloads, ${shown(await memory())}\n`);
}
await stopBusy();
const during = summary(busy);
const last = await memory();
stop.abort();
await rm(work, { recursive: true, force: true });

const ratio = during.p99 / before.p99;
const growth = afterFifth === undefined ? 0 : last.rssMb / afterFifth.rssMb - 1;
process.stdout.write(
  [
    `with reloads, ms: ${shown(during)}; p99 ${ratio.toFixed(2)} times that without`,
    `reloads took, s: ${shown(summary(took.map((ms) => ms / 1000)))}`,
    `event loop held up, ms: ${shown({ p99: delay.percentile(99) / 1e6, most: delay.max / 1e6 })}`,
    `longest turn of the loop in time of its own, questions included, ms: ${shown({ without: longestQuietMs, with: longestOwnMs })}`,
    `memory after the fifth: ${afterFifth ? shown(afterFifth) : '-'}; after the last: ${shown(last)}; ${(growth * 100).toFixed(1)} %`,
    `${asked} questions, ${failures.length} failed, ${mixed} mixed`,
    '',
  ].join('\n'),
);
process.stdout.write(
  failures
    .slice(0, 3)
    .map((line) => `${line}\n`)
    .join(''),
);
process.stdout.write(
  `${JSON.stringify({ reloads: took.length, asked, failed: failures.length, mixed, ratio, growth })}\n`,
);
