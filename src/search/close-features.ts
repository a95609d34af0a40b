/** Named evidence of a passage's sentences, looked at only for the candidates that are close. */
export const closeEvidence = Object.freeze({
  sentenceScore: 'score of its best sentence over 5',
  secondSentence: 'score of its second best sentence over 5',
  bestSentence: 'whether no candidate has a better sentence',
  sentenceLead: 'how far its best sentence is before the best of the others, over 5; 0 if behind',
});

export const closeNames: readonly string[] = Object.keys(closeEvidence);

export type CloseFeatures = Readonly<Record<keyof typeof closeEvidence, number>>;

/** @param scores of the sentences of each close candidate */
export function closeFeatures(scores: readonly (readonly number[])[]): CloseFeatures[] {
  const tops = scores.map((own) => [...own].sort((a, b) => b - a));
  const bests = tops.map(([best = worst]) => Math.max(best, worst));
  const [most = worst, next = worst] = [...bests].sort((a, b) => b - a);
  return tops.map(([, second = worst], i) => {
    const best = bests[i] as number;
    return {
      sentenceScore: best / 5,
      secondSentence: Math.max(second, worst) / 5,
      bestSentence: best >= most - 1e-9 ? 1 : 0,
      sentenceLead: best >= most - 1e-9 ? Math.min(2, (most - next) / 5) : 0,
    };
  });
}

/** Of a sentence that is not there, and the least that one counts as. */
const worst = -9;
