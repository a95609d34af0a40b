import { writeFile } from 'node:fs/promises';
import { createAnalyzer } from '../analysis/analyzer.js';
import { loadJieba } from '../analysis/jieba.js';
import { type AnswerWeights, weightsFile, weightsVersion } from '../answer/weights.js';
import { NianjianError } from '../errors.js';
import {
  blankConfidence,
  calibrationScores,
  chooseThreshold,
  falseAnswers,
  fitConfidence,
  type Judged,
} from '../evaluation/calibrate.js';
import { readGraded, readPassages, readQuestions } from '../evaluation/question-set.js';
import { judgeGraded, judgeHalves, type TrainingTools, trainRankers } from '../evaluation/train.js';
import { lexiconWords } from '../search/question.js';
import { evaluationProgress } from './evaluate.js';
import { exit, extractorOf, openCorpus, readLexicons, type Setting } from './setting.js';

export interface TrainFlags {
  readonly passages?: readonly string[];
  readonly questions?: readonly string[];
  /** `name=folder`: the corpora that graded questions name. */
  readonly corpus?: readonly string[];
  readonly graded?: string;
  readonly out?: string;
  readonly seed?: string;
}

/** `nianjian train`: fits rankers and confidence and writes them with where they come from. */
export async function trainCommand(setting: Setting, flags: TrainFlags): Promise<number> {
  if (!flags.passages?.length || !flags.questions?.length) throw new NianjianError('set-flags');
  const seed = Number(flags.seed ?? 1);
  const ids = new Set<string>();
  const passages = await flatly(flags.passages, (file) => readPassages(file, ids));
  const seen = new Set<string>();
  const questions = await flatly(flags.questions, (file) => readQuestions(file, ids, seen));
  const lexicons = await readLexicons();
  const progress = evaluationProgress();
  const tools: TrainingTools = {
    analyzer: createAnalyzer(loadJieba(), lexiconWords(lexicons)),
    lexicons,
    extract: extractorOf(lexicons),
    onProgress: progress.asked,
  };

  const set = { passages, questions };
  const unfitted = { date: new Date().toISOString().slice(0, 10), sets: [], seed, scores: {} };
  const rankers: AnswerWeights = {
    version: weightsVersion,
    fitted: unfitted,
    ...(await trainRankers([set], seed, tools)),
    confidence: blankConfidence,
    threshold: { yearbooks: 0, passages: 0 },
  };
  const published = await judgeHalves(set, seed, rankers, tools);
  const own = await judgeCorpora(setting, flags, rankers);
  progress.end();
  const confidence = fitConfidence(published, own);
  const threshold = {
    yearbooks: chooseThreshold(own, confidence.yearbooks, falseAnswers.yearbooks),
    passages: chooseThreshold(published, confidence.passages, falseAnswers.passages),
  };
  const scores = {
    ...prefixed('passages', calibrationScores(published, confidence.passages, threshold.passages)),
    ...prefixed('yearbooks', calibrationScores(own, confidence.yearbooks, threshold.yearbooks)),
  };
  const weights: AnswerWeights = {
    ...rankers,
    fitted: {
      ...unfitted,
      sets: [...flags.passages, ...flags.questions, ...(flags.graded ? [flags.graded] : [])].map(
        nameOf,
      ),
      scores,
    },
    confidence,
    threshold,
  };
  const out = flags.out ?? weightsFile;
  await writeFile(out, `${JSON.stringify(weights, null, 2)}\n`).catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new NianjianError('file-unwritable', { reason }, { file: out }, { cause });
  });
  process.stdout.write(`${JSON.stringify(weights.fitted)}\n`);
  return exit.done;
}

function prefixed(prefix: string, scores: Readonly<Record<string, number>>) {
  return Object.fromEntries(
    Object.entries(scores).map(([name, score]) => [`${prefix} ${name}`, score]),
  );
}

async function judgeCorpora(
  setting: Setting,
  { graded, corpus = [] }: TrainFlags,
  weights: AnswerWeights,
): Promise<Judged[]> {
  if (graded === undefined) return [];
  const questions = await readGraded(graded);
  const judged: Judged[] = [];
  for (const pair of corpus) {
    const [name = '', dir = ''] = pair.split('=');
    const { ask } = await openCorpus(setting, dir, { weights });
    const own = questions.filter((question) => question.corpus === name);
    judged.push(...(await judgeGraded(own, ask)));
  }
  return judged;
}

async function flatly<T>(
  files: readonly string[],
  read: (file: string) => Promise<readonly T[]>,
): Promise<T[]> {
  const all: T[] = [];
  for (const file of files) all.push(...(await read(file)));
  return all;
}

/** The last two parts of a path: `cmrc2018-train/passages.jsonl`. */
function nameOf(file: string): string {
  return file.split(/[\\/]/).slice(-2).join('/');
}
