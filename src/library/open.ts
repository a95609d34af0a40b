import { join } from 'node:path';
import { loadJieba } from '../analysis/jieba.js';
import { type Ask, createAsk } from '../answer/ask.js';
import type { AnswerWeights } from '../answer/weights.js';
import { NianjianError, type Problem } from '../errors.js';
import { type CorpusIndex, openCorpusIndex } from '../index/corpus-index.js';
import { readSnapshot, type SnapshotKey, writeSnapshot } from '../index/snapshot.js';
import { buildCut, cutInputs, type SnapshotMeta, type SnapshotReport } from './build.js';
import { prune } from './history.js';
import { type CorpusPlace, type Inputs, readInputs } from './inputs.js';
import type { OnStep } from './steps.js';

/** A corpus ready to be asked. */
export interface Generation {
  readonly ask: Ask;
  readonly index: CorpusIndex;
  readonly report: GenerationReport;
}

export interface GenerationReport extends SnapshotReport {
  /** Of the snapshot; 0 when none was written. */
  readonly bytes: number;
  /** From reading to the index, the snapshot's writing included; 0 when loaded from one. */
  readonly buildMs: number;
}

export interface OpenOptions extends Omit<CorpusPlace, 'over'> {
  /** Volumes in the place of the folder's own, or beside them. Default none. */
  readonly over?: CorpusPlace['over'];
  /** Where snapshots are kept; null keeps none. */
  readonly snapshotDir: string | null;
  /** Snapshots kept, beside those that a bot holds. Default 3. */
  readonly keep?: number;
  /** Builds even where a fresh snapshot is at hand. */
  readonly rebuild?: boolean;
  /** Asked with. Default: those that come with the program. */
  readonly weights?: AnswerWeights;
  readonly onStep?: OnStep;
  /** A snapshot that could not be used or written: the work goes on without it. */
  readonly onProblem?: (problem: Problem) => void;
}

/**
 * Opens a corpus for a command: from its snapshot where there is a fresh one, else by reading,
 * cutting, extracting and indexing it, and writes the snapshot for the next time.
 *
 * @throws NianjianError `corpus-missing`, `corpus-empty`, `jieba-missing`, or what the manifest
 *   is refused for
 */
export async function openGeneration(options: OpenOptions): Promise<Generation> {
  const { snapshotDir, onStep, onProblem } = options;
  onStep?.('read', 0, 1);
  const inputs = await readInputs({ ...options, over: options.over ?? {} });
  for (const { volume, problems } of inputs.corpus.files) {
    if (volume === null) for (const problem of problems) onProblem?.(problem);
  }
  loadJieba();
  const key = inputs.keyOf('');
  const file = snapshotDir && join(snapshotDir, snapshotName(key));
  if (file !== null && options.rebuild !== true) {
    try {
      const { meta, sections, bytes } = await readSnapshot(file, key);
      onStep?.('load', 0, 1);
      const { volumes, report } = meta as SnapshotMeta;
      const index = await openCorpusIndex(volumes, sections);
      onStep?.('load', 1, 1);
      return generationOf(index, inputs, { ...report, bytes, buildMs: 0 }, options.weights);
    } catch (error) {
      if (!(error instanceof NianjianError)) throw error;
      if (error.problem.code !== 'snapshot-missing') onProblem?.(error.problem);
    }
  }
  return build(inputs, key, file, options);
}

async function build(
  inputs: Inputs,
  key: SnapshotKey,
  file: string | null,
  { snapshotDir, keep = 3, weights, onStep, onProblem }: OpenOptions,
): Promise<Generation> {
  const began = performance.now();
  onStep?.('segment', 0, 1);
  const cut = cutInputs(inputs, null);
  const { meta, sections } = await buildCut(cut, inputs, null, onStep);
  let bytes = 0;
  if (file !== null && snapshotDir !== null) {
    onStep?.('save', 0, 1);
    try {
      bytes = await writeSnapshot(file, key, meta, sections);
      await prune(snapshotDir, keep);
    } catch (error) {
      if (!(error instanceof NianjianError)) throw error;
      onProblem?.(error.problem);
    }
  }
  const index = await openCorpusIndex(meta.volumes, sections);
  onStep?.('index', 1, 1);
  const buildMs = performance.now() - began;
  return generationOf(index, inputs, { ...meta.report, bytes, buildMs }, weights);
}

function generationOf(
  index: CorpusIndex,
  { analyzer, lexicons }: Inputs,
  report: GenerationReport,
  weights: AnswerWeights | undefined,
): Generation {
  return { ask: createAsk(index, analyzer, lexicons, weights), index, report };
}

/** Name of the file that a corpus's snapshot is kept in: another corpus or code, another file. */
export function snapshotName({ corpus, analysis }: SnapshotKey): string {
  return `${corpus.slice(0, 12)}-${analysis.slice(0, 8)}.snapshot`;
}
