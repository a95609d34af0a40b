import type { Vocabulary } from '../index/vocabulary.js';
import { hasHan } from '../text/characters.js';

/**
 * Reads letters typed without an input method as words: the fewest and the most frequent that
 * cover them without rest.
 *
 * @param letters lower case, ü as v, at least one
 * @param known Latin words that stand for themselves (gdp)
 * @returns null where the letters cannot be read, and where nothing but known words is in them
 * @example zengzhangduoshao → ['增长', '多少']
 */
export async function readPinyin(
  letters: string,
  words: Vocabulary,
  known: (latin: string) => boolean,
): Promise<readonly string[] | null> {
  if (letters.length > longestRun) return null;
  const best: (Reading | undefined)[] = [{ cost: 0, words: [] }];
  for (let start = 0; start < letters.length; start++) {
    const before = best[start] as Reading;
    const extend = (end: number, { word, cost }: { word: string; cost: number }) => {
      const total = before.cost + cost;
      if (total >= (best[end]?.cost ?? Number.POSITIVE_INFINITY)) return;
      best[end] = { cost: total, words: [...before.words, word] };
    };
    extend(start + 1, { word: letters[start] as string, cost: costs.letter });
    for (let end = start + 1; end <= Math.min(letters.length, start + longestWord); end++) {
      const read = await wordOf(letters.slice(start, end));
      if (read !== null) extend(end, read);
    }
  }
  const read = best[letters.length]?.words ?? [];
  return isPlain(read) ? read : null;

  async function wordOf(piece: string): Promise<{ word: string; cost: number } | null> {
    if (known(piece)) return { word: piece, cost: costs.word };
    const [found] = await words.similar({ pinyin: [piece] }, 1);
    if (found === undefined) return null;
    const cost = found.word.length > 1 ? costs.word : costs.character;
    const rare = costs.rare / (1 + Math.log2(1 + found.frequency));
    return { word: found.word, cost: cost + rare };
  }
}

interface Reading {
  readonly cost: number;
  readonly words: readonly string[];
}

/** Found on the training questions typed in letters. */
const costs = Object.freeze({
  word: 1,
  character: 1.4,
  /** What stays unread. */
  letter: 1.5,
  /** At most, for a word that stands nowhere. */
  rare: 0.6,
});

/** Whether most of it are words of two characters and more: nike is no 你可. */
function isPlain(read: readonly string[]): boolean {
  const han = read.filter(hasHan);
  const syllables = han.join('').length;
  const single = han.filter((word) => word.length === 1).length;
  const unread = read.filter((word) => word.length === 1 && !hasHan(word)).length;
  return syllables > 1 && single * 3 <= syllables * 2 && unread <= syllables;
}

const longestRun = 60;
const longestWord = 20;
