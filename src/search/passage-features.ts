import type { Candidate, Statistics } from '../index/passage-index.js';
import { type Alignment, headingShare } from './alignment.js';
import type { Pattern } from './pattern.js';
import { orderedMost, type SentenceSums } from './sentence-sums.js';

/**
 * Named evidence that a passage answers. Sums are over inverse document frequencies relative to
 * a word that no passage holds, so that one word missed costs the same in a long question as in
 * a short one.
 */
export const passageEvidence = Object.freeze({
  bm25fShare: 'BM25F over the best of all candidates',
  bm25f: 'BM25F over 10',
  characters: 'BM25 of single characters over 5, the heading counted once more',
  characterShare: 'share of the content characters in text or heading',
  pairs: 'pairs of content characters in text or heading',
  pairsInSentence: 'pairs of content characters in the best one sentence',
  units: 'share of the units in text or heading, each counting the same',
  sentence: 'units of the best one sentence',
  sentenceAndHeading: 'units of the best one sentence, those of the heading alone by 0.6',
  sentenceBeyond: 'units of the best one sentence that the heading lacks',
  firstMissing: 'whether the weightiest unit is missing',
  secondMissing: 'whether the second weightiest unit is missing',
  subjectMissing: 'weight of the first unit, mostly the subject, if it is missing',
  exact: 'share of quoted phrases, numbers and Latin words held, or a synonym of theirs',
  exactMissing: 'whether one of these is missing',
  numbersMissing: 'how many numbers and Latin words are missing',
  ordered: 'neighbouring units near each other in one sentence, as a share',
  orderedWeight: 'neighbouring units near each other in one sentence, by weight',
  run: 'worth of the longest run over 12',
  runs: 'worth of all runs over the length of the question',
  plainPairs: 'pairs without content (是哪一) that one sentence repeats, over 3',
  headingPlainPairs: 'pairs without content that the heading repeats, over 3',
  headingAsked: 'whether the question holds the whole heading',
  headingAny: 'whether the heading holds any unit',
  heading: 'units of the heading',
  headingShare: 'share of the characters of the heading that the question holds',
  year: 'whether a year asked for stands in text or heading',
  otherYear: 'whether a year stands there, but none asked for',
  yearSentence:
    'units of the best sentence with a year asked for, the heading included, as a share',
  length: 'log of the length over 7',
});

export const passageNames: readonly string[] = Object.keys(passageEvidence);

export type PassageFeatures = Readonly<Record<keyof typeof passageEvidence, number>>;

/** @param best the greatest BM25F of all candidates */
export function passageFeatures(
  pattern: Pattern,
  alignment: Alignment,
  sums: readonly SentenceSums[],
  candidate: Candidate,
  best: number,
  { meanLengths }: Statistics,
): PassageFeatures {
  const { units, weight, normal: question, years } = pattern;
  const { normal, heading, unitSentences, unitAbove, sentences } = alignment;
  const has = (u: number) => (unitSentences[u] ?? 0) > 0 || unitAbove[u] === true;
  const missing = (place: number) =>
    pattern.order[place] !== undefined && !has(pattern.order[place] as number) ? 1 : 0;
  const most = mostOf(sums);
  const quoted = pattern.quoted.filter(
    (text) => normal.includes(text) || heading.includes(text),
  ).length;
  const year = years.some((one) => normal.includes(one) || heading.includes(one));
  let unitCount = 0;
  let headingWeight = 0;
  let numbers = 0;
  let numbersMissing = 0;
  for (let u = 0; u < units.length; u++) {
    const { isWhole, weight: own } = units[u]!;
    if (isWhole) numbers++;
    if (has(u)) unitCount++;
    else if (isWhole) numbersMissing++;
    if (unitAbove[u]) headingWeight += own;
  }
  const exact = pattern.quoted.length + numbers;
  const exactHeld = quoted + numbers - numbersMissing;
  return {
    bm25fShare: best === 0 ? 0 : candidate.score / best,
    bm25f: candidate.score / 10,
    characters: characterScore(pattern, alignment, bodyLength(candidate, meanLengths)),
    characterShare: characterShare(pattern, alignment),
    pairs: pairsHeld(pattern, alignment),
    pairsInSentence: most.pairs,
    units: units.length === 0 ? 0 : unitCount / units.length,
    sentence: most.held,
    sentenceAndHeading: most.heldOrAbove,
    sentenceBeyond: most.beyond,
    firstMissing: missing(0),
    secondMissing: missing(1),
    subjectMissing: units.length > 0 && !has(0) ? units[0]!.weight : 0,
    exact: exact === 0 ? 0 : exactHeld / exact,
    exactMissing: exactHeld < exact ? 1 : 0,
    numbersMissing,
    ordered: most.ordered / orderedMost(pattern),
    orderedWeight: most.ordered,
    run: Math.min(longestRun(alignment), 12) / 12,
    runs: Math.min(1, alignment.runAll / Math.max(question.length, 4)),
    plainPairs: most.plainPairs / 3,
    headingPlainPairs: headingPlain(pattern, alignment) / 3,
    headingAsked: heading.length > 1 && question.includes(heading) ? 1 : 0,
    headingAny: headingWeight > 0 ? 1 : 0,
    heading: headingWeight,
    headingShare: headingShare(heading, question),
    year: year ? 1 : 0,
    otherYear: years.length > 0 && !year && /(?:1\d|20)\d\d/.test(normal) ? 1 : 0,
    yearSentence: years.length === 0 ? 0 : yearSentence(),
    length: Math.log1p(normal.length) / 7,
  };

  /** The most that a sentence with a year asked for holds, the heading's units included. */
  function yearSentence(): number {
    return sentences.reduce((best, { start, end }, s) => {
      const { held, above } = sums[s] as SentenceSums;
      const text = normal.slice(start, end);
      return years.some((one) => text.includes(one))
        ? Math.max(best, (held + above) / weight)
        : best;
    }, 0);
  }
}

/** The most that any one sentence has of each sum; 0 without sentences. */
function mostOf(sums: readonly SentenceSums[]) {
  const most = { held: 0, heldOrAbove: 0, beyond: 0, pairs: 0, plainPairs: 0, ordered: 0 };
  for (const { held, above, beyond, pairs, plainPairs, ordered } of sums) {
    most.held = Math.max(most.held, held);
    most.heldOrAbove = Math.max(most.heldOrAbove, held + 0.6 * above);
    most.beyond = Math.max(most.beyond, beyond);
    most.pairs = Math.max(most.pairs, pairs);
    most.plainPairs = Math.max(most.plainPairs, plainPairs);
    most.ordered = Math.max(most.ordered, ordered);
  }
  return most;
}

function longestRun({ runBest }: Alignment): number {
  let longest = 0;
  for (let s = 0; s < runBest.length; s++) longest = Math.max(longest, runBest[s] as number);
  return longest;
}

/** The length of a passage's body over the mean. */
function bodyLength({ lengths }: Candidate, meanLengths: Statistics['meanLengths']): number {
  return (lengths[0] ?? 0) / Math.max(meanLengths[0] ?? 0, 1);
}

/** Robertson's saturation and length normalisation, at usual values. */
const bm25 = Object.freeze({ k1: 1.2, b: 0.5 });

function characterScore(
  { characters, characterWeights }: Pattern,
  { characterCounts, characterInHeading }: Alignment,
  relativeLength: number,
): number {
  const { k1, b } = bm25;
  const norm = k1 * (1 - b + b * relativeLength);
  let score = 0;
  for (let c = 0; c < characters.length; c++) {
    const frequency = Math.min(
      8,
      (characterCounts[c] as number) + (characterInHeading[c] as number),
    );
    if (frequency === 0) continue;
    score += ((characterWeights[c] as number) * (k1 + 1) * frequency) / (frequency + norm);
  }
  return score / 5;
}

function characterShare(
  { characters }: Pattern,
  { characterCounts, characterInHeading }: Alignment,
): number {
  let held = 0;
  for (let c = 0; c < characters.length; c++) {
    if (characterCounts[c] || characterInHeading[c]) held++;
  }
  return characters.length === 0 ? 0 : held / characters.length;
}

function pairsHeld({ pairWeights }: Pattern, alignment: Alignment): number {
  let sum = 0;
  for (let j = 0; j < pairWeights.length; j++) {
    if (alignment.pairCounts[j] || alignment.pairInHeading[j]) sum += pairWeights[j] as number;
  }
  return sum;
}

function headingPlain({ pairWeights }: Pattern, { pairInHeading }: Alignment): number {
  let sum = 0;
  for (let j = 0; j < pairWeights.length; j++) {
    if (pairWeights[j] === 0) sum += pairInHeading[j] as number;
  }
  return sum;
}
