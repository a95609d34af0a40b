/** Named evidence of a passage's sentences, looked at only for the candidates that are close. */
export const closeEvidence = Object.freeze({
  sentenceScore: 'score of its best sentence over 5',
  secondSentence: 'score of its second best sentence over 5',
  bestSentence: 'whether no candidate has a better sentence',
  sentenceLead: 'how far its best sentence is before the best of the others, over 5; 0 if behind',
});

export const closeNames: readonly string[] = Object.keys(closeEvidence);

export type CloseFeatures = Readonly<Record<keyof typeof closeEvidence, number>>;

/** @param sentences of each close candidate */
export function closeFeatures(
  sentences: readonly (readonly { readonly score: number }[])[],
): CloseFeatures[] {
  const tops: BestTwo[] = [];
  for (const own of sentences) tops.push(bestTwo(own));
  const all = bestTwo(tops);
  const features: CloseFeatures[] = [];
  for (const { score, next } of tops) {
    features.push({
      sentenceScore: score / 5,
      secondSentence: next / 5,
      bestSentence: score >= all.score - 1e-9 ? 1 : 0,
      sentenceLead: score >= all.score - 1e-9 ? Math.min(2, (all.score - all.next) / 5) : 0,
    });
  }
  return features;
}

/** The best score and the one after it. */
interface BestTwo {
  readonly score: number;
  readonly next: number;
}

function bestTwo(scored: readonly { readonly score: number }[]): BestTwo {
  let best = worst;
  let next = worst;
  for (const { score } of scored) {
    if (score > best) {
      next = best;
      best = score;
    } else if (score > next) next = score;
  }
  return { score: best, next };
}

/** Of a sentence that is not there, and the least that one counts as. */
const worst = -9;
