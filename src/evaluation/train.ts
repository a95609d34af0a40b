import type { Analyzer } from '../analysis/analyzer.js';
import type { Lexicons } from '../analysis/lexicons.js';
import { type Ask, createAsk, type Trace } from '../answer/ask.js';
import { findCandidates, passageOf } from '../answer/candidates.js';
import { scopeOf } from '../answer/scope.js';
import type { AnswerWeights } from '../answer/weights.js';
import type { FigureExtractor } from '../figures/extract.js';
import type { CorpusIndex } from '../index/corpus-index.js';
import { createUnderstanding } from '../search/question.js';
import { type Contender, closeLimit, gatherContenders, rank } from '../search/ranker.js';
import { kindFeatures, sentenceFeatures } from '../search/sentence-features.js';
import { type RankerWeights, type Weights, weightNames } from '../search/weights.js';
import { normalise } from '../text/normalise.js';
import type { Judged } from './calibrate.js';
import { indexPassages } from './evaluate.js';
import { grade } from './grade.js';
import type { GradedQuestion } from './graded-question.js';
import { type Answered, fitHoldRates } from './hold-rates.js';
import { type FitOptions, fitListwise, type Group } from './listwise.js';
import type { QuestionLine } from './question-set.js';
import { type TrainingSet, variants } from './training-sets.js';

export interface TrainingTools {
  readonly analyzer: Analyzer;
  readonly lexicons: Lexicons;
  readonly extract: FigureExtractor;
  /** Told after each question of a corpus. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Set by hand, so long that the loss hardly falls any more; no other values were compared. */
const fits = Object.freeze({
  passage: { iterations: 300, step: 0.15, ridge: 1e-5 },
  close: { iterations: 300, step: 0.15, ridge: 1e-5 },
  sentence: { iterations: 250, step: 0.1, ridge: 1e-5 },
} satisfies Record<string, FitOptions>);

/** Those far behind teach the difference too, though they are not looked at when asked. */
const fittingCandidates = Object.freeze({ limit: 32, share: 0, least: 0 });

/**
 * Fits the rankers: passages and sentences first, then the order of the close candidates with
 * what the sentence ranker gives. About 2 ms a question and pass.
 */
export async function trainRankers(
  sets: readonly TrainingSet[],
  seed: number,
  tools: TrainingTools,
): Promise<RankerWeights> {
  const corpora = sets.flatMap((set) => variants(set, seed));
  const holdRates = fitHoldRates(sets.flatMap((set) => answeredOf(set, tools)));
  const passages: Group[] = [];
  const sentences: Group[] = [];
  for (const corpus of corpora) {
    await eachQuestion(corpus, holdRates, tools, (asked) => {
      passages.push(passageGroup(asked));
      sentences.push(...sentenceGroups(asked));
    });
  }
  const passage = fitGroups(passages, weightNames.passage, fits.passage);
  const sentence = fitGroups(sentences, weightNames.sentence, fits.sentence);

  const firstStep = { passage, sentence, close: passage, holdRates };
  const close: Group[] = [];
  for (const corpus of corpora) {
    await eachQuestion(corpus, holdRates, tools, (asked) => {
      close.push(closeGroup(asked, firstStep));
    });
  }
  return {
    passage,
    sentence,
    close: fitGroups(close, weightNames.close, fits.close),
    holdRates,
  };
}

function answeredOf(
  { passages, questions }: TrainingSet,
  { analyzer, lexicons }: TrainingTools,
): Answered[] {
  const understand = createUnderstanding(analyzer, lexicons, false);
  const texts = new Map(
    passages.map(({ id, title = '', text }) => [id, normalise(`${title} ${text}`)]),
  );
  return questions.map(({ question, passage }) => ({
    question: understand(question, new Date(0)),
    text: texts.get(passage) ?? '',
  }));
}

interface Asked {
  readonly question: QuestionLine;
  readonly found: Awaited<ReturnType<typeof findCandidates>>;
  readonly index: CorpusIndex;
  readonly idOf: (passage: number) => string;
}

async function eachQuestion(
  { passages, questions }: TrainingSet,
  holdRates: Weights,
  { analyzer, lexicons, onProgress }: TrainingTools,
  visit: (asked: Asked) => void,
): Promise<void> {
  const index = indexPassages(passages, analyzer, () => []);
  const understand = createUnderstanding(analyzer, lexicons, false);
  const idOf = (passage: number) => passages[index.store.entryOf(passage)]?.id ?? '';
  let done = 0;
  for (const question of questions) {
    const understood = understand(question.question, new Date(0));
    const scope = scopeOf(understood, index.store.volumes);
    const sources = { index, analyzer, weights: { holdRates } };
    const found = await findCandidates(understood, scope, sources, fittingCandidates);
    visit({ question, found, index, idOf });
    onProgress?.(++done, questions.length);
  }
}

function contendersOf({ found, index }: Asked): Contender[] {
  const { pattern, candidates, statistics } = found;
  return gatherContenders(pattern, candidates, statistics, (p) => passageOf(index.store, p));
}

function isGold({ question, idOf }: Asked, passage: number): boolean {
  return (question.passages ?? [question.passage]).includes(idOf(passage));
}

function passageGroup(asked: Asked): Group {
  const contenders = contendersOf(asked);
  return {
    rows: rowsOf(
      contenders.map(({ features, relative }) => ({ ...features, ...relative })),
      weightNames.passage,
    ),
    right: Uint8Array.from(contenders, ({ id }) => (isGold(asked, id) ? 1 : 0)),
  };
}

/** The sentences of each gold passage found; right are those that hold an answer. */
function sentenceGroups(asked: Asked): Group[] {
  const { question, found, index } = asked;
  return contendersOf(asked)
    .filter(({ id }) => isGold(asked, id))
    .map(({ id, alignment, sums }) => {
      const text = index.store.passageText(id);
      const kind = found.pattern.answer.kind;
      const features = sentenceFeatures(found.pattern, alignment, sums).map((own) => ({
        ...own,
        ...Object.fromEntries(kindFeatures.map((name) => [`${kind}:${name}`, own[name]])),
      }));
      return {
        rows: rowsOf(features, weightNames.sentence),
        right: Uint8Array.from(alignment.sentences, ({ start, end }) =>
          question.answers.some((answer) => text.slice(start, end).includes(answer)) ? 1 : 0,
        ),
      };
    });
}

function closeGroup(asked: Asked, weights: RankerWeights): Group {
  const { found, index } = asked;
  const { pattern, candidates, statistics } = found;
  const held = (p: number) => passageOf(index.store, p);
  const close = rank(pattern, candidates, statistics, weights, held).slice(0, closeLimit);
  return {
    rows: rowsOf(
      close.map(({ features, relative, close: own }) => ({ ...features, ...relative, ...own })),
      weightNames.close,
    ),
    right: Uint8Array.from(close, ({ id }) => (isGold(asked, id) ? 1 : 0)),
  };
}

function rowsOf(features: readonly Weights[], names: readonly string[]): Float32Array {
  const rows = new Float32Array(features.length * names.length);
  features.forEach((own, i) => {
    names.forEach((name, k) => {
      rows[i * names.length + k] = own[name] ?? 0;
    });
  });
  return rows;
}

function fitGroups(
  groups: readonly Group[],
  names: readonly string[],
  options: FitOptions,
): Weights {
  const weights = fitListwise(groups, names.length, options);
  return Object.fromEntries(
    names.map((name, k) => [name, Number((weights[k] as number).toFixed(4))]),
  );
}

/** How the confidence is fitted; set by hand. */
const calibration = Object.freeze({
  /** Passages of the small corpora asked, beside the whole: yearbooks of a chapter or two. */
  smallPassages: 120,
  smallCorpora: 8,
});

/**
 * The best answers to questions of corpora from which every second passage is taken out: those
 * of the passages left can be answered, the others' cannot.
 */
export async function judgeHalves(
  set: TrainingSet,
  seed: number,
  weights: AnswerWeights,
  { analyzer, lexicons, extract, onProgress }: TrainingTools,
): Promise<Judged[]> {
  const judged: Judged[] = [];
  const { smallPassages, smallCorpora } = calibration;
  const slices = Array.from({ length: smallCorpora }, (_, i) => ({
    passages: set.passages.slice(i * smallPassages, (i + 1) * smallPassages),
    questions: set.questions,
  })).filter(({ passages }) => passages.length === smallPassages);
  for (const { passages, questions: all } of [...variants(set, seed), ...slices]) {
    const kept = passages.filter((_, i) => i % 2 === 0);
    const ids = new Set(passages.map(({ id }) => id));
    const keptIds = new Set(kept.map(({ id }) => id));
    const questions = all.filter(({ passage }) => ids.has(passage));
    const ask = createAsk(indexPassages(kept, analyzer, extract), analyzer, lexicons, weights);
    let done = 0;
    for (const question of questions) {
      const gold = (question.passages ?? [question.passage]).filter((id) => keptIds.has(id));
      const trace = await traceOf(question.question, ask);
      onProgress?.(++done, questions.length);
      if (trace?.evidence == null) continue;
      const top = kept[trace.entries[0]?.entry ?? -1]?.id ?? '';
      judged.push({
        evidence: trace.evidence,
        right: gold.includes(top),
        answerable: gold.length > 0,
      });
    }
  }
  return judged;
}

/** The best answers to graded questions of a corpus; those to be asked back are left out. */
export async function judgeGraded(
  questions: readonly GradedQuestion[],
  ask: Ask,
): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const question of questions) {
    if (question.status === 'clarify') continue;
    let evidence: Trace['evidence'] = null;
    const answer = await ask(question.question, {
      onTrace: (trace) => {
        evidence = trace.evidence;
      },
    });
    if (evidence === null || answer.status === 'clarify') continue;
    const answerable = question.status === 'answered';
    judged.push({
      evidence,
      right: answerable && grade(question, answer) === null,
      answerable,
    });
  }
  return judged;
}

async function traceOf(question: string, ask: Ask): Promise<Trace | undefined> {
  let trace: Trace | undefined;
  await ask(question, {
    onTrace: (told) => {
      trace = told;
    },
  });
  return trace;
}
