import { type QuestionKind, questionKinds } from './answer-pattern.js';
import { closeNames } from './close-features.js';
import { passageNames } from './passage-features.js';
import { relativeNames } from './relative-features.js';
import { kindFeatures, sentenceNames } from './sentence-features.js';

/** By the name of the feature. */
export type Weights = Readonly<Record<string, number>>;

/** What the rankers weigh their features by. */
export interface RankerWeights {
  /** Of `PassageFeatures` and `RelativeFeatures`: the order of all candidates. */
  readonly passage: Weights;
  /** Of the best of them, with `CloseFeatures` in addition. */
  readonly close: Weights;
  /** Of sentences; `time:strict` adds to `strict` for questions for a time. */
  readonly sentence: Weights;
}

/** The names that each group of weights has, no more and no fewer. */
export const weightNames: Readonly<Record<keyof RankerWeights, readonly string[]>> = Object.freeze({
  passage: [...passageNames, ...relativeNames],
  close: [...passageNames, ...relativeNames, ...closeNames],
  sentence: [
    ...sentenceNames,
    ...questionKinds.flatMap((kind) => kindFeatures.map((name) => `${kind}:${name}`)),
  ],
});

/** The sum of the features of one kind, each times its weight. */
export function weighted(features: Weights, names: readonly string[], weights: Weights): number {
  let sum = 0;
  for (const name of names) sum += (weights[name] as number) * (features[name] as number);
  return sum;
}

/** The sentence weights that hold for one kind of question. */
export function sentenceWeightsFor(weights: Weights, kind: QuestionKind): Weights {
  const own: Record<string, number> = {};
  for (const name of sentenceNames) own[name] = weights[name] as number;
  for (const name of kindFeatures) {
    own[name] = (own[name] as number) + (weights[`${kind}:${name}`] as number);
  }
  return own;
}
