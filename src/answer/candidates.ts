import type { Analyzer } from '../analysis/analyzer.js';
import { bare } from '../analysis/section-keys.js';
import type { CorpusIndex } from '../index/corpus-index.js';
import type { Candidate, Candidates, PassageQuery } from '../index/passage-index.js';
import type { Store } from '../index/store.js';
import { type WeightedUnit, weighUnits } from '../search/evidence.js';
import { analyseQuery } from '../search/query.js';
import type { Question } from '../search/question.js';
import { type CandidateText, type RankedPassage, rank } from '../search/ranker.js';
import type { Span } from '../text/span.js';
import type { Scope } from './scope.js';

/** Candidates fetched for each search; the gold passage is seldom further down. */
export const candidateLimit = 32;

/** The ranked passages of a question, and its units weighed by the corpus. */
export interface Search {
  readonly ranked: readonly RankedPassage[];
  readonly units: readonly WeightedUnit[];
}

/**
 * Passages from the postings, those within the scope in any case, and those of the entries
 * whose heading the question is; ranked together.
 */
export async function searchPassages(
  question: Question,
  scope: Scope,
  index: CorpusIndex,
  analyzer: Analyzer,
): Promise<Search> {
  const analysed = analyseQuery(question, analyzer);
  const { query } = analysed;
  const searches = [await index.passages.candidates(query, candidateLimit)];
  if (scope.narrowed) searches.push(await within(index, query, insideSpans(scope, index.store)));
  const named = await namedEntries(question, index);
  if (named.length > 0) searches.push(await within(index, query, named));
  const { statistics } = searches[0] as Candidates;
  const found = new Map<number, Candidate>();
  for (const { items } of searches) for (const item of items) found.set(item.id, item);
  const ranked = rank(question, analysed, [...found.values()], statistics, (p) =>
    candidateText(index.store, p),
  );
  return { ranked, units: weighUnits(question, query, statistics) };
}

function within(index: CorpusIndex, query: PassageQuery, spans: readonly Span[]) {
  return index.passages.candidates({ ...query, within: spans }, candidateLimit);
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

function candidateText(store: Store, p: number): CandidateText {
  const { start } = store.passage(p);
  const entry = store.entryOf(p);
  const { heading, path } = store.title(entry);
  return {
    heading,
    path: [store.volumes[store.volumeOf(entry)]?.name ?? '', ...path],
    text: store.passageText(p),
    sentences: store.sentences(p).map((s) => ({ start: s.start - start, end: s.end - start })),
  };
}
