import type { Features } from '../search/ranker.js';

/**
 * How likely the first passage answers, 0 to 1: a logistic function of the ranker's evidence.
 * Fitted on cmrc2018-train with every second passage taken out of the index, against the
 * questions of those passages.
 */
export const confidenceWeights = Object.freeze({
  bias: -6.343,
  bm25f: 7.212,
  coverage: -0.209,
  sentence: 1.526,
  window: 1.914,
  rarestMissing: 0.699,
  heading: 4.566,
  run: 3.389,
  answerType: -0.466,
});

/** From here on an answer is given. */
export const answerThreshold = 0.5;

export function confidenceOf(features: Features): number {
  const { bias, ...weights } = confidenceWeights;
  let sum = bias;
  for (const [name, weight] of Object.entries(weights))
    sum += weight * features[name as keyof Features];
  return 1 / (1 + Math.exp(-sum));
}
