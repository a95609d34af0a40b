import { describe, expect, it } from 'vitest';
import { messageOf } from '../../src/errors.js';
import { leftOver, segment } from './sample-file.js';

const long = `${'粮食增产。'.repeat(4001)}`;

describe('what check warns of', () => {
  it.each<[string, string, number, string, Record<string, unknown>]>([
    ['an unclosed 【', '【甲】 一。\n【乙 二。', 2, 'heading-unclosed', {}],
    ['a lost character', '【甲】 一。\n\n增\ufffd产\ufffd。', 3, 'character-lost', {}],
    [
      'a private-use character',
      '【甲】 一。\n增\ue004产\ue005。',
      2,
      'character-private',
      { code: 'U+E004' },
    ],
    [
      'a private-use character beyond the first plane',
      '【甲】 增\u{f0001}产。',
      1,
      'character-private',
      { code: 'U+F0001' },
    ],
    ['a lost character in a heading', '\n【甲\ufffd】 一。', 2, 'character-lost', {}],
    ['an empty entry', '【甲】 一。\n【乙】\n\n【丙】 三。', 2, 'entry-empty', { heading: '乙' }],
    ['an empty entry at the end', '【甲】 一。\n【乙】', 2, 'entry-empty', { heading: '乙' }],
    [
      'an entry of over 20,000 characters',
      `【甲】 一。\n【乙】 ${long}`,
      2,
      'entry-long',
      { heading: '乙', length: 20_005 },
    ],
    [
      'text before the first heading',
      '2023卷\n说明文字在此。\n【甲】 一。',
      2,
      'text-outside',
      { heading: '草原年鉴' },
    ],
    [
      'text under a section alone',
      '【甲】 一。\n# 工业\n说明文字在此。\n【乙】 二。',
      3,
      'text-outside',
      { heading: '工业' },
    ],
  ])('%s: once, with its line', (_, source, line, code, detail) => {
    const { problems } = segment(source);
    expect(problems).toEqual([{ code, detail, place: { file: '卷.txt', line } }]);
    for (const language of ['zh', 'en'] as const) {
      expect(messageOf(problems[0] as (typeof problems)[number], language)).not.toMatch(
        /[{}]|undefined/,
      );
    }
  });

  it('comes in the order of lines', () => {
    const { problems } = segment('前言。\n【甲】\n【乙 二。\n增\ufffd产。\n【丙】');
    expect(problems.map(({ code, place }) => [place.line, code])).toEqual([
      [1, 'text-outside'],
      [2, 'entry-empty'],
      [3, 'heading-unclosed'],
      [4, 'character-lost'],
      [5, 'entry-empty'],
    ]);
  });

  it('is nothing for an entry of just 20,000 characters', () => {
    expect(segment(`【甲】 ${long.slice(0, 20_000)}`).problems).toEqual([]);
  });

  it('never costs a character', () => {
    const source = `前言。\n【乙 二。\n【丙\n增\ufffd\ue004产。\n# 工业\n说明。\n【丁】\n【戊】 ${long}`;
    expect(leftOver(source, segment(source))).toEqual(['【乙', '#工业', '【丁】', '【戊】']);
  });
});

describe('text under no heading', () => {
  it('stands under its section, below the sections above', () => {
    const { entries } = segment('# 经济\n## 工业\n说明。', '自治区');
    expect(entries.map(({ path, heading, text }) => [...path, heading, text])).toEqual([
      ['自治区', '经济', '工业', '说明。'],
    ]);
  });

  it('stands under the chapter, and under the title where there is none', () => {
    expect(segment('说明。', '自治区党委').entries[0]).toMatchObject({
      path: [],
      heading: '自治区党委',
    });
    expect(segment('说明。').entries[0]).toMatchObject({ path: [], heading: '草原年鉴' });
  });

  it('is one entry, begun at its first line', () => {
    const source = '\n  说明。\n\n再说明。\n';
    expect(segment(source).entries).toMatchObject([
      { text: '说明。\n再说明。', source: { line: 2, start: 3, end: source.length - 1 } },
    ]);
  });
});
