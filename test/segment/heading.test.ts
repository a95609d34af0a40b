import { describe, expect, it } from 'vitest';
import { leftOver, outline, segment } from './sample-file.js';

describe('entry headings', () => {
  it.each<[string, string, string[]]>([
    ['before the text', '【粮食】 增产。', ['粮食: 增产。']],
    ['without a gap', '【粮食】增产。', ['粮食: 增产。']],
    ['behind an indent', '　　【粮食】　增产。', ['粮食: 增产。']],
    ['with spaces inside', '【 粮食 】 增产。', ['粮食: 增产。']],
    ['on a line of its own', '【粮食】\n　　增产。', ['粮食: 增产。']],
    ['on a line of its own, a blank line after', '【粮食】\n\n增产。', ['粮食: 增产。']],
    [
      'broken over two lines',
      '【学习宣传\n二十大精神】 认真学习。',
      ['学习宣传二十大精神: 认真学习。'],
    ],
    ['broken between Latin words', '【推广 Open\nSource】 推广。', ['推广 Open Source: 推广。']],
    ['broken, the second line indented', '　　【学习\n　　精神】学习。', ['学习精神: 学习。']],
    ['in tortoise-shell brackets', '〔粮食〕 增产。', ['粮食: 增产。']],
    ['in square brackets', '[粮食] 增产。', ['粮食: 增产。']],
    ['in full-width square brackets', '［粮食］ 增产。', ['粮食: 增产。']],
    ['with quotes and numbers', '【“十四五”规划第1年】 开局。', ['“十四五”规划第1年: 开局。']],
    ['of a month', '【1月】 开会。', ['1月: 开会。']],
    ['of a year', '【2022年】 丰收。', ['2022年: 丰收。']],
    [
      'of words that clutter uses too',
      '【编辑出版】 出书。\n【关闭煤矿】 关闭。\n【时间银行】 开办。',
      ['编辑出版: 出书。', '关闭煤矿: 关闭。', '时间银行: 开办。'],
    ],
    ['before a date', '【会议】 15号召开。', ['会议: 15号召开。']],
    ['twice the same', '【粮食】 甲。\n【粮食】 乙。', ['粮食: 甲。', '粮食: 乙。']],
    [
      'at any line end',
      '【粮食】 甲。\r\n【牧业】 乙。\r【林业】 丙。\n【渔业】 丁。\u2028【矿业】 戊。',
      ['粮食: 甲。', '牧业: 乙。', '林业: 丙。', '渔业: 丁。', '矿业: 戊。'],
    ],
  ])('%s', (_, text, entries) => {
    expect(outline(text)).toEqual(entries);
  });

  it.each([
    '【字号：大 中 小】',
    '【字体：大 中 小】',
    '【大 中 小】',
    '【打印本页】',
    '【关闭窗口】',
    '【我要纠错】',
    '【责任编辑：某人】',
    '【2022】5号文件下发。',
    '【２０２２】5号文件下发。',
    '【国办发】第5号文件下发。',
    '【表1】、【表2】列出明细。',
    '【】空的。',
    '【  】空的。',
    '【——】横线。',
    '[1] 见统计公报。',
    '[J] 期刊。',
    '[注] 快报数。',
    '〔2022〕5号文件下发。',
    '〔12〕脚注。',
    '（粮食）增产。',
    '《粮食》增产。',
    '见【专栏】所述。',
    `【${'很'.repeat(61)}】长得不像标题。`,
  ])('are not %s', (line) => {
    expect(outline(`【粮食】 增产。\n${line}\n另起一行。`)).toEqual([
      `粮食: 增产。⏎${line}⏎另起一行。`,
    ]);
  });

  it('do not begin in the middle of a line', () => {
    expect(outline('【粮食】 增产，见【牧业】一条。')).toEqual(['粮食: 增产，见【牧业】一条。']);
  });

  it('do not go on over a blank line or a third line', () => {
    expect(outline('【粮食】 增产。\n【学习\n\n精神】完。')).toEqual([
      '粮食: 增产。⏎【学习⏎精神】完。',
    ]);
    expect(outline('【粮食】 增产。\n【学\n习\n精神】完。')).toEqual([
      '粮食: 增产。⏎【学⏎习⏎精神】完。',
    ]);
  });
});

describe('a 【 that is never closed', () => {
  it.each<[string, string, string[]]>([
    ['ends at the first space', '【牧业 增收。', ['粮食: 增产。', '牧业: 增收。']],
    ['is text where no space tells its end', '【牧业增收。', ['粮食: 增产。⏎【牧业增收。']],
    [
      'is text where a sentence comes before the space',
      '【牧业增收。 完。',
      ['粮食: 增产。⏎【牧业增收。 完。'],
    ],
    [
      'does not swallow the next heading on its line',
      '【牧业 增收。【林业】 增绿。',
      ['粮食: 增产。', '牧业: 增收。【林业】 增绿。'],
    ],
    [
      'does not swallow the heading on the next line',
      '【牧业 增收。\n【林业】 增绿。',
      ['粮食: 增产。', '牧业: 增收。', '林业: 增绿。'],
    ],
  ])('%s', (_, lines, entries) => {
    const source = `【粮食】 增产。\n${lines}`;
    expect(outline(source)).toEqual(entries);
    expect(segment(source).problems).toEqual([
      { code: 'heading-unclosed', detail: {}, place: { file: '卷.txt', line: 2 } },
    ]);
  });

  it('is not warned of in what web pages leave behind', () => {
    expect(segment('【粮食】 增产。\n【字号：\n大\n小\n】').problems).toEqual([]);
  });

  it('loses nothing', () => {
    const source = '【粮食】 增产。\n【牧业 增收。\n【林业增绿。';
    expect(leftOver(source, segment(source))).toEqual(['【粮食】', '【牧业']);
  });
});
