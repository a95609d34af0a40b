/** Questions whose confidence lies in one tenth, and how many of them were right. */
export interface ReliabilityBin {
  /** From here, to the next bin's beginning. */
  readonly from: number;
  readonly questions: number;
  /** 0 where there are none. */
  readonly meanConfidence: number;
  readonly right: number;
}

/** Ten bins of confidence; in a calibrated one the share that is right is near the mean. */
export function reliability(
  judged: readonly { readonly confidence: number; readonly right: boolean }[],
): ReliabilityBin[] {
  return Array.from({ length: 10 }, (_, bin) => {
    const inside = judged.filter(
      ({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === bin,
    );
    const mean = (numberOf: (one: (typeof inside)[number]) => number) =>
      inside.reduce((sum, one) => sum + numberOf(one), 0) / (inside.length || 1);
    return {
      from: bin / 10,
      questions: inside.length,
      meanConfidence: mean(({ confidence }) => confidence),
      right: mean(({ right }) => Number(right)),
    };
  });
}
