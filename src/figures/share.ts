import type { Left } from './left.js';
import type { Quantity } from './quantity.js';
import type { Right } from './right.js';

export interface FoundShare {
  /** Length of the words that hold the numerator's noun; null when it is the one before. */
  readonly subject: number | null;
  readonly of: string | null;
  /** The numerator's noun follows the number: 成果中52%的论文. */
  readonly follows?: boolean;
}

const RATIO_NOUN = /(?:比重|比例|份额|比率)$/;
const AMONG = /^[ 、,]*([^,;。]{2,24}?)(?:中|里|当中)有?$/;

/** Rule 10: 占D的x%, 完成D的x%, D中x%的N. */
export function shareOf(
  quantity: Quantity,
  left: Left,
  words: string,
  right: Right,
  whole: string | null,
): FoundShare | null {
  if (quantity.unitKind !== 'part' || left.movement !== null || left.difference !== null)
    return null;
  if (quantity.unit === '百分点') return null;
  if (words === '的' || words === '') return words === '的' ? { subject: null, of: whole } : null;
  if (right.possessive && right.noun !== null && !left.linked) {
    const among = AMONG.exec(words);
    if (among !== null) return { subject: null, of: among[1]!, follows: true };
  }
  // 占总人口比重(常住人口城镇化率)为68.6%
  const plain = words.replace(/\([^)]*\)$/, '');
  const share: Share | null = shareAtEnd(plain);
  if (share === null) return null;
  if (left.linked && share.subjectEnd > 0 && RATIO_NOUN.test(plain))
    return { subject: words.length, of: share.of };
  return { subject: share.subjectEnd === 0 ? null : share.subjectEnd, of: share.of };
}

/** Numerator and whole of a share, as offsets relative to the words given. */
interface Share {
  /** Where the numerator's noun ends; the words before are its subject. */
  readonly subjectEnd: number;
  /** The whole, null when elided (占0.9%). */
  readonly of: string | null;
}

/** 占全国的38.7%, 占比重, 完成预算的98%, 为年初预算的103%: what stands before a part. */
function shareAtEnd(words: string): Share | null {
  const taken = TAKEN.exec(words);
  if (taken !== null) {
    const of = taken[1]!.replace(/^(?:到|了|据)/, '').replace(/的$/, '');
    return { subjectEnd: taken.index, of: of === '' ? null : of };
  }
  const done = DONE.exec(words);
  if (done !== null) return { subjectEnd: done.index, of: done[1]! };
  return null;
}

const TAKEN =
  /(?:约|仅|各|分别|均)?占(?!比|有|地面积|用)([^,;。]{0,30}?)(?:的?(?:最低|最高|平均)?(?:比重|比例|份额|比率))?$/;
const DONE = /(?:超额完成|完成|为|达到|达|相当于|实现|是|已完成)([^,;。、]{2,24}?)的$/;
