import type { Analyzer } from '../analysis/analyzer.js';
import type { Lexicons } from '../analysis/lexicons.js';
import type { Language } from '../errors.js';
import type { Figure } from '../figures/figure.js';
import type { CorpusIndex } from '../index/corpus-index.js';
import type { Store } from '../index/store.js';
import type { VolumeInfo } from '../reading/volume.js';
import { createUnderstanding, type Question } from '../search/question.js';
import type { RankedPassage } from '../search/ranker.js';
import { overlaps } from '../text/span.js';
import type { Answer } from './answer.js';
import {
  type CandidateLimits,
  nearCandidates,
  passagesOf,
  type Search,
  searchPassages,
} from './candidates.js';
import { type Choice, type ChoiceSources, chooseEntries } from './choose.js';
import { regionChoices } from './clarify.js';
import { entryFigures } from './entry-figures.js';
import { ofYearIn, reportsOf } from './entry-reports.js';
import type { Evidence, EvidenceKind } from './evidence.js';
import { inProse, proseCandidates, proseConfidence } from './in-prose.js';
import { narrowTo } from './one-of-several.js';
import { createReread, isBetter, reread } from './reread.js';
import { areOfRegions, placed, regionsWith, scopeOf } from './scope.js';
import { blankReason, silenceReason } from './silence.js';
import { type AnswerWeights, shippedWeights } from './weights.js';

export interface AskOptions {
  /** Of the reason given for silence; what is quoted stays as printed. Default zh. */
  readonly language?: Language;
  /** For 去年, 今年. Default: the clock's. */
  readonly today?: Date;
  /** Told how the answer came about, before it is given. */
  readonly onTrace?: (trace: Trace) => void;
}

/** How an answer came about. */
export interface Trace {
  readonly question: Question;
  /** Best first, before the choice of entry. */
  readonly passages: readonly (RankedPassage & {
    readonly heading: string;
    readonly volume: string;
  })[];
  /** Every entry ranked, by number, best first. */
  readonly entries: readonly { readonly entry: number; readonly score: number }[];
  /** The sentence that would be quoted from the first entry, whatever the status. */
  readonly lead: string;
  readonly confidence: number;
  /** What the confidence is judged by; null where nothing fits. */
  readonly evidence: (Evidence & { readonly kind: EvidenceKind }) | null;
}

/** From a question to a finished answer. Never throws for any question. */
export type Ask = (question: string, options?: AskOptions) => Promise<Answer>;

/** Asks one index; the analyzer must be the one it was built with. */
export function createAsk(
  given: CorpusIndex,
  analyzer: Analyzer,
  lexicons: Lexicons,
  weights: AnswerWeights = shippedWeights(),
): Ask {
  const volumes = placed(given.store.volumes, lexicons.regions);
  const regions = regionsWith(volumes, lexicons.regions);
  const understand = createUnderstanding(analyzer, { ...lexicons, regions }, areOfRegions(volumes));
  const index: CorpusIndex = { ...given, store: { ...given.store, volumes } };
  const passageOf = passagesOf(given.store);
  const reportAt = reportsOf(index.store);
  const figuresOf = entryFigures(given.store, reportAt);
  const ofYear = ofYearIn(index.store, reportAt);
  const rereadOf = createReread(index, analyzer, lexicons);
  return async (text, { language = 'zh', today = new Date(), onTrace } = {}) => {
    const began = performance.now();
    const attempt = async (question: Question, limits = nearCandidates) => {
      let trace: Trace | undefined;
      const keep = onTrace && ((told: Trace) => (trace = told));
      return { answer: await answerTo(question, limits, language, keep), trace: () => trace };
    };
    const question = understand(text, today);
    let best = await attempt(question);
    if (best.answer.status === 'no-answer') {
      const loose = inProse(question);
      const other = loose === null ? best : await attempt(loose, proseCandidates);
      const sure = other.answer.confidence >= proseConfidence;
      if (sure && isBetter(other.answer, best.answer)) best = other;
    }
    const meant = await rereadOf(question, best.answer);
    if (meant !== null) {
      const other = await attempt(understand(meant.text, today));
      if (isBetter(other.answer, best.answer)) {
        best = { ...other, answer: reread(other.answer, question.text, meant) };
      }
    }
    const trace = best.trace();
    if (trace !== undefined) onTrace?.(trace);
    return timed(best.answer, performance.now() - began);
  };

  async function answerTo(
    question: Question,
    limits: CandidateLimits,
    language: Language,
    onTrace: AskOptions['onTrace'],
  ): Promise<Answer> {
    const blank = blankReason(question, language);
    if (blank !== null) return { ...nothing(question.text), reason: blank };
    const { store } = index;
    const scope = scopeOf(question, volumes);
    const sources = { index, analyzer, weights, passageOf, ofYear };
    const search = await searchPassages(question, scope, limits, sources);
    const choices = chooseEntries(question, search, scope, { store, figuresOf, ofYear, weights });
    const [top] = choices;
    onTrace?.(traceOf(question, search, choices, store));
    if (top === undefined || !top.fits || !top.isSure()) {
      return {
        ...nothing(question.text),
        confidence: top?.fits ? top.confidence() : 0,
        nearest: choices.slice(0, 3).map(({ entry }) => ({
          volume: store.volumes[entry.volume]?.name ?? '',
          heading: entry.heading,
        })),
        reason: silenceReason(question, scope, choices, volumes, language),
      };
    }
    const asked = regionChoices(question, choices, volumes);
    if (asked.length > 0) {
      const { text } = question;
      return { ...nothing(text), status: 'clarify', confidence: top.confidence(), choices: asked };
    }
    return answered(question, top, choices.slice(1, 4), { store, figuresOf });
  }
}

function traceOf(
  question: Question,
  { ranked }: Search,
  choices: readonly Choice[],
  store: Store,
): Trace {
  const chosen = new Map(choices.map(({ entryNumber, score }) => [entryNumber, score]));
  for (const { id, score } of ranked) {
    const entry = store.entryOf(id);
    if (!chosen.has(entry)) chosen.set(entry, score);
  }
  const [top] = choices;
  return {
    question,
    passages: ranked.map((passage) => {
      const entry = store.entryOf(passage.id);
      const volume = store.volumes[store.volumeOf(entry)]?.name ?? '';
      return { ...passage, volume, heading: store.title(entry).heading };
    }),
    entries: [...chosen].map(([entry, score]) => ({ entry, score })),
    lead: top === undefined ? '' : top.entry.text.slice(top.lead.start, top.lead.end),
    confidence: top?.confidence() ?? 0,
    evidence: top?.fits ? { ...top.evidence(), kind: top.evidenceKind } : null,
  };
}

/** The answer with its time, written out: of a shape that all answers share. */
function timed(answer: Answer, tookMs: number): Answer {
  return {
    question: answer.question,
    status: answer.status,
    confidence: answer.confidence,
    entry: answer.entry,
    passage: answer.passage,
    lead: answer.lead,
    figures: answer.figures,
    asked: answer.asked,
    alternatives: answer.alternatives,
    nearest: answer.nearest,
    choices: answer.choices,
    interpreted: answer.interpreted,
    reason: answer.reason,
    tookMs,
  };
}

function nothing(question: string): Answer {
  return {
    question,
    status: 'no-answer',
    confidence: 0,
    entry: null,
    passage: null,
    lead: null,
    figures: [],
    asked: 0,
    alternatives: [],
    nearest: [],
    choices: [],
    interpreted: null,
    reason: null,
    tookMs: 0,
  };
}

function answered(
  question: Question,
  { entryNumber, entry, passage, lead, asked, confidence }: Choice,
  others: readonly Choice[],
  { store: { volumes, figures }, figuresOf }: Pick<ChoiceSources, 'store' | 'figuresOf'>,
): Answer {
  const volume = volumes[entry.volume];
  const narrowed = asked.length > 1 ? null : narrowTo(question, (name) => isOf(name, volume));
  const askedFor = asked.map(({ figure }) => figure);
  // The same objects that were asked for; a question for words has none of them placed.
  const all =
    asked.length > 0 ? figuresOf(entryNumber).map(({ figure }) => figure) : figures(entryNumber);
  const beside = all.filter((figure) => !askedFor.includes(figure));
  const isLed = (figure: Figure) => overlaps(figure, lead);
  const { id, path, heading, text, author, source } = entry;
  return {
    ...nothing(question.text),
    status: 'answered',
    confidence: confidence(),
    entry: {
      id,
      volume: volume?.name ?? '',
      year: volume?.year ?? null,
      path,
      heading,
      text,
      author,
      source,
    },
    passage,
    lead: { start: lead.start, end: lead.end, text: text.slice(lead.start, lead.end) },
    // Of those not asked for, what the quoted sentence tells is nearest to the question.
    figures: [...askedFor, ...beside.filter(isLed), ...beside.filter((one) => !isLed(one))],
    asked: askedFor.length,
    alternatives: others.map((other) => ({
      id: other.entry.id,
      volume: volumes[other.entry.volume]?.name ?? '',
      heading: other.entry.heading,
      confidence: other.confidence(),
    })),
    interpreted: narrowed && {
      question: narrowed.question,
      corrections: [narrowed.correction],
      carriedFrom: null,
    },
  };
}

/** Whether a volume is of a region or year, as a question prints it. */
function isOf(name: string, volume: VolumeInfo | undefined): boolean {
  const { region, year } = volume ?? {};
  return /\d/.test(name)
    ? name.includes(String(year))
    : region != null && (region.startsWith(name) || name.startsWith(region));
}
