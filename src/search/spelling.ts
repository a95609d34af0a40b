import type { Word } from '../analysis/analyzer.js';
import { isHan } from '../text/characters.js';
import { overlaps, type Span } from '../text/span.js';
import type { Correction, SpellingSources } from './correction.js';
import { mayBeTorn, misspelledWords } from './misspelled.js';
import type { Question } from './question.js';
import { readPinyin } from './typed-pinyin.js';

/**
 * What was probably meant, by the corpus's own words: letters read as pinyin or as initials, a
 * word of the same sound, a longer word with one character wrong, missing or extra. Words that
 * stand so in the corpus are never touched. Apart and in order; empty where nothing is better.
 * The sure ones alone cost a tenth of a millisecond, all of them a few where there are any.
 */
export type Correct = (question: Question, which: 'all' | 'sure') => Promise<readonly Correction[]>;

export function createSpelling(sources: SpellingSources): Correct {
  return async (question, which) => {
    const { normal } = question;
    if (normal.length > maxChars) return [];
    const words = question.words.filter((word) => !isAsking(word, question));
    if (which === 'sure' && !mayBeTorn(words, sources)) return [];
    const strange = await strangePairs(normal, sources);
    const han = await misspelledWords(normal, words, strange, which, sources);
    if (which === 'sure') return han;
    const found = [...(await latinCorrections(normal, words, sources)), ...han];
    return found.sort((a, b) => a.start - b.start);
  };
}

/** The question with the corrections in it; what was not corrected stays as typed. */
export function applyCorrections(text: string, corrections: readonly Correction[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, read } of corrections) {
    result += text.slice(at, start) + read;
    at = end;
  }
  return result + text.slice(at);
}

/** Where two Chinese characters begin that stand nowhere in the corpus side by side. */
async function strangePairs(
  normal: string,
  { frequencies }: SpellingSources,
): Promise<ReadonlySet<number>> {
  const starts = Array.from({ length: Math.max(0, normal.length - 1) }, (_, i) => i).filter(
    (i) => isHan(normal.charCodeAt(i)) && isHan(normal.charCodeAt(i + 1)),
  );
  const pairs = [...new Set(starts.map((i) => normal.slice(i, i + 2)))];
  const counts = await frequencies(pairs);
  const strange = new Set(pairs.filter((_, i) => counts[i] === 0));
  return new Set(starts.filter((i) => strange.has(normal.slice(i, i + 2))));
}

/** Whether a word tells the time asked for, or asks itself: 居第几位. */
function isAsking(word: Span, { period, focus: { asking } }: Question): boolean {
  return [...period.spans, ...(asking === null ? [] : [asking])].some((span) =>
    overlaps(span, word),
  );
}

/** Runs of letters that are no words of corpus or lexicon, parted by spaces at most. */
async function latinCorrections(
  normal: string,
  words: readonly Word[],
  sources: SpellingSources,
): Promise<Correction[]> {
  const latin = words.filter(({ kind, text }) => kind === 'latin' && /^[a-zü]+$/.test(text));
  const frequencies = await sources.frequencies(latin.map(({ text }) => text));
  const strange = latin.filter(
    ({ text }, i) => frequencies[i] === 0 && !sources.words.has(text) && text.length > 1,
  );
  const known = new Set(latin.filter((word) => !strange.includes(word)).map(({ text }) => text));
  const corrections: Correction[] = [];
  for (const { start, end } of runsOf(normal, strange)) {
    const typed = normal.slice(start, end);
    const letters = typed.replace(/[ '’]/g, '').replaceAll('ü', 'v');
    const read =
      (await readPinyin(letters, sources.words, (piece) => isKnown(piece))) ??
      (await readInitials(letters, sources));
    if (read !== null) corrections.push({ start, end, typed, read: read.join(''), sure: false });
  }
  return corrections;

  function isKnown(piece: string): boolean {
    return piece.length > 1 && (known.has(piece) || sources.words.has(piece));
  }
}

async function readInitials(letters: string, { words }: SpellingSources): Promise<string[] | null> {
  if (letters.length < 4 || letters.length > 8) return null;
  const [found] = await words.similar({ initials: [letters] }, 1);
  return found === undefined ? null : [found.word];
}

function runsOf(normal: string, words: readonly Word[]): Span[] {
  const runs: { start: number; end: number }[] = [];
  for (const { start, end } of words) {
    const last = runs.at(-1);
    if (last !== undefined && normal.slice(last.end, start).trim() === '') last.end = end;
    else runs.push({ start, end });
  }
  return runs;
}

/** A pasted page is not a slip. */
const maxChars = 60;
