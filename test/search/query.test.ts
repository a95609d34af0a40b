import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../src/analysis/analyzer.js';
import { lexiconsOf } from '../../src/analysis/lexicons.js';
import { analyseQuery, maxTerms, termWeights } from '../../src/search/query.js';
import { createUnderstanding, lexiconWords } from '../../src/search/question.js';
import { naiveTokenizer } from '../analysis/naive-tokenizer.js';

const lexicons = lexiconsOf({
  synonyms: ['造林 = 植树', '图书馆 = 书馆'],
  regions: ['甘肃省 = 甘肃'],
  stopwords: ['的'],
});
const analyzer = createAnalyzer(naiveTokenizer(['粮食', '产量']), lexiconWords(lexicons));
const understand = createUnderstanding(analyzer, lexicons);
const analyse = (text: string) => analyseQuery(understand(text, new Date(2026, 5, 1)), analyzer);
const weightsOf = (text: string) =>
  Object.fromEntries(analyse(text).terms.map(({ term, weight }) => [term, weight]));

describe('the query made of a question', () => {
  it('weighs words, the pair across them, and single characters', () => {
    expect(weightsOf('粮食产量高')).toEqual({
      粮食: termWeights.word,
      产量: termWeights.word,
      高: termWeights.single,
      食产: termWeights.crossPair,
      量高: termWeights.crossPair,
    });
  });

  it('asks for a longer word whole and by its pairs, for its synonym at less', () => {
    expect(weightsOf('图书馆')).toEqual({
      图书馆: termWeights.longWord,
      图书: termWeights.innerPair,
      // Also the synonym, at 0.6: the greater of the two weights, which are equal here.
      书馆: termWeights.innerPair,
    });
    expect(weightsOf('造林')).toEqual({ 造林: 1, 植树: termWeights.synonym });
  });

  it('asks for years and regions at less than for the subject', () => {
    expect(weightsOf('2022年甘肃')).toMatchObject({
      2022: termWeights.context,
      甘肃: termWeights.context,
    });
  });

  it('writes numbers without the commas of thousands', () => {
    expect(weightsOf('1,276.4')).toEqual({ '1276.4': termWeights.word });
  });

  it('holds each term once, however often it is asked', () => {
    const terms = analyse('粮食粮食粮食').terms.map(({ term }) => term);
    expect(terms).toEqual(['粮食', '食粮']);
  });

  it('ends at the greatest number of terms', () => {
    const page = Array.from({ length: 300 }, (_, i) => String.fromCharCode(0x4e00 + i)).join('');
    expect(analyse(page).terms).toHaveLength(maxTerms);
  });

  it('has no terms for a question of stop words', () => {
    expect(analyse('的的')).toEqual({ terms: [] });
  });
});
