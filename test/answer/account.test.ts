import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../src/analysis/analyzer.js';
import { lexiconsOf } from '../../src/analysis/lexicons.js';
import { accountFor, type Counted, constrains } from '../../src/answer/account.js';
import { fields } from '../../src/index/passage-index.js';
import { createPattern } from '../../src/search/pattern.js';
import { analyseQuery } from '../../src/search/query.js';
import { createUnderstanding } from '../../src/search/question.js';
import { naiveTokenizer } from '../analysis/naive-tokenizer.js';

const words = [
  '粮食',
  '电力集团',
  '法规',
  '病床',
  '丧事',
  '学校',
  '增速',
  '情况',
  '全区',
  '砍掉',
  '会议',
  '费用',
  '处置',
  '面积',
  '期数',
  '产量',
];
const asking = ['多少', '哪个', '的', '是'];
const analyzer = createAnalyzer(naiveTokenizer([...words, ...asking]), []);
const lexicons = lexiconsOf({
  stopwords: ['多少 哪个 的 是'],
  plain: ['情况 全区'],
  synonyms: ['病床 = 医疗床位'],
  colloquial: ['丧事 = 殡葬', '砍 = 精简'],
});
const understand = createUnderstanding(analyzer, lexicons);

/** How a text accounts for the words of a question, all of which are as rare. */
function accountOf(asked: string, ...texts: readonly string[]) {
  return accountOfFigure(asked, null, texts);
}

function accountOfFigure(asked: string, counted: Counted | null, texts: readonly string[]) {
  const question = understand(asked, new Date(2026, 5, 1));
  const query = analyseQuery(question, analyzer);
  const statistics = { passages: 10, meanLengths: fields.map(() => 10) };
  const documentFrequencies = query.terms.map(() => 0);
  const { pattern } = createPattern(question, query, { ...statistics, documentFrequencies }, {});
  return accountFor(
    pattern,
    texts.map((text) => ({ text, worth: 1 })),
    counted,
  );
}

describe('the account of the words of a question', () => {
  it.each([
    ['处置面积', '处置', '亩', 0.1],
    ['处置面积', '处置', '家', 1],
    ['处置面积', '处置', null, 1],
    ['法规期数', '法规', '期', 0.1],
    ['法规期数', '法规', '%', 1],
    ['产量', '粮食', '吨', 0.1],
    ['产量', '产能', '吨', 1],
  ])('takes what %s measures as told by %s in %s: misses %d', (asked, indicator, unit, missing) => {
    const { nounUnexplained } = accountOfFigure(asked, { indicator, unit }, ['处置。']);
    expect(nounUnexplained).toBeCloseTo(missing, 9);
  });

  it.each([
    ['粮食', '粮食5吨', 0],
    ['病床', '医疗床位5张', 0],
    ['法规', '地方性法条和规章', 0.1],
    ['法规', '法院', 0.775],
    ['法规', '水库', 1],
    ['丧事', '殡葬费用', 0.15],
    ['砍掉', '会议精简', 0.15],
    ['粮食', '水库', 1],
  ])('misses of %s in %s as much as %d', (asked, text, missing) => {
    expect(accountOf(asked, text).nounUnexplained).toBeCloseTo(missing, 9);
  });

  it('puts a word of four characters together from two places', () => {
    const missing = (...texts: string[]) => accountOf('电力集团', ...texts).nounUnexplained;
    expect(missing('集团经营。', '华东电力年鉴')).toBeCloseTo(0.1, 9);
    expect(missing('集团经营。', '华东年鉴')).toBeCloseTo(0.55, 9);
  });

  it('counts what is missing, and sees whether nothing is', () => {
    expect(accountOf('粮食法规', '粮食的法规')).toMatchObject({
      allExplained: 1,
      unexplainedCount: 0,
    });
    const { allExplained, unexplainedCount, unexplained } = accountOf('粮食法规', '粮食');
    expect([allExplained, unexplainedCount]).toEqual([0, 1 / 3]);
    expect(unexplained).toBeCloseTo(1, 9);
  });

  it('looks in every text, those that are worth less for less', () => {
    expect(accountOf('粮食法规', '粮食', '法规').allExplained).toBe(1);
  });

  it.each(['粮食增速', '粮食情况', '全区粮食', '2024年粮食'])(
    'asks of %s for nothing but 粮食',
    (asked) => {
      expect(accountOf(asked, '粮食')).toMatchObject({ allExplained: 1, unexplainedCount: 0 });
    },
  );

  it('takes the noun behind 哪个 for a kind of answer, not for a word of it', () => {
    const question = understand('哪个学校的法规', new Date(2026, 5, 1));
    const held = question.units.filter((unit) => constrains(unit, question));
    expect(held.map(({ text }) => text)).toEqual(['法规']);
  });
});
