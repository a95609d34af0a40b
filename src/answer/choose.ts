import type { Figure } from '../figures/figure.js';
import type { Store, StoredEntry } from '../index/store.js';
import type { Question } from '../search/question.js';
import type { RankedPassage } from '../search/ranker.js';
import { overlaps, type Span, textOf } from '../text/span.js';
import { askedFigures, type FigureMatch, type FigureQuestion, figureQuestion } from './asked.js';
import { outsidePrior, type Search } from './candidates.js';
import { confidenceOf } from './confidence.js';
import type { FiguresOf } from './entry-figures.js';
import type { OfYear } from './entry-reports.js';
import { type Evidence, type EvidenceKind, evidenceOf } from './evidence.js';
import { wantedTime } from './figure-time.js';
import { isOnOtherPart, namesPeriod, namesRegion, placesMissing, type Scope } from './scope.js';
import { type StatedFigure, statedFigures } from './stated-figure.js';
import type { AnswerWeights, TextKind } from './weights.js';

/** An entry that may be cited, with the sentence and figures that would answer from it. */
export interface Choice {
  readonly entryNumber: number;
  readonly entry: StoredEntry;
  /** Spans in the entry's text. */
  readonly passage: Span;
  readonly lead: Span;
  readonly asked: readonly FigureMatch[];
  readonly score: number;
  readonly evidenceKind: EvidenceKind;
  /** Found when it is first asked for, as the confidence is: of most entries neither is. */
  readonly evidence: () => Evidence;
  readonly confidence: () => number;
  /** Whether that is enough to answer. */
  readonly isSure: () => boolean;
  /**
   * Whether volume or lead are of the year and region asked for, and the entry names the places.
   */
  readonly fits: boolean;
}

/** What entries are taken from, and how they are judged. */
export interface ChoiceSources {
  readonly store: Store;
  readonly figuresOf: FiguresOf;
  readonly ofYear: OfYear;
  readonly weights: AnswerWeights;
}

/** Set by hand, the whole of them checked on our training questions; none tuned by itself. */
export const choiceTunables = Object.freeze({
  /**
   * What a figure that fits the question adds to its entry's score, in log odds: of 2, 3 and 4 the
   * best on questions whose right entry was passed over for one without such a figure.
   */
  figure: 4,
  /** What it loses where the figure is of several years and none such was asked for. */
  severalYears: 1.5,
  /** What a figure of a part of the region loses where the part was not asked for. */
  part: 3,
  /**
   * Entries held against the question in any case: the one cited and those named beside it. Others
   * only where a figure could bring them near the first.
   */
  least: 4,
  /** Log odds up to which behind the best a newer volume's entry states the same fact. */
  sameFact: 3,
  /** Of the best one's confidence, the share that such an entry has at least. */
  sameConfidence: 0.75,
  /** Confidence left where the year or region is only named in the text, and no figure is of it. */
  elsewhere: 0.6,
});

/** The entries that may answer, best first; those that do not fit year and region last. */
export function chooseEntries(
  question: Question,
  search: Search,
  scope: Scope,
  sources: ChoiceSources,
): Choice[] {
  const { store } = sources;
  const best = new Map<number, RankedPassage>();
  const most = search.ranked[0]?.score ?? 0;
  for (const passage of search.ranked) {
    if (passage.sentences.length === 0) break;
    const behind = most - passage.score;
    if (
      best.size >= choiceTunables.least &&
      behind > choiceTunables.figure + choiceTunables.sameFact
    )
      break;
    const entry = store.entryOf(passage.id);
    if (!best.has(entry)) best.set(entry, passage);
  }
  const figures = figureQuestion(question, search.units);
  const choices = [...best].map(([entry, passage]) =>
    choiceOf(question, figures, search, scope, sources, entry, passage),
  );
  choices.sort(
    (a, b) => Number(b.fits) - Number(a.fits) || b.score - a.score || a.entryNumber - b.entryNumber,
  );
  return bestDatedFirst(choices, question, store);
}

function choiceOf(
  question: Question,
  figures: FigureQuestion,
  search: Search,
  scope: Scope,
  { store, figuresOf, ofYear, weights }: ChoiceSources,
  entryNumber: number,
  ranked: RankedPassage,
): Choice {
  const { id, score } = ranked;
  const entry = store.entry(entryNumber);
  const passage = store.passage(id);
  const inside = scope.inside[entry.volume] === true;
  const volume = store.volumes[entry.volume];
  const kind: TextKind = volume?.year == null ? 'passages' : 'yearbooks';
  const isOfYear = (span: Span) => ofYear(question, entryNumber, span);
  const eligible = (sentence: Span) =>
    inside ||
    isNamed(question, store, entry, sentence) ||
    (isOfYear(sentence) && namesRegion(question, volume, textOf(entry.text, sentence)));
  const placed = placesMissing(question, volume?.name ?? '', entry).length === 0;
  const ofPart = figures.wish !== 'words' && isOnOtherPart(question, volume, entry);
  const fits =
    placed &&
    !(ofPart && question.regions.length > 0) &&
    (inside || entry.sentences.some(eligible));

  const sentences = store.sentences(id);
  const most = Math.max(...ranked.sentences.map(({ score: one }) => one));
  // A question for words asks for no figure: none is read.
  const all = figures.wish === 'words' ? [] : figuresOf(entryNumber);
  const open = inside || !fits ? all : statedFigures(all.filter(isOpen));
  const asked = askedFigures(open, figures, ({ place }) => oddsOf(place.span));
  const first = asked[0];
  const lead = first === undefined ? bestSentence() : first.place.span;

  /** Against the best sentence; those of the entry's other passages, not scored, are not behind. */
  function oddsOf(sentence: Span): number {
    const own = sentences.findIndex((span) => overlaps(span, sentence));
    return (ranked.sentences[own]?.score ?? most) - most;
  }

  /** Of a volume outside the scope: what is of the year and region all the same. */
  function isOpen({ figure, place }: StatedFigure): boolean {
    return ofPeriod(figure, question) && eligible(place.span);
  }

  function bestSentence(): Span {
    let best = -1;
    ranked.sentences.forEach(({ score: own }, s) => {
      const open = !fits || eligible(sentences[s] as Span);
      if (open && (best < 0 || own > (ranked.sentences[best]?.score ?? 0) + 1e-9)) best = s;
    });
    return sentences[Math.max(best, 0)] ?? passage;
  }

  // 2026年的增长目标是多少 says of nothing what is to grow: the sentence that tells of it all will do.
  const namesThing = figures.wants && figures.demands().whole.units.length > 0;
  const evidenceKind = first !== undefined ? 'figure' : namesThing ? 'missing' : 'text';
  const certainty = inside || first !== undefined ? 1 : choiceTunables.elsewhere;
  let known: Evidence | undefined;
  const evidence = () => {
    const possible = { ranked, entry, lead, figure: first, isOfYear: isOfYear(lead) };
    known ??= evidenceOf(search, store, figures, possible);
    return known;
  };
  const confidence = () =>
    confidenceOf(weights.confidence[kind], evidenceKind, evidence()) * certainty;
  return {
    entryNumber,
    entry,
    passage: entry.passages.find((span) => overlaps(span, lead)) ?? passage,
    lead,
    asked,
    score:
      score +
      (first === undefined ? 0 : choiceTunables.figure * first.score) -
      (ofPart && first !== undefined ? choiceTunables.part : 0) -
      (strays(first, question) ? choiceTunables.severalYears : 0) -
      // Plans for a year are printed in the volume on the year before.
      (!inside && figures.plan ? outsidePrior : 0),
    evidenceKind,
    evidence,
    confidence,
    isSure: () => confidence() >= weights.threshold[kind],
    fits,
  };
}

/** Whether a figure is of several years where the question asks for no such stretch. */
function strays(match: FigureMatch | undefined, { normal }: Question): boolean {
  return match?.figure.period !== undefined && !wantedTime(normal, []).period;
}

/** Whether a figure of another volume is of a year asked for, or none was asked for. */
function ofPeriod({ year }: Figure, { period }: Question): boolean {
  return period.years.length === 0 || (year !== null && period.years.includes(year));
}

/** Whether a text of a volume outside the scope names the year and region that put it there. */
function isNamed(
  question: Question,
  store: Store,
  { volume: number, heading, text: body }: StoredEntry,
  { start, end }: Span,
): boolean {
  const volume = store.volumes[number];
  const text = `${heading} ${body.slice(start, end)}`;
  return namesPeriod(question, volume, text) && namesRegion(question, volume, text);
}

/**
 * Without a year in the question, the newest volume that states the same fact goes first; of a
 * five-year plan, the one on its last year, which sums it up.
 */
function bestDatedFirst(choices: readonly Choice[], question: Question, store: Store): Choice[] {
  const [top] = choices;
  const { years, editions, plans } = question.period;
  if (top === undefined || years.length > 0 || editions.length > 0) return [...choices];
  const yearOf = ({ entry }: Choice) => store.volumes[entry.volume]?.year ?? -Infinity;
  const wanted = plans.at(-1)?.to ?? Number.MAX_SAFE_INTEGER;
  const farness = (choice: Choice) => Math.abs(wanted - yearOf(choice));
  const better = choices.filter(
    (choice) =>
      farness(choice) < farness(top) &&
      choice.fits === top.fits &&
      choice.score >= top.score - choiceTunables.sameFact &&
      choice.asked.length > 0 === top.asked.length > 0 &&
      choice.confidence() >= choiceTunables.sameConfidence * top.confidence(),
  );
  const first = better.reduce((a, b) => (farness(b) < farness(a) ? b : a), top);
  return [first, ...choices.filter((choice) => choice !== first)];
}
