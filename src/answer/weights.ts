import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { NianjianError } from '../errors.js';
import { packageRoot } from '../package-root.js';
import { type RankerWeights, type Weights, weightNames } from '../search/weights.js';
import { answerEvidence, type EvidenceKind } from './evidence.js';

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
  /** Of `Evidence`, with `bias`: log odds that an answer is right. */
  readonly confidence: Readonly<Record<EvidenceKind, Weights>>;
  /** Confidence from which on an answer is given. */
  readonly threshold: number;
}

/** Raised whenever a feature changes its name or meaning. */
export const weightsVersion = 2;

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

const confidence = group(['bias', ...Object.keys(answerEvidence)]);

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
  confidence: z.strictObject({ figure: confidence, missing: confidence, text: confidence }),
  threshold: z.number().min(0).max(1),
});
