import { idf } from '../index/bm25f.js';
import type { PassageQuery, Statistics } from '../index/passage-index.js';
import { isHan } from '../text/characters.js';
import { type AnswerPattern, answerPattern } from './answer-pattern.js';
import type { Question } from './question.js';
import { type WeightedUnit, weighUnits } from './units.js';

/** A unit of the question as texts are held against it. */
export interface PatternUnit {
  readonly forms: readonly string[];
  /** Inverse document frequency relative to a word that no passage holds: 0 to 1. */
  readonly weight: number;
  /** The same, less the farther the unit stands from the words that ask. */
  readonly focusWeight: number;
  /** A number or a Latin word. */
  readonly isWhole: boolean;
  readonly length: number;
}

/** What the texts of candidates are held against: a pure function of question and statistics. */
export interface Pattern {
  readonly question: Question;
  /** The beginning of the normalised question: {@link maxChars} at most. */
  readonly normal: string;
  readonly units: readonly PatternUnit[];
  /** Positions of the units, the weightiest first. */
  readonly order: readonly number[];
  /** Sums over the units, above 0. */
  readonly weight: number;
  readonly focusWeight: number;
  /** Position of the noun asked about among the units, -1 where there is none. */
  readonly focusUnit: number;
  /** By {@link pairCode}, where in the question such a pair begins. */
  readonly pairs: ReadonlyMap<number, readonly number[]>;
  /** 1 for the units that a pair begins with. */
  readonly pairStarts: Uint8Array;
  /** By position, the relative idf of the pair that begins there; 0 unless both are of content. */
  readonly pairWeights: Float64Array;
  readonly pairWeight: number;
  /** Pairs of Chinese characters without weight: those of 是什么, 的主要. */
  readonly plainPairs: number;
  /** Before each position, how much of the question is content: 1 a unit of text, else 0.3. */
  readonly worth: Float64Array;
  /** 1 + the number of each Chinese character of content, by code unit; 0 for all others. */
  readonly characterNumbers: Uint8Array;
  /** By number: how rare the pairs that a character stands in are, absolute. */
  readonly characterWeights: readonly number[];
  readonly characters: readonly string[];
  /** Years as printed. */
  readonly years: readonly string[];
  /** Quoted phrases. */
  readonly quoted: readonly string[];
  readonly answer: AnswerPattern;
}

/** Of a pasted page the beginning is compared. */
export const maxChars = 200;

export function createPattern(
  question: Question,
  query: PassageQuery,
  statistics: Statistics,
): { readonly pattern: Pattern; readonly weighted: readonly WeightedUnit[] } {
  const weighted = weighUnits(question, query, statistics);
  const normal = question.normal.slice(0, maxChars);
  const greatest = idf(statistics.passages, 0);
  const kept = question.units.flatMap((unit, i) => (unit.end <= normal.length ? [i] : []));
  const { asking, noun } = question.focus;
  const units = kept.map((i): PatternUnit => {
    const { start, end, text, kind } = question.units[i] as Question['units'][number];
    const { forms, weight } = weighted[i] as WeightedUnit;
    const gap = asking === null ? 0 : Math.max(start - asking.end, asking.start - end, 0);
    const relative = weight / greatest;
    return {
      forms,
      weight: relative,
      focusWeight: relative / (1 + gap / 3),
      isWhole: kind !== 'han',
      length: text.length,
    };
  });
  const sum = (of: (unit: PatternUnit) => number) =>
    units.reduce((s, unit) => s + of(unit), 0) || 1;
  const content = contentOf(question, normal.length);
  const frequencies = new Map(
    query.terms.map(({ term }, i) => [term, statistics.documentFrequencies[i] as number]),
  );
  const rarity = (pair: string) => idf(statistics.passages, frequencies.get(pair) ?? 0) / greatest;
  const { pairs, pairStarts, pairWeights, plainPairs } = pairsOf(normal, content, rarity);
  const pattern: Pattern = {
    question,
    normal,
    units,
    order: units.map((_, u) => u).sort((a, b) => units[b]!.weight - units[a]!.weight || a - b),
    weight: sum(({ weight }) => weight),
    focusWeight: sum(({ focusWeight }) => focusWeight),
    focusUnit: kept.findIndex((i) => question.units[i]?.start === noun?.start),
    pairs,
    pairStarts,
    pairWeights,
    pairWeight: pairWeights.reduce((a, b) => a + b, 0) || 1,
    plainPairs,
    worth: worthOf(content),
    ...charactersOf(normal, content, pairWeights, greatest),
    years: [...normal.matchAll(/(?<!\d)((?:1\d|20)\d\d)(?!\d)/g)].map(
      (match) => match[1] as string,
    ),
    quoted: question.quoted,
    answer: answerPattern(question),
  };
  return { pattern, weighted };
}

/** Two UTF-16 units as one number. */
export function pairCode(first: number, second: number): number {
  return first * 0x1_0000 + second;
}

/** 1 where a unit stands, 2 where a year or period does. */
function contentOf({ units, period }: Question, length: number): Uint8Array {
  const content = new Uint8Array(length);
  for (const { start, end } of units) content.fill(1, start, end);
  for (const { start, end } of period.spans) content.fill(2, start, end);
  return content;
}

function pairsOf(normal: string, content: Uint8Array, rarity: (pair: string) => number) {
  const pairs = new Map<number, number[]>();
  const pairStarts = new Uint8Array(0x1_0000);
  const pairWeights = new Float64Array(normal.length);
  let plainPairs = 0;
  for (let j = 0; j + 1 < normal.length; j++) {
    const pair = normal.slice(j, j + 2);
    if (!/^[\p{L}\p{N}]{2}$/u.test(pair)) continue;
    const han = isHan(normal.charCodeAt(j)) && isHan(normal.charCodeAt(j + 1));
    if (han && content[j] && content[j + 1]) pairWeights[j] = rarity(pair);
    else if (han) plainPairs++;
    const code = pairCode(normal.charCodeAt(j), normal.charCodeAt(j + 1));
    pairStarts[normal.charCodeAt(j)] = 1;
    const known = pairs.get(code);
    if (known === undefined) pairs.set(code, [j]);
    else known.push(j);
  }
  return { pairs, pairStarts, pairWeights, plainPairs };
}

function worthOf(content: Uint8Array): Float64Array {
  const worth = new Float64Array(content.length + 1);
  for (let j = 0; j < content.length; j++) {
    worth[j + 1] = (worth[j] as number) + (content[j] ? 1 : 0.3);
  }
  return worth;
}

/** A character is as rare, about, as the commonest pair of the question that it stands in. */
function charactersOf(
  normal: string,
  content: Uint8Array,
  pairWeights: Float64Array,
  greatest: number,
) {
  const characterNumbers = new Uint8Array(0x1_0000);
  const characters: string[] = [];
  const characterWeights: number[] = [];
  for (let j = 0; j < normal.length; j++) {
    const unit = normal.charCodeAt(j);
    if (!content[j] || !isHan(unit)) continue;
    let number = characterNumbers[unit] as number;
    if (number === 0) {
      characters.push(normal[j] as string);
      characterWeights.push(Number.POSITIVE_INFINITY);
      number = characterNumbers[unit] = characters.length;
    }
    for (const pair of [pairWeights[j - 1] ?? 0, pairWeights[j] ?? 0]) {
      if (pair === 0) continue;
      characterWeights[number - 1] = Math.min(characterWeights[number - 1] as number, pair);
    }
  }
  return {
    characterNumbers,
    characters,
    characterWeights: characterWeights.map((weight) =>
      Number.isFinite(weight) ? 0.7 * weight * greatest : 0.5 * greatest,
    ),
  };
}
