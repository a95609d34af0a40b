import type { Analyzer } from '../analysis/analyzer.js';
import { bare } from '../analysis/section-keys.js';
import type { CorpusIndex } from '../index/corpus-index.js';
import type { Candidate, PassageQuery, Statistics } from '../index/passage-index.js';
import { remembered } from '../index/remembered.js';
import type { Store } from '../index/store.js';
import { type Passage, readPassage } from '../search/passage.js';
import { createPattern, type Pattern } from '../search/pattern.js';
import { analyseQuery } from '../search/query.js';
import type { Question } from '../search/question.js';
import { type RankedPassage, rank } from '../search/ranker.js';
import type { WeightedUnit } from '../search/units.js';
import type { RankerWeights } from '../search/weights.js';
import type { Span } from '../text/span.js';
import type { OfYear } from './entry-reports.js';
import { namesRegion, type Scope } from './scope.js';

/**
 * Candidates of a search: the best and those near it by BM25F. What is far behind costs as much to
 * look at and is seldom right.
 */
export const nearCandidates: CandidateLimits = Object.freeze({ limit: 64, share: 0.4, least: 5 });

/** What is found of a search, best first. */
export interface CandidateLimits {
  /** So many at most. */
  readonly limit: number;
  /** Share of the best one's BM25F that others have at least. */
  readonly share: number;
  /** So many in any case, to be named where nothing answers. */
  readonly least: number;
}

/** What a question finds before it is ranked. */
export interface Found {
  readonly pattern: Pattern;
  readonly units: readonly WeightedUnit[];
  readonly candidates: readonly Candidate[];
  readonly statistics: Statistics;
}

/** The ranked passages of a question, and its units weighed by the corpus. */
export interface Search {
  readonly ranked: readonly RankedPassage[];
  readonly units: readonly WeightedUnit[];
  readonly pattern: Pattern;
  readonly passageOf: (p: number) => Passage;
}

/**
 * Log odds of an entry of a volume outside the scope, against one inside: plans for a year are
 * printed in the volume on the year before, and a text may name another year or region.
 */
export const outsidePrior = -3;

/** Log odds of an entry whose whole heading the question is: people type headings to read them. */
export const namedPrior = 3;

/** What a question is asked of. */
export interface Sources {
  readonly index: CorpusIndex;
  readonly analyzer: Analyzer;
  readonly weights: RankerWeights;
  readonly passageOf: (p: number) => Passage;
  readonly ofYear: OfYear;
}

/** What candidates are found with. */
export interface FindingSources extends Pick<Sources, 'index' | 'analyzer'> {
  readonly weights: Pick<RankerWeights, 'holdRates'>;
}

export async function searchPassages(
  question: Question,
  scope: Scope,
  limits: CandidateLimits,
  sources: Sources,
): Promise<Search> {
  const { index, weights, passageOf, ofYear } = sources;
  const { pattern, units, candidates, statistics } = await findCandidates(
    question,
    scope,
    sources,
    limits,
  );
  const { store } = index;
  const whole = bare(question.normal);
  const isInside = (p: number) => {
    const entry = store.entryOf(p);
    const volume = store.volumeOf(entry);
    return (
      scope.inside[volume] ||
      (ofYear(question, entry, store.passage(p)) &&
        namesRegion(question, store.volumes[volume], ''))
    );
  };
  const priorOf = (p: number) =>
    (isInside(p) ? 0 : outsidePrior) +
    (whole.length > 1 && passageOf(p).name === whole ? namedPrior : 0);
  const ranked = rank(pattern, candidates, statistics, weights, passageOf, priorOf);
  return { ranked, units, pattern, passageOf };
}

/**
 * Passages from the postings, those within the scope in any case, and those of the entries
 * whose heading the question is.
 */
export async function findCandidates(
  question: Question,
  scope: Scope,
  { index, analyzer, weights }: FindingSources,
  limits: CandidateLimits,
): Promise<Found> {
  const query = analyseQuery(question, analyzer);
  const search = (of: PassageQuery) => index.passages.candidates(of, limits.limit);
  const within = (spans: readonly Span[]) => search({ terms: query.terms, within: spans });
  const everywhere = await search(query);
  const { statistics } = everywhere;
  const searches = [everywhere.items];
  if (scope.narrowed) {
    const isInside = ({ id }: Candidate) =>
      scope.inside[index.store.volumeOf(index.store.entryOf(id))] === true;
    const inside = everywhere.items.filter(isInside);
    // What another search would find, where the first came down to what is not near any more.
    if (reachesBelow(everywhere.items, inside, limits)) searches.push(inside);
    else searches.push((await within(insideSpans(scope, index.store))).items);
  }
  const named = await namedEntries(question, index);
  if (named.length > 0) searches.push((await within(named)).items);
  const found = new Map<number, Candidate>();
  for (const items of searches) for (const item of near(items, limits)) found.set(item.id, item);
  const { pattern, weighted } = createPattern(question, query, statistics, weights.holdRates);
  return { pattern, units: weighted, candidates: [...found.values()], statistics };
}

/** Of the candidates of one search, best first. */
function near(items: readonly Candidate[], { share, least }: CandidateLimits): Candidate[] {
  const most = items[0]?.score ?? 0;
  return items.filter(({ score }, i) => i < least || score >= share * most);
}

/** Whether a search found all that is near the best of some of its items. */
function reachesBelow(
  items: readonly Candidate[],
  some: readonly Candidate[],
  { limit, share, least }: CandidateLimits,
): boolean {
  if (items.length < limit) return true;
  const last = items.at(-1)?.score ?? 0;
  return some.length >= least && last < share * (some[0]?.score ?? 0);
}

function insideSpans({ inside }: Scope, store: Store): Span[] {
  return inside.flatMap((is, volume) => (is ? [store.passagesOfVolume(volume)] : []));
}

/** Passages of the entries whose whole heading, or its beginning, the question is. */
async function namedEntries({ normal }: Question, index: CorpusIndex): Promise<Span[]> {
  const whole = bare(normal);
  if (whole.length < 2 || whole.length > 40) return [];
  const matches = await index.sections.find({ word: [whole], prefix: [whole] }, 8);
  return matches.map(({ id }) => index.store.passagesOfEntry(id)).sort((a, b) => a.start - b.start);
}

/** The passages of a store as the ranker takes them, those asked for lately at hand. */
export function passagesOf(store: Store): (p: number) => Passage {
  return remembered((p) => passageOf(store, p), {
    most: rememberedChars,
    sizeOf: ({ normal }) => normal.length,
  });
}

/** Beside its text a passage takes about as much again. */
const rememberedChars = 2_000_000;

/** A passage as the ranker takes it. */
export function passageOf(store: Store, p: number): Passage {
  const { start } = store.passage(p);
  return readPassage({
    ...store.title(store.entryOf(p)),
    text: store.passageText(p),
    sentences: store.sentences(p).map((s) => ({ start: s.start - start, end: s.end - start })),
  });
}
