import type { Word } from '../analysis/analyzer.js';
import { hasSound, soundsLike } from '../analysis/pinyin.js';
import type { Correction, SpellingSources } from './correction.js';

/** Found on perturbed training questions. */
export const misspellingTunables = Object.freeze({
  /** Tokens that one misspelled word may have been cut into. */
  tokens: 5,
  maxWord: 12,
  /** What one edit is worth beside the same sound. */
  edit: 0.8,
  /** How many times as frequent as the next the only likely word is. */
  alone: 3,
  /** Words looked at that are one edit away. */
  similar: 100,
});

/** The best of the words that neighbouring tokens together are a misspelling of. */
export async function misspelledWords(
  normal: string,
  words: readonly Word[],
  strange: ReadonlySet<number>,
  which: 'all' | 'sure',
  sources: SpellingSources,
): Promise<Correction[]> {
  const tokens = words.filter(({ kind }) => kind === 'han');
  const candidates: Candidate[] = [];
  for (let i = 0; i < tokens.length; i++) {
    for (let j = i; j < Math.min(tokens.length, i + misspellingTunables.tokens); j++) {
      const part = tokens.slice(i, j + 1);
      if (j > i && tokens[j - 1]?.end !== tokens[j]?.start) break;
      const [start, end] = [part[0]?.start as number, part[j - i]?.end as number];
      if (end - start < 2) continue;
      if (end - start > misspellingTunables.maxWord) break;
      const typed = normal.slice(start, end);
      const odd = [...typed.slice(1)].some((_, k) => strange.has(start + k));
      const torn = odd && part.every((token) => isTorn(token, sources));
      if (which === 'sure' && !torn) continue;
      const best = await bestReading({ typed, tokens: part, odd, torn }, sources);
      if (best !== null && (best.sure || which === 'all'))
        candidates.push({ start, end, typed, ...best });
    }
  }
  candidates.sort((a, b) => b.gain - a.gain || a.start - b.start);
  const chosen: Correction[] = [];
  for (const { gain: _, ...candidate } of candidates) {
    const apart = chosen.every(
      ({ start, end }) => candidate.end <= start || end <= candidate.start,
    );
    if (apart) chosen.push(candidate);
  }
  return chosen;
}

/**
 * Whether some words may together be no word at all, which is all that is surely read as another:
 * single characters side by side. Most questions have none.
 */
export function mayBeTorn(words: readonly Word[], sources: SpellingSources): boolean {
  return words.some((word, i) => {
    const before = words[i - 1];
    return before?.end === word.start && isTorn(before, sources) && isTorn(word, sources);
  });
}

function isTorn({ text, kind }: Word, { isStopWord }: SpellingSources): boolean {
  return kind === 'han' && text.length === 1 && !isStopWord(text);
}

interface Candidate extends Correction {
  readonly gain: number;
}

/** Neighbouring tokens that may be one word. */
interface Part {
  readonly typed: string;
  readonly tokens: readonly Word[];
  /** Whether two of its neighbouring characters stand nowhere side by side. */
  readonly odd: boolean;
  /** Whether besides no token is a word of more than one character, or of no meaning. */
  readonly torn: boolean;
}

async function bestReading(
  { typed, tokens, odd, torn }: Part,
  sources: SpellingSources,
): Promise<Pick<Candidate, 'read' | 'gain' | 'sure'> | null> {
  const { analyzer, words, isStopWord } = sources;
  const long = typed.length > 2;
  if (!long && !odd) return null;
  if (words.has(typed) || !hasSound(typed) || asking.test(typed)) return null;
  if (tokens.every((token) => isSound(token, sources))) return null;
  // A word the dictionary holds is written as it is meant, whether or not the corpus uses it.
  if (analyzer.wordsAmong([typed]).length > 0) return null;
  const same = (await words.similar({ pinyin: soundsLike(typed) }, 4)).find(
    ({ word }) => word.length === typed.length && !isStopWord(word),
  );
  if (same !== undefined) {
    return { read: same.word, gain: worth(same.word.length, same.frequency), sure: torn };
  }
  if (!odd || (!long && !torn)) return null;
  const near = (await words.similar({ edit: [typed] }, misspellingTunables.similar)).filter(
    ({ word }) =>
      long ? word.length > 2 && isMisprint(tokens, word, sources) : isShort(word, sources),
  );
  // A character left out leaves both that were typed; one that is wrong leaves but one.
  const fuller = long ? [] : near.filter(({ word }) => word.length > typed.length);
  const [best, next] = fuller.length > 0 ? fuller : near;
  if (best === undefined) return null;
  // Two characters are one wrong away from many words: only one that all but stands alone is meant.
  if (!long && best.frequency < misspellingTunables.alone * (next?.frequency ?? 0)) return null;
  const length = Math.min(best.word.length, typed.length);
  return {
    read: best.word,
    gain: misspellingTunables.edit * worth(length, best.frequency),
    sure: false,
  };
}

/** What two characters that are no word may be a misprint of. */
function isShort(word: string, { isStopWord }: SpellingSources): boolean {
  return (word.length === 2 || word.length === 3) && !isStopWord(word);
}

/**
 * Whether the tokens may be another word printed badly: what stands whole in both is no part of
 * the misprint, and of what is left something must be as it was (产粮 for 产量; 玩 for 省 in
 * 广东玩 and 广东省 is another word).
 */
function isMisprint(tokens: readonly Word[], word: string, sources: SpellingSources): boolean {
  let rest = word;
  let [from, to] = [0, tokens.length];
  for (; from < to && isSound(tokens[from] as Word, sources); from++) {
    const { text } = tokens[from] as Word;
    if (!rest.startsWith(text)) return false;
    rest = rest.slice(text.length);
  }
  for (; from < to && isSound(tokens[to - 1] as Word, sources); to--) {
    const { text } = tokens[to - 1] as Word;
    if (!rest.endsWith(text)) return false;
    rest = rest.slice(0, rest.length - text.length);
  }
  const left = tokens.slice(from, to);
  if (left.some((token) => isSound(token, sources))) return false;
  return (
    [...left.map(({ text }) => text).join('')].some((unit) => rest.includes(unit)) &&
    rest.length > 1
  );
}

/** Whether a token is a word as it is: what is read over, or longer than a character and known. */
function isSound({ text }: Word, { words, isStopWord }: SpellingSources): boolean {
  return isStopWord(text) || (text.length > 1 && words.has(text));
}

/** What asks is no misprint of what answers: 第几部 and 第一部. */
const asking = /[几哪谁啥]|多少|什么/;

/** Longer words are mistaken for one another less easily. */
function worth(length: number, frequency: number): number {
  return length + 0.05 * Math.log2(1 + frequency);
}
