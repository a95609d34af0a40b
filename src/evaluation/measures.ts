import type { Run, RunLine } from './run.js';

/** What a question wants; null where no passage answers. */
export type Wanted = {
  readonly passages: readonly string[];
  readonly answers: readonly string[];
} | null;

/** A question of a set, asked. */
export interface SetRun extends Run {
  readonly wanted: Wanted;
}

/** Whether the first passage is gold. */
export function isHit({ ranked }: Pick<RunLine, 'ranked'>, wanted: Wanted): boolean {
  return ranked[0] !== undefined && wanted?.passages.includes(ranked[0].id) === true;
}

/** Whether it is, and the lead holds an answer. */
export function isAnswered(run: Pick<RunLine, 'ranked' | 'lead'>, wanted: Wanted): boolean {
  return isHit(run, wanted) && wanted?.answers.some((answer) => run.lead.includes(answer)) === true;
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

export function measure(runs: readonly SetRun[], threshold: number): Measures {
  const answerable = runs.filter(({ wanted }) => wanted !== null);
  const unanswerable = runs.filter(({ wanted }) => wanted === null);
  const ranks = answerable.map(({ ranked, wanted }) =>
    ranked.findIndex(({ id }) => wanted?.passages.includes(id)),
  );
  const share = (test: (run: SetRun, i: number) => boolean) =>
    answerable.length === 0 ? 0 : answerable.filter(test).length / answerable.length;
  const answered = (list: readonly SetRun[]) =>
    list.filter(({ status }) => status === 'answered').length / (list.length || 1);
  return {
    questions: answerable.length,
    hitAt1: share((run) => isHit(run, run.wanted)),
    hitAt3: share((_, i) => (ranks[i] as number) >= 0 && (ranks[i] as number) < 3),
    mrrAt10:
      ranks.reduce((sum, rank) => sum + (rank < 0 ? 0 : 1 / (rank + 1)), 0) / (ranks.length || 1),
    answerSentence: share((run) => isAnswered(run, run.wanted)),
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
    latencyMs: latency(runs),
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
    let j = i + 1;
    while (j < all.length && all[j]?.value === all[i]?.value) j++;
    const rank = (i + 1 + j) / 2;
    for (let k = i; k < j; k++) if (all[k]?.positive) rankSum += rank;
    i = j;
  }
  const p = positives.length;
  return (rankSum - (p * (p + 1)) / 2) / (p * negatives.length);
}

export function latency(runs: readonly Pick<Run, 'tookMs'>[]): Measures['latencyMs'] {
  const times = runs.map(({ tookMs }) => tookMs).sort((a, b) => a - b);
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
}

/** The smallest value that at least the share `q` of the values do not exceed. */
function quantile(sorted: readonly number[], q: number): number {
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)] ?? 0;
}
