/** What the confidence is judged by, each 0 to 1. */
export interface Evidence {
  /** From the ranker's features of the passage. */
  readonly bm25f: number;
  readonly window: number;
  readonly heading: number;
  readonly run: number;
  /** Share of the question's units, by weight, whose characters stand in lead or heading. */
  readonly characters: number;
  /** How well the figure found fits; 0 where no number was asked for. */
  readonly figure: number;
  /** 1 where a number was asked for and no figure fits. */
  readonly figureMissing: number;
}

/**
 * How likely an entry answers, 0 to 1: a logistic function of the evidence for it. Fitted on
 * cmrc2018-train with every second passage taken out of the index, against the questions of
 * those passages, and on our own training questions.
 */
export const confidenceWeights: Readonly<Evidence & { bias: number }> = Object.freeze({
  bias: -5.7,
  bm25f: 7,
  window: 3.2,
  heading: 5.2,
  run: 4.2,
  characters: 0,
  figure: 0,
  figureMissing: 0,
});

/** From here on an answer is given. */
export const answerThreshold = 0.5;

export function confidenceOf(evidence: Evidence): number {
  let sum = confidenceWeights.bias;
  for (const name of Object.keys(evidence) as (keyof Evidence)[]) {
    sum += confidenceWeights[name] * evidence[name];
  }
  return 1 / (1 + Math.exp(-sum));
}
