import { createAnalyzer } from '../analysis/analyzer.js';
import { loadJieba } from '../analysis/jieba.js';
import { shippedWeights } from '../answer/weights.js';
import { NianjianError } from '../errors.js';
import { type Comparison, compareRuns } from '../evaluation/compare.js';
import { evaluate, type OpenPassages, openPassages } from '../evaluation/evaluate.js';
import { isAnswered, isHit, type SetRun } from '../evaluation/measures.js';
import {
  type QuestionLine,
  readPassages,
  readQuestions,
  readUnanswerable,
  type UnanswerableLine,
} from '../evaluation/question-set.js';
import { readRun, writeRun } from '../evaluation/run.js';
import { lexiconWords } from '../search/question.js';
import { type EvaluateFlags, evaluationProgress, reliabilityOf } from './evaluate.js';
import { renderEvaluation } from './evaluation-table.js';
import { explanation } from './explain.js';
import { exit, extractorOf, readLexicons } from './setting.js';

/** Measures over question sets; several files of a kind form one index. */
export async function evaluateSetsCommand(
  passageFiles: readonly string[],
  questionFiles: readonly string[],
  unanswerableFiles: readonly string[],
  flags: EvaluateFlags,
): Promise<number> {
  const ids = new Set<string>();
  const passages = await readAll(passageFiles, (file) => readPassages(file, ids));
  if (passages.length === 0) throw new NianjianError('set-empty');
  const seen = new Set<string>();
  const questions = await readAll(questionFiles, (file) => readQuestions(file, ids, seen));
  const unanswerable = await readAll(unanswerableFiles, (file) => readUnanswerable(file, seen));
  const earlier = flags.compare === undefined ? undefined : await readRun(flags.compare);

  const lexicons = await readLexicons();
  const analyzer = createAnalyzer(loadJieba(), lexiconWords(lexicons));
  const open = openPassages(passages, {
    lexicons,
    analyzer,
    extract: extractorOf(lexicons),
    weights: shippedWeights(),
  });
  if (flags.explain !== undefined) {
    process.stdout.write(await explain(flags.explain, open, questions, unanswerable));
    return exit.done;
  }
  const progress = evaluationProgress();
  const { result, runs } = await evaluate(open, questions, unanswerable, progress.asked);
  progress.end();
  if (flags.run !== undefined) await writeRun(flags.run, runs);
  const whole = {
    ...result,
    ...reliabilityOf(runs, (run) => isAnswered(run, run.wanted), flags),
    ...(earlier && { comparison: compared(runs, earlier) }),
  };
  process.stdout.write(
    flags.json === true ? `${JSON.stringify(whole)}\n` : renderEvaluation(whole),
  );
  return exit.done;
}

/** One file after the other, so that the first bad line in their order is the one named. */
async function readAll<T>(
  files: readonly string[],
  read: (file: string) => Promise<readonly T[]>,
): Promise<T[]> {
  const all: T[] = [];
  for (const file of files) all.push(...(await read(file)));
  return all;
}

/** What changed in first passage, lead and silence. */
function compared(
  runs: readonly SetRun[],
  earlier: Awaited<ReturnType<typeof readRun>>,
): Record<string, Comparison> {
  const both = runs.flatMap((run) => {
    const before = earlier.get(run.id);
    return before === undefined ? [] : [{ run, before, wanted: run.wanted }];
  });
  const pairs = (
    judge: (run: SetRun | (typeof both)[number]['before'], wanted: SetRun['wanted']) => boolean,
  ) =>
    both
      .filter(({ wanted }) => wanted !== null)
      .map(({ run, before, wanted }) => ({
        id: run.id,
        was: judge(before, wanted),
        is: judge(run, wanted),
      }));
  const silent = both
    .filter(({ wanted }) => wanted === null)
    .map(({ run, before }) => ({
      id: run.id,
      was: before.status !== 'answered',
      is: run.status !== 'answered',
    }));
  return {
    hitAt1: compareRuns(pairs(isHit)),
    answerSentence: compareRuns(pairs(isAnswered)),
    ...(silent.length > 0 && { silence: compareRuns(silent) }),
  };
}

async function explain(
  id: string,
  { ask, store, passages }: OpenPassages,
  questions: readonly QuestionLine[],
  unanswerable: readonly UnanswerableLine[],
): Promise<string> {
  const answerable = questions.find((question) => question.id === id);
  const found = answerable ?? unanswerable.find((question) => question.id === id);
  if (found === undefined) throw new NianjianError('set-id', { id });
  const gold = answerable?.passages ?? (answerable ? [answerable.passage] : []);
  const idOf = (passage: number) => passages[store.entryOf(passage)]?.id ?? '';
  return explanation(found.question, ask, idOf, (passage) => gold.includes(idOf(passage)));
}
