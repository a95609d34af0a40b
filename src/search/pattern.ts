import { idf } from '../index/bm25f.js';
import type { PassageQuery, Statistics } from '../index/passage-index.js';
import { isHan } from '../text/characters.js';
import { yearForms } from '../text/years.js';
import { type AnswerPattern, answerPattern } from './answer-pattern.js';
import { LetterPairs } from './letter-pairs.js';
import type { Question } from './question.js';
import { holdRateOf, type WeightedUnit, weighUnits } from './units.js';
import type { Weights } from './weights.js';

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
  /** Its pairs of letters, digits and Chinese characters. */
  readonly letters: LetterPairs;
  /** By position, the relative idf of the pair that begins there; 0 unless both are of content. */
  readonly pairWeights: Float64Array;
  readonly pairWeight: number;
  /** Pairs of Chinese characters without weight: those of 是什么, 的主要. */
  readonly plainPairs: number;
  /** Before each position, how much of the question is content: 1 a unit of text, else 0.3. */
  readonly worth: Float64Array;
  /** By the number of a letter: 1 + that of the Chinese character of content; 0 for all others. */
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

/** Of a pasted page the beginning is compared. No more than {@link LetterPairs} can hold. */
export const maxChars = 200;

export function createPattern(
  question: Question,
  query: PassageQuery,
  statistics: Statistics,
  holdRates: Weights,
): { readonly pattern: Pattern; readonly weighted: readonly WeightedUnit[] } {
  const weighted = weighUnits(question, query, statistics, holdRates);
  const normal = question.normal.slice(0, maxChars);
  const greatest = idf(statistics.passages, 0);
  const kept = question.units.flatMap((unit, i) => (unit.end <= normal.length ? [i] : []));
  const { asking, noun } = question.focus;
  const units: PatternUnit[] = [];
  for (const i of kept) {
    const { start, end, text, kind } = question.units[i] as Question['units'][number];
    const { forms, weight } = weighted[i] as WeightedUnit;
    const gap = asking === null ? 0 : Math.max(start - asking.end, asking.start - end, 0);
    const relative = weight / greatest;
    units.push({
      forms,
      weight: relative,
      focusWeight: relative / (1 + gap / 3),
      isWhole: kind !== 'han',
      length: text.length,
    });
  }
  const sum = (of: (unit: PatternUnit) => number) =>
    units.reduce((s, unit) => s + of(unit), 0) || 1;
  const content = contentOf(question, normal.length);
  const frequencies = new Map(
    query.terms.map(({ term }, i) => [term, statistics.documentFrequencies[i] as number]),
  );
  const held = new Float64Array(normal.length).fill(1);
  for (const i of kept) {
    const { start, end, text } = question.units[i] as Question['units'][number];
    held.fill(holdRateOf(text, holdRates), start, end);
  }
  const rarity = (j: number) => {
    const relative =
      idf(statistics.passages, frequencies.get(normal.slice(j, j + 2)) ?? 0) / greatest;
    return relative * Math.sqrt((held[j] as number) * (held[j + 1] as number));
  };
  const { pairStarts, pairWeights, plainPairs } = pairsOf(normal, content, rarity);
  const { characters, characterWeights } = charactersOf(normal, content, pairWeights, greatest);
  const letters = new LetterPairs(normal, pairStarts, characters.join(''));
  const characterNumbers = new Uint8Array(letters.size + 1);
  characters.forEach((character, c) => {
    characterNumbers[letters.numberOf(character.charCodeAt(0))] = c + 1;
  });
  const pattern: Pattern = {
    question,
    normal,
    units,
    order: [...units.keys()].sort((a, b) => units[b]!.weight - units[a]!.weight || a - b),
    weight: sum(({ weight }) => weight),
    focusWeight: sum(({ focusWeight }) => focusWeight),
    focusUnit: kept.findIndex((i) => question.units[i]?.start === noun?.start),
    letters,
    pairWeights,
    pairWeight: pairWeights.reduce((a, b) => a + b, 0) || 1,
    plainPairs,
    worth: worthOf(content),
    characterNumbers,
    characters,
    characterWeights,
    years: yearsIn(question),
    quoted: question.quoted,
    answer: answerPattern(question),
  };
  return { pattern, weighted };
}

/** The years asked for, in every form that texts print them in, and what else may be one: 1500. */
function yearsIn({ normal, period }: Question): string[] {
  const printed = [...normal.matchAll(/(?<!\d)(?:1\d|20)\d\d(?!\d)/g)].map(([year]) =>
    Number(year),
  );
  return [...new Set([...printed, ...period.years])].flatMap(yearForms);
}

/** 1 where a unit stands, 2 where a year or period does. */
function contentOf({ units, period }: Question, length: number): Uint8Array {
  const content = new Uint8Array(length);
  for (const { start, end } of units) content.fill(1, start, end);
  for (const { start, end } of period.spans) content.fill(2, start, end);
  return content;
}

function pairsOf(normal: string, content: Uint8Array, rarity: (j: number) => number) {
  const isLetter = Uint8Array.from(normal.split(''), (unit) => (letter.test(unit) ? 1 : 0));
  const pairStarts: number[] = [];
  const pairWeights = new Float64Array(normal.length);
  let plainPairs = 0;
  for (let j = 0; j + 1 < normal.length; j++) {
    if (!isLetter[j] || !isLetter[j + 1]) continue;
    pairStarts.push(j);
    if (!isHan(normal.charCodeAt(j)) || !isHan(normal.charCodeAt(j + 1))) continue;
    if (content[j] === 1 && content[j + 1] === 1) pairWeights[j] = rarity(j);
    else plainPairs++;
  }
  return { pairStarts, pairWeights, plainPairs };
}

const letter = /[\p{L}\p{N}]/u;

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
  const commonest = new Map<string, number>();
  for (let j = 0; j < normal.length; j++) {
    if (content[j] !== 1 || !isHan(normal.charCodeAt(j))) continue;
    const character = normal[j] as string;
    let least = commonest.get(character) ?? Number.POSITIVE_INFINITY;
    for (const pair of [pairWeights[j - 1] ?? 0, pairWeights[j] ?? 0]) {
      if (pair !== 0) least = Math.min(least, pair);
    }
    commonest.set(character, least);
  }
  return {
    characters: [...commonest.keys()],
    characterWeights: Array.from(commonest.values(), (weight) =>
      Number.isFinite(weight) ? 0.7 * weight * greatest : 0.5 * greatest,
    ),
  };
}
