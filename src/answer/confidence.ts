/** What the confidence is judged by, each 0 to 1. */
export interface Evidence {
  /** From the ranker's features of the passage. */
  readonly bm25f: number;
  readonly window: number;
  readonly heading: number;
  readonly run: number;
  /** Share of the question's units, by weight, whose characters stand in lead or heading. */
  readonly characters: number;
  /** How well the figure found fits; 0 where there is none. */
  readonly figure: number;
  /** 1 where a proper name of the question stands neither in or before the lead nor above it. */
  readonly nameMissing: number;
}

/** What was asked for and found, which decides how the evidence counts. */
export type EvidenceKind = 'figure' | 'missing' | 'text';

type Weights = Readonly<Evidence & { readonly bias: number }>;

/**
 * Logistic regressions: where a figure was found, where one was asked for and none fits, and
 * where none was asked for. Fitted on cmrc2018-train in indexes of 12 to 1,200 passages with
 * every second passage taken out, against the questions of those passages, and on our own
 * training questions, each counted fifty times.
 */
export const confidenceWeights: Readonly<Record<EvidenceKind, Weights>> = Object.freeze({
  figure: {
    bias: -0.58,
    bm25f: -1.56,
    window: 2.89,
    heading: 1.74,
    run: -0.27,
    characters: 0.44,
    figure: 1.73,
    nameMissing: -3.78,
  },
  missing: {
    bias: -0.41,
    bm25f: -1.19,
    window: 1.98,
    heading: 1.43,
    run: 1.43,
    characters: -3.47,
    figure: 0,
    nameMissing: -4.09,
  },
  text: {
    bias: -3.57,
    bm25f: 1.48,
    window: 1.18,
    heading: 3.36,
    run: 3.02,
    characters: 3.03,
    figure: 0,
    nameMissing: -2,
  },
});

/** From here on an answer is given. */
export const answerThreshold = 0.5;

/** How likely an entry answers, 0 to 1. */
export function confidenceOf(kind: EvidenceKind, evidence: Evidence): number {
  const { bias, ...weights } = confidenceWeights[kind];
  let sum = bias;
  for (const name of Object.keys(weights) as (keyof Evidence)[]) {
    sum += weights[name] * evidence[name];
  }
  return 1 / (1 + Math.exp(-sum));
}
