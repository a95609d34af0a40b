import { splitSentences } from '../text/sentences.js';
import type { PassageLine, QuestionLine } from './question-set.js';

/** Passages and questions to fit on. */
export interface TrainingSet {
  readonly passages: readonly PassageLine[];
  readonly questions: readonly QuestionLine[];
}

/** A part of a passage has at least so many characters. */
const partChars = 140;

/** A part's title is another's so often, where its text names its own. */
const strangeTitles = 0.45;

/**
 * The same questions over corpora of other shapes, so that the weights fit the language and not
 * one collection: whole passages; parts of them, several under one heading; parts under the
 * heading of another passage, as a fact often stands in an entry of another name; no headings.
 */
export function variants(set: TrainingSet, seed: number): TrainingSet[] {
  const parts = split(set);
  return [
    set,
    { ...parts, questions: everyOther(parts.questions, 0) },
    { passages: swapTitles(parts, set, seed), questions: everyOther(parts.questions, 1) },
    {
      passages: set.passages.map(({ id, text }) => ({ id, text })),
      questions: everyOther(set.questions, 0),
    },
  ];
}

function split({ passages, questions }: TrainingSet): TrainingSet {
  const parts = new Map(passages.map((passage) => [passage.id, partsOf(passage)]));
  return {
    passages: [...parts.values()].flat(),
    questions: questions.flatMap((question) => {
      const gold = (question.passages ?? [question.passage])
        .flatMap((id) => parts.get(id) ?? [])
        .filter(({ text }) => question.answers.some((answer) => text.includes(answer)))
        .map(({ id }) => id);
      const [first] = gold;
      return first === undefined ? [] : [{ ...question, passage: first, passages: gold }];
    }),
  };
}

function everyOther<T>(list: readonly T[], from: 0 | 1): T[] {
  return list.filter((_, i) => i % 2 === from);
}

function partsOf({ id, title, text }: PassageLine): PassageLine[] {
  const parts: string[] = [];
  let part = '';
  for (const { start, end } of splitSentences(text)) {
    part += text.slice(start, end);
    if (part.length < partChars) continue;
    parts.push(part);
    part = '';
  }
  if (part.length >= partChars / 2 || parts.length === 0) parts.push(part);
  else parts.push((parts.pop() ?? '') + part);
  return parts.map((own, i) => ({
    id: `${id}/${i}`,
    ...(title !== undefined && { title }),
    text: own,
  }));
}

function swapTitles(parts: TrainingSet, { passages }: TrainingSet, seed: number): PassageLine[] {
  const random = randomFrom(seed);
  return parts.passages.map((part) => {
    const bare = part.title?.replace(/[（(].*/, '');
    if (random() >= strangeTitles || !bare || !part.text.includes(bare)) return part;
    const other = passages[Math.floor(random() * passages.length)]?.title;
    return other === undefined ? part : { ...part, title: other };
  });
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
