import type { Span } from '../text/span.js';
import type { Alignment } from './alignment.js';
import type { Pattern } from './pattern.js';
import { orderedMost, type SentenceSums } from './sentence-sums.js';

/** Named evidence that a sentence answers; shares are of the question's units, by weight. */
export const sentenceEvidence = Object.freeze({
  held: 'share of the units it holds',
  heldOrAbove: 'share that it or the heading holds',
  heldBeyond: 'share it holds of those that the heading lacks',
  best: 'whether no sentence of the passage holds more, near ones counting more',
  before: 'share that the sentence before alone holds',
  after: 'share that the sentence after alone holds',
  focus: 'as held, units near the words that ask counting more',
  focusOrAbove: 'as heldOrAbove, likewise',
  characters: 'share of the content characters',
  charactersSquared: 'its square',
  charactersBefore: 'that of the sentence before',
  pairs: 'share of the pairs of content characters',
  pairsHere: 'the same, each over the number of sentences that hold it',
  run: 'worth of the longest run over 12',
  runs: 'worth of all runs over the length of the question',
  plainPairs: 'share of the pairs without content: 是哪一',
  tail: 'how long a run ends at the words that ask, over 6',
  ordered: 'neighbouring units of the question near each other, as a share',
  noun: 'whether it holds the noun asked about',
  nounPart: 'else its first or last character',
  heading: 'whether it holds the whole heading',
  rarestHere: 'whether it holds the unit that fewest sentences hold',
  likely: 'whether it holds what looks like an answer',
  likelyNear: 'how near such stands to the units of the question',
  likelyNew: 'whether such is not of the question itself',
  strict: 'whether it holds what this answer must look like',
  measure: 'whether a number stands before the measure word asked for',
  pronoun: 'whether it begins with a pronoun',
  pronounBefore: 'the same times what the sentence before holds',
  pronounAfter: 'what the next sentence holds beyond it, if that begins with a pronoun',
  year: 'whether it holds a year asked for',
  otherYear: 'whether it holds a year, but none asked for',
  numberMissing: 'whether it lacks a number or Latin word',
  first: 'whether it is the first of its passage',
  last: 'whether it is the last',
  place: 'its place in the passage, 0 to 1',
  afterBest: 'whether it follows the sentence that holds most',
  length: 'log of its length over 6',
  fresh: 'log of what does not repeat the question over 6',
  repeated: 'share of its characters that repeat the question',
  asks: 'whether it asks itself',
  colon: 'whether it holds a colon',
});

export const sentenceNames: readonly string[] = Object.keys(sentenceEvidence);

export type SentenceFeatures = Readonly<Record<keyof typeof sentenceEvidence, number>>;

/** Those that weigh differently for each kind of question: `time:strict`. */
export const kindFeatures = [
  'before',
  'fresh',
  'length',
  'likely',
  'likelyNear',
  'likelyNew',
  'strict',
  'repeated',
  'noun',
] as const satisfies readonly (keyof SentenceFeatures)[];

/**
 * The features of every sentence of an aligned passage. One object literal a sentence: spreading
 * so many properties would cost more than finding them.
 */
export function sentenceFeatures(
  pattern: Pattern,
  alignment: Alignment,
  sums: readonly SentenceSums[],
): SentenceFeatures[] {
  const { units, weight, focusWeight, pairWeight, characters, years, answer, normal } = pattern;
  const { sentences, heading, unitHeld, unitAbove, runBest, runSum, tail, repeated } = alignment;
  const size = sentences.length;
  const texts = sentences.map(({ start, end }) => alignment.normal.slice(start, end));
  const pronoun = texts.map((text) => (pronouns.test(text) ? 1 : 0));
  const answers = findAnswers(pattern, alignment.normal);
  const beyond = units.reduce((sum, unit, u) => sum + (unitAbove[u] ? 0 : unit.weight), 0);
  const mostFocus = Math.max(0, ...sums.map(({ focus, focusAbove }) => focus + focusAbove));
  const fullest = indexOfMost(
    sums.map(({ held, above, pairs }) => (held + above) / weight + pairs / pairWeight),
  );
  const rarest = rarestUnit(pattern, alignment);
  const noun = pattern.focusUnit;
  const nounText = units[noun]?.forms[0] ?? '';
  const shareOfCharacters = (s: number) =>
    characters.length === 0 ? 0 : (sums[s]?.characters ?? 0) / characters.length;
  const ordered = orderedMost(pattern);
  // Answers and sentences stand in order: each sentence's are those up to its end.
  let likelyTo = 0;
  let strictTo = 0;

  return sentences.map(({ start, end }, s) => {
    const sum = sums[s] as SentenceSums;
    const text = texts[s] as string;
    const next = sums[s + 1];
    const hasNoun = noun >= 0 && unitHeld[noun * size + s] === 1;
    const year = years.some((one) => text.includes(one));
    const [likelyFrom, strictFrom] = [likelyTo, strictTo];
    likelyTo = placeUpTo(answers.likely, likelyFrom, end);
    strictTo = placeUpTo(answers.strict, strictFrom, end);
    const fresh = newAmong(answers.likely, likelyFrom, likelyTo);
    const length = end - start;
    const same = repeated[s] as number;
    const share = shareOfCharacters(s);
    return {
      held: sum.held / weight,
      heldOrAbove: (sum.held + sum.above) / weight,
      heldBeyond: beyond > 0.05 ? sum.beyond / beyond : 0,
      best: mostFocus > 0 && sum.focus + sum.focusAbove >= mostFocus - 1e-9 ? 1 : 0,
      before: sum.before / weight,
      after: sum.after / weight,
      focus: sum.focus / focusWeight,
      focusOrAbove: (sum.focus + sum.focusAbove) / focusWeight,
      characters: share,
      charactersSquared: share * share,
      charactersBefore: s > 0 ? shareOfCharacters(s - 1) : 0,
      pairs: sum.pairs / pairWeight,
      pairsHere: sum.pairsHere / pairWeight,
      run: Math.min(runBest[s] as number, 12) / 12,
      runs: Math.min(1, (runSum[s] as number) / Math.max(normal.length, 4)),
      plainPairs: pattern.plainPairs === 0 ? 0 : sum.plainPairs / pattern.plainPairs,
      tail: tail[s] as number,
      ordered: sum.ordered / ordered,
      noun: hasNoun ? 1 : 0,
      nounPart: !hasNoun && holdsPart(text, nounText) ? 1 : 0,
      heading: heading.length > 1 && text.includes(heading) ? 1 : 0,
      rarestHere: rarest >= 0 && unitHeld[rarest * size + s] ? 1 : 0,
      likely: likelyTo > likelyFrom ? 1 : 0,
      likelyNear: nearness(pattern, alignment, fresh, { start, end }) / focusWeight,
      likelyNew: fresh.length > 0 ? 1 : 0,
      strict: newAmong(answers.strict, strictFrom, strictTo).length > 0 ? 1 : 0,
      measure: answer.measure?.test(text) ? 1 : 0,
      pronoun: pronoun[s] as number,
      pronounBefore: (pronoun[s] as number) * (sum.before / weight + (s > 0 ? 0.2 : 0)),
      pronounAfter:
        next === undefined
          ? 0
          : (((pronoun[s + 1] as number) * next.held) / weight) * (1 - sum.held / weight),
      year: year ? 1 : 0,
      otherYear: years.length > 0 && !year && /(?:1\d|20)\d\d年/.test(text) ? 1 : 0,
      numberMissing: sum.lacksNumber ? 1 : 0,
      first: s === 0 ? 1 : 0,
      last: s === size - 1 ? 1 : 0,
      place: s / size,
      afterBest: s > 0 && fullest === s - 1 ? 1 : 0,
      length: Math.log1p(length) / 6,
      fresh: Math.log1p(Math.max(0, length - same)) / 6,
      repeated: length === 0 ? 0 : Math.min(1, same / length),
      asks: endsAsking(text) ? 1 : 0,
      colon: text.includes(':') || text.includes('：') ? 1 : 0,
    };
  });
}

/** Whether a text holds the first or last character of a word of several. */
function holdsPart(text: string, word: string): boolean {
  return word.length > 1 && (text.includes(word.charAt(0)) || text.includes(word.slice(-1)));
}

const pronouns = /^\s*[”』」]?(?:他|她|它|其|该|此|这|本|同年|当时|之后|后来|随后)/;

interface Found {
  readonly at: number;
  readonly end: number;
  /** Not repeated from the question. */
  readonly isNew: boolean;
}

function findAnswers({ answer, normal: question }: Pattern, normal: string) {
  const all = (pattern: RegExp | null): Found[] => {
    const found: Found[] = [];
    if (pattern === null) return found;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(normal); match !== null; match = pattern.exec(normal)) {
      const text = match[0];
      const isNew = text.length < 2 || !question.includes(text);
      found.push({ at: match.index, end: match.index + text.length, isNew });
    }
    return found;
  };
  const likely = all(answer.likely);
  return { likely, strict: answer.strict === answer.likely ? likely : all(answer.strict) };
}

/** Of what is found, the place of the first that begins at `end` or behind. */
function placeUpTo(found: readonly Found[], from: number, end: number): number {
  let place = from;
  while (place < found.length && found[place]!.at < end) place++;
  return place;
}

function newAmong(found: readonly Found[], from: number, to: number): readonly Found[] {
  if (from === to) return none;
  return found.slice(from, to).filter(({ isNew }) => isNew);
}

const none: readonly Found[] = Object.freeze([]);

function endsAsking(text: string): boolean {
  const end = text.trimEnd();
  return end.endsWith('?') || end.endsWith('？');
}

/** How near the units of the question one of the answers found stands, within a sentence. */
function nearness(
  { units }: Pattern,
  { unitsAt }: Alignment,
  answers: readonly Found[],
  { start, end }: Span,
): number {
  let best = 0;
  for (const found of answers) {
    let sum = 0;
    for (let u = 0; u < units.length; u++) {
      const { length, focusWeight } = units[u]!;
      const places = unitsAt[u] as readonly number[];
      let nearest = Infinity;
      for (let i = 0; i < places.length; i++) {
        const at = places[i] as number;
        if (at < start || at >= end) continue;
        nearest = Math.min(nearest, Math.max(found.at - at - length, at - found.end, 0));
      }
      sum += focusWeight / (1 + nearest / 6);
    }
    best = Math.max(best, sum);
  }
  return best;
}

/** Among the weighty units that stand in the passage; -1 where none does. */
function rarestUnit({ units }: Pattern, { unitSentences }: Alignment): number {
  let rarest = -1;
  units.forEach(({ weight, isWhole }, u) => {
    const count = unitSentences[u] as number;
    if (count === 0 || isWhole || weight <= 0.25) return;
    const fewest = rarest < 0 ? Number.POSITIVE_INFINITY : (unitSentences[rarest] as number);
    if (count < fewest || (count === fewest && weight > units[rarest]!.weight)) rarest = u;
  });
  return rarest;
}

function indexOfMost(values: readonly number[]): number {
  return values.reduce((best, value, i) => (value > (values[best] as number) ? i : best), 0);
}
