import type { Store, StoredEntry } from '../index/store.js';
import type { Question } from '../search/question.js';
import type { RankedPassage } from '../search/ranker.js';
import { normalise } from '../text/normalise.js';
import { overlaps, type Span } from '../text/span.js';
import { askedFigures, type FigureMatch } from './asked.js';
import { aspectOf, isAspectWord } from './aspect.js';
import type { Search } from './candidates.js';
import { confidenceOf } from './confidence.js';
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
  sameFact: 0.85,
  /** What an entry loses that names the year or region asked for but is of another volume. */
  outside: 0.6,
  /** Confidence left where a number was asked for and no figure fits. */
  figureMissing: 0.6,
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
  const choices = [...best].map(([entry, passage]) =>
    choiceOf(question, search, scope, store, entry, passage),
  );
  choices.sort(
    (a, b) => Number(b.fits) - Number(a.fits) || b.score - a.score || a.entryNumber - b.entryNumber,
  );
  return newestFirst(choices, question, store);
}

function choiceOf(
  question: Question,
  { units }: Search,
  scope: Scope,
  store: Store,
  entryNumber: number,
  { id, score, features }: RankedPassage,
): Choice {
  const entry = store.entry(entryNumber);
  const passage = store.passage(id);
  const inside = scope.inside[entry.volume] === true;
  const eligible = (sentence: Span) =>
    inside || isNamed(question, store, entry, entry.text.slice(sentence.start, sentence.end));
  const fits = inside || entry.sentences.some(eligible);

  const sentenceOf = (span: Span) => entry.sentences.find((s) => overlaps(s, span)) ?? passage;
  const asked = askedFigures(
    entry.figures.filter((figure) => !fits || eligible(sentenceOf(figure))),
    {
      question,
      units: units.filter(({ forms }) => !isAspectWord(forms[0] ?? '')),
      aspect: aspectOf(question),
    },
    (figure) => {
      const { start, end } = sentenceOf(figure);
      return normalise(`${entry.heading} ${entry.text.slice(start, end)}`);
    },
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

  const wantsFigure = question.answerType === 'amount' || question.answerType === 'rank';
  return {
    entryNumber,
    entry,
    passage: entry.passages.find((span) => overlaps(span, lead)) ?? passage,
    lead,
    asked,
    score:
      score +
      (first === undefined ? 0 : choiceTunables.figure * first.score) -
      (inside ? 0 : choiceTunables.outside),
    confidence:
      confidenceOf(features) *
      (wantsFigure && first === undefined ? choiceTunables.figureMissing : 1),
    fits,
  };
}

/** Whether a text of a volume outside the scope names the year and region that put it there. */
function isNamed(question: Question, store: Store, entry: StoredEntry, text: string): boolean {
  const volume = store.volumes[entry.volume];
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
