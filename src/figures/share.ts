/** Numerator and whole of a share, as offsets relative to the words given. */
export interface Share {
  /** Where the numerator's noun ends; the words before are its subject. */
  readonly subjectEnd: number;
  /** The whole, null when elided (占0.9%). */
  readonly of: string | null;
}

/** 占全国的38.7%, 占比重, 完成预算的98%, 为年初预算的103%: what stands before a part. */
export function shareAtEnd(words: string): Share | null {
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
  /(?:约|仅|各|分别|均)?占(?!比|有|地面积|用)([^,;。]{0,30}?)(?:的?(?:比重|比例|份额|比率))?$/;
const DONE = /(?:超额完成|完成|为|达到|达|相当于|实现|是|已完成)([^,;。、]{2,24}?)的$/;
