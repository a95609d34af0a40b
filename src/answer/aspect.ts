import type { AnswerType } from '../search/answer-type.js';
import type { Question } from '../search/question.js';

/** Which side of an indicator is asked for. */
export interface Aspect {
  readonly kind: 'growth' | 'level' | 'rank' | 'share' | null;
  /** A plan or forecast rather than a result. */
  readonly target: boolean;
  /** The place named in a question for what holds it: 哪项居首位; null for 排第几. */
  readonly position: number | null;
}

/** By the question's words: 增长多少 growth, 排第几 rank, 占比 share, 是多少 level. */
export function aspectOf({ normal, answerType }: Question): Aspect {
  const target = /预期|目标|计划(?!生育)|力争|打算|定的|定了/.test(normal);
  return { kind: kindOf(normal, answerType), target, position: positionIn(normal) };
}

function kindOf(normal: string, answerType: AnswerType): Aspect['kind'] {
  if (answerType === 'rank') return 'rank';
  if (/占(?!地)|比重|比例|份额/.test(normal)) return 'share';
  if (/增[长速幅加]|涨|降|减[少幅]|提高|上升|回落|变化|快慢|增了|少了|跌/.test(normal))
    return 'growth';
  return answerType === 'amount' ? 'level' : null;
}

function positionIn(normal: string): number | null {
  if (/榜首|首位|夺冠|冠军/.test(normal)) return 1;
  const digit = /第([一二三四五六七八九十]|\d{1,2})(?!季度|产业|批|次|届)/.exec(normal)?.[1];
  if (digit === undefined) return null;
  const place = '一二三四五六七八九十'.indexOf(digit);
  return place < 0 ? Number(digit) : place + 1;
}

/** Words that tell the aspect, not the indicator. */
export function isAspectWord(word: string): boolean {
  return aspectWords.test(word);
}

const aspectWords =
  /^(?:增长率?|增速|增幅|增加|涨幅?|上涨|下降|降低?|减少|提高|上升|回落|变化|幅度|排名|名列|排|第几|位次|名次|位|占比?|比重|比例|份额|水平|规模|总量|数量|总额|同比|预期|目标|全国|数|率)$/;
