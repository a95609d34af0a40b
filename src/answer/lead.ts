import { findEvidence, holds, type WeightedUnit } from '../search/evidence.js';
import type { Question } from '../search/question.js';
import { answers } from '../search/ranker.js';
import { normalise } from '../text/normalise.js';
import type { Span } from '../text/span.js';

/** Hand-set; the sentence ranker's own weights are to be fitted by `train`. */
const weights = Object.freeze({ coverage: 1, context: 0.35, answerType: 0.3 });

/**
 * How well each sentence answers, higher is better: the share of the question's units it holds
 * (heading and the sentence before count in part), and whether it holds what could answer.
 *
 * @param text the passage as printed
 * @param sentences tiling it
 */
export function sentenceScores(
  question: Question,
  units: readonly WeightedUnit[],
  heading: string,
  text: string,
  sentences: readonly Span[],
): number[] {
  const normal = normalise(text);
  const normalHeading = normalise(heading);
  const total = units.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const { sentencesOf } = findEvidence(units, normal, sentences);
  const inHeading = units.map(({ forms }) => forms.some((form) => holds(normalHeading, form)));
  return sentences.map(({ start, end }, s) => {
    const held = units.reduce((sum, { weight }, u) => {
      if (sentencesOf[u]?.includes(s)) return sum + weight * weights.coverage;
      const near = inHeading[u] || sentencesOf[u]?.includes(s - 1);
      return sum + (near ? weight * weights.context : 0);
    }, 0);
    return (
      held / total + weights.answerType * answers(question.answerType, normal.slice(start, end))
    );
  });
}
