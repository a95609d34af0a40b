import { bm25f, idf } from '../index/bm25f.js';
import type { Candidate, Statistics } from '../index/passage-index.js';
import { normalise } from '../text/normalise.js';
import type { Span } from '../text/span.js';
import type { AnswerType } from './answer-type.js';
import { findEvidence, holds, type WeightedUnit, weighUnits } from './evidence.js';
import type { AnalysedQuery } from './query.js';
import type { Question } from './question.js';

/** What the ranker sees of a candidate besides its numbers. */
export interface CandidateText {
  readonly heading: string;
  /** Volume name and section names. */
  readonly path: readonly string[];
  /** The passage as printed. */
  readonly text: string;
  /** Tiling `text`, spans in it. */
  readonly sentences: readonly Span[];
}

/** Named evidence for a passage, each about 0 to 1. */
export interface Features {
  /** BM25F over the greatest possible for the question. */
  readonly bm25f: number;
  /** Share of the question's units, by weight, that stand in passage, heading or path. */
  readonly coverage: number;
  /** The same for the best one sentence, heading and path counted by half. */
  readonly sentence: number;
  /** The same for the best two sentences in a row. */
  readonly window: number;
  /** Whether the heaviest unit is missing. */
  readonly rarestMissing: number;
  /** How much of the question, by weight, the heading holds. */
  readonly heading: number;
  /** Whether the whole heading stands in the question. */
  readonly headingAsked: number;
  /** Longest run of the question's characters that stands in the passage, over 12 characters. */
  readonly run: number;
  /** Share of the quoted phrases and numbers that stand in the passage. */
  readonly exact: number;
  /** Whether the best sentence holds what could answer. */
  readonly answerType: number;
}

/** Hand-set from the order in which each helps on cmrc2018-train; to be fitted by `train`. */
export const rankerWeights: Readonly<Features> = Object.freeze({
  bm25f: 4,
  coverage: 1.5,
  sentence: 1.2,
  window: 0.8,
  rarestMissing: -0.35,
  heading: 0.5,
  headingAsked: 0.45,
  run: 0.7,
  exact: 0.4,
  answerType: 0.12,
});

export interface RankedPassage {
  readonly id: number;
  readonly score: number;
  readonly features: Features;
}

/**
 * Orders candidates by a linear score over {@link Features}: a pure function of question,
 * candidates and statistics. Equal scores by id.
 */
export function rank(
  question: Question,
  analysed: AnalysedQuery,
  candidates: readonly Candidate[],
  statistics: Statistics,
  textOf: (passage: number) => CandidateText,
): RankedPassage[] {
  const units = weighUnits(question, analysed.query, statistics);
  const greatest = greatestScore(analysed, statistics);
  return candidates
    .map((candidate) => {
      const features = featuresOf(question, units, candidate, greatest, textOf(candidate.id));
      return { id: candidate.id, score: weighted(features), features };
    })
    .sort((a, b) => b.score - a.score || a.id - b.id);
}

/** What a passage would score that says every part in its weightiest way known to the corpus. */
function greatestScore({ query, parts }: AnalysedQuery, statistics: Statistics): number {
  const worth = (t: number) =>
    (query.terms[t]?.weight ?? 0) *
    idf(statistics.passages, statistics.documentFrequencies[t] as number);
  const known = (t: number) => (statistics.documentFrequencies[t] as number) > 0;
  const sum = (terms: readonly number[]) => terms.reduce((total, t) => total + worth(t), 0);
  return parts.reduce((total, ways) => {
    const said = ways.filter((terms) => terms.some(known));
    return total + Math.max(...(said.length > 0 ? said : ways.slice(0, 1)).map(sum));
  }, 0);
}

function weighted(features: Features): number {
  let score = 0;
  for (const name of Object.keys(rankerWeights) as (keyof Features)[]) {
    score += rankerWeights[name] * features[name];
  }
  return score;
}

function featuresOf(
  question: Question,
  units: readonly WeightedUnit[],
  candidate: Candidate,
  greatest: number,
  { heading, path, text, sentences }: CandidateText,
): Features {
  const normal = normalise(text);
  const normalHeading = normalise(heading);
  const context = normalise([heading, ...path].join(' '));
  const total = units.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const { sentencesOf } = findEvidence(units, normal, sentences);
  const inContext = units.map(({ forms }) => forms.some((form) => holds(context, form)));
  const inHeading = units.map(({ forms }) => forms.some((form) => holds(normalHeading, form)));
  const share = (worth: (unit: number) => number) =>
    units.reduce((sum, { weight }, u) => sum + weight * worth(u), 0) / total;

  const windowShare = (size: number): { best: number; at: number } => {
    let best = 0;
    let at = 0;
    for (let s = 0; s + size <= Math.max(sentences.length, size); s++) {
      const value = share((u) =>
        sentencesOf[u]?.some((held) => held >= s && held < s + size) ? 1 : inContext[u] ? 0.5 : 0,
      );
      if (value > best) {
        best = value;
        at = s;
      }
    }
    return { best, at };
  };
  const one = windowShare(1);
  const rarest = units.reduce((r, unit, u) => (unit.weight > (units[r]?.weight ?? 0) ? u : r), 0);
  const found = (u: number) => (sentencesOf[u]?.length ?? 0) > 0 || inContext[u] === true;
  const best = sentences[one.at];
  const exact = [
    ...question.quoted,
    ...question.units.filter(({ kind }) => kind === 'number').map((unit) => unit.text),
  ];
  return {
    bm25f: greatest === 0 ? 0 : Math.min(1, candidate.score / (greatest * (bm25f.k1 + 1))),
    coverage: share((u) => (found(u) ? 1 : 0)),
    sentence: one.best,
    window: windowShare(2).best,
    rarestMissing: units.length > 0 && !found(rarest) ? 1 : 0,
    heading: share((u) => (inHeading[u] ? 1 : 0)),
    headingAsked: normalHeading.length > 1 && question.normal.includes(normalHeading) ? 1 : 0,
    run: Math.min(longestRun(question, normal), 12) / 12,
    exact:
      exact.length === 0 ? 0 : exact.filter((word) => holds(normal, word)).length / exact.length,
    answerType: answers(question.answerType, best ? normal.slice(best.start, best.end) : ''),
  };
}

/** Length of the longest run of the question that begins with a unit and stands in the text. */
function longestRun({ normal, units }: Question, text: string): number {
  let longest = 0;
  for (const { start } of units) {
    let length = longest + 1;
    while (start + length <= normal.length && text.includes(normal.slice(start, start + length))) {
      longest = length++;
    }
  }
  return longest;
}

/** What a sentence must hold to be able to answer, by type of question; others hold anything. */
const answerPatterns: Partial<Record<AnswerType, RegExp>> = {
  amount:
    /\d|[一二三四五六七八九十百千万亿两几数半][^一-龥]?[个名人次件项家所座条种只部块亿万千百成倍岁年]/,
  time: /\d{1,4}年|\d月|世纪|年代|[一二三四五六七八九〇零]{2,}年|时期|时代|[朝世]/,
  rank: /第[一二三四五六七八九十\d]+|首位|榜首|末位|前[一二三四五六七八九十\d]+/,
  reason: /因|由于|为了|为|以致|导致|所以|旨在/,
};

/** 1 if the sentence could answer such a question, 0 if not, 0.5 where it cannot be told. */
export function answers(type: AnswerType, normalSentence: string): number {
  const pattern = answerPatterns[type];
  return pattern === undefined ? 0.5 : pattern.test(normalSentence) ? 1 : 0;
}
