import type { Store, StoredEntry } from '../index/store.js';
import { align } from '../search/alignment.js';
import type { Question } from '../search/question.js';
import type { RankedPassage } from '../search/ranker.js';
import { type SentenceFeatures, sentenceFeatures } from '../search/sentence-features.js';
import { sentenceSums } from '../search/sentence-sums.js';
import type { WeightedUnit } from '../search/units.js';
import { normalise } from '../text/normalise.js';
import { overlaps, type Span, textOf } from '../text/span.js';
import type { FigureMatch } from './asked.js';
import { passageOf, type Search } from './candidates.js';

/** Named evidence that an answer is right, each about 0 to 1. */
export const answerEvidence = Object.freeze({
  held: 'share of the units, by weight, that the leading sentence or the heading holds',
  focus: 'the same, units near the words that ask counting more',
  beyond: 'share the sentence holds of those that the heading lacks',
  characters: 'share of the units, by weight, whose characters stand in sentence or heading',
  pairs: 'share of the pairs of content characters in the sentence',
  run: 'worth of the longest run of the question in the sentence, over 12',
  plainPairs: 'share of the pairs without content in the sentence',
  strict: 'whether the sentence holds what this answer must look like',
  sentence: 'log odds of the sentence against others, over 10',
  passagePairs: 'share of the pairs of content characters in passage or heading',
  passageCharacters: 'share of the content characters in passage or heading',
  passageUnits: 'share of the units in passage or heading',
  firstMissing: 'whether the weightiest unit is missing there',
  secondMissing: 'whether the second weightiest is',
  subjectMissing: 'weight of the first unit, if it is missing',
  exactMissing: 'whether a quoted phrase or number is missing',
  otherYear: 'whether a year stands there, but none asked for',
  heading: 'whether the question holds the whole heading',
  headingShare: 'share of the characters of the heading that the question holds',
  margin: 'log odds before the second best passage, over 5, 1 at most',
  units: 'how many units the question has, over 10, 1 at most',
  figure: 'how well the figure found fits; 0 where there is none',
  nameMissing: 'whether a proper name stands neither in, before nor above the sentence',
  nounMissing: 'whether the noun asked about stands there in no form, not even by half',
  worstMissing: 'relative idf of the weightiest unit that is missing so',
});

export type Evidence = Readonly<Record<keyof typeof answerEvidence, number>>;

/** What was asked for and found, which decides how the evidence counts. */
export type EvidenceKind = 'figure' | 'missing' | 'text';

export function evidenceOf(
  question: Question,
  search: Search,
  ranked: RankedPassage,
  store: Store,
  entry: StoredEntry,
  lead: Span,
  figure: FigureMatch | undefined,
): Evidence {
  const { pattern, units } = search;
  const { features, score } = ranked;
  const { held: _, ...sentence } = leadFeatures(search, ranked, store, lead);
  const others = search.ranked.filter(({ id }) => id !== ranked.id);
  const second = others.reduce((best, other) => Math.max(best, other.score), -Infinity);
  return {
    held: sentence.heldOrAbove,
    focus: sentence.focusOrAbove,
    beyond: sentence.heldBeyond,
    characters: characterShare(units, normalise(entry.heading + textOf(entry.text, lead))),
    pairs: sentence.pairs,
    run: sentence.run,
    plainPairs: sentence.plainPairs,
    strict: sentence.strict,
    sentence: sentence.score / 10,
    passagePairs: features.pairs / pattern.pairWeight,
    passageCharacters: features.characterShare,
    passageUnits: features.units,
    firstMissing: features.firstMissing,
    secondMissing: features.secondMissing,
    subjectMissing: features.subjectMissing,
    exactMissing: features.exactMissing,
    otherYear: features.otherYear,
    heading: features.headingAsked,
    headingShare: features.headingShare,
    margin: Math.max(-1, Math.min(1, (score - second) / 5)),
    units: Math.min(1, pattern.units.length / 10),
    figure: figure === undefined ? 0 : Math.min(1, Math.max(0, figure.score)),
    nameMissing: namesStand(question, store, entry, lead) ? 0 : 1,
    ...missingUnits(search, entry, lead),
  };
}

/** Units of which less than half the characters stand in the sentence, before or above it. */
function missingUnits({ pattern }: Search, entry: StoredEntry, lead: Span) {
  const before = entry.sentences.find(({ end }) => end === lead.start) ?? lead;
  const near = entry.text.slice(before.start, lead.end);
  const normal = normalise([...entry.path, entry.heading, near].join(' '));
  const held = (form: string) =>
    [...form].filter((character) => normal.includes(character)).length / form.length;
  const missing = pattern.units.map(({ forms }) => Math.max(...forms.map(held)) <= 0.5);
  return {
    nounMissing: missing[pattern.focusUnit] === true ? 1 : 0,
    worstMissing: Math.max(0, ...pattern.units.map(({ weight }, u) => (missing[u] ? weight : 0))),
  };
}

/** Of the leading sentence; a figure may have led to another passage than the one ranked. */
function leadFeatures(
  { pattern }: Search,
  { id, sentences }: RankedPassage,
  store: Store,
  lead: Span,
): SentenceFeatures & { readonly score: number } {
  const own = store.sentences(id).findIndex((span) => overlaps(span, lead));
  const ranked = sentences[own];
  if (ranked !== undefined) return { ...ranked.features, score: ranked.score };
  const { start, end } = store.passagesOfEntry(store.entryOf(id));
  for (let p = start; p < end; p++) {
    const s = store.sentences(p).findIndex((span) => overlaps(span, lead));
    if (s < 0) continue;
    const alignment = align(pattern, passageOf(store, p));
    const features = sentenceFeatures(pattern, alignment, sentenceSums(pattern, alignment));
    return { ...(features[s] as SentenceFeatures), score: 0 };
  }
  throw new Error('the leading sentence stands in no passage of its entry');
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
