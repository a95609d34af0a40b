#!/usr/bin/env node
// Draws extracted figures and paragraphs for judging by hand against the guide:
//   node test/figures/draw.mjs --seed 1            200 figures with their sentence and every field
//   node test/figures/draw.mjs --seed 1 --paragraphs   20 paragraphs with what was found in them
// Reads ../shared/eval/texts as the reader decodes it; run `npm run build` before.
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const root = resolve(import.meta.dirname, '../..');
const folder = resolve(root, '../shared/eval/texts');
const { values: flags } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    paragraphs: { type: 'boolean', default: false },
    count: { type: 'string' },
  },
});

if (!existsSync(folder)) {
  process.stdout.write('../shared/eval/texts is not there: nothing to draw from\n');
  process.exit(0);
}

/** A digit, or Chinese numerals that are no mere 一: what a paragraph must hold to be judged. */
const NUMBER = /[0-9０-９]|百分之|[一二三四五六七八九十百千万亿两]{2}|[二两三四五六七八九十]/;

const { readTextFile } = await import(join(root, 'dist/src/reading/decode.js'));
const { createExtractor } = await import(join(root, 'dist/src/figures/extract.js'));

const extract = createExtractor();
const random = mulberry32(Number(flags.seed));
const texts = [];
for (const kind of ['reports', 'provinces', 'gbk', 'html']) {
  for (const name of readdirSync(join(folder, kind)).sort()) {
    const { text } = await readTextFile(join(folder, kind, name));
    // A report of year N tells of year N - 1, as a yearbook does.
    const year = Number(/(?:19|20)\d{2}/.exec(name)?.[0]) - 1;
    texts.push({ name, text, figures: extract(text, { entryId: name, defaultYear: year }) });
  }
}

if (flags.paragraphs) drawParagraphs(Number(flags.count ?? 20));
else drawFigures(Number(flags.count ?? 200));

function drawFigures(count) {
  const all = texts.flatMap((from) => from.figures.map((figure) => ({ from, figure })));
  process.stdout.write(`${all.length} figures in ${texts.length} texts\n`);
  drawn(all, count).forEach(({ from, figure }, i) => {
    const { text } = from;
    const before = text.slice(Math.max(0, figure.start - 90), figure.start);
    const after = text.slice(figure.end, figure.end + 40);
    process.stdout.write(
      `\n${i + 1} ${from.name}\n  ${`${before}⟦${figure.span}⟧${after}`.replace(/\s*\n\s*/g, '⏎')}\n  ${brief(figure)}\n`,
    );
  });
}

function drawParagraphs(count) {
  const seen = new Set();
  const all = texts.flatMap((from) =>
    paragraphsOf(from.text)
      .filter(({ start, end }) => !seen.has(from.text.slice(start, end)))
      .map((paragraph) => {
        seen.add(from.text.slice(paragraph.start, paragraph.end));
        return { from, paragraph };
      }),
  );
  drawn(all, count).forEach(({ from, paragraph: { start, end } }, i) => {
    process.stdout.write(`\n${i + 1} ${from.name} ${start}\n${from.text.slice(start, end)}\n`);
    for (const figure of from.figures)
      if (figure.start >= start && figure.end <= end)
        process.stdout.write(`  - ${brief(figure)}\n`);
  });
}

/** Lines long enough to be prose, with a number in them, none twice. */
function paragraphsOf(text) {
  return [...text.matchAll(/[^\n]+/g)]
    .filter(([line]) => line.length >= 60 && NUMBER.test(line))
    .filter(([line]) => !line.includes('<'))
    .map((hit) => ({ start: hit.index, end: hit.index + hit[0].length }));
}

/** The fields the guide defines, those that are set. */
function brief(figure) {
  const fields = {
    ...{ span: figure.span, value: figure.values ?? figure.value, high: figure.valueHigh },
    ...{ unit: figure.unit, indicator: figure.indicator, change: figure.change },
    ...{ word: figure.changeWord, direction: figure.direction, approx: figure.approx },
    ...{ bound: figure.bound, base: figure.base, shareOf: figure.shareOf },
    rank:
      figure.rank && `${figure.rank.scope} ${figure.rank.position}${figure.rank.within ? '-' : ''}`,
    ...{ year: figure.year, from: figure.yearFrom, period: figure.period, kind: figure.kind },
    target: figure.target,
  };
  return Object.entries(fields)
    .filter(([, value]) => value != null)
    .map(([key, value]) => (key === 'span' ? `⟦${value}⟧` : `${key}=${value}`))
    .join(' ');
}

/** `count` of the items in the order drawn (Fisher-Yates, cut short). */
function drawn(items, count) {
  const pool = [...items];
  const taken = Math.min(count, pool.length);
  for (let i = 0; i < taken; i++) {
    const k = i + Math.floor(random() * (pool.length - i));
    [pool[i], pool[k]] = [pool[k], pool[i]];
  }
  return pool.slice(0, taken);
}

/** The generator of that name: small, seeded, the same on every machine. */
function mulberry32(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
