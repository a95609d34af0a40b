import type { Generation } from '../library/open.js';
import { type Fault, grade } from './grade.js';
import type { GradedQuestion } from './graded-question.js';
import { latency, type Measures } from './measures.js';
import { type Run, runQuestion } from './run.js';

/** A question of a corpus, asked and graded. */
export interface GradedRun extends Run {
  readonly question: string;
  readonly kind: string;
  /** Null where the answer is right. */
  readonly fault: Fault | null;
}

/** How many there are, and the share of them that is right, 0 to 1; 0 of none. */
export interface Share {
  readonly questions: number;
  readonly right: number;
}

export interface CorpusResult {
  readonly entries: number;
  readonly questions: number;
  /** In all that is asked of an answer. */
  readonly right: number;
  /** Entry and volume, of the questions that an entry answers. */
  readonly entry: Share;
  /** Entry and leading figures, of those that ask for figures. */
  readonly figure: Share;
  /** Of those that nothing answers. */
  readonly silence: Share;
  /** Asked back with all choices, of those that must be. */
  readonly clarify: Share;
  readonly kinds: Readonly<Record<string, Share>>;
  readonly faults: Readonly<Record<string, number>>;
  readonly latencyMs: Measures['latencyMs'];
  readonly buildMs: number;
  readonly rssMb: number;
}

/**
 * Asks every question of a corpus, one at a time.
 * @param options `today`: what 去年 is counted from
 */
export async function evaluateCorpus(
  { ask, index, report }: Generation,
  questions: readonly GradedQuestion[],
  options: {
    readonly today?: Date;
    readonly onProgress?: (done: number, total: number) => void;
  } = {},
): Promise<{ readonly result: CorpusResult; readonly runs: readonly GradedRun[] }> {
  const { today, onProgress } = options;
  const runs: GradedRun[] = [];
  for (const question of questions) {
    const { run, answer } = await runQuestion(
      question,
      ask,
      (entry) => index.store.entry(entry).id,
      today === undefined ? {} : { today },
    );
    const kind = question.kind ?? question.status;
    runs.push({ ...run, question: question.question, kind, fault: grade(question, answer) });
    onProgress?.(runs.length, questions.length);
  }
  return { result: resultOf(questions, runs, report), runs };
}

function resultOf(
  questions: readonly GradedQuestion[],
  runs: readonly GradedRun[],
  { entries, buildMs }: Generation['report'],
): CorpusResult {
  const shareOf = (
    belongs: (question: GradedQuestion) => boolean,
    borne: readonly Fault[] = [],
  ): Share => {
    const own = runs.filter((_, i) => belongs(questions[i] as GradedQuestion));
    const right = own.filter(({ fault }) => fault === null || borne.includes(fault));
    return { questions: own.length, right: right.length / (own.length || 1) };
  };
  const kinds = [...new Set(runs.map(({ kind }) => kind))].sort();
  const faults: Record<string, number> = {};
  for (const { fault } of runs) if (fault !== null) faults[fault] = (faults[fault] ?? 0) + 1;
  return {
    entries,
    questions: runs.length,
    right: shareOf(() => true).right,
    entry: shareOf(({ status }) => status === 'answered', ['figure', 'sentence']),
    figure: shareOf(asksForFigures, ['sentence']),
    silence: shareOf(({ status }) => status === 'no-answer'),
    clarify: shareOf(({ status }) => status === 'clarify'),
    kinds: Object.fromEntries(
      kinds.map((name) => [name, shareOf(({ kind, status }) => (kind ?? status) === name)]),
    ),
    faults,
    latencyMs: latency(runs),
    buildMs,
    rssMb: process.memoryUsage().rss / 2 ** 20,
  };
}

function asksForFigures(question: GradedQuestion): boolean {
  return (
    question.status === 'answered' &&
    (question.figure ?? question.figures ?? question.rank) !== undefined
  );
}
