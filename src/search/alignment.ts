import { isHan } from '../text/characters.js';
import type { Span } from '../text/span.js';
import type { Passage } from './passage.js';
import type { Pattern } from './pattern.js';
import { slab } from './slab.js';
import { findWord } from './units.js';

/**
 * Where a passage repeats the question. Numbers by unit and sentence stand at `unit * sentences +
 * sentence`, likewise those by pair and by character.
 */
export interface Alignment {
  readonly normal: string;
  readonly heading: string;
  readonly sentences: readonly Span[];
  /** By unit, where one of its forms begins, ascending. */
  readonly unitsAt: readonly (readonly number[])[];
  readonly unitHeld: Uint8Array;
  /** By unit, how many sentences hold it. */
  readonly unitSentences: readonly number[];
  /** By unit, whether heading or path hold it. */
  readonly unitAbove: readonly boolean[];
  readonly pairHeld: Uint8Array;
  /** By pair: how often it stands in the passage, in how many sentences, and whether in the heading. */
  readonly pairCounts: Uint16Array;
  readonly pairSentences: Uint16Array;
  readonly pairInHeading: Uint8Array;
  readonly characterHeld: Uint8Array;
  readonly characterCounts: Uint16Array;
  readonly characterInHeading: Uint8Array;
  /** By sentence: worth of the longest run of the question, and root of the sum of their squares. */
  readonly runBest: Float64Array;
  readonly runSum: Float64Array;
  /** The same over the whole passage. */
  readonly runAll: number;
  /** By sentence: characters that repeat the question. */
  readonly repeated: Float64Array;
  /** By sentence: how long a run ends at the words that ask. */
  readonly tail: Float64Array;
}

/** Linear in the passage's length. */
export function align(pattern: Pattern, { normal, heading, above, sentences }: Passage): Alignment {
  return {
    normal,
    heading,
    sentences,
    ...alignUnits(pattern, normal, above, sentences),
    ...alignRuns(pattern, normal, sentences),
    ...inHeading(pattern, heading),
  };
}

function alignUnits({ units }: Pattern, normal: string, above: string, sentences: readonly Span[]) {
  const size = sentences.length;
  const unitHeld = slab.bytes(units.length * size);
  const unitsAt: (readonly number[])[] = [];
  const unitSentences: number[] = [];
  const unitAbove: boolean[] = [];
  for (let u = 0; u < units.length; u++) {
    const { forms } = units[u]!;
    let at: number[] | undefined;
    for (const form of forms) {
      let s = 0;
      let start = findWord(normal, form);
      for (; start >= 0; start = findWord(normal, form, start + form.length)) {
        while (s < size - 1 && (sentences[s] as Span).end <= start) s++;
        unitHeld[u * size + s] = 1;
        if (at === undefined) at = [start];
        else at.push(start);
      }
    }
    if (at !== undefined && forms.length > 1) at.sort((a, b) => a - b);
    unitsAt.push(at ?? nowhere);
    unitSentences.push(at === undefined ? 0 : count(unitHeld, u * size, size));
    unitAbove.push(forms.some((form) => findWord(above, form) >= 0));
  }
  return { unitsAt, unitHeld, unitSentences, unitAbove };
}

/** Most units stand in most passages nowhere. */
const nowhere: readonly number[] = [];

/**
 * One pass over the text's pairs. A pair of the question extends the run that its predecessor
 * ended in, if that stood just before:
 *
 *     question  …全区粮食产量是多少…        text  …粮食产量增长…
 *     at 粮食 run 1, at 食产 run 2, at 产量 run 3
 */
function alignRuns(pattern: Pattern, normal: string, sentences: readonly Span[]) {
  const { letters, worth, characterNumbers, characters, question } = pattern;
  const length = pattern.normal.length;
  const size = sentences.length;
  const pairHeld = slab.bytes(length * size);
  const pairCounts = slab.counts(length);
  const characterHeld = slab.bytes(characters.length * size);
  const characterCounts = slab.counts(characters.length);
  const runBest = slab.numbers(size);
  const runSum = slab.numbers(size);
  const repeated = slab.numbers(size);
  const tail = slab.numbers(size);
  const asking = question.focus.asking?.start ?? -1;

  // By the question's position: 2 + where a pair of it stood last in the text, how long the run
  // is that it ended, and the worth of the longest run so far that begins there.
  const lastAt = slab.numbers(length);
  const runLength = slab.counts(length);
  const bestHere = slab.numbers(length);
  const bestAll = slab.numbers(length);
  const begun: number[] = [];

  let letter = normal === '' ? 0 : letters.numberOf(normal.charCodeAt(0));
  let repeatedTo = 0;
  for (let s = 0, i = 0; s < size; s++) {
    const end = s < size - 1 ? (sentences[s] as Span).end : normal.length;
    for (; i < end; i++) {
      const first = letter;
      letter = i + 1 < normal.length ? letters.numberOf(normal.charCodeAt(i + 1)) : 0;
      if (first === 0) continue;
      const number = characterNumbers[first] as number;
      if (number > 0) {
        characterHeld[(number - 1) * size + s] = 1;
        characterCounts[number - 1] = (characterCounts[number - 1] as number) + 1;
      }
      if (letter === 0) continue;
      const last = letters.lastPlaceOf(first, letter);
      if (last < 0) continue;
      for (let j = last; j >= 0; j = letters.placeBefore(j)) {
        const run = j > 0 && lastAt[j - 1] === i + 1 ? (runLength[j - 1] as number) + 1 : 1;
        lastAt[j] = i + 2;
        runLength[j] = run;
        const begin = j - run + 1;
        const value = (worth[j + 2] as number) - (worth[begin] as number);
        if (value > (runBest[s] as number)) runBest[s] = value;
        if (bestHere[begin] === 0) begun.push(begin);
        if (value > (bestHere[begin] as number)) bestHere[begin] = value;
        pairHeld[j * size + s] = 1;
        pairCounts[j] = (pairCounts[j] as number) + 1;
        if (j < asking && j + 2 >= asking) {
          tail[s] = Math.max(tail[s] as number, Math.min(1, (asking - begin) / 6));
        }
      }
      repeated[s] = (repeated[s] as number) + i + 2 - Math.max(i, repeatedTo);
      repeatedTo = i + 2;
    }
    let sum = 0;
    for (const j of begun) {
      const value = bestHere[j] as number;
      if (value >= 2) sum += value * value;
      if (value > (bestAll[j] as number)) bestAll[j] = value;
      bestHere[j] = 0;
    }
    runSum[s] = Math.sqrt(sum);
    begun.length = 0;
  }

  const pairSentences = slab.counts(length);
  let all = 0;
  for (let j = 0; j < length; j++) {
    if (pairCounts[j] !== 0) pairSentences[j] = count(pairHeld, j * size, size);
    const value = bestAll[j] as number;
    if (value >= 2) all += value * value;
  }
  return {
    pairHeld,
    pairCounts,
    pairSentences,
    characterHeld,
    characterCounts,
    runBest,
    runSum,
    runAll: Math.sqrt(all),
    repeated,
    tail,
  };
}

function inHeading({ normal, letters, characters }: Pattern, heading: string) {
  const pairInHeading = slab.bytes(normal.length);
  const characterInHeading = slab.bytes(characters.length);
  for (let i = 0; i + 1 < heading.length; i++) {
    const first = letters.numberOf(heading.charCodeAt(i));
    const second = letters.numberOf(heading.charCodeAt(i + 1));
    if (first === 0 || second === 0) continue;
    let j = letters.lastPlaceOf(first, second);
    for (; j >= 0; j = letters.placeBefore(j)) pairInHeading[j] = 1;
  }
  for (let c = 0; c < characters.length; c++) {
    if (heading.includes(characters[c] as string)) characterInHeading[c] = 1;
  }
  return { pairInHeading, characterInHeading };
}

function count(flags: Uint8Array, start: number, length: number): number {
  let sum = 0;
  for (let i = start; i < start + length; i++) sum += flags[i] as number;
  return sum;
}

/** Share of the heading's letters, digits and Chinese characters that the question holds. */
export function headingShare(heading: string, question: string): number {
  let all = 0;
  let held = 0;
  for (const character of heading) {
    if (!isHan(character.charCodeAt(0)) && !/[a-z0-9]/.test(character)) continue;
    all++;
    if (question.includes(character)) held++;
  }
  return all === 0 ? 0 : held / all;
}
