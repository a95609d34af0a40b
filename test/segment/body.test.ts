import { describe, expect, it } from 'vitest';
import { leftOver, outline, segment } from './sample-file.js';

/** A text set at a width of so many characters, with or without indents. */
function set(width: number, paragraphs: readonly string[], indent = ''): string {
  return paragraphs
    .flatMap((paragraph) => (indent + paragraph).match(new RegExp(`.{1,${width}}`, 'gsu')) ?? [])
    .join('\n');
}

const wheat =
  '全区各级农牧部门认真落实粮食安全责任，稳定播种面积，推广良种良法，克服春旱夏涝的不利影响，粮食总产量连续五年保持增长，单产水平再创新高。';
const cattle =
  '畜牧业转型升级步伐加快，规模养殖比重进一步提高，牛羊肉和牛奶产量稳步增加，绿色有机产品的品牌影响力不断扩大，农牧民的收入明显增长。';

describe('hard-wrapped text', () => {
  it.each([16, 20, 28, 36, 44])(
    'is joined to paragraphs at a width of %i, indents telling them',
    (width) => {
      const source = `【粮食】\n${set(width, [wheat, cattle], '　　')}`;
      expect(outline(source)).toEqual([`粮食: ${wheat}⏎${cattle}`]);
    },
  );

  it.each([16, 20, 28])(
    'is joined where the heading stands on its first line, width %i',
    (width) => {
      const source = set(width, [`【粮食】 ${wheat}`, cattle], '　　');
      expect(outline(source)).toEqual([`粮食: ${wheat}⏎${cattle}`]);
    },
  );

  it('is joined without indents, a short line ending the paragraph', () => {
    expect(outline(`【粮食】\n${set(20, [wheat, cattle])}`)).toEqual([`粮食: ${wheat}⏎${cattle}`]);
  });

  it('is parted at blank lines, whatever the length of the line before', () => {
    const half = wheat.slice(0, 40);
    const source = `【粮食】\n${set(20, [half])}\n\n${set(20, [cattle])}`;
    expect(outline(source)).toEqual([`粮食: ${half}⏎${cattle}`]);
  });

  it('is joined though digits make some lines longer than others', () => {
    const lines = [
      '全区粮食总产量三千九百万吨比上年增长',
      '12345.6万吨，播种面积10234万亩，单产每',
      '亩382.5公斤，其中小麦产量1203.4万吨，玉',
      '米产量持续增长，大豆油料产量稳步增加，',
      '马铃薯产量略有下降。',
    ];
    expect(outline(`【粮食】\n${lines.join('\n')}`)).toEqual([`粮食: ${lines.join('')}`]);
  });

  it('is joined where it is but one sentence on two lines', () => {
    expect(outline('【粮食】 全区粮食总产量达到三千九百多\n万吨，比上年增长。')).toEqual([
      '粮食: 全区粮食总产量达到三千九百多万吨，比上年增长。',
    ]);
  });

  it('keeps the gap between Latin words', () => {
    const lines = [
      '举办了以农业的未来为主题的论坛 Future',
      'Farming，来自十二个国家和地区的代表出',
      '席论坛并围绕粮食安全与绿色发展作了交流',
      '发言。',
    ];
    expect(outline(`【论坛】\n${lines.join('\n')}`)[0]).toContain('Future Farming，');
  });

  it('keeps each source offset, at every kind of line end', () => {
    for (const lineEnd of ['\n', '\r\n', '\r']) {
      const source = `【粮食】\n${set(20, [wheat, cattle], '　　')}`.replaceAll('\n', lineEnd);
      const [entry] = segment(source).entries;
      expect(entry?.text).toBe(`${wheat}\n${cattle}`);
      for (const { at, source: from, length } of entry?.origin ?? []) {
        const printed = source.slice(from, from + length).replace('\r', '\n');
        expect(entry?.text.slice(at, at + length)).toBe(printed);
      }
    }
  });
});

describe('text with a paragraph a line', () => {
  it.each(['', '　　', '    '])('stays as it is, indented by %j', (indent) => {
    const source = `【粮食】\n${[wheat, cattle, '完。'].map((line) => indent + line).join('\n')}`;
    expect(outline(source)).toEqual([`粮食: ${wheat}⏎${cattle}⏎完。`]);
  });

  it('keeps short lines apart: a list of names, of items', () => {
    const source = '【名单】 获奖单位如下：\n农牧厅粮食作物处\n草原站\n种子管理总站办公室\n统计局';
    expect(outline(source)).toEqual([
      '名单: 获奖单位如下：⏎农牧厅粮食作物处⏎草原站⏎种子管理总站办公室⏎统计局',
    ]);
  });

  it('keeps lines apart that each end a sentence, though they are equally long', () => {
    const lines = Array.from(
      { length: 5 },
      (_, i) => `第${'一二三四五'[i]}季度全区粮食生产保持平稳增长的良好态势。`,
    );
    expect(outline(`【粮食】\n${lines.join('\n')}`)).toEqual([`粮食: ${lines.join('⏎')}`]);
  });
});

describe('tables', () => {
  it.each([
    ['tabs', ['指标\t产量\t增长', '小麦\t12.5\t3.1', '玉米\t20\t1.2']],
    ['bars', ['| 指标 | 产量 |', '|---|---|', '| 小麦 | 12.5 |']],
    ['wide gaps', ['指标    产量    增长', '小麦    12.5    3.1']],
    ['ideographic spaces', ['指标　产量　增长', '小麦　12.5　3.1']],
    ['one gap before a figure', ['小麦产量    12.5', '玉米产量    -20%']],
    ['frames', ['┌──┬──┐', '│小麦│12.5│', '└──┴──┘']],
  ])('are kept as rows: %s', (_, rows) => {
    const source = `【产量】\n${set(20, [wheat])}\n${rows.join('\n')}\n${set(20, [cattle])}`;
    expect(outline(source)).toEqual([`产量: ${wheat}⏎${rows.join('⏎')}⏎${cattle}`]);
    expect(leftOver(source, segment(source))).toEqual(['【产量】']);
  });

  it('are kept whole across pages', () => {
    const source = '【产量】 如下。\n小麦\t12.5\n- 3 -\n玉米\t20';
    expect(outline(source)).toEqual(['产量: 如下。⏎小麦\t12.5⏎玉米\t20']);
  });
});
