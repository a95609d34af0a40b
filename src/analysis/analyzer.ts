import { isHan } from '../text/characters.js';
import type { Span } from '../text/span.js';
import type { Tokenizer } from './tokenizer.js';
import { createTrie } from './trie.js';

/** A word of a text, with where it stands. */
export interface Word extends Span {
  readonly text: string;
  readonly kind: 'han' | 'number' | 'latin';
}

/**
 * Turns normalised text into what is indexed and what is asked for. Index and query share one,
 * so that a term means the same on both sides.
 */
export interface Analyzer {
  /** Changes whenever its terms may change: a snapshot holds only for the same. */
  readonly version: string;
  /** Numbers, Latin words and Chinese words in order; punctuation and spaces left out. */
  words(normal: string): readonly Word[];
  /**
   * The terms a passage is found by, repeated as often as they occur: character pairs, numbers,
   * Latin words, single-character words, and words of three characters and more (those of two
   * are pairs already).
   */
  terms(normal: string): readonly string[];
  /** Whether a word is a proper name by the tokenizer's dictionary. */
  isName(word: string): boolean;
  /** Whether a word may be a noun by the tokenizer's dictionary; what it does not know is one. */
  isNoun(word: string): boolean;
  /** Those of the texts that are words by the tokenizer's dictionary or the corpus's own. */
  wordsAmong(texts: readonly string[]): readonly string[];
}

/**
 * Numbers stay whole (4.2, 1,276.4) since jieba cuts them digit by digit; so do Latin words. A
 * comma parts thousands only between groups of three: in 2021，2022年 it parts two numbers.
 */
const wholes =
  /\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)*|[a-z][a-z0-9]*(?:[-+.&][a-z0-9]+)*\+*/g;

/**
 * @param userWords normalised words of the corpus that the tokenizer may not know: kept whole.
 */
export function createAnalyzer(tokenizer: Tokenizer, userWords: readonly string[]): Analyzer {
  const known = createTrie(userWords.filter((word) => word.length > 1));

  const wordsIn = (normal: string): Word[] => {
    const found = findWholes(normal);
    const han = hanOnly(normal);
    let at = 0;
    for (const text of known.merge(tokenizer.cut(han), han)) {
      if (text.trim() !== '') found.push({ start: at, end: at + text.length, text, kind: 'han' });
      at += text.length;
    }
    return found.sort((a, b) => a.start - b.start);
  };
  const shortWords = recalled(wordsIn);
  const words = (normal: string) =>
    normal.length <= shortLength ? shortWords(normal) : wordsIn(normal);

  const terms = (normal: string): string[] => {
    const result = findWholes(normal).map((whole) => canonicalNumber(whole.text));
    const han = hanOnly(normal);
    for (let i = 0; i + 1 < han.length; i++) {
      if (isHan(han.charCodeAt(i)) && isHan(han.charCodeAt(i + 1)))
        result.push(han.slice(i, i + 2));
    }
    const cut = tokenizer
      .cutForSearch(han)
      .filter((word) => word.length !== 2 && isHan(word.charCodeAt(0)));
    const longer = known.find(han).filter((word) => word.length > 2);
    return [...result, ...cut, ...without(longer, cut)];
  };

  const isName = recalled((word) => tokenizer.isName(word));
  const isNoun = recalled((word) => tokenizer.isNoun(word));
  const own = new Set(userWords);
  const wordsAmong = (texts: readonly string[]): string[] => {
    const known = new Set(tokenizer.wordsAmong(texts));
    return texts.filter((text) => own.has(text) || known.has(text));
  };
  return { version: `2 ${tokenizer.name}`, words, terms, isName, isNoun, wordsAmong };
}

/** Names of regions and the words of the lexicons, which many questions bring along. */
const shortLength = 8;

/** The same function, its latest results kept: few words, asked for with every question. */
function recalled<T>(find: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const value = known.get(text) ?? find(text);
    if (known.size >= mostRecalled) known.clear();
    known.set(text, value);
    return value;
  };
}

const mostRecalled = 10_000;

/** `1,276.4` and `1276.4` are one term. */
export function canonicalNumber(text: string): string {
  return /^\d/.test(text) ? text.replaceAll(',', '') : text;
}

/** What the tokenizer knew already is no second occurrence: each in `taken` takes one away. */
function without(words: readonly string[], taken: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const word of taken) left.set(word, (left.get(word) ?? 0) + 1);
  return words.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
}

function findWholes(normal: string): Word[] {
  return [...normal.matchAll(wholes)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
    kind: /^\d/.test(match[0]) ? 'number' : 'latin',
  }));
}

/** The text with everything but Chinese characters blanked out, offsets kept. */
function hanOnly(normal: string): string {
  return normal.replace(/[^\u3400-\u9fff\u3007\uf900-\ufaff]/g, ' ');
}
