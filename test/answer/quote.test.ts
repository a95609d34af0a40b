import { describe, expect, it } from 'vitest';
import { matchedSpans } from '../../src/answer/quote.js';

describe('the words of a question in a sentence', () => {
  it.each([
    ['粮食产量多少', '全区粮食总产量380万吨', ['粮食', '产量']],
    ['ＧＤＰ增長', '全年GDP增长4.2%', ['GDP增长']],
    ['产量，是多少', '产量，比上年增长', ['产量']],
    ['粮', '粮食', []],
    ['𠀀𠀁河', '𠀀𠀁河长30公里', ['𠀀𠀁河']],
    ['', '粮食', []],
  ])('of %s are found in %s', (question, sentence, words) => {
    const spans = matchedSpans(question, sentence);
    expect(spans.map(({ start, end }) => sentence.slice(start, end))).toEqual(words);
  });
});
