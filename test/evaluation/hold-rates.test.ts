import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../src/analysis/analyzer.js';
import { lexiconsOf } from '../../src/analysis/lexicons.js';
import { fitHoldRates } from '../../src/evaluation/hold-rates.js';
import { createUnderstanding } from '../../src/search/question.js';
import { naiveTokenizer } from '../analysis/naive-tokenizer.js';

const understand = createUnderstanding(
  createAnalyzer(naiveTokenizer(['湖泊', '特点', '面积', '方圆'], []), []),
  lexiconsOf({ synonyms: ['面积 = 方圆'] }),
);

/** So many questions of one wording, the first `held` of them answered by a text that repeats it. */
function asked(question: string, times: number, held: number, text = question) {
  return Array.from({ length: times }, (_, i) => ({
    question: understand(question, new Date(0)),
    text: i < held ? text : '',
  }));
}

describe('the hold rate of a word', () => {
  it('is the share of answers that hold it, drawn towards that of all words', () => {
    expect(fitHoldRates(asked('特点', 10, 0))).toEqual({ 特点: 0.375 });
    expect(fitHoldRates(asked('特点', 94, 0))).toEqual({ 特点: 0.06 });
  });

  it('is left out where answers hold the word as often as others, or it was hardly asked', () => {
    expect(fitHoldRates(asked('湖泊', 10, 10))).toEqual({});
    expect(fitHoldRates(asked('湖泊', 2, 0))).toEqual({});
  });

  it('counts a synonym as the word', () => {
    expect(fitHoldRates(asked('面积', 10, 10, '方圆'))).toEqual({});
  });
});
