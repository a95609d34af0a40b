import type { Candidate, Statistics } from '../index/passage-index.js';
import { type Alignment, align } from './alignment.js';
import { type CloseFeatures, closeFeatures, closeNames } from './close-features.js';
import type { Passage } from './passage.js';
import { type PassageFeatures, passageFeatures, passageNames } from './passage-features.js';
import type { Pattern } from './pattern.js';
import { type RelativeFeatures, relativeFeatures, relativeNames } from './relative-features.js';
import { type SentenceFeatures, sentenceFeatures, sentenceNames } from './sentence-features.js';
import { type SentenceSums, sentenceSums } from './sentence-sums.js';
import { type RankerWeights, sentenceWeightsFor, weighted } from './weights.js';

/** A candidate held against the question. */
export interface Contender {
  readonly id: number;
  readonly alignment: Alignment;
  readonly sums: readonly SentenceSums[];
  readonly features: PassageFeatures;
  /** What sets it apart from the other candidates. */
  readonly relative: RelativeFeatures;
}

export interface RankedPassage {
  readonly id: number;
  /** Natural log of the odds against the other candidates, up to a constant. */
  readonly score: number;
  readonly features: PassageFeatures;
  readonly relative: RelativeFeatures;
  /** Of its sentences; null beyond the close candidates. */
  readonly close: CloseFeatures | null;
  /** How well each sentence answers; empty beyond the close candidates. */
  readonly sentences: readonly RankedSentence[];
}

export interface RankedSentence {
  /** Natural log of the odds against the other sentences of the passage, up to a constant. */
  readonly score: number;
  readonly features: SentenceFeatures;
}

/** How many of the candidates have their sentences looked at. */
export const closeLimit = 10;

/**
 * Orders candidates by linear scores over named features, in two steps: all by what their
 * passages hold, the best of them again by what their sentences do. A pure function of question,
 * candidates, statistics and weights. Equal scores by id.
 *
 * @param priorOf natural log of the odds a passage has before it is looked at; 0 for all by default
 */
export function rank(
  pattern: Pattern,
  candidates: readonly Candidate[],
  statistics: Statistics,
  weights: RankerWeights,
  passageOf: (passage: number) => Passage,
  priorOf: (passage: number) => number = () => 0,
): RankedPassage[] {
  const ordered: Placed[] = [];
  for (const contender of gatherContenders(pattern, candidates, statistics, passageOf)) {
    const { id, features, relative } = contender;
    const own = weighted(features, passageNames, weights.passage);
    const apart = weighted(relative, relativeNames, weights.passage);
    ordered.push({ contender, first: own + apart + priorOf(id) });
  }
  ordered.sort((a, b) => b.first - a.first || a.contender.id - b.contender.id);
  const closest = ordered.slice(0, closeLimit);
  const sentences: RankedSentence[][] = [];
  for (const { contender } of closest) sentences.push(scoreSentences(pattern, contender, weights));
  const extra = closeFeatures(sentences);
  const ranked: RankedPassage[] = [];
  for (let i = 0; i < closest.length; i++) {
    const { id, features, relative } = closest[i]!.contender;
    const close = extra[i] as CloseFeatures;
    const score =
      weighted(features, passageNames, weights.close) +
      weighted(relative, relativeNames, weights.close) +
      weighted(close, closeNames, weights.close) +
      priorOf(id);
    ranked.push({ id, score, features, relative, close, sentences: sentences[i]! });
  }
  ranked.sort((a, b) => b.score - a.score || a.id - b.id);
  // The others keep their distance to the last of the close ones, but never pass it.
  const below = (ranked.at(-1)?.score ?? 0) - (closest.at(-1)?.first ?? 0);
  for (const { contender, first } of ordered.slice(closeLimit)) {
    const { id, features, relative } = contender;
    ranked.push({ id, score: first + below, features, relative, close: null, sentences: [] });
  }
  return ranked;
}

/** A contender with the score of the first step. */
interface Placed {
  readonly contender: Contender;
  readonly first: number;
}

/** The candidates with all that the first step looks at, in the order given. */
export function gatherContenders(
  pattern: Pattern,
  candidates: readonly Candidate[],
  statistics: Statistics,
  passageOf: (passage: number) => Passage,
): Contender[] {
  const best = Math.max(0, ...candidates.map(({ score }) => score));
  const gathered: Omit<Contender, 'relative'>[] = [];
  for (const candidate of candidates) {
    const alignment = align(pattern, passageOf(candidate.id));
    const sums = sentenceSums(pattern, alignment);
    const features = passageFeatures(pattern, alignment, sums, candidate, best, statistics);
    gathered.push({ id: candidate.id, alignment, sums, features });
  }
  const relative = relativeFeatures(pattern, gathered);
  const contenders: Contender[] = [];
  for (let i = 0; i < gathered.length; i++) {
    const { id, alignment, sums, features } = gathered[i]!;
    contenders.push({ id, alignment, sums, features, relative: relative[i]! });
  }
  return contenders;
}

/** A candidate's sentences, in their order. */
function scoreSentences(
  pattern: Pattern,
  { alignment, sums }: Contender,
  weights: RankerWeights,
): RankedSentence[] {
  const own = sentenceWeightsFor(weights.sentence, pattern.answer.kind);
  const sentences: RankedSentence[] = [];
  for (const features of sentenceFeatures(pattern, alignment, sums)) {
    sentences.push({ score: weighted(features, sentenceNames, own), features });
  }
  return sentences;
}
