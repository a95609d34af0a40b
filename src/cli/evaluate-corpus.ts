import { NianjianError } from '../errors.js';
import { compareRuns } from '../evaluation/compare.js';
import { evaluateCorpus, type GradedRun } from '../evaluation/evaluate-corpus.js';
import type { GradedQuestion } from '../evaluation/graded-question.js';
import { readGraded } from '../evaluation/question-set.js';
import { readRun, writeRun } from '../evaluation/run.js';
import type { Generation } from '../library/open.js';
import { type EvaluateFlags, evaluationProgress, reliabilityOf } from './evaluate.js';
import { renderEvaluation } from './evaluation-table.js';
import { explanation } from './explain.js';
import { exit, openCorpus, type Setting } from './setting.js';

/** Measures over a corpus folder and questions with their right answers, and the misses. */
export async function evaluateCorpusCommand(
  setting: Setting,
  corpus: string,
  questionFiles: readonly string[],
  flags: EvaluateFlags,
): Promise<number> {
  const seen = new Set<string>();
  const questions: GradedQuestion[] = [];
  for (const file of questionFiles) questions.push(...(await readGraded(file, seen)));
  const earlier = flags.compare === undefined ? undefined : await readRun(flags.compare);
  const today = flags.today === undefined ? {} : { today: dateOf(flags.today) };

  const generation = await openCorpus(setting, corpus);
  if (flags.explain !== undefined) {
    process.stdout.write(await explain(flags.explain, generation, questions, today));
    return exit.done;
  }
  const progress = evaluationProgress();
  const { result, runs } = await evaluateCorpus(generation, questions, {
    ...today,
    onProgress: progress.asked,
  });
  progress.end();
  if (flags.run !== undefined) await writeRun(flags.run, runs);
  const misses = runs
    .filter(({ fault }) => fault !== null)
    .map(({ id, fault, question }) => ({ id, fault, question }));
  const whole = {
    ...result,
    ...reliabilityOf(runs, ({ fault }) => fault === null, flags),
    ...(earlier && { comparison: { right: compared(runs, earlier) } }),
  };
  process.stdout.write(
    flags.json === true
      ? `${JSON.stringify({ ...whole, misses })}\n`
      : renderEvaluation(whole) +
          misses.map(({ id, fault, question }) => `${id}  ${fault}  ${question}\n`).join(''),
  );
  return exit.done;
}

function compared(runs: readonly GradedRun[], earlier: Awaited<ReturnType<typeof readRun>>) {
  return compareRuns(
    runs.flatMap(({ id, fault }) => {
      const before = earlier.get(id);
      return before === undefined ? [] : [{ id, was: !before.fault, is: fault === null }];
    }),
  );
}

async function explain(
  id: string,
  { ask, index: { store } }: Generation,
  questions: readonly GradedQuestion[],
  options: { readonly today?: Date },
): Promise<string> {
  const question = questions.find((one) => one.id === id);
  if (question === undefined) throw new NianjianError('set-id', { id });
  const headings =
    question.status === 'answered' ? [question.entry, ...(question.entries ?? [])] : [];
  return explanation(
    question.question,
    ask,
    (passage) => store.entry(store.entryOf(passage)).id,
    (passage) => headings.includes(store.title(store.entryOf(passage)).heading),
    options,
  );
}

/** @throws NianjianError `set-today` */
function dateOf(text: string): Date {
  const date = new Date(text);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(date.getTime()))
    throw new NianjianError('set-today', { text });
  return date;
}
