import { type Analyzer, canonicalNumber } from '../analysis/analyzer.js';
import type { PassageQuery } from '../index/passage-index.js';
import { isHan } from '../text/characters.js';
import type { Question, Unit } from './question.js';

/** How much each kind of term counts, found by hit@1 on cmrc2018-train. */
export const termWeights = Object.freeze({
  /** A word of two characters (a pair that is a word), a number, a Latin word. */
  word: 1,
  /** A longer word, beside the pairs it is made of. */
  longWord: 0.7,
  /** A pair inside a longer word. */
  innerPair: 0.6,
  /** Any pair of characters in content words: their order, and what the tokenizer splits. */
  crossPair: 0.35,
  /** A word of one character. */
  single: 0.3,
  /** Any term of a synonym, relative to its own weight. */
  synonym: 0.6,
  /** Years and regions. */
  context: 0.5,
});

/** The terms to look for: each once, with its greatest weight. At most {@link maxTerms}. */
export function analyseQuery(question: Question, analyzer: Analyzer): PassageQuery {
  const weights = new Map<string, number>();
  const add = (weighted: readonly (readonly [string, number])[], factor = 1) => {
    for (const [term, weight] of weighted) {
      if (!weights.has(term) && weights.size === maxTerms) continue;
      weights.set(term, Math.max(weights.get(term) ?? 0, weight * factor));
    }
  };
  const wordsOf = (text: string) => analyzer.words(text).flatMap((word) => termsOf(word.text));

  for (const { text, synonyms } of question.units) {
    add(termsOf(text));
    for (const synonym of synonyms) add(wordsOf(synonym), termWeights.synonym);
  }
  for (const pair of crossPairs(question.normal, question.units)) {
    add([[pair, termWeights.crossPair]]);
  }
  for (const context of question.context) add(wordsOf(context), termWeights.context);
  return { terms: Array.from(weights, ([term, weight]) => ({ term, weight })) };
}

/** A pasted page asks with its first terms alone, so that long questions stay fast. */
export const maxTerms = 96;

function termsOf(word: string): [term: string, weight: number][] {
  if (!isHan(word.charCodeAt(0))) return [[canonicalNumber(word), termWeights.word]];
  if (word.length === 1) return [[word, termWeights.single]];
  if (word.length === 2) return [[word, termWeights.word]];
  const pairs = Array.from({ length: word.length - 1 }, (_, i): [string, number] => [
    word.slice(i, i + 2),
    termWeights.innerPair,
  ]);
  return [[word, termWeights.longWord], ...pairs];
}

/** Neighbouring characters that both stand in content words, within one or across two. */
function crossPairs(normal: string, units: readonly Unit[]): string[] {
  const content = new Uint8Array(normal.length);
  for (const { start, end } of units) content.fill(1, start, end);
  const pairs: string[] = [];
  for (let i = 0; i + 1 < normal.length; i++) {
    if (!content[i] || !content[i + 1]) continue;
    if (isHan(normal.charCodeAt(i)) && isHan(normal.charCodeAt(i + 1)))
      pairs.push(normal.slice(i, i + 2));
  }
  return pairs;
}
