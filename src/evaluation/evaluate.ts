import type { Analyzer } from '../analysis/analyzer.js';
import type { Lexicons } from '../analysis/lexicons.js';
import { type Ask, createAsk } from '../answer/ask.js';
import type { AnswerWeights } from '../answer/weights.js';
import type { FigureExtractor } from '../figures/extract.js';
import { buildCorpusIndex, type CorpusIndex } from '../index/corpus-index.js';
import type { EntryInput, Store } from '../index/store.js';
import type { VolumeInfo } from '../reading/volume.js';
import { passagesAndSentences } from '../segment/passages.js';
import { type Measures, measure, type SetRun, type Wanted } from './measures.js';
import type { PassageLine, QuestionLine, UnanswerableLine } from './question-set.js';
import { runQuestion } from './run.js';

/** What passages are indexed with. */
export interface PassageTools {
  readonly analyzer: Analyzer;
  readonly lexicons: Lexicons;
  readonly extract: FigureExtractor;
  readonly weights: AnswerWeights;
}

/** Passages made ready to be asked. */
export interface OpenPassages {
  readonly ask: Ask;
  readonly store: Store;
  readonly passages: readonly PassageLine[];
  /** Cutting, extracting and indexing; the dictionary's loading not included. */
  readonly buildMs: number;
  /** Confidence from which on an answer is given. */
  readonly threshold: number;
}

export interface EvaluationResult extends Measures {
  readonly passages: number;
  readonly buildMs: number;
  /** Resident memory of the process at the end. */
  readonly rssMb: number;
}

/** Indexes each passage as one entry, its title as heading, all in one volume. */
export function openPassages(
  passages: readonly PassageLine[],
  { analyzer, lexicons, extract, weights }: PassageTools,
): OpenPassages {
  analyzer.terms('预热'); // the dictionary loads at the first cut
  const began = performance.now();
  const index = indexPassages(passages, analyzer, extract);
  const buildMs = performance.now() - began;
  return {
    ask: createAsk(index, analyzer, lexicons, weights),
    store: index.store,
    passages,
    buildMs,
    threshold: weights.threshold.passages,
  };
}

/** An index of passages alone. */
export function indexPassages(
  passages: readonly PassageLine[],
  analyzer: Analyzer,
  extract: FigureExtractor,
): CorpusIndex {
  return buildCorpusIndex([volume], passages.map(entryOf(extract)), analyzer).index;
}

/**
 * Asks every question, one at a time.
 * @param onProgress told after each question
 */
export async function evaluate(
  { ask, passages, buildMs, threshold }: OpenPassages,
  questions: readonly QuestionLine[],
  unanswerable: readonly UnanswerableLine[],
  onProgress?: (done: number, total: number) => void,
): Promise<{ readonly result: EvaluationResult; readonly runs: readonly SetRun[] }> {
  const asked: { id: string; question: string; wanted: Wanted }[] = [
    ...questions.map(({ id, question, passage, passages: all, answers }) => ({
      id,
      question,
      wanted: { passages: all ?? [passage], answers },
    })),
    ...unanswerable.map(({ id, question }) => ({ id, question, wanted: null })),
  ];
  const runs: SetRun[] = [];
  for (const one of asked) {
    const { run } = await runQuestion(one, ask, (entry) => passages[entry]?.id ?? '');
    runs.push({ ...run, wanted: one.wanted });
    onProgress?.(runs.length, asked.length);
  }
  const rssMb = process.memoryUsage().rss / 2 ** 20;
  return {
    result: { passages: passages.length, ...measure(runs, threshold), buildMs, rssMb },
    runs,
  };
}

/** All passages stand in one volume that nothing is known of. */
const volume: VolumeInfo = { title: '', name: '', edition: null, year: null, region: null };

function entryOf(extract: FigureExtractor): (passage: PassageLine, number: number) => EntryInput {
  return ({ title, text }, number) => {
    const id = number.toString(36);
    const heading = title ?? '';
    return {
      id,
      volume: 0,
      path: [],
      heading,
      text,
      author: null,
      source: { file: '', line: number + 1, start: 0, end: text.length },
      origin: [],
      ...passagesAndSentences(text),
      figures: extract(text, { entryId: id, defaultYear: null, heading }),
    };
  };
}
