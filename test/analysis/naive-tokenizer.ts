import type { Tokenizer } from '../../src/analysis/tokenizer.js';

/**
 * The Tokenizer port without a dictionary of its own: the longest of the words given, else
 * single characters. For tests where jieba is not the point.
 */
export function naiveTokenizer(
  words: readonly string[] = [],
  names: readonly string[] = [],
): Tokenizer {
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  const cut = (text: string): string[] => {
    const tokens: string[] = [];
    for (let at = 0; at < text.length; at += tokens.at(-1)?.length ?? 1) {
      const word = longestFirst.find((one) => text.startsWith(one, at));
      tokens.push(word ?? (text[at] as string));
    }
    return tokens;
  };
  return {
    name: 'naive 1',
    cut,
    cutForSearch: (text) =>
      cut(text).flatMap((token) => [
        ...longestFirst.filter((word) => word !== token && token.includes(word)),
        token,
      ]),
    isName: (word) => names.includes(word),
    isNoun: () => true,
    wordsAmong: (texts) => texts.filter((text) => words.includes(text)),
  };
}
