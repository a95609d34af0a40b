import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../src/analysis/analyzer.js';
import { lexiconsOf } from '../../src/analysis/lexicons.js';
import { type Candidate, fields } from '../../src/index/passage-index.js';
import { analyseQuery } from '../../src/search/query.js';
import { createUnderstanding } from '../../src/search/question.js';
import { answers, type CandidateText, rank, rankerWeights } from '../../src/search/ranker.js';
import { naiveTokenizer } from '../analysis/naive-tokenizer.js';

const analyzer = createAnalyzer(naiveTokenizer(['粮食', '产量', '造林', '面积', '多少']), []);
const understand = createUnderstanding(analyzer, lexiconsOf({ stopwords: ['多少'] }));

/** One sentence a text; candidates get the same engine score, so that the texts decide. */
function ranked(
  text: string,
  texts: Readonly<Record<number, Partial<CandidateText>>>,
  ids = Object.keys(texts).map(Number),
) {
  const question = understand(text, new Date(2026, 5, 1));
  const analysed = analyseQuery(question, analyzer);
  const { terms } = analysed.query;
  const candidates = ids.map(
    (id): Candidate => ({
      id,
      score: 1,
      lengths: fields.map(() => 1),
      frequencies: new Uint8Array(terms.length * fields.length),
    }),
  );
  const statistics = {
    passages: 10,
    meanLengths: fields.map(() => 1),
    documentFrequencies: terms.map(() => 2),
  };
  return rank(question, analysed, candidates, statistics, (id) => {
    const body = texts[id]?.text ?? '无关。';
    return {
      heading: '',
      path: [],
      text: body,
      sentences: [{ start: 0, end: body.length }],
      ...texts[id],
    };
  });
}
const order = (...given: Parameters<typeof ranked>) => ranked(...given).map(({ id }) => id);

describe('the ranker', () => {
  it('gives the same order for the same input, whatever order the candidates come in', () => {
    const texts = {
      1: { text: '粮食产量增加。' },
      2: { text: '造林面积扩大。' },
      3: { text: '粮食储备充足。' },
      4: { text: '粮食产量增加。' },
    };
    const expected = ranked('粮食产量多少', texts);
    fc.assert(
      fc.property(fc.shuffledSubarray([1, 2, 3, 4], { minLength: 4 }), (ids) => {
        expect(ranked('粮食产量多少', texts, ids)).toEqual(expected);
      }),
    );
  });

  it('breaks ties by id', () => {
    expect(order('粮食产量', { 7: {}, 3: {}, 5: {} }, [7, 3, 5])).toEqual([3, 5, 7]);
  });

  it.each([
    ['a heading that is asked for', { heading: '粮食产量', text: '增产。' }, { text: '增产。' }],
    ['what holds all over what holds a part', { text: '粮食产量高。' }, { text: '粮食多。' }],
    ['one sentence that holds all over a heading beside nothing', { text: '粮食产量。' }, {}],
    ['a number over none', { text: '粮食产量5吨。' }, { text: '粮食产量高。' }],
    ['the path that names it', { path: ['粮食'], text: '产量高。' }, { text: '产量高。' }],
    ['words as asked in a run', { text: '粮食产量。' }, { text: '产量，粮食。' }],
  ] as const)('puts %s first', (_, better, worse) => {
    expect(order('粮食产量多少', { 1: worse, 2: better })).toEqual([2, 1]);
  });

  it('puts what quotes the phrase asked for first', () => {
    const texts = { 1: { text: '粮食和产量。' }, 2: { text: '粮食产量和。' } };
    expect(order('“粮食产量”', texts)).toEqual([2, 1]);
  });

  it('scores by its features and their weights, each feature between 0 and 1', () => {
    const [top] = ranked('粮食产量多少', { 1: { heading: '粮食', text: '粮食产量5吨。' } });
    const features = Object.entries(top?.features ?? {}) as [keyof typeof rankerWeights, number][];
    expect(features.length).toBe(Object.keys(rankerWeights).length);
    for (const [, value] of features) expect(value).toBeGreaterThanOrEqual(0);
    for (const [, value] of features) expect(value).toBeLessThanOrEqual(1);
    const sum = features.reduce((total, [name, value]) => total + rankerWeights[name] * value, 0);
    expect(top?.score).toBeCloseTo(sum, 12);
  });

  it('ranks nothing as nothing, and a question without words without NaN', () => {
    expect(ranked('粮食', {})).toEqual([]);
    expect(ranked('', { 1: {} })[0]?.score).not.toBeNaN();
  });
});

describe('a sentence', () => {
  it.each([
    ['amount', '共有5家。', 1],
    ['amount', '共有五家。', 1],
    ['amount', '十分重要。', 0],
    ['time', '2022年建成。', 1],
    ['time', '建成通车。', 0],
    ['rank', '居全国第三位。', 1],
    ['rank', '产量很大。', 0],
    ['reason', '由于干旱。', 1],
    ['reason', '天气干旱。', 0],
    ['person', '馆长到任。', 0.5],
    ['other', '', 0.5],
  ] as const)('answers a question for %s with %s by %d', (type, sentence, worth) => {
    expect(answers(type, sentence)).toBe(worth);
  });
});
