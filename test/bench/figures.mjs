#!/usr/bin/env node
// Speed of the figures: `npm run bench:figures`. Characters a second over real reports, cost a
// character at 1, 10 and 100 times the length, hostile texts, and the number, percentage and
// currency models of another recogniser on the same texts in the same run. The other one stands in
// a package of its own: `npm ci --prefix test/bench/recognizers`.
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const { createExtractor } = await import(join(root, 'dist/src/figures/extract.js'));
const folder = resolve(root, '../shared/eval/texts/reports');

const extract = createExtractor();
const run = (text) => extract(text, { entryId: 'bench', defaultYear: 2022 });

const shared = existsSync(folder);
if (!shared) say('../shared/eval/texts is not there: the bundled volumes stand in for the reports');
const texts = await readAll(shared ? folder : join(root, 'corpus'));
for (const text of texts) run(text);

const prose = overReports();
atLengths();
hostile(prose);
await besideTheOther();

/** Nanoseconds a character, the least of several passes over all reports. */
function overReports() {
  const chars = texts.reduce((sum, text) => sum + text.length, 0);
  let found = 0;
  const ms = least(5, () => {
    found = texts.reduce((sum, text) => sum + run(text).length, 0);
  });
  say(
    `reports: ${texts.length} texts, ${chars} characters, ${found} figures: ` +
      `${(chars / ms / 1000).toFixed(2)} million characters a second`,
  );
  return (ms / chars) * 1e6;
}

/** One report, then it ten and a hundred times in a row: the cost a character must not move. */
function atLengths() {
  const one = texts.find((text) => text.length > 15_000) ?? texts[0];
  const cost = new Map([1, 10, 100].map((times) => [times, Number.POSITIVE_INFINITY]));
  // In turns, so that a slow spell of the machine meets all three lengths.
  for (let round = 0; round < 8; round++)
    for (const times of cost.keys()) {
      const text = one.repeat(times);
      const passes = 100 / times;
      const began = performance.now();
      for (let k = 0; k < passes; k++) run(text);
      const nanoseconds = ((performance.now() - began) / (passes * text.length)) * 1e6;
      cost.set(times, Math.min(cost.get(times), nanoseconds));
    }
  const shown = [...cost].map(([times, ns]) => `${times}× ${ns.toFixed(0)} ns`);
  const most = Math.max(...cost.values()) / Math.min(...cost.values());
  say(
    `a character of ${one.length} characters: ${shown.join(', ')}; most to least ${most.toFixed(2)}`,
  );
}

function hostile(proseNs) {
  const units = [
    ...[
      '1,',
      '一',
      '(',
      '“',
      '、',
      '7',
      '第',
      '分别',
      '((1',
      '第一、',
      '1%、',
      '由1',
      '占',
      '数',
      '—',
    ],
    ...[
      '增长1%,',
      '居全国第',
      '分之',
      '1.',
      '2020年',
      '其中',
      '【',
      '一千',
      '的',
      '比上年',
      '1至',
      '\n',
    ],
  ];
  for (const unit of units) {
    const text = unit.repeat(Math.ceil(2 ** 20 / unit.length));
    run(text.slice(0, 50_000));
    const ms = least(2, () => run(text));
    const ns = (ms / text.length) * 1e6;
    say(
      `hostile ${JSON.stringify(unit).padEnd(10)} ${ns.toFixed(0).padStart(5)} ns a character, ` +
        `${(ns / proseNs).toFixed(2)} of prose`,
    );
  }
}

async function besideTheOther() {
  const name = join(root, 'test/bench/recognizers/node_modules/@microsoft/recognizers-text-suite');
  if (!existsSync(name)) {
    say('the other recogniser is not installed: npm ci --prefix test/bench/recognizers');
    return;
  }
  const { default: suite } = await import(join(name, 'dist/recognizers-text-suite.umd.js'));
  const { recognizeNumber, recognizePercentage, recognizeCurrency } = suite;
  const models = { recognizeNumber, recognizePercentage, recognizeCurrency };
  const cut = texts.map((text) => text.slice(0, 2000));
  const chars = cut.reduce((sum, text) => sum + text.length, 0);
  for (const model of Object.values(models)) model(cut[0], suite.Culture.Chinese);
  let all = 0;
  for (const [title, model] of Object.entries(models)) {
    const ms = least(1, () => {
      for (const text of cut) model(text, suite.Culture.Chinese);
    });
    all += ms;
    say(`other ${title}: ${ms.toFixed(0)} ms for ${chars} characters`);
  }
  const ours = least(5, () => {
    for (const text of cut) run(text);
  });
  say(`all figures by ours: ${ours.toFixed(1)} ms, ${(all / ours).toFixed(0)} times as fast`);
}

function least(rounds, work) {
  let best = Number.POSITIVE_INFINITY;
  for (let k = 0; k < rounds; k++) {
    const began = performance.now();
    work();
    best = Math.min(best, performance.now() - began);
  }
  return best;
}

async function readAll(dir) {
  const names = (await readdir(dir)).filter((name) => name.endsWith('.txt')).sort();
  return Promise.all(names.map((name) => readFile(join(dir, name), 'utf8')));
}

function say(line) {
  process.stdout.write(`${line}\n`);
}
