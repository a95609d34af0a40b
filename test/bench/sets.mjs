import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The project's own folder, and the published question sets where they are at hand. */
export const root = resolve(import.meta.dirname, '../..');
const shared = resolve(root, '../shared/eval/retrieval');
export const setsAreThere = existsSync(shared);

/** Passages {id, title?, text} of several sets. */
export function readPassages(names) {
  return names.flatMap((name) => readLines(join(shared, name, 'passages.jsonl')));
}

/** Questions {question, gold: passage ids} of several sets. */
export function readQuestions(names) {
  return names
    .flatMap((name) => readLines(join(shared, name, 'questions.jsonl')))
    .map(({ question, passage, passages }) => ({ question, gold: passages ?? [passage] }));
}

export function readLines(file) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

/**
 * The passages, and after them perturbed copies up to `count`: half of the words of each, those of
 * its title too, are exchanged for words of any passage, as often as they are used there. Terms
 * keep their distribution, few copies answer their original's questions, and the seed is fixed.
 *
 * @param cut a text as words
 */
export function* withCopies(passages, count, cut) {
  yield* passages.slice(0, count);
  const next = random(20_240_601);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const words = passages.map(({ title, text }) => ({ title: cut(title ?? ''), text: cut(text) }));
  const pool = words.flatMap(({ text }) => text).filter((word) => han.test(word));
  const exchanged = (own) =>
    own.map((word) => (han.test(word) && next() < 0.5 ? pick(pool) : word)).join('');
  for (let i = passages.length; i < count; i++) {
    const { title, text } = words[i % passages.length];
    yield { id: `copy ${i}`, title: exchanged(title), text: exchanged(text) };
  }
}

const han = /^[\u4e00-\u9fff]+$/;

/** `count` of a list, evenly spread. */
export function sampleOf(list, count) {
  if (list.length <= count) return list;
  return Array.from({ length: count }, (_, i) => list[Math.floor((i * list.length) / count)]);
}

/** Numbers from 0 to 1, the same for a seed (mulberry32). */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
