/** A question that was right or wrong in one run and is in another. */
export interface Pair {
  readonly id: string;
  readonly was: boolean;
  readonly is: boolean;
}

/** What changed from one run to another. */
export interface Comparison {
  readonly compared: number;
  /** Ids of the questions that were wrong and are right. */
  readonly won: readonly string[];
  /** Ids of those that were right and are wrong. */
  readonly lost: readonly string[];
  /** Chance of a difference as great as this one, or greater, if neither run were better. */
  readonly p: number;
}

/** Wins and losses with the exact sign test, which here is McNemar's. */
export function compareRuns(pairs: readonly Pair[]): Comparison {
  const won = pairs.filter(({ was, is }) => !was && is).map(({ id }) => id);
  const lost = pairs.filter(({ was, is }) => was && !is).map(({ id }) => id);
  return { compared: pairs.length, won, lost, p: signTest(won.length, lost.length) };
}

/**
 * Two-sided exact sign test: the chance that of `a + b` fair coins as few show one side as the
 * smaller of the two, or fewer, on either side. 1 where nothing differs.
 *
 * @example signTest(8, 2) // 0.109375
 */
export function signTest(a: number, b: number): number {
  const n = a + b;
  // In logarithms: 2 ** -n is 0 from some thousand on.
  let term = -n * Math.LN2;
  let tail = 0;
  for (let k = 0; k <= Math.min(a, b); k++) {
    tail += Math.exp(term);
    term += Math.log((n - k) / (k + 1));
  }
  return Math.min(1, 2 * tail);
}
