import { bare } from '../analysis/section-keys.js';
import type { Store, StoredEntry } from '../index/store.js';
import type { VolumeInfo } from '../reading/volume.js';
import { align } from '../search/alignment.js';
import type { Question } from '../search/question.js';
import type { RankedPassage, RankedSentence } from '../search/ranker.js';
import { type SentenceFeatures, sentenceFeatures } from '../search/sentence-features.js';
import { sentenceSums } from '../search/sentence-sums.js';
import { normalise } from '../text/normalise.js';
import { overlaps, type Span, textOf } from '../text/span.js';
import { accountFor, type Zone } from './account.js';
import { lacksForm } from './answer-form.js';
import type { FigureMatch, FigureQuestion } from './asked.js';
import type { Search } from './candidates.js';
import { figureEvidence } from './figure-evidence.js';
import { isOf, namesPeriod, namesShort } from './scope.js';

/** Named evidence that an answer is right, each about 0 to 1. */
export const answerEvidence = Object.freeze({
  beyond: 'share of the units, by weight, that the sentence holds of those that the heading lacks',
  pairs: 'share of the pairs of content characters in the sentence',
  run: 'worth of the longest run of the question in the sentence, over 12',
  plainPairs: 'share of the pairs without content in the sentence',
  strict: 'whether the sentence holds what this answer must look like',
  sentence: 'log odds of the sentence against others, over 10',
  passageCharacters: 'share of the content characters in passage or heading',
  secondMissing: 'whether the second weightiest unit is missing there',
  subjectMissing: 'weight of the first unit, if it is missing',
  exactMissing: 'whether a quoted phrase or number is missing',
  otherYear: 'whether a year stands there, but none asked for, nor is its volume of one',
  heading: 'whether the question holds the whole heading',
  named: 'whether the question is the heading, but for year, region and words that say nothing',
  margin: 'log odds before the best passage of another entry, over 5, 1 at most',
  units: 'how many units the question has, over 10, 1 at most',
  nameMissing: 'whether a proper name stands neither in, before nor above the sentence',
  placeMissing: 'whether a place or region named does neither, nor is the volume of it',
  formMissing: 'whether nothing there looks like what is asked for: a month, a person',
  unexplained: 'weight of the word least accounted for near the answer, times what is missing',
  unexplainedCount: 'how many words are not accounted for, over 3',
  allExplained: 'whether every word is accounted for',
  nounUnexplained: 'what is missing so of the noun asked about',
  kindMissing: 'whether a kind asked for (农村, 出口) stands nowhere near the answer',
  figure: 'how well the figure found fits; this and what follows 0 where there is none',
  figureNamed: 'share of the words asked about that the indicator of the figure holds',
  figureWhole: 'share of that indicator that the question holds',
  sideMet: 'whether the figure is of the side asked for: growth, level, rank, share',
  sideAgainst: 'whether it is of another side',
  unitMet: 'whether it is counted in what is asked for',
  unitAgainst: 'whether it is counted in something else, half where that is close',
  planned: 'whether the words before and beside it tell a plan where none was asked for',
});

export type Evidence = Readonly<Record<keyof typeof answerEvidence, number>>;

/** What was asked for and found, which decides how the evidence counts. */
export type EvidenceKind = 'figure' | 'missing' | 'text';

/** An answer that may be given: the leading sentence of an entry, and the figure asked for. */
export interface Possible {
  readonly ranked: RankedPassage;
  readonly entry: StoredEntry;
  readonly lead: Span;
  readonly figure: FigureMatch | undefined;
  /** Whether the lead is of a year asked for by the report that it stands in. */
  readonly isOfYear: boolean;
}

/** @param figures what figures were held against */
export function evidenceOf(
  search: Search,
  store: Store,
  figures: FigureQuestion,
  possible: Possible,
): Evidence {
  const { pattern } = search;
  const { question } = pattern;
  const { ranked, entry, lead, figure, isOfYear } = possible;
  const { features, score } = ranked;
  const { features: sentence, score: sentenceScore } = leadOf(search, ranked, store, lead);
  const around = aroundLead(store, entry, lead);
  const second = search.ranked.find(({ id }) => isRival(store, ranked.id, id))?.score ?? -Infinity;
  return {
    beyond: sentence.heldBeyond,
    pairs: sentence.pairs,
    run: sentence.run,
    plainPairs: sentence.plainPairs,
    strict: sentence.strict,
    sentence: sentenceScore / 10,
    passageCharacters: features.characterShare,
    secondMissing: features.secondMissing,
    subjectMissing: features.subjectMissing,
    exactMissing: features.exactMissing,
    otherYear: isOfYear || isOfYears(question, store, entry) ? 0 : features.otherYear,
    heading: features.headingAsked,
    named: isNamedBy(question, entry) ? 1 : 0,
    margin: Math.max(-1, Math.min(1, (score - second) / 5)),
    units: Math.min(1, pattern.units.length / 10),
    nameMissing: namesStand(question, around) ? 0 : 1,
    placeMissing: placesStand(question, store.volumes[entry.volume], around) ? 0 : 1,
    formMissing: lacksForm(question, around) ? 1 : 0,
    ...accountFor(pattern, zonesOf(search, store, possible), figure?.figure ?? null),
    kindMissing: kindStands(figures, entry, lead) ? 0 : 1,
    figure: figure === undefined ? 0 : Math.min(1, Math.max(0, figure.score)),
    ...figureEvidence(pattern, figures, figure),
  };
}

/** Another entry, but not the same one of another year's or region's volume. */
function isRival(store: Store, own: number, other: number): boolean {
  const [entry, another] = [store.entryOf(own), store.entryOf(other)];
  if (entry === another) return false;
  if (store.volumeOf(entry) === store.volumeOf(another)) return true;
  return store.title(entry).heading !== store.title(another).heading;
}

/** The leading sentence, ranked; a figure may have led to another passage than the one ranked. */
function leadOf(
  { pattern, passageOf }: Search,
  { id, sentences }: RankedPassage,
  store: Store,
  lead: Span,
): RankedSentence {
  const own = store.sentences(id).findIndex((span) => overlaps(span, lead));
  const ranked = sentences[own];
  if (ranked !== undefined) return ranked;
  const { start, end } = store.passagesOfEntry(store.entryOf(id));
  for (let p = start; p < end; p++) {
    const s = store.sentences(p).findIndex((span) => overlaps(span, lead));
    if (s < 0) continue;
    const alignment = align(pattern, passageOf(p));
    const features = sentenceFeatures(pattern, alignment, sentenceSums(pattern, alignment));
    return { features: features[s] as SentenceFeatures, score: 0 };
  }
  throw new Error('the leading sentence stands in no passage of its entry');
}

/** Where a word of the question may be accounted for, the nearest first. */
function zonesOf(
  { passageOf }: Search,
  store: Store,
  { ranked: { id }, entry, lead, figure }: Possible,
): Zone[] {
  const { normal, heading } = passageOf(id);
  const sentence = normalise(textOf(entry.text, lead));
  return [
    { text: (figure?.indicator ?? '') + heading, worth: 1 },
    { text: figure?.place.clause ?? sentence, worth: 1 },
    { text: sentence, worth: 0.9 },
    { text: normalise([volumeName(store, entry), ...entry.path].join(' ')), worth: 0.9 },
    { text: normalise(textOf(entry.text, sentenceBefore(entry, lead))), worth: 0.8 },
    { text: normal, worth: 0.5 },
  ];
}

function volumeName({ volumes }: Store, { volume }: StoredEntry): string {
  return volumes[volume]?.name ?? '';
}

/** The sentence itself where it is the first. */
function sentenceBefore({ sentences }: StoredEntry, lead: Span): Span {
  return sentences.find(({ end }) => end === lead.start) ?? lead;
}

/** Whether the volume reports on a year asked for: its texts need not name it. */
function isOfYears(question: Question, { volumes }: Store, { volume: number }: StoredEntry) {
  const volume = volumes[number];
  return volume?.year != null && namesPeriod(question, volume, '');
}

/** What stands above the lead, and it with the sentence before, normalised. */
function aroundLead(store: Store, entry: StoredEntry, lead: Span): string {
  const near = entry.text.slice(sentenceBefore(entry, lead).start, lead.end);
  return normalise([volumeName(store, entry), ...entry.path, entry.heading, near].join(' '));
}

/** Whether every proper name of the question stands in the lead, just before it, or above it. */
function namesStand({ units }: Question, around: string): boolean {
  // 上门, 上市: what people also say in other words is no name, whatever the dictionary holds.
  const names = units.filter(({ isName, prose }) => isName && prose.length === 0);
  return names.every(({ text, synonyms }) =>
    [text, ...synonyms].some((form) => around.includes(form)),
  );
}

/** Whether every place named stands there too; of the regions, the volume's own is enough. */
function placesStand(
  { places, regions }: Question,
  volume: VolumeInfo | undefined,
  around: string,
): boolean {
  const isOwn = volume !== undefined && regions.some((name) => isOf(volume, name));
  return places.every(
    (forms) =>
      (isOwn && regions.includes(forms[0] as string)) ||
      forms.some((form) => around.includes(form)) ||
      namesShort(forms[0] as string, around),
  );
}

/** Whether each kind that the question narrows its subject to stands in the sentence or above it. */
function kindStands({ contrast }: FigureQuestion, entry: StoredEntry, lead: Span): boolean {
  const { kinds } = contrast();
  if (kinds.length === 0) return true;
  const near = normalise([...entry.path, entry.heading, textOf(entry.text, lead)].join(' '));
  return kinds.every((kind) => kind.test(near));
}

/** 广东 水利建设, 绿美广东介绍: whether a question only names the heading. */
function isNamedBy({ normal, context, units, ignored }: Question, entry: StoredEntry): boolean {
  const heading = bare(normalise(entry.heading));
  const asked = bare(normal);
  if (heading.length < 2 || asked === '') return false;
  const silent = units.filter(({ isPlain }) => isPlain).map(({ text }) => text);
  const plain = [...context, ...ignored, ...silent];
  const without = (text: string) => plain.reduce((rest, word) => rest.replaceAll(word, ''), text);
  return asked === heading || (without(asked) === without(heading) && without(heading).length > 1);
}
