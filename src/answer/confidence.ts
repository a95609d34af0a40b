import type { Weights } from '../search/weights.js';
import { answerEvidence, type Evidence, type EvidenceKind } from './evidence.js';

/** Of `Evidence`, with `bias`: log odds that an answer is right. */
export type ConfidenceWeights = Readonly<Record<EvidenceKind, Weights>>;

/** How likely an entry answers, 0 to 1: a logistic regression for each kind of evidence. */
export function confidenceOf(
  weights: ConfidenceWeights,
  kind: EvidenceKind,
  evidence: Evidence,
): number {
  const own = weights[kind];
  let sum = own.bias ?? 0;
  for (const name of names) {
    sum += (own[name] ?? 0) * evidence[name];
  }
  return 1 / (1 + Math.exp(-sum));
}

const names = Object.keys(answerEvidence) as (keyof Evidence)[];
