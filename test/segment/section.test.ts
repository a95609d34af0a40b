import { describe, expect, it } from 'vitest';
import { leftOver, outline, segment } from './sample-file.js';

describe('section lines', () => {
  it.each<[string, string, string[]]>([
    ['#', '# 综合\n【甲】 一。', ['综合/甲: 一。']],
    [
      '# of several depths',
      '# 经济\n## 工业\n【甲】 一。\n## 农业\n【乙】 二。\n# 社会\n【丙】 三。',
      ['经济/工业/甲: 一。', '经济/农业/乙: 二。', '社会/丙: 三。'],
    ],
    ['# without a space, full-width', '＃综合\n【甲】 一。', ['综合/甲: 一。']],
    ['一、', '一、综合\n【甲】 一。\n二、工业\n【乙】 二。', ['综合/甲: 一。', '工业/乙: 二。']],
    [
      '（一） below 一、',
      '一、经济\n（一）工业\n【甲】 一。\n(二)农业\n【乙】 二。',
      ['经济/工业/甲: 一。', '经济/农业/乙: 二。'],
    ],
    [
      '第…编, 章, 节',
      '第一编 经济\n第二章 工业\n第三节 电力\n【甲】 一。',
      ['经济/工业/电力/甲: 一。'],
    ],
    ['第…部分, 篇, digits', '第一部分 概况\n第12章 地理\n【甲】 一。', ['概况/地理/甲: 一。']],
    ['第一编 without a name', '第一编\n【甲】 一。', ['第一编/甲: 一。']],
    ['a short line alone', '工业\n【甲】 一。', ['工业/甲: 一。']],
    ['a spaced short line', '工 业\n【甲】 一。', ['工业/甲: 一。']],
    [
      'a short line alone after an entry',
      '【甲】 一。\n工业\n【乙】 二。',
      ['甲: 一。', '工业/乙: 二。'],
    ],
    [
      'a short line after an author',
      '【甲】 一。（张三）\n\n工业\n\n【乙】 二。',
      ['甲: 一。 (张三)', '工业/乙: 二。'],
    ],
    [
      'a short line below 一、',
      '一、经济\n工业\n【甲】 一。\n农业\n【乙】 二。',
      ['经济/工业/甲: 一。', '经济/农业/乙: 二。'],
    ],
    ['1 below the chapter of the file', '# 综合\n【甲】 一。', ['综合/甲: 一。']],
    [
      'with a page number between it and its entry',
      '# 综合\n- 3 -\n【甲】 一。',
      ['综合/甲: 一。'],
    ],
  ])('%s', (_, text, entries) => {
    expect(outline(text)).toEqual(entries);
    expect(segment(text).problems).toEqual([]);
  });

  it('lie below the chapter of the file', () => {
    expect(outline('# 综合\n【甲】 一。', '自治区党委')).toEqual(['自治区党委/综合/甲: 一。']);
  });

  it.each<[string, string, string]>([
    ['一、 before text', '一、加强领导\n全面部署。', '措施有力。⏎一、加强领导⏎全面部署。'],
    [
      '一、 with an end mark',
      '一、加强领导。\n二、强化监管。',
      '措施有力。⏎一、加强领导。⏎二、强化监管。',
    ],
    ['一、 with a clause mark', '一、加强领导；', '措施有力。⏎一、加强领导；'],
    [
      'a list of （一）',
      '（一）加强领导\n（二）强化监管\n（三）完善制度',
      '措施有力。⏎（一）加强领导⏎（二）强化监管⏎（三）完善制度',
    ],
    ['a line with a number', '增产3万吨', '措施有力。⏎增产3万吨'],
    [
      'a line too long',
      '这一行没有句号但是它太长了所以不会是一个栏目的名称',
      '措施有力。⏎这一行没有句号但是它太长了所以不会是一个栏目的名称',
    ],
    ['lines of names', '参会人员\n张三\n李四', '措施有力。⏎参会人员⏎张三⏎李四'],
    ['a row of a table', '名称\t产量', '措施有力。⏎名称\t产量'],
    [
      'the tail of a sentence without its mark',
      '全区各级各部门认真组织实施并取得了明显的\n成效',
      '措施有力。⏎全区各级各部门认真组织实施并取得了明显的⏎成效',
    ],
  ])('are not, before the next entry: %s', (_, lines, text) => {
    const source = `【甲】 措施有力。\n${lines}\n【乙】 二。`;
    expect(leftOver(source, segment(source))).toEqual(['【甲】', '【乙】']);
    expect(outline(source)).toEqual([`甲: ${text}`, '乙: 二。']);
  });

  it('are not the items of a list that a colon announces', () => {
    expect(outline('【甲】 措施有：\n一、加强领导\n【乙】 二。')).toEqual([
      '甲: 措施有：⏎一、加强领导',
      '乙: 二。',
    ]);
  });

  it('are not the items of a list at an entry’s end, and the section after it is', () => {
    expect(outline('【甲】 措施有：\n一、加强领导\n二、强化监管\n# 工业\n【乙】 二。')).toEqual([
      '甲: 措施有：⏎一、加强领导⏎二、强化监管',
      '工业/乙: 二。',
    ]);
    expect(outline('【甲】 措施如下。\n一、加强领导\n二、强化监管\n二、工业\n【乙】 二。')).toEqual(
      ['甲: 措施如下。⏎一、加强领导⏎二、强化监管', '工业/乙: 二。'],
    );
  });

  it('without any entry lose nothing but themselves', () => {
    const source = '# 综合\n# 工业\n【甲】 一。\n# 完';
    expect(leftOver(source, segment(source))).toEqual(['#综合', '#工业', '【甲】', '#完']);
  });
});

describe('the line that names the volume', () => {
  it.each(['2023卷', '２０２３年卷', '草原年鉴 2023卷', '草原年鉴'])(
    '%s stands in no entry',
    (line) => {
      expect(outline(`\n${line}\n【甲】 一。`)).toEqual(['甲: 一。']);
    },
  );

  it('is dropped again where chapters were put together', () => {
    expect(outline('2023卷\n【甲】 一。\n2023卷\n【乙】 二。')).toEqual(['甲: 一。', '乙: 二。']);
  });
});
