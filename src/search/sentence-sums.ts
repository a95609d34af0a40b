import { isHan } from '../text/characters.js';
import type { Alignment } from './alignment.js';
import type { Pattern } from './pattern.js';

/** How much of the question one sentence holds, by weight. */
export interface SentenceSums {
  /** Units it holds. */
  readonly held: number;
  /** Units it lacks that the heading holds. */
  readonly above: number;
  /** Units it holds that the heading does not. */
  readonly beyond: number;
  /** As `held` and `above`, units near the words that ask counting more. */
  readonly focus: number;
  readonly focusAbove: number;
  /** Units that neither it nor the heading holds, but the sentence before does; else the one after. */
  readonly before: number;
  readonly after: number;
  readonly lacksNumber: boolean;
  /** Pairs of content characters; each over the number of sentences that hold it. */
  readonly pairs: number;
  readonly pairsHere: number;
  /** How many pairs of Chinese characters without weight. */
  readonly plainPairs: number;
  /** How many of the content characters. */
  readonly characters: number;
  /** Neighbouring units within 12 characters of each other, half where reversed. */
  readonly ordered: number;
}

export function sentenceSums(pattern: Pattern, alignment: Alignment): SentenceSums[] {
  const size = alignment.sentences.length;
  const sums: Sums[] = [];
  for (let s = 0; s < size; s++) sums.push(unitSums(pattern, alignment, s));
  addPairs(pattern, alignment, sums);
  for (let c = 0; c < pattern.characters.length; c++) {
    if (alignment.characterCounts[c] === 0) continue;
    for (let s = 0; s < size; s++) {
      (sums[s] as Sums).characters += alignment.characterHeld[c * size + s] as number;
    }
  }
  return sums;
}

type Sums = { -readonly [name in keyof SentenceSums]: SentenceSums[name] };

/** The weight of all neighbouring units: what `ordered` could be at most. */
export function orderedMost({ units }: Pattern): number {
  let sum = 0;
  for (let u = 0; u + 1 < units.length; u++) {
    sum += Math.min(units[u]!.weight, units[u + 1]!.weight);
  }
  return sum || 1;
}

/** With what is not of units at 0. */
function unitSums(pattern: Pattern, alignment: Alignment, s: number): Sums {
  const { units } = pattern;
  const { unitHeld, unitAbove, sentences } = alignment;
  const size = sentences.length;
  let held = 0;
  let above = 0;
  let beyond = 0;
  let focus = 0;
  let focusAbove = 0;
  let before = 0;
  let after = 0;
  let lacksNumber = false;
  for (let u = 0; u < units.length; u++) {
    const { weight, focusWeight, isWhole } = units[u]!;
    const at = u * size + s;
    if (unitHeld[at]) {
      held += weight;
      focus += focusWeight;
      if (!unitAbove[u]) beyond += weight;
      continue;
    }
    if (isWhole) lacksNumber = true;
    if (unitAbove[u]) {
      above += weight;
      focusAbove += focusWeight;
    } else if (s > 0 && unitHeld[at - 1]) before += weight;
    else if (s + 1 < size && unitHeld[at + 1]) after += weight;
  }
  return {
    held,
    above,
    beyond,
    focus,
    focusAbove,
    before,
    after,
    lacksNumber,
    pairs: 0,
    pairsHere: 0,
    plainPairs: 0,
    characters: 0,
    ordered: held === 0 ? 0 : orderedIn(pattern, alignment, s),
  };
}

/** Pair by pair, since of most questions' pairs a passage holds few. */
function addPairs({ normal, pairWeights }: Pattern, alignment: Alignment, sums: readonly Sums[]) {
  const { pairHeld, pairSentences } = alignment;
  const size = sums.length;
  for (let j = 0; j + 1 < normal.length; j++) {
    const sentences = pairSentences[j] as number;
    if (sentences === 0) continue;
    const weight = pairWeights[j] as number;
    const plain =
      weight === 0 && isHan(normal.charCodeAt(j)) && isHan(normal.charCodeAt(j + 1)) ? 1 : 0;
    for (let s = 0; s < size; s++) {
      if (!pairHeld[j * size + s]) continue;
      const own = sums[s] as Sums;
      own.pairs += weight;
      own.pairsHere += weight / sentences;
      own.plainPairs += plain;
    }
  }
}

function orderedIn({ units }: Pattern, { unitsAt, unitHeld, sentences }: Alignment, s: number) {
  const size = sentences.length;
  const { start, end } = sentences[s] as { start: number; end: number };
  let sum = 0;
  for (let u = 0; u + 1 < units.length; u++) {
    if (!unitHeld[u * size + s] || !unitHeld[(u + 1) * size + s]) continue;
    let best = 0;
    const [first, second] = [unitsAt[u] as readonly number[], unitsAt[u + 1] as readonly number[]];
    for (let i = 0; i < first.length; i++) {
      const a = first[i] as number;
      if (a < start || a >= end) continue;
      for (let k = 0; k < second.length; k++) {
        const b = second[k] as number;
        if (b < start || b >= end || Math.abs(b - a) >= 12) continue;
        best = Math.max(best, b > a ? 1 : b < a ? 0.5 : 0);
      }
    }
    sum += best * Math.min(units[u]!.weight, units[u + 1]!.weight);
  }
  return sum;
}
