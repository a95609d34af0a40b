import { type Question, withSynonyms, withUnits } from '../search/question.js';
import type { CandidateLimits } from './candidates.js';

/**
 * Confidence that an answer in looser words needs: at .55 it costs no answer of our questions, and
 * half of what it adds to the false answers of the published sets is gone.
 */
export const proseConfidence = 0.55;

/** A sure answer stands far ahead: of more candidates none of our questions was answered better. */
export const proseCandidates: CandidateLimits = Object.freeze({ limit: 16, share: 0.4, least: 5 });

/** A pasted page is in the words of prose already. */
const maxUnits = 40;

/**
 * The question with the looser words of prose as synonyms, and without words that say nothing:
 * 办丧事要花多少钱 as 丧事 or 殡葬, 钱 or 费用. Null where there are none: without the words that say
 * nothing alone no question of ours was answered rightly that was not before.
 */
export function inProse(question: Question): Question | null {
  if (question.units.length > maxUnits) return null;
  const telling = question.units.filter(({ isPlain }) => !isPlain);
  const kept = telling.length > 0 ? telling : question.units;
  const looser = kept.map(({ prose, synonyms }) =>
    prose.filter(
      (word, i) => word.length > 1 && prose.indexOf(word) === i && !synonyms.includes(word),
    ),
  );
  if (looser.every((words) => words.length === 0)) return null;
  const units = kept.map((unit, i) =>
    withSynonyms(unit, [...unit.synonyms, ...(looser[i] as readonly string[])]),
  );
  return withUnits(question, units);
}
