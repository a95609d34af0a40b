import type { Question } from '../search/question.js';
import { findWord } from '../search/units.js';
import type { Weights } from '../search/weights.js';

/** A question and the normalised text that answers it, its heading included. */
export interface Answered {
  readonly question: Question;
  readonly text: string;
}

/** Set by hand: what a word is taken to be before it is seen, and how firmly. */
const prior = Object.freeze({
  /** About what the answering texts of cmrc2018-train hold of all words of their questions. */
  rate: 0.9,
  /** Questions that this counts as. */
  questions: 6,
  /** Words of fewer questions tell nothing. */
  least: 3,
});

/**
 * How often the text that answers a question holds a word of it, relative to words at large: 特点
 * and 职位 ask for what they stand for and are seldom repeated. Words held as often as others are
 * left out. Rounded to thousandths, in the order of the words.
 */
export function fitHoldRates(pairs: Iterable<Answered>): Weights {
  const counts = new Map<string, { asked: number; held: number }>();
  for (const { question, text } of pairs) {
    for (const unit of question.units) {
      const count = counts.get(unit.text) ?? { asked: 0, held: 0 };
      count.asked++;
      if ([unit.text, ...unit.synonyms].some((form) => findWord(text, form) >= 0)) count.held++;
      counts.set(unit.text, count);
    }
  }
  const rates = [...counts]
    .filter(([, { asked }]) => asked >= prior.least)
    .map(([word, { asked, held }]): [string, number] => {
      const rate = (held + prior.rate * prior.questions) / (asked + prior.questions);
      return [word, Math.round((1000 * rate) / prior.rate) / 1000];
    })
    .filter(([, rate]) => rate < 1)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(rates);
}
