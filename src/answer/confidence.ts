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
  /** 1 where a proper name of the question stands nowhere in entry or path. */
  readonly nameMissing: number;
}

/** What was asked for and found, which decides how the evidence counts. */
export type EvidenceKind = 'figure' | 'missing' | 'text';

type Weights = Readonly<Evidence & { readonly bias: number }>;

/**
 * Logistic regressions: where a figure was found, where one was asked for and none fits, and
 * where none was asked for. Fitted on cmrc2018-train in indexes of 12 to 1,200 passages with
 * every second passage taken out, against the questions of those passages, and on our own
 * training questions, each counted twenty times.
 */
export const confidenceWeights: Readonly<Record<EvidenceKind, Weights>> = Object.freeze({
  figure: {
    bias: -1.78,
    bm25f: -0.63,
    window: -0.2,
    heading: 3.13,
    run: 0.4,
    characters: 2.93,
    figure: 2.35,
    nameMissing: -1.94,
  },
  missing: {
    bias: -2.11,
    bm25f: 0.64,
    window: 4.1,
    heading: 2.11,
    run: -0.71,
    characters: -1.43,
    figure: 0.0,
    nameMissing: -3.42,
  },
  text: {
    bias: -4.23,
    bm25f: 2.86,
    window: 1.43,
    heading: 3.72,
    run: 3.47,
    characters: 2.53,
    figure: 0.0,
    nameMissing: -1.87,
  },
});

/** From here on an answer is given. */
export const answerThreshold = Number(process.env.TH ?? 0.5);

/** How likely an entry answers, 0 to 1. */
export function confidenceOf(kind: EvidenceKind, evidence: Evidence): number {
  const { bias, ...weights } = confidenceWeights[kind];
  let sum = bias;
  for (const name of Object.keys(weights) as (keyof Evidence)[]) {
    sum += weights[name] * evidence[name];
  }
  return 1 / (1 + Math.exp(-sum));
}
