/** Cuts Chinese text into words. A port: jieba is one engine behind it. */
export interface Tokenizer {
  /** Name and version of engine and dictionary: a snapshot holds only for the same. */
  readonly name: string;
  /** Words in order, tiling the text: their concatenation is the text. */
  cut(text: string): readonly string[];
  /** The words of `cut`, and the shorter dictionary words within them; order and overlap unspecified. */
  cutForSearch(text: string): readonly string[];
  /** Whether the dictionary knows the word as a proper name: of a place, a person, a body. */
  isName(word: string): boolean;
  /** Whether a word may be a noun by its dictionary: of what it does not know, nouns are most. */
  isNoun(word: string): boolean;
  /** Those of the texts (Chinese characters alone) that the dictionary holds, in order. */
  wordsAmong(texts: readonly string[]): readonly string[];
}
