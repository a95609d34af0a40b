import type { Lexicons } from '../analysis/lexicons.js';
import type { Spell } from '../analysis/pinyin.js';
import type { AskedKeys } from '../index/section-index.js';
import {
  openVocabulary,
  type SimilarWord,
  type Vocabulary,
  vocabularyParts,
} from '../index/vocabulary.js';
import { hasHan } from '../text/characters.js';

/**
 * All the words a question may be made of: the corpus's own, the forms that a lexicon puts beside
 * them, regions, and what asks (多少, 哪些). Those of the lexicons are laid out when first needed.
 */
export function createWordbook(corpus: Vocabulary, lexicons: Lexicons, spell: Spell): Vocabulary {
  const frequencies = new Map<string, number>();
  for (const word of lexicons.places) frequencies.set(word, 1);
  for (const word of lexicons.words) frequencies.set(word, 1);
  for (const word of lexicons.synonyms.flat()) frequencies.set(word, lexiconFrequency);
  for (const word of lexicons.regions.flat()) frequencies.set(word, regionFrequency);
  // Common ones stand first in their file: de is 的 rather than 得.
  [...lexicons.stopWords].forEach((word, i) => {
    frequencies.set(word, stopWordFrequency - i);
  });
  const own = () => {
    const laid =
      laidOut.get(lexicons) ??
      openVocabulary(
        vocabularyParts(
          [...frequencies].filter(([word]) => hasHan(word)),
          spell,
        ),
      );
    laidOut.set(lexicons, laid);
    return laid;
  };
  return {
    has: (word) => frequencies.has(word) || corpus.has(word),
    similar: async (keys: AskedKeys, limit) => {
      const lists = await Promise.all([corpus, own()].map((words) => words.similar(keys, limit)));
      const merged = new Map<string, SimilarWord>();
      for (const word of lists.flat()) {
        const known = merged.get(word.word);
        if (known === undefined || known.frequency < word.frequency) merged.set(word.word, word);
      }
      return [...merged.values()]
        .sort((a, b) => b.frequency - a.frequency || (a.word < b.word ? -1 : 1))
        .slice(0, limit);
    },
  };
}

/** Laying them out takes 30 ms, which a question would wait after each reload. */
const laidOut = new WeakMap<Lexicons, Vocabulary>();

/** Beside the corpus's frequencies: a form of the lexicon is a word that it need not use. */
const lexiconFrequency = 2;
const regionFrequency = 20;
/** Of two words of one sound the one that asks is meant. */
const stopWordFrequency = 10_000;
