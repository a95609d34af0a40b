/** One question asked: what came, and what was wanted. */
export interface Run {
  readonly id: string;
  /** Passage ids, best first, 10 at most. */
  readonly ranked: readonly { readonly id: string; readonly score: number }[];
  readonly lead: string;
  readonly confidence: number;
  readonly status: string;
  readonly tookMs: number;
  /** Null for a question that no passage answers. */
  readonly wanted: {
    readonly passages: readonly string[];
    readonly answers: readonly string[];
  } | null;
}

/** Rates from 0 to 1. */
export interface Measures {
  readonly questions: number;
  readonly hitAt1: number;
  readonly hitAt3: number;
  /** Mean reciprocal rank of the first gold passage among ten. */
  readonly mrrAt10: number;
  /** The first passage is gold and the lead holds an answer string. */
  readonly answerSentence: number;
  readonly abstention?: Abstention;
  readonly latencyMs: { readonly p50: number; readonly p99: number };
}

export interface Abstention {
  /** Area under the ROC curve of the confidence, answerable against not. */
  readonly auc: number;
  /** The shipped one. */
  readonly threshold: number;
  /** Of the answerable. */
  readonly answeredRate: number;
  /** Of the unanswerable. */
  readonly falseAnswerRate: number;
}

export function measure(runs: readonly Run[], threshold: number): Measures {
  const answerable = runs.filter(({ wanted }) => wanted !== null);
  const unanswerable = runs.filter(({ wanted }) => wanted === null);
  const ranks = answerable.map(({ ranked, wanted }) =>
    ranked.findIndex(({ id }) => wanted?.passages.includes(id)),
  );
  const share = (test: (run: Run, i: number) => boolean) =>
    answerable.length === 0 ? 0 : answerable.filter(test).length / answerable.length;
  const times = runs.map(({ tookMs }) => tookMs).sort((a, b) => a - b);
  const answered = (list: readonly Run[]) =>
    list.filter(({ status }) => status === 'answered').length / (list.length || 1);
  return {
    questions: answerable.length,
    hitAt1: share((_, i) => ranks[i] === 0),
    hitAt3: share((_, i) => (ranks[i] as number) >= 0 && (ranks[i] as number) < 3),
    mrrAt10:
      ranks.reduce((sum, rank) => sum + (rank < 0 ? 0 : 1 / (rank + 1)), 0) / (ranks.length || 1),
    answerSentence: share(
      ({ lead, wanted }, i) =>
        ranks[i] === 0 && wanted?.answers.some((answer) => lead.includes(answer)) === true,
    ),
    ...(unanswerable.length > 0 && {
      abstention: {
        auc: areaUnderCurve(
          answerable.map(({ confidence }) => confidence),
          unanswerable.map(({ confidence }) => confidence),
        ),
        threshold,
        answeredRate: answered(answerable),
        falseAnswerRate: answered(unanswerable),
      },
    }),
    latencyMs: { p50: quantile(times, 0.5), p99: quantile(times, 0.99) },
  };
}

/** The chance that a positive scores above a negative, ties counting half (Mann-Whitney). */
export function areaUnderCurve(positives: readonly number[], negatives: readonly number[]): number {
  if (positives.length === 0 || negatives.length === 0) return Number.NaN;
  const all = [
    ...positives.map((value) => ({ value, positive: true })),
    ...negatives.map((value) => ({ value, positive: false })),
  ].sort((a, b) => a.value - b.value);
  let rankSum = 0;
  for (let i = 0; i < all.length; ) {
    let j = i;
    while (j < all.length && all[j]?.value === all[i]?.value) j++;
    const rank = (i + 1 + j) / 2;
    for (let k = i; k < j; k++) if (all[k]?.positive) rankSum += rank;
    i = j;
  }
  const p = positives.length;
  return (rankSum - (p * (p + 1)) / 2) / (p * negatives.length);
}

/** The smallest value that at least the share `q` of the values do not exceed. */
function quantile(sorted: readonly number[], q: number): number {
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)] ?? 0;
}
