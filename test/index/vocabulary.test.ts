import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../src/analysis/analyzer.js';
import { spell } from '../../src/analysis/pinyin.js';
import { buildPostings } from '../../src/index/posting-build.js';
import { buildVocabulary, openVocabulary, vocabularyParts } from '../../src/index/vocabulary.js';
import { naiveTokenizer } from '../analysis/naive-tokenizer.js';

const analyzer = createAnalyzer(naiveTokenizer(['粮食', '产量', '良时']), ['播种面积']);
const texts = ['粮食产量和播种面积', '粮食，产量4.2', 'gdp粮食'];
const postings = buildPostings(
  texts.map((text, id) => ({ id, terms: { body: analyzer.terms(text), heading: [], path: [] } })),
);
const vocabulary = openVocabulary(structuredClone(buildVocabulary(postings, analyzer, spell)));

describe('the vocabulary of a corpus', () => {
  it.each([
    ['粮食', true],
    ['播种面积', true],
    ['和', true],
    ['食产', false],
    ['良时', false],
    ['gdp', false],
    ['4.2', false],
  ])('tells whether it uses the Chinese word %s: %s', (word, used) => {
    expect(vocabulary.has(word)).toBe(used);
  });

  it('finds words by sound and initials, and tells how frequent they are', async () => {
    expect(await vocabulary.similar({ pinyin: ['liangshi'] }, 9)).toEqual([
      { word: '粮食', frequency: 3, matchClass: 'pinyin' },
    ]);
    expect(await vocabulary.similar({ initials: ['bzmj'] }, 9)).toMatchObject([
      { word: '播种面积', frequency: 1 },
    ]);
  });

  it('gives the more frequent of a class first, classes in their order', async () => {
    const words = openVocabulary(
      vocabularyParts(
        [
          ['产亮', 1],
          ['产两', 7],
          ['产量', 3],
          ['产业量', 9],
        ],
        spell,
      ),
    );
    const found = await words.similar({ pinyin: ['chanliang'], edit: ['产量'] }, 9);
    expect(found.map(({ word }) => word)).toEqual(['产两', '产量', '产亮', '产业量']);
    expect(await words.similar({ pinyin: ['chanliang'] }, 2)).toHaveLength(2);
  });

  it('knows a single character by every one of its sounds', async () => {
    const words = openVocabulary(vocabularyParts([['长', 1]], spell));
    expect(await words.similar({ pinyin: ['zhang'] }, 1)).toHaveLength(1);
    expect(await words.similar({ pinyin: ['chang'] }, 1)).toHaveLength(1);
  });
});
