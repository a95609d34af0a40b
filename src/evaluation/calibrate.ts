import type { Trace } from '../answer/ask.js';
import { type ConfidenceWeights, confidenceOf } from '../answer/confidence.js';
import { answerEvidence, type Evidence, type EvidenceKind } from '../answer/evidence.js';
import type { AnswerWeights } from '../answer/weights.js';
import type { Weights } from '../search/weights.js';
import { fitLogistic, type Prior, type Sample } from './logistic.js';
import { areaUnderCurve } from './measures.js';

/** The best answer to a question, and whether it is right. */
export interface Judged {
  readonly evidence: NonNullable<Trace['evidence']>;
  readonly right: boolean;
  /** Whether the corpus answers the question at all. */
  readonly answerable: boolean;
}

const names = Object.keys(answerEvidence) as (keyof Evidence)[];
const zeros = Object.fromEntries(names.map((name) => [name, 0]));

/**
 * Pull the weights of the confidence towards what is expected: for passages, of which 10, 30 and 100
 * are about as good, and for yearbooks, of which .3 to 3 are.
 */
const ridges = Object.freeze({ passages: 30, yearbooks: 1 });

/** Evidence that can only speak against an answer; all other can only speak for one. */
const against: ReadonlySet<keyof Evidence> = new Set([
  'secondMissing',
  'subjectMissing',
  'exactMissing',
  'otherYear',
  'nameMissing',
  'placeMissing',
  'formMissing',
  'unexplained',
  'unexplainedCount',
  'nounUnexplained',
  'kindMissing',
  'sideAgainst',
  'unitAgainst',
  'planned',
]);

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
 * What is expected of yearbooks alone: a passage of an encyclopedia may tell place or date
 * anywhere, a sentence of a yearbook tells its own.
 */
const expectedOfYearbooks: Partial<Evidence> = { placeMissing: -3, formMissing: -3 };

/** What is expected before anything is seen, for each kind of evidence. */
const unseen: ConfidenceWeights = byKind(() => ({ bias: 0, ...zeros, ...expected }));

/**
 * Signs keep evidence that goes together (words held, pairs held) from being weighed against each
 * other: without them, right answers of our own questions were silent twice as often at the same
 * rate of false answers, on folds. How many units there are may tell either way.
 */
const signs = names.map((name) => (name === 'units' ? 0 : against.has(name) ? -1 : 1));

/**
 * Fits how likely an answer is right from its evidence, for each kind of evidence by itself: on the
 * published passages, and for yearbooks from there on by questions of our own, which are few.
 */
export function fitConfidence(
  published: readonly Judged[],
  own: readonly Judged[],
): AnswerWeights['confidence'] {
  const passages = fitFrom(unseen, published, ridges.passages);
  const start = byKind((kind) => ({ ...passages[kind], ...expectedOfYearbooks }));
  return { yearbooks: fitFrom(start, own, ridges.yearbooks), passages };
}

function fitFrom(
  start: ConfidenceWeights,
  judged: readonly Judged[],
  ridge: number,
): ConfidenceWeights {
  return byKind((kind) => {
    const samples = judged
      .filter(({ evidence }) => evidence.kind === kind)
      .map(
        ({ evidence, right }): Sample => ({
          features: names.map((name) => evidence[name]),
          right,
        }),
      );
    if (samples.length === 0) return start[kind];
    const priors = names.map((name, i): Prior => {
      return { sign: signs[i] as Prior['sign'], expected: start[kind][name] as number };
    });
    const weights = fitLogistic(samples, ridge, priors);
    return Object.fromEntries(
      ['bias', ...names].map((name, i) => [name, Number((weights[i] as number).toFixed(4))]),
    );
  });
}

function byKind(of: (kind: EvidenceKind) => Weights): ConfidenceWeights {
  return { figure: of('figure'), missing: of('missing'), text: of('text') };
}

/** Weights that know nothing yet: every confidence is a half. */
export const blankConfidence: AnswerWeights['confidence'] = {
  yearbooks: byKind(() => ({ bias: 0, ...zeros })),
  passages: byKind(() => ({ bias: 0, ...zeros })),
};

/**
 * Of the unanswerable questions that year, region and place do not rule out, the share that may be
 * answered all the same: most are about what stands right beside an answer. Set
 * by hand, that of yearbooks after .12 and .13 on training and unseen questions.
 */
export const falseAnswers = Object.freeze({ passages: 0.13, yearbooks: 0.1 });

/** The lowest confidence at which no more than a share of the unanswerable is answered. */
export function chooseThreshold(
  judged: readonly Judged[],
  confidence: ConfidenceWeights,
  most: number,
): number {
  const wrong = judged
    .filter(({ answerable }) => !answerable)
    .map(({ evidence }) => confidenceOf(confidence, evidence.kind, evidence))
    .sort((a, b) => b - a);
  const last = wrong[Math.floor(most * wrong.length + 1e-9)];
  // Above the value, even one that is a thousandth itself: what reaches the threshold is answered.
  return last === undefined ? 0.5 : Math.min(1, (Math.floor(last * 1000) + 1) / 1000);
}

/** How well confidence and threshold part the questions they were fitted on; rates 0 to 1. */
export function calibrationScores(
  judged: readonly Judged[],
  confidence: ConfidenceWeights,
  threshold: number,
): Record<string, number> {
  const confidenceIn = ({ evidence }: Judged) => confidenceOf(confidence, evidence.kind, evidence);
  const share = (list: readonly Judged[], test: (one: Judged) => boolean) =>
    Number((list.filter(test).length / (list.length || 1)).toFixed(4));
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
