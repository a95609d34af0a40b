/**
 * One measurement in a process of its own, so that none is disturbed by what another left behind.
 *
 *   node --expose-gc test/bench/engine.mjs build|ask|minisearch|flexsearch DIR
 *
 * DIR holds `passages.jsonl` and `questions.jsonl`; prints one line of JSON.
 */
import { join } from 'node:path';
import { buildOurs, measureOurs } from './ours.mjs';
import { measurePeer } from './peers.mjs';
import { readLines } from './sets.mjs';

const [engine, dir] = process.argv.slice(2);
const passages = readLines(join(dir, 'passages.jsonl'));
const questions = readLines(join(dir, 'questions.jsonl'));
const work = {
  build: () => buildOurs(passages, dir),
  ask: () => measureOurs(passages, questions, dir),
  minisearch: () => measurePeer('minisearch', passages, questions),
  flexsearch: () => measurePeer('flexsearch', passages, questions),
};
process.stdout.write(`${JSON.stringify(await work[engine]())}\n`);
