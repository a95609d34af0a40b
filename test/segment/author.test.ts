import { describe, expect, it } from 'vitest';
import { findAuthor } from '../../src/segment/author.js';
import { outline, segment } from './sample-file.js';

describe('the author', () => {
  it.each([
    ['增产。(吴鹏)', '吴鹏'],
    ['增产。 （吴鹏） ', '吴鹏'],
    ['增产。（张三 李四）', '张三 李四'],
    ['增产。（张三、李四，王五）', '张三、李四，王五'],
    ['增产。（张　三）', '张　三'],
    ['增产。（阿拉坦仓）', '阿拉坦仓'],
    ['增产。（古丽·买买提）', '古丽·买买提'],
    ['增产。（供稿：张三）', '张三'],
    ['增产。（撰稿人 张三）', '张三'],
    ['增产。（供稿单位：自治区农牧厅）', '自治区农牧厅'],
    ['增产。（张三 供稿）', '张三'],
    ['增产。（样卷编写组综合组）', '样卷编写组综合组'],
    ['增产。（自治区统计局 张三）', '自治区统计局 张三'],
    ['他说：“增产！”（张三）', '张三'],
    ['增产（下同）。（张三）', '张三'],
    ['表格一\n（张三）', '张三'],
  ])('of %j is %s', (text, author) => {
    const found = findAuthor(text);
    expect(found?.author).toBe(author);
    expect(text.slice(found?.at)).toMatch(/^[（(][^（(]*[）)]\s*$/);
  });

  it.each([
    '增产。',
    '增产（吴鹏）。',
    '粮食增产（吴鹏）',
    '增产。（见表1）',
    '增产。（下同）',
    '增产。（待续）',
    '增产。（完）',
    '增产。（略）',
    '增产。（同比）',
    '增产。（不含牧区）',
    '增产。（单位：亿元）',
    '增产。（按可比价）',
    '增产。（亿元）',
    '增产。（2022年）',
    '增产。（GDP）',
    '增产。（责任编辑 张三）',
    '增产。（供稿：）',
    '增产。（）',
    '（吴鹏）',
    '',
    `增产。（${'很'.repeat(50)}）`,
  ])('is none in %j', (text) => {
    expect(findAuthor(text)).toBeNull();
  });

  it('stands in no text, but in its entry’s span', () => {
    const source = '【甲】 增产。\n　　（张三）\n【乙】 增收。 (李四) ';
    expect(outline(source)).toEqual(['甲: 增产。 (张三)', '乙: 增收。 (李四)']);
    expect(
      segment(source).entries.map(({ source: { start, end } }) => source.slice(start, end)),
    ).toEqual(['【甲】 增产。\n　　（张三）', '【乙】 增收。 (李四)']);
  });

  it('is not taken for a section before the next entry', () => {
    expect(outline('【甲】 增产。\n（张三）\n\n工业\n【乙】 增收。')).toEqual([
      '甲: 增产。 (张三)',
      '工业/乙: 增收。',
    ]);
  });
});
