import { describe, expect, it } from 'vitest';
import type { Word } from '../../src/analysis/analyzer.js';
import { findFocus, isInterrogative } from '../../src/search/focus.js';

/** A question with its content words in angle brackets. */
function read(marked: string): { asking: string | null; noun: string | null } {
  const words: Word[] = [];
  let normal = '';
  for (const piece of marked.split(/(<[^>]+>)/)) {
    const text = piece.replace(/[<>]/g, '');
    if (piece.startsWith('<')) {
      words.push({ start: normal.length, end: normal.length + text.length, text, kind: 'han' });
    }
    normal += text;
  }
  const { asking, noun } = findFocus(normal, words);
  return {
    asking: asking && normal.slice(asking.start, asking.end),
    noun: noun?.text ?? null,
  };
}

describe('the focus of a question', () => {
  it.each([
    ['<粮食><产量>是多少', '多少', '产量'],
    ['<农民><收入><增长>多少', '多少', '收入'],
    ['<外贸><总额>是多少<亿><美元>', '多少', '总额'],
    ['<外贸>排全国第几', '第几', '外贸'],
    ['<大桥>在哪里', '哪里', '大桥'],
    ['<大桥>在哪一年<通车>', '哪一年', '大桥'],
    ['<馆长>是谁', '谁', '馆长'],
    ['<渔业>为什么<减产>', '为什么', '渔业'],
  ])('stands before the words that ask: %s', (marked, asking, noun) => {
    expect(read(marked)).toEqual({ asking, noun });
  });

  it.each([
    ['哪个<城市>是<省会>', '哪个', '城市'],
    ['<全省>有哪些<重点><项目>', '哪些', '项目'],
    ['<县里>有多少<居委会>', '多少', '居委会'],
    ['<她>写的是什么<小说>', '什么', '小说'],
    ['评了几名<院士>', '几名', '院士'],
    ['<此鱼><分布>在哪些<地区>', '哪些', '地区'],
  ])('stands after them where a noun follows at once: %s', (marked, asking, noun) => {
    expect(read(marked)).toEqual({ asking, noun });
  });

  it.each([
    ['谁<修>了这座<桥>', '谁', '修'],
    ['为什么<下雨>', '为什么', '下雨'],
  ])('is the first word where none stands before: %s', (marked, asking, noun) => {
    expect(read(marked)).toEqual({ asking, noun });
  });

  it.each([
    ['<粮食><产量>', '产量'],
    ['2022年<造林><面积>?', '面积'],
  ])('is the last word of the bare phrase %s', (marked, noun) => {
    expect(read(marked)).toEqual({ asking: null, noun });
  });

  it.each([
    ['是多少', '多少'],
    ['', null],
  ])('is nothing in %j, which has no content', (marked, asking) => {
    expect(read(marked)).toEqual({ asking, noun: null });
  });

  it('does not read 称为什么 as 为什么', () => {
    expect(read('<此鸟>又被称为什么').asking).toBe('什么');
  });
});

describe('a word that asks for a thing', () => {
  const word = (text: string): Word => ({ start: 0, end: text.length, text, kind: 'han' });

  it.each([
    '哪些地方',
    '哪家',
    '几部',
    '第几',
    '多少岁',
    '多长时间',
    '何年',
    '何时何地',
    '什么样',
    '好不好',
    '涨没涨',
  ])('is no word the question is about: %s', (text) =>
    expect(isInterrogative(word(text), false)).toBe(true),
  );

  it.each([
    ['几何', false],
    ['几率', false],
    ['多数', false],
    ['何厝', true],
    ['几内亚', true],
    ['谁家', true],
  ])('is told from other words and from names: %s', (text, isName) => {
    expect(isInterrogative(word(text), isName)).toBe(false);
  });
});
