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
  /** By word, how often answers hold it, relative to words at large: 0 to 1. Others are of 1. */
  readonly holdRates: Weights;
}

/** The names that each group of weights has, no more and no fewer. */
export const weightNames: Readonly<
  Record<Exclude<keyof RankerWeights, 'holdRates'>, readonly string[]>
> = Object.freeze({
  passage: [...passageNames, ...relativeNames],
  close: [...passageNames, ...relativeNames, ...closeNames],
  sentence: [
    ...sentenceNames,
    ...questionKinds.flatMap((kind) => kindFeatures.map((name) => `${kind}:${name}`)),
  ],
});

/**
 * The sum of the features of one kind, each times its weight. Features that stand in the order of
 * their names are weighed as they come, without being looked up one by one.
 */
export function weighted(features: Weights, names: readonly string[], weights: Weights): number {
  const ordered = inOrder(weights, names);
  let sum = 0;
  let i = 0;
  for (const name in features) {
    if (name !== names[i]) return weightedByName(features, names, weights);
    sum += (ordered[i++] as number) * (features[name] as number);
  }
  return i === names.length ? sum : weightedByName(features, names, weights);
}

function weightedByName(features: Weights, names: readonly string[], weights: Weights): number {
  let sum = 0;
  for (const name of names) sum += (weights[name] as number) * (features[name] as number);
  return sum;
}

/** The weights of some names, in their order. */
const inOrder = once((weights, names: readonly string[]) =>
  Float64Array.from(names, (name) => weights[name] as number),
);

/** The sentence weights that hold for one kind of question. */
export const sentenceWeightsFor = once((weights, kind: QuestionKind): Weights => {
  const own: Record<string, number> = {};
  for (const name of sentenceNames) own[name] = weights[name] as number;
  for (const name of kindFeatures) {
    own[name] = (own[name] as number) + (weights[`${kind}:${name}`] as number);
  }
  return own;
});

/** The same function, which makes nothing twice: weights serve for thousands of questions. */
function once<K, T>(make: (weights: Weights, key: K) => T): (weights: Weights, key: K) => T {
  const made = new WeakMap<Weights, Map<K, T>>();
  return (weights, key) => {
    const own = made.get(weights) ?? new Map<K, T>();
    if (own.size === 0) made.set(weights, own);
    let value = own.get(key);
    if (value === undefined) {
      value = make(weights, key);
      own.set(key, value);
    }
    return value;
  };
}
