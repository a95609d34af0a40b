import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { NianjianError } from '../errors.js';
import { packageRoot } from '../package-root.js';
import { type RankerWeights, weightNames } from '../search/weights.js';
import type { ConfidenceWeights } from './confidence.js';
import { answerEvidence } from './evidence.js';

/** Volumes that have a year, and other texts. */
export type TextKind = 'yearbooks' | 'passages';

/** What `nianjian train` writes: all weights, and where they come from. */
export interface AnswerWeights extends RankerWeights {
  /** Of the features' meaning: weights for other features are refused. */
  readonly version: number;
  /** The day they were fitted, the question sets, the seed, and the scores then reached. */
  readonly fitted: {
    readonly date: string;
    readonly sets: readonly string[];
    readonly seed: number;
    readonly scores: Readonly<Record<string, number>>;
  };
  /**
   * Of each kind by itself: what yearbooks are asked is mostly in them, and is asked in words
   * farther from theirs.
   */
  readonly confidence: Readonly<Record<TextKind, ConfidenceWeights>>;
  /** Confidence from which on an answer is given. */
  readonly threshold: Readonly<Record<TextKind, number>>;
}

/** Raised whenever a feature changes its name or meaning. */
export const weightsVersion = 3;

/** Where the weights are that come with the program. */
export const weightsFile = join(packageRoot, 'corpus', 'ranking.json');

/** The weights that come with the program, read once. @throws as {@link readWeights} does */
export function shippedWeights(): AnswerWeights {
  shipped ??= readWeights(weightsFile);
  return shipped;
}

let shipped: AnswerWeights | undefined;

/**
 * Reads what `train` wrote.
 *
 * @throws NianjianError `weights-unusable` for a file that is missing, torn, or of other features
 */
export function readWeights(file: string): AnswerWeights {
  const refused = (reason: string, cause?: unknown) =>
    new NianjianError('weights-unusable', { reason, file }, { file }, { cause });
  let read: unknown;
  try {
    read = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw refused(cause instanceof Error ? cause.message : String(cause), cause);
  }
  const parsed = schema.safeParse(read);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw refused(`${issue?.path.join('.')}: ${issue?.message}`);
}

const group = (names: readonly string[]) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, z.number()])));

const share = z.number().min(0).max(1);
const own = group(['bias', ...Object.keys(answerEvidence)]);
const confidence = z.strictObject({ figure: own, missing: own, text: own });

const schema = z.strictObject({
  version: z.literal(weightsVersion),
  fitted: z.strictObject({
    date: z.string(),
    sets: z.array(z.string()),
    seed: z.number(),
    scores: z.record(z.string(), z.number()),
  }),
  passage: group(weightNames.passage),
  close: group(weightNames.close),
  sentence: group(weightNames.sentence),
  holdRates: z.record(z.string(), z.number().min(0).max(1)),
  confidence: z.strictObject({ yearbooks: confidence, passages: confidence }),
  threshold: z.strictObject({ yearbooks: share, passages: share }),
});
