#!/usr/bin/env node
// What finding headings costs: `node --expose-gc test/bench/headings.mjs` after `npm run build`.
// The titles of the published passages as they are; 100,000 copies of them; 100,000 that all differ.
// Times by the processor: others at work on the machine do not count.
import { built, megabytes, memoryHeld, openAnalyzer, stopwatch } from './measure.mjs';
import { readPassages, sampleOf, setsAreThere, withCopies } from './sets.mjs';

if (!setsAreThere) throw new Error('The published question sets are not at hand.');
const { buildSectionTables } = await built('index/key-table.js');
const { flexsearchSections } = await built('index/flexsearch-sections.js');
const { sectionKeysOf, questionKeys } = await built('analysis/section-keys.js');
const { spell } = await built('analysis/pinyin.js');
const { normalise } = await built('text/normalise.js');
const { analyzer } = await openAnalyzer();

const passages = readPassages(['cmrc2018-train', 'drcd-dev']);
const titles = passages.map(({ title, text }) => title ?? text.slice(0, 12));
const many = 100_000;
const cut = (text) => analyzer.words(normalise(text)).map((word) => word.text);
await measure(`${titles.length} titles`, titles);
await measure(
  '100,000 of them',
  Array.from({ length: many }, (_, i) => titles[i % titles.length]),
);
// Copies of titles with other words in them, and a number where two would still be alike.
const copies = [...withCopies(passages, many, cut)].map(
  ({ title, text }) => title || text.slice(0, 12),
);
const seen = new Map();
const different = copies.map((title) => {
  const times = (seen.get(title) ?? 0) + 1;
  seen.set(title, times);
  return times === 1 ? title : `${title}${times}`;
});
await measure('100,000, all different', different);

async function measure(name, headings) {
  const keysOf = sectionKeysOf(analyzer, spell);
  const tables = buildSectionTables(
    headings.map((heading, id) => ({ id, keys: keysOf(heading, []) })),
  );
  const arrays = Object.values(tables).flatMap((table) => Object.values(table));
  const before = memoryHeld();
  const index = flexsearchSections(tables);
  const longest = { ms: 0 };
  let last = process.cpuUsage();
  const ready = await cpuMs(() =>
    index.prepare(() => {
      const { user, system } = process.cpuUsage(last);
      longest.ms = Math.max(longest.ms, (user + system) / 1000);
      last = process.cpuUsage();
      return undefined;
    }),
  );
  const asked = sampleOf(headings, 2000).map((heading) => normalise(heading));
  const first = await p50(asked.slice(0, 20), (text) => ({ word: [text] }), index);
  const times = [];
  for (const keysFor of [
    (text) => ({ word: questionKeys(text, analyzer, spell).word }),
    (text) => ({ pinyin: questionKeys(text, analyzer, spell).pinyin }),
    (text) => ({ edit: [`${text.slice(0, 1)}某${text.slice(2)}`] }),
  ]) {
    await p50(asked, keysFor, index);
    times.push(await p50(asked, keysFor, index));
  }
  const held = memoryHeld() - before;
  const size = arrays.reduce((sum, { byteLength }) => sum + byteLength, 0);
  const line = [
    name,
    tables.name.starts.length - 1,
    `${megabytes(size).toFixed(1)} MB`,
    `${megabytes(held).toFixed(1)} MB`,
    `${ready.toFixed(0)} ms (${longest.ms.toFixed(1)} ms)`,
    `${(first * 1000).toFixed(0)} µs`,
    `${times.map((ms) => (ms * 1000).toFixed(0)).join(', ')} µs`,
  ].join(' | ');
  process.stdout.write(`${line}\n`);
}

async function p50(texts, keysFor, index) {
  const watch = stopwatch();
  for (const text of texts) {
    const keys = keysFor(text);
    await watch.time(() => index.find(keys, 50));
  }
  return watch.quantiles().cpu.p50;
}

async function cpuMs(work) {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
