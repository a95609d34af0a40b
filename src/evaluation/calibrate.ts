import type { Trace } from '../answer/ask.js';
import { confidenceOf } from '../answer/confidence.js';
import { answerEvidence, type Evidence, type EvidenceKind } from '../answer/evidence.js';
import type { AnswerWeights } from '../answer/weights.js';
import { fitLogistic, type Prior, type Sample } from './logistic.js';
import { areaUnderCurve } from './measures.js';

/** The best answer to a question, whether it is right, and how often that counts. */
export interface Judged {
  readonly evidence: NonNullable<Trace['evidence']>;
  readonly right: boolean;
  /** Whether the corpus answers the question at all. */
  readonly answerable: boolean;
  readonly weight: number;
}

const kinds = ['figure', 'missing', 'text'] as const satisfies readonly EvidenceKind[];
const names = Object.keys(answerEvidence) as (keyof Evidence)[];

/**
 * Pulls the weights of the confidence towards what is expected. Of 10, 30 and 100 about as good, 1
 * worse, on folds of our questions.
 */
const ridge = 30;

/** Evidence that can only speak against an answer; all other can only speak for one. */
const against: ReadonlySet<keyof Evidence> = new Set([
  'secondMissing',
  'subjectMissing',
  'exactMissing',
  'otherYear',
  'nameMissing',
  'unexplained',
  'unexplainedCount',
  'nounUnexplained',
  'kindMissing',
  'sideAgainst',
  'unitAgainst',
  'planned',
]);

/** Evidence that may tell either way. */
const open: ReadonlySet<keyof Evidence> = new Set(['units', 'dated']);

/**
 * What rare evidence is expected to weigh, in log odds: an answer of another side, unit or kind
 * than was asked for is none, and a heading asked for by its name is one.
 */
const expected: Partial<Evidence> = {
  kindMissing: -3,
  sideAgainst: -4,
  unitAgainst: -4,
  planned: -4,
  named: 3,
};

/**
 * Signs keep evidence that goes together (words held, pairs held) from being weighed against each
 * other: without them, right answers of our own questions were silent twice as often at the same
 * rate of false answers, on folds.
 */
const priors = names.map((name): Prior => {
  const sign = open.has(name) ? 0 : against.has(name) ? -1 : 1;
  return { sign, expected: expected[name] ?? 0 };
});

/**
 * Fits how likely an answer is right from its evidence, for each kind of evidence by itself.
 * Before the first fit all weights are 0.
 */
export function fitConfidence(judged: readonly Judged[]): AnswerWeights['confidence'] {
  const fitted = kinds.map((kind) => {
    const samples = judged
      .filter(({ evidence }) => evidence.kind === kind)
      .map(
        ({ evidence, right, weight }): Sample => ({
          features: names.map((name) => evidence[name]),
          right,
          weight,
        }),
      );
    const [bias = 0, ...weights] = samples.length === 0 ? [] : fitLogistic(samples, ridge, priors);
    const rounded = [bias, ...weights].map((weight) => Number(weight.toFixed(4)));
    return [kind, Object.fromEntries(['bias', ...names].map((name, i) => [name, rounded[i] ?? 0]))];
  });
  return Object.fromEntries(fitted) as AnswerWeights['confidence'];
}

/** Weights that know nothing yet: every confidence is a half. */
export const blankConfidence: AnswerWeights['confidence'] = fitConfidence([]);

/**
 * Of the unanswerable training questions, the share that may be answered all the same: those of the
 * published set have passages left that are about the same thing; of our own 4 % are then answered.
 */
export const falseAnswers = 0.12;

/** The lowest confidence at which no more than {@link falseAnswers} are answered. */
export function chooseThreshold(
  judged: readonly Judged[],
  confidence: AnswerWeights['confidence'],
): number {
  const wrong = judged
    .filter(({ answerable }) => !answerable)
    .map(({ evidence, weight }) => ({
      value: confidenceOf(confidence, evidence.kind, evidence),
      weight,
    }))
    .sort((a, b) => b.value - a.value);
  let room = falseAnswers * wrong.reduce((sum, { weight }) => sum + weight, 0);
  for (const { value, weight } of wrong) {
    room -= weight;
    // Above the value, even one that is a thousandth itself: what reaches the threshold is answered.
    if (room < 0) return Math.min(1, (Math.floor(value * 1000) + 1) / 1000);
  }
  return 0.5;
}

/** How well confidence and threshold part the questions they were fitted on; rates 0 to 1. */
export function calibrationScores(
  judged: readonly Judged[],
  confidence: AnswerWeights['confidence'],
  threshold: number,
): Record<string, number> {
  const confidenceIn = ({ evidence }: Judged) => confidenceOf(confidence, evidence.kind, evidence);
  const share = (list: readonly Judged[], test: (one: Judged) => boolean) => {
    const sum = (of: readonly Judged[]) => of.reduce((total, { weight }) => total + weight, 0);
    return Number((sum(list.filter(test)) / (sum(list) || 1)).toFixed(4));
  };
  const answerable = judged.filter((one) => one.answerable);
  const unanswerable = judged.filter((one) => !one.answerable);
  return {
    questions: judged.length,
    right: share(answerable, ({ right }) => right),
    ...(answerable.length > 0 &&
      unanswerable.length > 0 && {
        auc: Number(
          areaUnderCurve(answerable.map(confidenceIn), unanswerable.map(confidenceIn)).toFixed(4),
        ),
      }),
    answered: share(answerable, (one) => confidenceIn(one) >= threshold),
    falseAnswers: share(unanswerable, (one) => confidenceIn(one) >= threshold),
  };
}
