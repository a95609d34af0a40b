import { isHan } from '../text/characters.js';
import { normalise } from '../text/normalise.js';
import type { Span } from '../text/span.js';
import { type Pattern, pairCode } from './pattern.js';
import { holds, occurrences } from './units.js';

/** What is ranked: a passage under its heading. */
export interface PassageText {
  readonly heading: string;
  /** Section names above it. */
  readonly path: readonly string[];
  /** The passage as printed. */
  readonly text: string;
  /** Tiling `text`, spans in it. */
  readonly sentences: readonly Span[];
}

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
  readonly repeated: Uint32Array;
  /** By sentence: how long a run ends at the words that ask. */
  readonly tail: Float64Array;
}

/** Linear in the passage's length. */
export function align(pattern: Pattern, passage: PassageText): Alignment {
  const normal = normalise(passage.text);
  const heading = normalise(passage.heading);
  const { sentences } = passage;
  return {
    normal,
    heading,
    sentences,
    ...alignUnits(
      pattern,
      normal,
      normalise([passage.heading, ...passage.path].join(' ')),
      sentences,
    ),
    ...alignRuns(pattern, normal, sentences),
    ...inHeading(pattern, heading),
  };
}

function alignUnits({ units }: Pattern, normal: string, above: string, sentences: readonly Span[]) {
  const size = sentences.length;
  const unitHeld = new Uint8Array(units.length * size);
  const unitsAt = units.map(({ forms }, u) => {
    const at: number[] = [];
    for (const form of forms) {
      let s = 0;
      for (const start of occurrences(normal, form)) {
        while (s < size - 1 && (sentences[s] as Span).end <= start) s++;
        unitHeld[u * size + s] = 1;
        at.push(start);
      }
    }
    return forms.length > 1 ? at.sort((a, b) => a - b) : at;
  });
  const unitSentences = units.map((_, u) => count(unitHeld, u * size, size));
  const unitAbove = units.map(({ forms }) => forms.some((form) => holds(above, form)));
  return { unitsAt, unitHeld, unitSentences, unitAbove };
}

/**
 * One pass over the text's pairs. A pair of the question extends the run that its predecessor
 * ended in, if that stood just before:
 *
 *     question  …全区粮食产量是多少…        text  …粮食产量增长…
 *     at 粮食 run 1, at 食产 run 2, at 产量 run 3
 */
function alignRuns(pattern: Pattern, normal: string, sentences: readonly Span[]) {
  const { pairs, pairStarts, worth, characterNumbers, characters, question } = pattern;
  const length = pattern.normal.length;
  const size = sentences.length;
  const pairHeld = new Uint8Array(length * size);
  const pairCounts = new Uint16Array(length);
  const characterHeld = new Uint8Array(characters.length * size);
  const characterCounts = new Uint16Array(characters.length);
  const runBest = new Float64Array(size);
  const runSum = new Float64Array(size);
  const repeated = new Uint32Array(size);
  const tail = new Float64Array(size);
  const asking = question.focus.asking?.start ?? -1;

  const lastAt = new Int32Array(length).fill(-2);
  const runLength = new Uint16Array(length);
  // By the question's position a run begins at: the worth of the longest so far.
  const bestHere = new Float64Array(length);
  const bestAll = new Float64Array(length);
  const begun: number[] = [];
  const endSentence = (s: number) => {
    let sum = 0;
    for (const j of begun) {
      const value = bestHere[j] as number;
      if (value >= 2) sum += value * value;
      if (value > (bestAll[j] as number)) bestAll[j] = value;
      bestHere[j] = 0;
    }
    runSum[s] = Math.sqrt(sum);
    begun.length = 0;
  };

  let s = 0;
  let repeatedTo = 0;
  for (let i = 0; i < normal.length; i++) {
    while (s < size - 1 && (sentences[s] as Span).end <= i) endSentence(s++);
    const unit = normal.charCodeAt(i);
    const number = characterNumbers[unit] as number;
    if (number > 0) {
      characterHeld[(number - 1) * size + s] = 1;
      characterCounts[number - 1] = (characterCounts[number - 1] as number) + 1;
    }
    if (pairStarts[unit] === 0) continue;
    const found = pairs.get(pairCode(unit, normal.charCodeAt(i + 1)));
    if (found === undefined) continue;
    for (let k = found.length - 1; k >= 0; k--) {
      const j = found[k] as number;
      const run = lastAt[j - 1] === i - 1 ? (runLength[j - 1] as number) + 1 : 1;
      lastAt[j] = i;
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
  if (size > 0) endSentence(s);

  const pairSentences = new Uint16Array(length);
  for (let j = 0; j < length; j++) pairSentences[j] = count(pairHeld, j * size, size);
  let all = 0;
  for (const value of bestAll) if (value >= 2) all += value * value;
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

function inHeading({ normal, pairs, characters }: Pattern, heading: string) {
  const pairInHeading = new Uint8Array(normal.length);
  for (let i = 0; i + 1 < heading.length; i++) {
    const found = pairs.get(pairCode(heading.charCodeAt(i), heading.charCodeAt(i + 1)));
    for (const j of found ?? []) pairInHeading[j] = 1;
  }
  return {
    pairInHeading,
    characterInHeading: Uint8Array.from(characters, (one) => (heading.includes(one) ? 1 : 0)),
  };
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
