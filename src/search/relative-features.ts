import type { Alignment } from './alignment.js';
import type { PassageFeatures } from './passage-features.js';
import type { Pattern } from './pattern.js';
import { slab } from './slab.js';

/** Named evidence that sets a passage apart from the other candidates. */
export const relativeEvidence = Object.freeze({
  rareCharacters: 'content characters, weighed by how few candidates hold them',
  rarePairs: 'pairs of characters, weighed likewise',
  rareSubject: 'the first unit, weighed likewise',
  rareSentence: 'units of the best one sentence, weighed likewise',
  mostPairs: 'whether no candidate holds more pairs of content characters',
  mostPairsInSentence: 'whether none holds more of them in one sentence',
  mostRuns: 'whether none has worthier runs',
  bestSibling: 'whether no other candidate under the same heading holds more',
});

export const relativeNames: readonly string[] = Object.keys(relativeEvidence);

export type RelativeFeatures = Readonly<Record<keyof typeof relativeEvidence, number>>;

/** A candidate as its rivals see it. */
export interface Rival {
  readonly alignment: Alignment;
  readonly features: PassageFeatures;
}

/** What sets each candidate apart from the others, in their order. */
export function relativeFeatures(pattern: Pattern, rivals: readonly Rival[]): RelativeFeatures[] {
  const { units, pairWeights, characters } = pattern;
  const isWord = (u: number) => units[u]!.length > 1 || units[u]!.isWhole;
  const unitRarity = rarities(rivals, hasUnit, units.length, (u) => (isWord(u) ? 1 : 0.4));
  const pairRarity = rarities(rivals, hasPair, pairWeights.length, (j) =>
    pairWeights[j] ? 1 : 0.4,
  );
  const characterRarity = rarities(rivals, hasCharacter, characters.length, () => 1);
  const most = (name: 'pairs' | 'pairsInSentence' | 'runs') =>
    Math.max(...rivals.map(({ features }) => features[name])) - 1e-9;
  const [pairs, pairsInSentence, runs] = [most('pairs'), most('pairsInSentence'), most('runs')];
  const siblings = bestBySiblings(rivals);
  const relative: RelativeFeatures[] = [];
  for (const { alignment, features } of rivals) {
    relative.push({
      rareCharacters: held(alignment, hasCharacter, characterRarity),
      rarePairs: held(alignment, hasPair, pairRarity),
      rareSubject: units.length > 0 && hasUnit(alignment, 0) ? (unitRarity[0] as number) : 0,
      rareSentence: rareSentence(alignment, unitRarity),
      mostPairs: features.pairs >= pairs ? 1 : 0,
      mostPairsInSentence: features.pairsInSentence >= pairsInSentence ? 1 : 0,
      mostRuns: features.runs >= runs ? 1 : 0,
      bestSibling: siblings(alignment.heading, features) ? 1 : 0,
    });
  }
  return relative;
}

/**
 * How rare each unit, pair or character of the question is among the candidates, times what it is
 * worth; 0 for what none holds.
 */
function rarities(
  rivals: readonly Rival[],
  has: (alignment: Alignment, i: number) => boolean,
  length: number,
  worth: (i: number) => number,
): Float64Array {
  const ofHolders = slab.numbers(rivals.length);
  for (let r = 0; r < rivals.length; r++) ofHolders[r] = rarityAmong(rivals.length, r + 1);
  const rarities = slab.numbers(length);
  for (let i = 0; i < length; i++) {
    let holders = 0;
    for (let r = 0; r < rivals.length; r++) if (has(rivals[r]!.alignment, i)) holders++;
    if (holders > 0) rarities[i] = (ofHolders[holders - 1] as number) * worth(i);
  }
  return rarities;
}

/** 1 for what one candidate alone holds, towards 0 for what all do. */
function rarityAmong(rivals: number, holders: number): number {
  return Math.log((rivals + 1) / (holders + 0.5)) / Math.log(2 * (rivals + 1));
}

const hasUnit = ({ unitSentences, unitAbove }: Alignment, u: number) =>
  (unitSentences[u] ?? 0) > 0 || unitAbove[u] === true;
const hasPair = ({ pairCounts, pairInHeading }: Alignment, j: number) =>
  pairCounts[j] !== 0 || pairInHeading[j] === 1;
const hasCharacter = ({ characterCounts, characterInHeading }: Alignment, c: number) =>
  characterCounts[c] !== 0 || characterInHeading[c] === 1;

function held(
  alignment: Alignment,
  has: (alignment: Alignment, i: number) => boolean,
  rarities: Float64Array,
): number {
  let sum = 0;
  for (let i = 0; i < rarities.length; i++) {
    if (has(alignment, i)) sum += rarities[i] as number;
  }
  return sum;
}

function rareSentence({ unitHeld, sentences }: Alignment, rarities: Float64Array): number {
  let most = 0;
  for (let s = 0; s < sentences.length; s++) {
    let sum = 0;
    for (let u = 0; u < rarities.length; u++) {
      if (unitHeld[u * sentences.length + s]) sum += rarities[u] as number;
    }
    most = Math.max(most, sum);
  }
  return most;
}

/** Whether a passage holds the most of those under its heading, where there are several. */
function bestBySiblings(rivals: readonly Rival[]) {
  const worth = ({ sentenceAndHeading, pairs }: PassageFeatures) => sentenceAndHeading + pairs;
  const groups = new Map<string, number[]>();
  for (const { alignment, features } of rivals) {
    const group = groups.get(alignment.heading) ?? [];
    group.push(worth(features));
    groups.set(alignment.heading, group);
  }
  return (heading: string, features: PassageFeatures): boolean => {
    const group = groups.get(heading) ?? [];
    return heading !== '' && group.length > 1 && worth(features) >= Math.max(...group);
  };
}
