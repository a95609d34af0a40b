import { describe, expect, it } from 'vitest';
import { leftOver, outline, segment } from './sample-file.js';

describe('page numbers', () => {
  it.each([
    '- 12 -',
    '-12-',
    '－１２－',
    '— 12 —',
    '——12——',
    '·12·',
    '· 12',
    '12·',
    '第12页',
    '第 12 页 共 300 页',
    '  - 12 -  ',
    '12',
    '(12)',
  ])('are dropped amid running text: %s', (page) => {
    const source = `【甲】 全区粮食总产量继续增长。\n${page}\n牧业稳步发展，农民收入增加。`;
    expect(outline(source)).toEqual(['甲: 全区粮食总产量继续增长。⏎牧业稳步发展，农民收入增加。']);
  });

  it.each(['- 12 -', '12'])('do not part the sentence that goes on behind them: %s', (page) => {
    const source = `【甲】 全区粮食总产量继续保持较快\n${page}\n增长。`;
    expect(outline(source)).toEqual(['甲: 全区粮食总产量继续保持较快增长。']);
    expect(outline(source.replace(page, `\n${page}\n`))).toEqual(outline(source));
  });

  it('part what was parted: an indent, an end mark', () => {
    expect(outline('【甲】 全区粮食总产量继续保持较快\n- 12 -\n　　增长。')).toEqual([
      '甲: 全区粮食总产量继续保持较快⏎增长。',
    ]);
    expect(outline('【甲】 全区粮食总产量增长。\n- 12 -\n牧业稳步发展。')).toEqual([
      '甲: 全区粮食总产量增长。⏎牧业稳步发展。',
    ]);
  });

  it('are told from cells: a table copied a cell a line keeps its numbers', () => {
    const source = '【甲】 主要产量如下。\n名称\n产量\n小麦\n5503\n玉米\n812\n【乙】 二。';
    expect(leftOver(source, segment(source))).toEqual(['【甲】', '【乙】']);
  });

  it('are told from cells: numbers one after another stay', () => {
    const source = '【甲】 各季度产量依次为下列各数。\n12\n13\n14\n合计五十三，比上年有所增长。';
    expect(leftOver(source, segment(source))).toEqual(['【甲】']);
  });

  it('are known by their going on, even beside a section’s line', () => {
    const page = (n: number) =>
      Array.from({ length: 8 }, (_, i) => `【事${n}${'甲乙丙丁戊己庚辛'[i]}】 办了。`).join('\n');
    const source = `${page(1)}\n12\n工业\n${page(2)}\n13\n农业\n${page(3)}`;
    expect(leftOver(source, segment(source)).filter((line) => !line.startsWith('【'))).toEqual([
      '12',
      '工业',
      '13',
      '农业',
    ]);
  });

  it.each(['-12', '12.5', '12345', '一二', '2022年', '12%'])('are not %s', (line) => {
    expect(outline(`【甲】 全区粮食总产量增长。\n${line}\n牧业稳步发展。`)[0]).toContain(line);
  });
});

describe('running heads', () => {
  const page = (head: string) => `${head}\n【甲${head.length}】 全区粮食总产量增长。\n牧业稳步发展`;

  it.each([
    ['草原年鉴', '草原年鉴', '草原年鉴'],
    ['草原年鉴（2023）', '草原年鉴（2023）', '草原年鉴（2023）'],
    ['12 草原年鉴', '14 草原年鉴', '16 草原年鉴'],
    ['草原年鉴·2023  13', '草原年鉴·2023  15', '草原年鉴·2023  17'],
    ['农牧业\n12', '农牧业\n13', '农牧业\n14'],
    ['- 12 -\n农牧业', '- 13 -\n农牧业', '- 14 -\n农牧业'],
  ])('that come back are dropped: %j', (...heads) => {
    const source = ['【首】 开篇的一条。', ...heads.map(page)].join('\n');
    const kept = segment(source)
      .entries.map(({ text }) => text)
      .join('');
    expect(kept).not.toMatch(/年鉴|农牧业|1\d/);
  });

  it('that do not come back stay', () => {
    expect(outline('【甲】 今年出版的书目有下列几种。\n草原年鉴\n草原统计年鉴\n完。')).toEqual([
      '甲: 今年出版的书目有下列几种。⏎草原年鉴⏎草原统计年鉴⏎完。',
    ]);
  });

  it('are not cells that come back, nor sentences, nor headings', () => {
    const source = `【甲】 如下。\n${'小麦\n玉米\n'.repeat(4)}${'增产。\n'.repeat(4)}`;
    expect(leftOver(source, segment(source))).toEqual(['【甲】']);
    expect(outline('【年鉴】 一。\n【年鉴】 二。\n【年鉴】 三。').length).toBe(3);
  });
});
