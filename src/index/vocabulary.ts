import type { Analyzer } from '../analysis/analyzer.js';
import { type Spell, soundsLike } from '../analysis/pinyin.js';
import { isHan } from '../text/characters.js';
import { flexsearchSections } from './flexsearch-sections.js';
import { buildSectionTables, type SectionTables } from './key-table.js';
import type { Postings } from './postings.js';
import { type AskedKeys, type EntryKeys, type MatchClass, matchClasses } from './section-index.js';
import { compareTerms, findTerm, termAt } from './term-table.js';

/** A word that is spelled nearly as one looked for. */
export interface SimilarWord {
  readonly word: string;
  /** In how many passages it stands; 1 at least. */
  readonly frequency: number;
  readonly matchClass: MatchClass;
}

/** The Chinese words that a corpus uses, found by their spelling. */
export interface Vocabulary {
  /** Whether it is one of them. */
  has(word: string): boolean;
  /** By class, then the most frequent, then by the word; `limit` at most. */
  similar(keys: AskedKeys, limit: number): Promise<readonly SimilarWord[]>;
}

/** What a vocabulary is made of; goes to disk as it is. */
export interface VocabularyParts {
  /** The entries of these are the words, by number. */
  readonly tables: SectionTables;
  readonly frequencies: Uint32Array;
}

/** Found by the size of the index beside what they correct: flat around these values. */
export const vocabularyTunables = Object.freeze({
  /** The most frequent are kept. */
  words: 20_000,
  /** Passages from which on a word must stand in two of them: what stands in one may be a slip. */
  large: 1_000,
  maxLength: 12,
});

/**
 * The words among the terms of an index: pairs of characters that the dictionary or the lexicons
 * hold; single characters and longer terms are words already.
 */
export function buildVocabulary(
  postings: Postings,
  analyzer: Analyzer,
  spell: Spell,
): VocabularyParts {
  const { large, maxLength, words: most } = vocabularyTunables;
  const least = postings.ids.length < large ? 1 : 2;
  const pairs: [string, number][] = [];
  const longer: [string, number][] = [];
  postings.frequencies.forEach((frequency, t) => {
    const length = (postings.starts[t + 1] as number) - (postings.starts[t] as number);
    if (frequency < least || length > maxLength) return;
    if (!isHan(postings.units[postings.starts[t] as number] as number)) return;
    (length === 2 ? pairs : longer).push([termAt(postings, t), frequency]);
  });
  const held = new Set(analyzer.wordsAmong(pairs.map(([pair]) => pair)));
  const words = [...pairs.filter(([pair]) => held.has(pair)), ...longer];
  words.sort((a, b) => b[1] - a[1] || compareTerms(a[0], b[0]));
  return vocabularyParts(words.slice(0, most), spell);
}

/** @param words distinct, with how frequent each is */
export function vocabularyParts(
  words: readonly (readonly [word: string, frequency: number])[],
  spell: Spell,
): VocabularyParts {
  const sorted = [...words].sort((a, b) => compareTerms(a[0], b[0]));
  const tables = buildSectionTables(
    sorted.map(([word], id) => ({ id, keys: keysOf(word, spell) })),
  );
  return { tables, frequencies: Uint32Array.from(sorted.map(([, frequency]) => frequency)) };
}

/** A single character has a sound here: what was typed in letters is read word by word. */
function keysOf(word: string, spell: Spell): EntryKeys {
  if (word.length === 1) return { name: [word], pinyin: soundsLike(word) };
  const { pinyin, initials } = spell(word);
  return { name: [word], pinyin: [pinyin], initials: [initials] };
}

export function openVocabulary({ tables, frequencies }: VocabularyParts): Vocabulary {
  const index = flexsearchSections(tables);
  return {
    has: (word) => findTerm(tables.name, word) >= 0,
    similar: async (keys, limit) => {
      const found = (await index.find(keys, frequencies.length)).map(({ id, matchClass }) => ({
        // Words are numbered as the table sorts them.
        word: termAt(tables.name, id),
        frequency: frequencies[id] as number,
        matchClass,
      }));
      return found
        .sort(
          (a, b) =>
            matchClasses.indexOf(a.matchClass) - matchClasses.indexOf(b.matchClass) ||
            b.frequency - a.frequency ||
            compareTerms(a.word, b.word),
        )
        .slice(0, limit);
    },
  };
}
