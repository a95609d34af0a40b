import { canonicalNumber } from '../analysis/analyzer.js';
import { idf } from '../index/bm25f.js';
import type { PassageQuery, Statistics } from '../index/passage-index.js';
import { isHan } from '../text/characters.js';
import type { Question } from './question.js';
import type { Weights } from './weights.js';

/** A unit of the question with what finding it is worth. */
export interface WeightedUnit {
  /** The unit and its synonyms, any of which counts as found. */
  readonly forms: readonly string[];
  /** Inverse document frequency, less for single characters, times its hold rate; above 0. */
  readonly weight: number;
}

/**
 * Weighs the question's units by how rare they are in the corpus, and by how often answers hold
 * them at all.
 *
 * @param holdRates by word; 1 for others
 */
export function weighUnits(
  question: Question,
  query: PassageQuery,
  statistics: Statistics,
  holdRates: Weights,
): WeightedUnit[] {
  const frequencies = new Map(
    query.terms.map(({ term }, i) => [term, statistics.documentFrequencies[i] as number]),
  );
  const frequencyOf = (word: string): number => {
    const own = frequencies.get(canonicalNumber(word)) ?? 0;
    if (own > 0 || word.length < 3 || !isHan(word.charCodeAt(0))) return own;
    const pairs = Array.from({ length: word.length - 1 }, (_, i) => word.slice(i, i + 2));
    return Math.min(...pairs.map((pair) => frequencies.get(pair) ?? 0));
  };
  const weighted: WeightedUnit[] = [];
  for (const { text, synonyms } of question.units) {
    const forms = [text, ...synonyms];
    const common = Math.max(...forms.map(frequencyOf));
    const single = text.length === 1 && isHan(text.charCodeAt(0));
    const rarity = idf(statistics.passages, common) * (single ? 0.4 : 1);
    weighted.push({ forms, weight: rarity * holdRateOf(text, holdRates) });
  }
  return weighted;
}

/** How often answers hold a word, relative to words at large. */
export function holdRateOf(word: string, holdRates: Weights): number {
  return Object.hasOwn(holdRates, word) ? (holdRates[word] as number) : 1;
}

/** Where the text holds the word, from a place on; -1 if nowhere. Numbers and Latin words as wholes. */
export function findWord(normal: string, word: string, from = 0): number {
  const whole = !isHan(word.charCodeAt(0));
  let at = normal.indexOf(word, from);
  while (whole && at >= 0 && !isWhole(normal, at, at + word.length)) {
    at = normal.indexOf(word, at + word.length);
  }
  return at;
}

function isWhole(normal: string, start: number, end: number): boolean {
  const same = /\d/.test(normal[start] ?? '') ? /[\d.]/ : /[a-z]/;
  const before = normal[start - 1] ?? ' ';
  const after = normal[end] ?? ' ';
  return (
    !same.test(before) && !(same.test(after) && (after !== '.' || /\d/.test(normal[end + 1] ?? '')))
  );
}
