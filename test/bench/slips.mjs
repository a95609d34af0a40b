#!/usr/bin/env node
// How many training questions still find the right entry with one slip of the pen, and typed in
// pinyin: `node test/bench/slips.mjs` after `npm run build`. Slips are drawn from a fixed seed.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pinyin } from 'pinyin-pro';

const root = resolve(import.meta.dirname, '../..');
const { openGeneration } = await import(join(root, 'dist/src/library/open.js'));
const folders = { sample: resolve(root, '../shared/corpus'), bundled: join(root, 'corpus') };
const today = new Date('2026-11-24');

let state = 7;
const below = (n) => {
  state = (state * 48271) % 2147483647;
  return state % n;
};

const isHan = (unit) => /[\u4e00-\u9fff]/.test(unit);
const soundOf = (text) => pinyin(text, { toneType: 'none', type: 'array', v: true });
const characters = [
  ...new Set(await readFile(join(folders.bundled, '广东年鉴样卷-2025.txt'), 'utf8')),
].filter(isHan);

/** The question with something else in the place of one content character, or null. */
const changed = (question, change) => {
  const places = [...question]
    .map((_, i) => i)
    .filter((i) => isHan(question[i]) && !/[请问的是了多少哪年吗呢几]/.test(question[i]));
  if (places.length === 0) return null;
  const i = places[below(places.length)];
  const other = change(question[i]);
  return other === null ? null : question.slice(0, i) + other + question.slice(i + 1);
};
const any = () => characters[below(characters.length)];
const spelled = (between) => (question) =>
  question.replace(/[\u4e00-\u9fff]+/g, (run) => ` ${soundOf(run).join(between)} `).trim();

const slips = {
  none: (question) => question,
  'same sound': (question) =>
    changed(question, (unit) => {
      const [sound] = soundOf(unit);
      const others = characters.filter((other) => other !== unit && soundOf(other)[0] === sound);
      return others[below(others.length || 1)] ?? null;
    }),
  wrong: (question) => changed(question, any),
  missing: (question) => changed(question, () => ''),
  extra: (question) => changed(question, (unit) => any() + unit),
  doubled: (question) => changed(question, (unit) => unit + unit),
  pinyin: spelled(''),
  'pinyin by syllables': spelled(' '),
};

const questions = (await readFile(join(root, 'test/questions/training.jsonl'), 'utf8'))
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line))
  .filter(({ corpus }) => existsSync(folders[corpus]));
const asks = {};
for (const corpus of new Set(questions.map((question) => question.corpus))) {
  const lexiconDir = join(root, 'corpus/lexicons');
  const corpusDir = folders[corpus];
  asks[corpus] = (await openGeneration({ corpusDir, snapshotDir: null, lexiconDir })).ask;
}

for (const [slip, of] of Object.entries(slips)) {
  const counts = { answerable: 0, right: 0, unanswerable: 0, silent: 0, corrected: 0 };
  for (const { corpus, question, status, entry, volume } of questions) {
    const typed = of(question);
    if (typed === null) continue;
    const answer = await asks[corpus](typed, { today });
    if (answer.interpreted !== null) counts.corrected++;
    if (status === 'no-answer') {
      counts.unanswerable++;
      if (answer.status === 'no-answer') counts.silent++;
    } else {
      counts.answerable++;
      const of = answer.entry;
      if (of?.heading === entry && (volume === undefined || of.volume === volume)) counts.right++;
    }
  }
  process.stdout.write(`${JSON.stringify({ slip, ...counts })}\n`);
}
