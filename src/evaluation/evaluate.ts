import type { Analyzer } from '../analysis/analyzer.js';
import type { Lexicons } from '../analysis/lexicons.js';
import { createAsk } from '../answer/ask.js';
import { answerThreshold } from '../answer/confidence.js';
import type { FigureExtractor } from '../figures/extract.js';
import { buildCorpusIndex } from '../index/corpus-index.js';
import type { StoredEntry } from '../index/store.js';
import type { VolumeInfo } from '../reading/volume.js';
import { passagesAndSentences } from '../segment/passages.js';
import { type Measures, measure, type Run } from './measures.js';
import type { PassageLine, QuestionLine, UnanswerableLine } from './question-set.js';

export interface Evaluation {
  readonly passages: readonly PassageLine[];
  readonly questions: readonly QuestionLine[];
  readonly unanswerable: readonly UnanswerableLine[];
  readonly analyzer: Analyzer;
  readonly lexicons: Lexicons;
  readonly extract: FigureExtractor;
  /** Told after every hundred questions. */
  readonly onProgress?: (done: number, total: number) => void;
}

export interface EvaluationResult extends Measures {
  readonly passages: number;
  /** Cutting, extracting and indexing; the dictionary's loading not included. */
  readonly buildMs: number;
  /** Resident memory of the process at the end. */
  readonly rssMb: number;
}

/** Indexes the passages and asks every question of them, one at a time. */
export async function evaluate(
  evaluation: Evaluation,
): Promise<{ readonly result: EvaluationResult; readonly runs: readonly Run[] }> {
  const { passages, questions, unanswerable, analyzer, lexicons, extract, onProgress } = evaluation;
  analyzer.terms('预热'); // the dictionary loads at the first cut
  const began = performance.now();
  const { index } = buildCorpusIndex([volume], passages.map(entryOf(extract)), analyzer);
  const buildMs = performance.now() - began;

  const ask = createAsk(index, analyzer, lexicons);
  const runs: Run[] = [];
  const total = questions.length + unanswerable.length;
  const run = async (id: string, question: string, wanted: Run['wanted']) => {
    let trace: Pick<Run, 'ranked' | 'lead'> = { ranked: [], lead: '' };
    const answer = await ask(question, {
      onTrace: ({ entries, lead }) => {
        const ranked = entries.slice(0, 10).map(({ entry, score }) => ({
          id: passages[entry]?.id ?? '',
          score,
        }));
        trace = { ranked, lead };
      },
    });
    const { confidence, status, tookMs } = answer;
    runs.push({ id, ...trace, confidence, status, tookMs, wanted });
    if (runs.length % 100 === 0) onProgress?.(runs.length, total);
  };
  for (const { id, question, passage, passages: all, answers } of questions) {
    await run(id, question, { passages: all ?? [passage], answers });
  }
  for (const { id, question } of unanswerable) await run(id, question, null);
  const rssMb = process.memoryUsage().rss / 2 ** 20;
  return {
    result: { passages: passages.length, ...measure(runs, answerThreshold), buildMs, rssMb },
    runs,
  };
}

/** All passages stand in one volume that nothing is known of. */
const volume: VolumeInfo = { title: '', name: '', edition: null, year: null, region: null };

function entryOf(extract: FigureExtractor): (passage: PassageLine, number: number) => StoredEntry {
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
