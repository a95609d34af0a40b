import type { Figure } from '../figures/figure.js';
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

/** What a figure is of, and what it is counted in. */
export type Counted = Pick<Figure, 'unit' | 'indicator'>;

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
 * or say nothing (情况). A word is accounted for by itself, a synonym, a looser word of prose, most of
 * its characters, or, where it names what is measured, the unit of the figure.
 *
 * @param zones where a word may stand
 * @param counted the figure that answers; null where there is none
 */
export function accountFor(
  pattern: Pattern,
  zones: readonly Zone[],
  counted: Counted | null,
): Account {
  const { question, normal, units } = pattern;
  let unexplained = 0;
  let count = 0;
  let all = 1;
  let noun = 0;
  const compared = question.units.filter(({ end }) => end <= normal.length);
  compared.forEach((unit, u) => {
    if (!constrains(unit, question)) return;
    const { forms, weight } = units[u] as Pattern['units'][number];
    let held = 0;
    for (const form of forms) held = Math.max(held, explained(form, zones));
    if (held < 0.85 && unit.prose.some((word) => standsIn(word, zones))) held = 0.85;
    if (held < 0.9 && counted !== null) {
      held = Math.max(held, measuredIn(unit.text, counted, zones));
    }
    const missing = 1 - held;
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

/** How far a word is told by what the figure is counted in: 期数 by 22期, 处置面积 by 2.8万亩 where 处置 stands. */
function measuredIn(word: string, { unit, indicator }: Counted, zones: readonly Zone[]): number {
  if (unit === null) return 0;
  const measure = measures.find(
    ([noun, counts, other]) =>
      noun.test(word) && counts.test(unit) && other?.test(indicator) !== true,
  )?.[0];
  if (measure === undefined) return 0;
  const rest = word.replace(measure, '');
  return rest.length < 2 ? 0.9 : Math.min(0.9, explained(rest, zones));
}

/** With names of what is counted in the same and is something else: 产能 or 运量 for 产量. */
const measures: readonly (readonly [noun: RegExp, unit: RegExp, other?: RegExp])[] = [
  [/面积$/, /亩|公顷|平方/],
  [/(?:里程|长度|距离|全长|总长)$/, /^(?:公里|千米|米)$/],
  [/(?:人数|人口|人次)$/, /^(?:人|名|位|人次|户)$/],
  [/(?:额|资金|经费|费用|款项?|投资|价格|单价|标准|钱)$/, /元/],
  [
    /(?:产量|重量|总量|吨位)$/,
    /吨|斤|方|千瓦/,
    /产能|能力|消费|消耗|需求|储量|库存|进口|出口|运输|运量|吞吐|周转|排放/,
  ],
  [/(?:时间|时长|用时)$/, /小时|分钟|秒|天|日|年|月/],
  [/(?:率|比例|比重|占比)$/, /[%‰点]/],
  [/(?:温度|气温)$/, /℃|度/],
  [/浓度$/, /克/],
  [/(?:数量?|[场班批]次)$/, /^[^%‰元亩百]/],
];

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
  const whole = zones.reduce((best, { text, worth }) => {
    if (worth <= best) return best;
    return Math.max(best, worth * (text.includes(form) ? 1 : 0.9 * sharedCharacters(form, text)));
  }, 0);
  if (form.length !== 4 || whole > 0.8) return whole;
  // 电力集团: 集团 in the sentence, 电力 in the title of the volume.
  const halves = Math.min(held(form.slice(0, 2), zones), held(form.slice(2), zones));
  return Math.max(whole, 0.9 * halves);
}

function held(word: string, zones: readonly Zone[]): number {
  return zones.reduce(
    (best, { text, worth }) => Math.max(best, text.includes(word) ? worth : 0),
    0,
  );
}
