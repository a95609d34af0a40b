import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../src/analysis/analyzer.js';
import { spell } from '../../src/analysis/pinyin.js';
import { bare, questionKeys, sectionKeysOf } from '../../src/analysis/section-keys.js';
import { flexsearchSections } from '../../src/index/flexsearch-sections.js';
import { buildSectionTables } from '../../src/index/key-table.js';
import { normalise } from '../../src/text/normalise.js';
import { naiveTokenizer } from './naive-tokenizer.js';

const analyzer = createAnalyzer(
  naiveTokenizer(['金融', '运行', '改革', '工作', '高等', '教育']),
  [],
);
const sectionKeys = sectionKeysOf(analyzer, spell);
const indexOf = (heading: string) =>
  flexsearchSections(buildSectionTables([{ id: 0, keys: sectionKeys(heading, []) }]));

describe('the keys of a heading', () => {
  it('are heading and section names whole, and the words in them', () => {
    expect(sectionKeys('金融运行', ['高等教育']).name).toEqual([
      '金融运行',
      '高等教育',
      '金融',
      '运行',
      '高等',
      '教育',
    ]);
  });

  it.each([
    [
      'names marks and spaces no key',
      '金融·运行 （改革）',
      ['金融运行改革', '金融', '运行', '改革'],
    ],
    [
      'names single characters only as part of the whole',
      '金融与改革',
      ['金融与改革', '金融', '改革'],
    ],
    ['keeps a number and a Latin word', '5G与GDP', ['5g与gdp', '5', 'g', 'gdp']],
    ['names each key once', '金融', ['金融']],
    ['has none for marks alone', '（）·', []],
    [
      'reads Traditional and full-width like Simplified and half-width',
      '金融運行ＧＤＰ',
      ['金融运行gdp', 'gdp', '金融', '运行'].sort(),
    ],
  ])('%s', (_, heading, expected) => {
    expect([...sectionKeys(heading, []).name].sort()).toEqual([...expected].sort());
  });
});

describe('the sounds of a heading', () => {
  it('are full and initials, of the whole and of its words', () => {
    const { pinyin, initials } = sectionKeys('金融运行', []);
    expect(pinyin).toEqual(['jinrongyunxing', 'jinrong', 'yunxing']);
    expect(initials).toEqual(['jryx', 'jr', 'yx']);
  });

  it('are none for single characters and Latin words', () => {
    expect(sectionKeys('林', ['GDP'])).toMatchObject({ pinyin: [], initials: [] });
  });
});

describe('the keys of a question', () => {
  it('are its words, the whole of it as a beginning, its sounds and a misprint', () => {
    expect(questionKeys('金融运行?', analyzer, spell)).toEqual({
      word: ['金融运行', '金融', '运行'],
      prefix: ['金融运行'],
      pinyin: ['jinrongyunxing', 'jinrong', 'yunxing'],
      initials: [],
      edit: ['金融运行'],
    });
  });

  it.each([
    ['jinrong yunxing', 'jinrongyunxing'],
    ['lüyou', 'lvyou'],
  ])('of letters alone, %s, are sounds as typed', (question, typed) => {
    expect(questionKeys(question, analyzer, spell)).toMatchObject({
      pinyin: [typed],
      initials: [typed],
    });
  });

  it.each([
    ['金', { word: ['金'], prefix: [], pinyin: [], initials: [], edit: [] }],
    ['？！', { word: [], prefix: [], pinyin: [], initials: [], edit: [] }],
  ])('are few for %s', (question, keys) => {
    expect(questionKeys(question, analyzer, spell)).toEqual(keys);
  });

  it.each([
    ['the heading itself', '金融运行', 'word'],
    ['a word of it', '金融怎么样', 'word'],
    ['its spelling in Traditional characters', '金融運行', 'word'],
    ['its beginning', '金融运', 'word'],
    ['another word of its sound', '今荣', 'pinyin'],
    ['its sounds in letters', 'jin rong yun xing', 'pinyin'],
    ['its initials', 'jryx', 'initials'],
    ['a wrong character', '金融远行', 'word'],
    ['a missing character', '金融行', 'word'],
    ['a beginning that is no word', '融运', undefined],
  ])('find the heading 金融运行 by %s', async (_, question, matchClass) => {
    const index = indexOf('金融运行');
    const [found] = await index.find(questionKeys(normalise(question), analyzer, spell), 10);
    expect(found?.matchClass).toBe(matchClass);
  });

  it('find a heading by a beginning that cuts a word', async () => {
    const index = indexOf('教育改革');
    expect(await index.find(questionKeys('教育改', analyzer, spell), 10)).toHaveLength(1);
    expect(
      await index.find({ prefix: questionKeys('教育改', analyzer, spell).prefix }, 10),
    ).toEqual([{ id: 0, matchClass: 'prefix', matched: 1 }]);
  });
});

describe('the bare form', () => {
  it.each([
    ['“十四五”规划', '十四五规划'],
    ['a-b c', 'abc'],
    ['4.2%', '42'],
    ['…', ''],
  ])('of %s is %s', (text, expected) => {
    expect(bare(text)).toBe(expected);
  });
});
