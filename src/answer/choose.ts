import type { Figure } from '../figures/figure.js';
import type { Store, StoredEntry } from '../index/store.js';
import type { WeightedUnit } from '../search/evidence.js';
import type { Question } from '../search/question.js';
import type { RankedPassage } from '../search/ranker.js';
import { normalise } from '../text/normalise.js';
import { overlaps, type Span, textOf } from '../text/span.js';
import { askedFigures, type FigureMatch, type FigureQuestion, figureQuestion } from './asked.js';
import type { Search } from './candidates.js';
import { confidenceOf, type Evidence, type EvidenceKind } from './confidence.js';
import { figurePlace } from './figure-place.js';
import { sentenceScores } from './lead.js';
import { namesPeriod, namesRegion, type Scope } from './scope.js';

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
  readonly evidence: Evidence;
  readonly confidence: number;
  /** Whether volume or lead are of the year and region asked for. */
  readonly fits: boolean;
}

/** Found on our own questions; flat around these values. */
export const choiceTunables = Object.freeze({
  /** Entries looked at closely. */
  entries: 12,
  /** What a figure that fits the question adds to its entry's score. */
  figure: 1,
  /** Share of the best score from which on a newer volume's entry states the same fact. */
  sameFact: 0.75,
  /** Confidence left where the year or region is only named in the text, and no figure is of it. */
  elsewhere: 0.6,
  /** What an entry loses that names the year or region asked for but is of another volume. */
  outside: 0.6,
});

/** The entries that may answer, best first; those that do not fit year and region last. */
export function chooseEntries(
  question: Question,
  search: Search,
  scope: Scope,
  store: Store,
): Choice[] {
  const best = new Map<number, RankedPassage>();
  for (const passage of search.ranked) {
    const entry = store.entryOf(passage.id);
    if (!best.has(entry)) best.set(entry, passage);
    if (best.size === choiceTunables.entries) break;
  }
  const figures = figureQuestion(question, search.units);
  const choices = [...best].map(([entry, passage]) =>
    choiceOf(question, figures, search, scope, store, entry, passage),
  );
  choices.sort(
    (a, b) => Number(b.fits) - Number(a.fits) || b.score - a.score || a.entryNumber - b.entryNumber,
  );
  return newestFirst(choices, question, store);
}

function choiceOf(
  question: Question,
  figures: FigureQuestion,
  { units }: Search,
  scope: Scope,
  store: Store,
  entryNumber: number,
  { id, score, features }: RankedPassage,
): Choice {
  const entry = store.entry(entryNumber);
  const passage = store.passage(id);
  const inside = scope.inside[entry.volume] === true;
  const eligible = (sentence: Span) => inside || isNamed(question, store, entry, sentence);
  const fits = inside || entry.sentences.some(eligible);

  const sentenceOf = (span: Span) => entry.sentences.find((s) => overlaps(s, span)) ?? passage;
  const asked = askedFigures(
    entry.figures.filter(
      (figure) => !fits || (eligible(sentenceOf(figure)) && (inside || ofPeriod(figure, question))),
    ),
    figures,
    (figure) => figurePlace(figure, entry, sentenceOf(figure)),
  );
  const first = asked[0];
  const lead = first === undefined ? bestSentence() : sentenceOf(first.figure);

  function bestSentence(): Span {
    const sentences = store.sentences(id);
    const relative = sentences.map(({ start, end }) => ({
      start: start - passage.start,
      end: end - passage.start,
    }));
    const text = entry.text.slice(passage.start, passage.end);
    const scores = sentenceScores(question, units, entry.heading, text, relative);
    let best = 0;
    scores.forEach((value, s) => {
      const open = !fits || eligible(sentences[s] as Span);
      if (open && value > (scores[best] as number) + 1e-9) best = s;
    });
    return sentences[best] ?? passage;
  }

  const evidence = {
    bm25f: features.bm25f,
    window: features.window,
    heading: features.heading,
    run: features.run,
    characters: characterShare(units, normalise(entry.heading + textOf(entry.text, lead))),
    figure: first === undefined ? 0 : Math.min(1, Math.max(0, first.score)),
    nameMissing: namesStand(question, store, entry, lead) ? 0 : 1,
  };
  const evidenceKind = first !== undefined ? 'figure' : figures.wants ? 'missing' : 'text';
  return {
    entryNumber,
    entry,
    passage: entry.passages.find((span) => overlaps(span, lead)) ?? passage,
    lead,
    asked,
    score:
      score +
      (first === undefined ? 0 : choiceTunables.figure * first.score) -
      // Plans for a year are printed in the volume on the year before.
      (inside || figures.plan ? 0 : choiceTunables.outside),
    evidenceKind,
    evidence,
    confidence:
      confidenceOf(evidenceKind, evidence) *
      (inside || first !== undefined ? 1 : choiceTunables.elsewhere),
    fits,
  };
}

/** Whether every proper name of the question stands in the lead, just before it, or above it. */
function namesStand({ units }: Question, store: Store, entry: StoredEntry, lead: Span): boolean {
  const names = units.filter(({ isName }) => isName);
  if (names.length === 0) return true;
  const volume = store.volumes[entry.volume]?.name ?? '';
  const before = entry.sentences.find(({ end }) => end === lead.start) ?? lead;
  const near = entry.text.slice(before.start, lead.end);
  const normal = normalise([volume, ...entry.path, entry.heading, near].join(' '));
  return names.every(({ text, synonyms }) =>
    [text, ...synonyms].some((form) => normal.includes(form)),
  );
}

/** Share of the units, by weight, whose characters stand in the text, each by its best form. */
function characterShare(units: readonly WeightedUnit[], normal: string): number {
  const total = units.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const held = (form: string) =>
    [...form].filter((character) => normal.includes(character)).length / form.length;
  return (
    units.reduce((sum, { forms, weight }) => sum + weight * Math.max(...forms.map(held)), 0) / total
  );
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

/** Without a year in the question, the newest volume that states the same fact goes first. */
function newestFirst(choices: readonly Choice[], question: Question, store: Store): Choice[] {
  const [top] = choices;
  const { years, editions } = question.period;
  if (top === undefined || years.length > 0 || editions.length > 0) return [...choices];
  const yearOf = ({ entry }: Choice) => store.volumes[entry.volume]?.year ?? -Infinity;
  const floor = choiceTunables.sameFact;
  const same = choices.filter(
    (choice) =>
      choice.fits === top.fits &&
      choice.score >= floor * top.score &&
      choice.confidence >= floor * top.confidence &&
      choice.asked.length > 0 === top.asked.length > 0,
  );
  const newest = same.reduce((a, b) => (yearOf(b) > yearOf(a) ? b : a), top);
  return [newest, ...choices.filter((choice) => choice !== newest)];
}
