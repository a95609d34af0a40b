import type { Language } from '../errors.js';
import { remembered } from '../index/remembered.js';
import type { Ask } from './ask.js';

/**
 * Asks, with the latest answers at hand: what many ask, what one asks again, and what stands behind
 * each page turned and each choice pressed is worked out once in a year.
 */
export function answersAtHand(ask: Ask): Ask {
  const answered = remembered(
    (key: string) => {
      const [question, language, year] = JSON.parse(key) as Key;
      return ask(question, { language, today: new Date(year, 0) });
    },
    { most: answersKept },
  );
  return (question, { language = 'zh', today = new Date(), onTrace } = {}) => {
    if (onTrace !== undefined) return ask(question, { language, today, onTrace });
    return answered(JSON.stringify([question, language, today.getFullYear()] satisfies Key));
  };
}

/** All that an answer depends on: 去年 is told by the year. */
type Key = readonly [question: string, language: Language, year: number];

/** At most twice as many, of some kilobytes each. */
const answersKept = 1000;
