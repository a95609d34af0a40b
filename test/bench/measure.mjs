import { join } from 'node:path';
import { root } from './sets.mjs';

/** A module of the built project. */
export const built = (path) => import(join(root, 'dist/src', path));

/** heapUsed and arrayBuffers after garbage collection, in bytes. */
export function memoryHeld() {
  for (let i = 0; i < 3; i++) globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

export const megabytes = (bytes) => bytes / 2 ** 20;

/** Milliseconds and the result of some work, which may be asynchronous. */
export async function timed(work) {
  const began = performance.now();
  const result = await work();
  return { ms: performance.now() - began, result };
}

/**
 * Asks each question once, one at a time, after a warm-up long enough for the compiler to settle.
 *
 * @returns half and 99 of 100 of the times, by the clock and by the processor, and the answers
 */
export async function latencies(questions, ask) {
  for (const question of questions.slice(0, 2000)) await ask(question);
  const watch = stopwatch();
  const answers = [];
  for (const question of questions) answers.push(await watch.time(() => ask(question)));
  return { ...watch.quantiles(), answers };
}

/**
 * Times some work in ms. Time by the processor leaves out what else the machine is doing, which
 * on a busy one is most of the slowest hundredth; nothing that is asked here waits.
 */
export function stopwatch() {
  const clock = [];
  const cpu = [];
  return {
    time: async (work) => {
      const before = process.cpuUsage();
      const began = performance.now();
      const result = await work();
      clock.push(performance.now() - began);
      const { user, system } = process.cpuUsage(before);
      cpu.push((user + system) / 1000);
      return result;
    },
    quantiles: () => ({ clock: quantiles(clock), cpu: quantiles(cpu) }),
  };
}

function quantiles(times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.ceil(sorted.length * share) - 1];
  return { p50: at(0.5), p99: at(0.99) };
}

/** Share of the questions whose answer, a list of passage ids, holds a gold one among the first. */
export function share(questions, answers, first) {
  const right = questions.filter(({ gold }, i) =>
    answers[i].slice(0, first).some((id) => gold.includes(id)),
  );
  return right.length / questions.length;
}

/** The analyzer of the bundled lexicons, with the time spent in cutting told apart. */
export async function openAnalyzer() {
  const { createAnalyzer } = await built('analysis/analyzer.js');
  const { loadJieba } = await built('analysis/jieba.js');
  const { loadLexicons } = await built('analysis/lexicons.js');
  const { lexiconWords } = await built('search/question.js');
  const lexicons = await loadLexicons([join(root, 'corpus/lexicons')]);
  const { ms: dictionaryMs, result: analyzer } = await timed(() => {
    const loaded = createAnalyzer(loadJieba(), lexiconWords(lexicons));
    loaded.terms('预热');
    return loaded;
  });
  const spent = { ms: 0 };
  const counted =
    (cut) =>
    (...args) => {
      const began = performance.now();
      const result = cut(...args);
      spent.ms += performance.now() - began;
      return result;
    };
  const timedAnalyzer = {
    ...analyzer,
    terms: counted(analyzer.terms),
    words: counted(analyzer.words),
  };
  return { lexicons, analyzer, timedAnalyzer, spent, dictionaryMs };
}
