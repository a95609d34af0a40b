import { spell } from '../../src/analysis/pinyin.js';
import { openVocabulary, type Vocabulary, vocabularyParts } from '../../src/index/vocabulary.js';

/** A vocabulary of these words, the first the most frequent. */
export function vocabularyOf(...words: string[]): Vocabulary {
  return openVocabulary(
    vocabularyParts(
      words.map((word, i) => [word, 4 ** (words.length - i)] as const),
      spell,
    ),
  );
}
