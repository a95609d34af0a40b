import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../src/analysis/analyzer.js';
import { lexiconsOf } from '../../src/analysis/lexicons.js';
import { shippedWeights } from '../../src/answer/weights.js';
import { type Candidate, fields } from '../../src/index/passage-index.js';
import { type PassageText, readPassage } from '../../src/search/passage.js';
import { createPattern } from '../../src/search/pattern.js';
import { analyseQuery } from '../../src/search/query.js';
import { createUnderstanding } from '../../src/search/question.js';
import { closeLimit, rank } from '../../src/search/ranker.js';
import { splitSentences } from '../../src/text/sentences.js';
import { naiveTokenizer } from '../analysis/naive-tokenizer.js';

const analyzer = createAnalyzer(naiveTokenizer(['粮食', '产量', '造林', '面积', '多少']), []);
const understand = createUnderstanding(analyzer, lexiconsOf({ stopwords: ['多少'] }));
const weights = shippedWeights();

/** Candidates get the same engine score, so that the texts decide. */
function ranked(
  text: string,
  texts: Readonly<Record<number, Partial<PassageText>>>,
  ids = Object.keys(texts).map(Number),
  priorOf?: (passage: number) => number,
) {
  const question = understand(text, new Date(2026, 5, 1));
  const query = analyseQuery(question, analyzer);
  const candidates = ids.map(
    (id): Candidate => ({
      id,
      score: 1,
      lengths: fields.map(() => 1),
      frequencies: new Uint8Array(query.terms.length * fields.length),
    }),
  );
  const statistics = {
    passages: 10,
    meanLengths: fields.map(() => 1),
    documentFrequencies: query.terms.map(() => 2),
  };
  const { pattern } = createPattern(question, query, statistics, {});
  const passageOf = (id: number) => {
    const body = texts[id]?.text ?? '无关。';
    const sentences = splitSentences(body);
    return readPassage({ heading: '', path: [], text: body, sentences, ...texts[id] });
  };
  return rank(pattern, candidates, statistics, weights, passageOf, priorOf);
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
    ['the path that names it', { path: ['粮食'], text: '产量高。' }, { text: '产量高。' }],
    ['words as asked in a run', { text: '粮食产量。' }, { text: '产量，粮食。' }],
  ] as const)('puts %s first', (_, better, worse) => {
    expect(order('粮食产量多少', { 1: worse, 2: better })).toEqual([2, 1]);
  });

  it('puts what quotes the phrase asked for first', () => {
    const texts = { 1: { text: '粮食和产量。' }, 2: { text: '粮食产量和。' } };
    expect(order('“粮食产量”', texts)).toEqual([2, 1]);
  });

  it('scores a close candidate by its features and their weights', () => {
    const [top] = ranked('粮食产量多少', { 1: { heading: '粮食', text: '粮食产量5吨。' } });
    const features: Record<string, number> = { ...top?.features, ...top?.relative, ...top?.close };
    expect(Object.keys(features).sort()).toEqual(Object.keys(weights.close).sort());
    const sum = Object.entries(features).reduce(
      (total, [name, value]) => total + value * (weights.close[name] as number),
      0,
    );
    expect(top?.score).toBeCloseTo(sum, 9);
  });

  it('adds what speaks for a passage before it is read', () => {
    const texts = { 1: { text: '粮食产量高。' }, 2: { text: '粮食产量高。' } };
    expect(order('粮食产量', texts, [1, 2], (id) => (id === 2 ? 1 : 0))).toEqual([2, 1]);
  });

  it('reads the sentences of the closest candidates alone, and puts the others behind them', () => {
    const ids = Array.from({ length: closeLimit + 3 }, (_, i) => i);
    const texts = Object.fromEntries(ids.map((id) => [id, { text: '粮食产量。'.repeat(1 + id) }]));
    const all = ranked('粮食产量', texts);
    expect(all.map(({ sentences }) => sentences.length > 0)).toEqual(
      ids.map((place) => place < closeLimit),
    );
    const scores = all.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it('scores the sentence that answers above its neighbours', () => {
    const text = '粮食生产稳定。粮食产量5吨。造林面积扩大。';
    const [top] = ranked('粮食产量多少', { 1: { text } });
    const scores = top?.sentences.map(({ score }) => score) ?? [];
    expect(scores.indexOf(Math.max(...scores))).toBe(1);
  });

  it('ranks nothing as nothing, and a question without words without NaN', () => {
    expect(ranked('粮食', {})).toEqual([]);
    expect(ranked('', { 1: {} })[0]?.score).not.toBeNaN();
  });
});
