import type { Question } from '../search/question.js';

/**
 * Confidence that an answer in looser words needs: at .55 it costs no answer of our questions, and
 * half of what it adds to the false answers of the published sets is gone.
 */
export const proseConfidence = 0.55;

/** A pasted page is in the words of prose already. */
const maxUnits = 40;

/**
 * The question with the looser words of prose as synonyms, and without words that say nothing:
 * 办丧事要花多少钱 as 丧事 or 殡葬, 钱 or 费用. Null where that is the question itself.
 */
export function inProse(question: Question): Question | null {
  if (question.units.length > maxUnits) return null;
  const telling = question.units.filter(({ isPlain }) => !isPlain);
  const kept = telling.length > 0 ? telling : question.units;
  if (kept.length === question.units.length && kept.every(({ prose }) => prose.length === 0)) {
    return null;
  }
  const units = kept.map((unit) => ({
    ...unit,
    synonyms: [...new Set([...unit.synonyms, ...unit.prose.filter((word) => word.length > 1)])],
  }));
  return { ...question, units };
}
