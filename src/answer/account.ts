import type { Pattern } from '../search/pattern.js';
import type { Question, Unit } from '../search/question.js';
import { isAspectWord } from './aspect.js';
import { tellsEarlier, tellsPeriod } from './figure-time.js';
import { sharedCharacters } from './shared-characters.js';

/** A text that may account for a word of the question, and how far: 0 to 1. */
export interface Zone {
  /** Normalised. */
  readonly text: string;
  readonly worth: number;
}

/** Which words of a question an answer accounts for. */
export interface Account {
  /** Weight of the word least accounted for, 0 to 1, times what is missing of it. */
  readonly unexplained: number;
  /** How many words are missing, over 3, 1 at most; single characters count less. */
  readonly unexplainedCount: number;
  /** Whether each word is accounted for, all but fully. */
  readonly allExplained: number;
  /** What is missing of the noun asked about. */
  readonly nounUnexplained: number;
}

/**
 * Holds every word of the question that constrains its answer against the texts around it: not
 * years and regions, which the scope has seen to, nor words that ask, tell a side (增速) or a time,
 * or say nothing (情况). A word is accounted for by itself, a synonym, or most of its characters.
 *
 * @param zones where a word may stand
 */
export function accountFor(pattern: Pattern, zones: readonly Zone[]): Account {
  const { question, normal, units } = pattern;
  let unexplained = 0;
  let count = 0;
  let all = 1;
  let noun = 0;
  const compared = question.units.filter(({ end }) => end <= normal.length);
  compared.forEach((unit, u) => {
    if (!constrains(unit, question)) return;
    const { forms, weight } = units[u] as Pattern['units'][number];
    const missing =
      1 -
      Math.max(
        ...forms.map((form) => explained(form, zones)),
        unit.prose.some((word) => standsIn(word, zones)) ? 0.85 : 0,
      );
    const size = sizeOf(unit, question);
    unexplained = Math.max(unexplained, size * weight * missing);
    count += size * missing;
    if (size > 0.5 && missing > 0.25) all = 0;
    if (unit.start === question.focus.noun?.start) noun = missing;
  });
  return {
    unexplained,
    unexplainedCount: Math.min(1, count / 3),
    allExplained: all,
    nounUnexplained: noun,
  };
}

/** Whether an answer must be about a word of the question. */
export function constrains(unit: Unit, { normal, focus: { asking } }: Question): boolean {
  const { text, start, end } = unit;
  const asks = asking !== null && start < asking.end && asking.start < end;
  return (
    !asks &&
    !isAspectWord(text) &&
    !tellsEarlier(text) &&
    !tellsPeriod(text) &&
    !unit.isPlain &&
    // 哪个学校 is answered by a name, not by the word 学校.
    !(asking?.end === start && typed.test(normal.slice(asking.start, asking.end)))
  );
}

const typed = /^(?:哪(?!一?[年天月]|里|儿)|什么|何种|啥)/;

/** How much a word counts: people say what is done in other words than a yearbook prints. */
function sizeOf({ text, kind, isNoun, start }: Unit, { focus }: Question): number {
  const single = text.length === 1 && kind === 'han' ? 0.4 : 1;
  return single * (isNoun || start === focus.noun?.start ? 1 : 0.4);
}

/** In sentence, heading or volume; the rest of the passage proves nothing for a loose word. */
function standsIn(word: string, zones: readonly Zone[]): boolean {
  return zones.some(({ text, worth }) => worth > 0.7 && text.includes(word));
}

function explained(form: string, zones: readonly Zone[]): number {
  return zones.reduce((best, { text, worth }) => {
    if (worth <= best) return best;
    return Math.max(best, worth * (text.includes(form) ? 1 : 0.9 * sharedCharacters(form, text)));
  }, 0);
}
