import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../src/analysis/analyzer.js';
import { lexiconsOf } from '../../src/analysis/lexicons.js';
import { createUnderstanding } from '../../src/search/question.js';
import { applyCorrections, createSpelling } from '../../src/search/spelling.js';
import { naiveTokenizer } from '../analysis/naive-tokenizer.js';
import { vocabularyOf } from './vocabulary.js';

const corpus = [
  '宁夏',
  '广东',
  '粮食',
  '产量',
  '增长',
  '失业率',
  '固定资产投资',
  '固定资产',
  '事业',
];
const dictionary = [...corpus, '多少', '腾讯', '会议', '有力'];
const words = vocabularyOf(...corpus, '有利');
const analyzer = createAnalyzer(naiveTokenizer(dictionary), []);
const lexicons = lexiconsOf({ stopwords: ['多少 的 是 在'] });
const understand = createUnderstanding(analyzer, lexicons);

/** The pairs of characters in the corpus: those within its words. */
const pairs = new Set(corpus.flatMap((word) => [...word].slice(1).map((c, i) => word[i] + c)));
const correct = createSpelling({
  analyzer,
  words,
  frequencies: async (terms) => terms.map((term) => (pairs.has(term) ? 5 : 0)),
  isStopWord: (word) => lexicons.stopWords.has(word),
});
const read = async (text: string, which: 'all' | 'sure' = 'all') => {
  const corrections = await correct(understand(text, new Date(2026, 5, 1)), which);
  return applyCorrections(text, corrections);
};

describe('the spelling of a question', () => {
  it.each([
    ['a word of the same sound', '宁厦粮食产量', '宁夏粮食产量'],
    ['the same of a word that was cut to pieces', '粮时产量', '粮食产量'],
    ['a longer word of the same sound, whatever it was cut into', '广东事业律', '广东失业率'],
    ['a wrong character in a longer word', '固定资产投姿多少', '固定资产投资多少'],
    ['a missing character', '固定资产资多少', '固定资产投资多少'],
    ['a character missing of three', '广东失率', '广东失业率'],
    ['pinyin', 'liangshi chanliang', '粮食产量'],
    ['pinyin with a space between syllables', 'zeng zhang', '增长'],
    ['pinyin beside Chinese', '宁夏liangshi产量', '宁夏粮食产量'],
    ['initials', 'gdzctz', '固定资产投资'],
    ['two slips', '宁厦zengzhang', '宁夏增长'],
  ])('is corrected by the words of the corpus: %s', async (_, typed, expected) => {
    expect(await read(typed)).toBe(expected);
  });

  it.each([
    ['words of the corpus', '宁夏粮食产量增长多少'],
    ['a word that the dictionary holds and the corpus does not', '腾讯会议多少'],
    ['a word of the dictionary that sounds like one of the corpus', '有力'],
    ['a word of the corpus with another beside it', '广东玩的产量'],
    ['what is read over', '多少的是在'],
    ['a known word before one that is read over', '产量的'],
    ['Latin words that are none in pinyin', 'apec wto'],
    ['years', '2022年 去年'],
    ['a pasted page', '宁厦'.repeat(40)],
    ['nothing', ''],
  ])('is left alone for %s', async (_, typed) => {
    expect(await read(typed)).toBe(typed);
  });

  it('corrects only what is no word at all where the question was answered', async () => {
    expect(await read('宁厦的失业率', 'sure')).toBe('宁夏的失业率');
    expect(await read('广东事业律', 'sure')).toBe('广东事业律');
    expect(await read('固定资产投姿', 'sure')).toBe('固定资产投姿');
    expect(await read('zengzhang', 'sure')).toBe('zengzhang');
  });

  it('tells what it read for what, in order and apart', async () => {
    const corrections = await correct(understand('宁厦zengzhang', new Date()), 'all');
    expect(corrections).toMatchObject([
      { start: 0, end: 2, typed: '宁厦', read: '宁夏', sure: true },
      { start: 2, end: 11, typed: 'zengzhang', read: '增长', sure: false },
    ]);
  });
});
