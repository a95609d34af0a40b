import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createExtractor } from '../../src/figures/extract.js';
import type { Figure } from '../../src/figures/figure.js';
import { parseUnits } from '../../src/figures/units.js';

const extract = createExtractor();
const figures = (text: string, year: number | null = 2022): Figure[] =>
  extract(text, { entryId: 'a', defaultYear: year });

/** `indicator value unit`, the way the tables below state a figure. */
const brief = (text: string): string[] =>
  figures(text).map((f) =>
    [f.indicator, f.values?.join(':') ?? f.value ?? f.rank?.position, f.unit]
      .filter((part) => part !== null)
      .join(' '),
  );

describe('indicator and value', () => {
  it.each<[string, string[]]>([
    ['全县生产总值增长6.3%。', ['生产总值 6.3 %']],
    ['全年全区粮食产量达到780.1亿斤。', ['粮食产量 78010000000 斤']],
    ['市法制办起草文件66件。', ['起草文件 66 件']],
    ['协会完成12项协商任务。', ['协商任务 12 项']],
    ['研究推出便民服务12条措施。', ['便民服务措施 12 条']],
    ['为30名困难群众发放补助。', ['困难群众 30 名']],
    ['牛存栏92万头，增长8.8%。', ['牛存栏 920000 头', '牛存栏 8.8 %']],
    ['牛肉、羊肉分别增长9.3%和11.2%。', ['牛肉 9.3 %', '羊肉 11.2 %']],
    ['工业、建筑业增加值分别增长5%、6%。', ['工业增加值 5 %', '建筑业增加值 6 %']],
    [
      '城镇和农村居民收入分别为4万元和2万元，分别增长4%和7%。',
      ['城镇居民收入 40000 元', '农村居民收入 20000 元', '城镇居民收入 4 %', '农村居民收入 7 %'],
    ],
    [
      '受理申请120件，办结100件，分别上升12%和10%。',
      ['受理申请 120 件', '办结 100 件', '受理申请 12 %', '办结 10 %'],
    ],
    ['财政收入50亿元，其中税收收入40亿元。', ['财政收入 5000000000 元', '税收收入 4000000000 元']],
    ['企业由3家增至8家。', ['企业 3 家', '企业 8 家']],
    ['城乡居民收入比由2.42:1缩小到2.36:1。', ['城乡居民收入比 2.42:1', '城乡居民收入比 2.36:1']],
    [
      '储蓄存款，今年增加了95亿元，达到494亿元。',
      ['储蓄存款 9500000000 元', '储蓄存款 49400000000 元'],
    ],
    ['全区2400多万人民获得实惠。', ['人民 24000000 人']],
    ['参保人数突破5100万，开户数接近1800万。', ['参保人数 51000000', '开户数 18000000']],
    ['全省约5100万，不含外来。', []],
    ['有上百家企业参展。', ['企业 100 家']],
    ['平均办结时间3天，预期寿命77.6岁。', ['平均办结时间 3 天', '预期寿命 77.6 岁']],
    ['降水量318毫米，较常年偏多12毫米。', ['降水量 318 毫米', '降水量 12 毫米']],
    ['单产748.1斤/亩。', ['单产 748.1 斤/亩']],
    ['县赔银5 600两。', ['县赔银 5600 两']],
    ['年产谷1200石，值大洋3000元。', ['年产谷 1200 石', '值大洋 3000 元']],
    ['增长6.8%，连续五年入选全国县域经济百强，列第83位。', ['全国县域经济百强 83']],
    ['城墙周长420丈，高2丈。', ['城墙周长 420 丈', '高 2 丈']],
    ['废止文件93件（不含文中废止），修订8件。', ['废止文件 93 件', '修订 8 件']],
  ])('of %s', (text, expected) => {
    expect(brief(text)).toEqual(expected);
  });
});

describe('what only looks like a figure', () => {
  it.each([
    '【新增企业500家】',
    '2023年6月30日印发。',
    '前三季度经济平稳运行，11月底收官。',
    '二〇二三年上半年开局良好。',
    '9月1日至3日召开会议。',
    '落实五大任务、三项原则。',
    '做好“六稳”“六保”工作。',
    '依据《八项规定》办理。',
    '召开第十二次代表大会、十九届六中全会。',
    '推广5G应用，监测PM2.5。',
    '咨询电话0471-1234567，拨打12345热线。',
    '印发〔2022〕5号文件。',
    '第3章第12条规定。',
    '65岁及以上老年人免费体检。',
    '2000万元及以上工业企业提质。',
    '万元GDP能耗持续下降。',
    '连续5年保持先进，历时三个月。',
    '这两个问题得到解决。',
    '我们有一个目标。',
    '一般工作、统一部署、四面八方。',
    '各项指标稳居全国前列。',
    '与上年持平，同比下降。',
    '版本升级到2.0版。',
  ])('is left out: %s', (text) => {
    expect(figures(text).map((f) => f.span)).toEqual([]);
  });

  it('is known by the names a user lists', () => {
    const text = '推进三个一批建设，建成站点12个。';
    const named = createExtractor({ names: ['三个一批'] });
    expect(named(text, { entryId: 'a', defaultYear: null }).map((f) => f.span)).toEqual(['12个']);
  });

  it('is known by recurring with the same numeral', () => {
    expect(brief('推出五个起步行动。全面总结五个起步行动。')).toEqual([]);
  });
});

describe('change, base and approximation', () => {
  const fields = (text: string) =>
    figures(text).map((f) => [f.change, f.changeWord, f.direction, f.base, f.approx, f.bound]);

  it.each<[string, unknown[][]]>([
    ['收入同比增长5%。', [['增长', '增长', 'up', '同比', null, null]]],
    ['收入负增长0.3%。', [['下降', '负增长', 'down', null, null, null]]],
    ['失业率降到5.5%。', [[null, null, null, null, null, null]]],
    ['机构精简幅度超过60%。', [[null, null, null, null, '超过', '>']]],
    ['人员减少近5成。', [['减少', '减少', 'down', null, '近', '<']]],
    ['工业带动增长0.6个百分点。', [[null, null, null, null, null, null]]],
    ['增速高于全省2.3个百分点。', [[null, null, 'up', '高于全省', null, null]]],
    ['用电量比全国平均高1.2个百分点。', [[null, null, 'up', '比全国平均', null, null]]],
    ['投资年均增长12.5%左右。', [['增长', '增长', 'up', '年均', '约', '~']]],
    ['收入是“十五”时期的2.3倍。', [[null, null, null, '是“十五”时期的', null, null]]],
    ['失业率控制在4.5%以内。', [[null, null, null, null, '以内', '<=']]],
  ])('of %s', (text, expected) => {
    expect(fields(text)).toEqual(expected);
  });

  it('carries a base through the run of one indicator and no further', () => {
    const bases = figures('税收80万元，比上年减收10万元，下降4.2%，投资增长3%。').map(
      (f) => f.base,
    );
    expect(bases).toEqual([null, '比上年', '比上年', null]);
  });

  it('lets a comparison standing alone govern the sentence', () => {
    const bases = figures('与上年比，工业比重上升3个百分点，农业比重回落2个百分点。').map(
      (f) => f.base,
    );
    expect(bases).toEqual(['与上年比', '与上年比']);
  });
});

describe('values', () => {
  it.each<[string, (number | null)[], (number | undefined)[]]>([
    ['建成仓库2.3至2.9亿平方米。', [230000000], [290000000]],
    ['投入1.1至1.3万元。', [11000], [13000]],
    ['产量三到四成来自外地。', [30], [40]],
    ['产值增长百分之四到五。', [4], [5]],
    ['用量减少一成五，用工减少一成半。', [15, 15], [undefined, undefined]],
    ['利润1.005亿元，损失4.35万元。', [100500000, 43500], [undefined, undefined]],
  ])('are exact decimals: %s', (text, low, high) => {
    expect(figures(text).map((f) => f.value)).toEqual(low);
    expect(figures(text).map((f) => f.valueHigh)).toEqual(high);
  });

  it.each<[string, string, string | null]>([
    ['失业率4.6% 以内。', '4.6% 以内', '以内'],
    ['产值过百亿元。', '过百亿元', '超过'],
    ['作过六次报告。', '六次', null],
  ])('are rough as printed: %s', (text, span, approx) => {
    expect(figures(text).map((f) => [f.span, f.approx])).toEqual([[span, approx]]);
  });
});

describe('words of the text', () => {
  it('are shown as printed, full width and capitals included', () => {
    const [share] = figures('研发投入占ＧＤＰ比重为２％。');
    expect([share?.shareOf, share?.unitText]).toEqual(['ＧＤＰ', '％']);
    const [multiple] = figures('投入是１９９８年的２倍。');
    expect(multiple?.base).toBe('是１９９８年的');
    const [ranked] = figures('得分90分，居ＧＤＰ百强县第5位。');
    expect(ranked?.rank?.scope).toBe('ＧＤＰ百强县');
  });
});

describe('shares', () => {
  it.each<[string, string, string | null]>([
    ['煤炭产量占全国的26.7%。', '煤炭产量', '全国'],
    ['收入100万元，完成预算的98%。', '收入', '预算'],
    ['申报项目中52%的优秀论文获奖。', '优秀论文', '申报项目'],
  ])('of %s', (text, indicator, of) => {
    const share = figures(text).at(-1)!;
    expect([share.indicator, share.shareOf, share.kind]).toEqual([indicator, of, 'share']);
  });
});

describe('ranks', () => {
  it('join the figure before when they have no subject', () => {
    const [figure, ...rest] = figures('工业增长8.1%、居全国第三位。');
    expect(rest).toEqual([]);
    expect(figure?.rank).toMatchObject({ scope: '全国', position: 3, text: '居全国第三位' });
  });

  it('stand alone with a subject of their own', () => {
    expect(brief('产量80亿斤，总产居全国第六位。')).toEqual(['产量 8000000000 斤', '总产 6']);
  });

  it('join every number of a list when said of all years', () => {
    const text = '2019年至2021年增速分别为10.1%、4.7%、7.0%，连续三年居全省首位。';
    expect(figures(text).map((f) => [f.year, f.rank?.position])).toEqual([
      [2019, 1],
      [2020, 1],
      [2021, 1],
    ]);
  });

  it('make a pair when one place gives way to another', () => {
    const text = '2010年，收入排名由2005年第24位前移至第21位。';
    expect(figures(text).map((f) => [f.year, f.rank?.position])).toEqual([
      [2005, 24],
      [2010, 21],
    ]);
  });

  it('are told from steps', () => {
    expect(figures('排名提升4位。').map((f) => [f.value, f.unit, f.rank])).toEqual([
      [4, '位', null],
    ]);
  });
});

describe('years', () => {
  it.each<[string, (number | null)[]]>([
    ['收入5亿元。', [2022]],
    ['2020年收入5亿元，支出6亿元。', [2020, 2020]],
    ['收入由2017年的4亿元增加到2021年的5亿元。', [2017, 2021]],
    ['评选2021年度优秀案例40篇。', [2021]],
    ['收入比2018年末增长5%。', [2022]],
    ['五年来，全区减贫13万人。', [null]],
    ['一九八五年，产量30亿斤。', [1985]],
    ['收入由上年的4亿元增加到5亿元，今年支出6亿元。', [2022, 2022, 2022]],
    ['比重由2019年的52.1%提高到55.8%。', [2019, 2022]],
    ['接待游客9万人次，恢复到2019年的112%，收入3亿元。', [2022, 2022, 2022]],
    ['投入是1950年到1997年总和的1.7倍；新增公路9万公里。', [2022, 2022]],
    ['第七个五年计划期间，投资5亿元。', [null]],
  ])('of %s', (text, expected) => {
    expect(figures(text).map((f) => f.year)).toEqual(expected);
  });
});

describe('the extractor', () => {
  it('marks plans as targets and results not', () => {
    expect(figures('主要预期目标是：生产总值增长6%。').map((f) => f.target)).toEqual([true]);
    expect(figures('到2025年，产值达到5亿元。').map((f) => f.target)).toEqual([true]);
    expect(figures('生产总值增长6%，超额完成预期目标。').map((f) => f.target)).toEqual([undefined]);
  });

  it('reads a report in parts paragraph by paragraph, each of the year of its part', () => {
    const text = `——2023年3月1日在第五届人民代表大会第三次会议上
一、2022年工作回顾
生产总值增长5%。
2021年收入3亿元。支出4亿元。
二、2023年工作安排
今年修路10公里，累计修路90公里。
造林20亩。
2022年建成学校7所。
目前有医院8家。`;
    const told = figures(text).map(({ span, year, target }) => [span, year, target]);
    expect(told).toEqual([
      ['5%', 2022, undefined],
      ['3亿元', 2021, undefined],
      ['4亿元', 2021, undefined],
      ['10公里', 2023, true],
      ['90公里', 2023, undefined],
      ['20亩', 2023, true],
      ['7所', 2022, undefined],
      ['8家', 2023, undefined],
    ]);
  });

  it('takes units that a user adds', () => {
    const own = createExtractor({ units: parseUnits('甲子 count unit=轮  # 我们自己的量词') });
    const [figure] = own('举办庆典2甲子。', { entryId: 'a', defaultYear: null });
    expect([figure?.value, figure?.unit]).toEqual([2, '轮']);
  });

  it('gives half- and full-width texts the same values', () => {
    const wide = figures('收入１２３．４万元，增长５％。').map((f) => [f.value, f.unit, f.change]);
    expect(wide).toEqual(figures('收入123.4万元,增长5%。').map((f) => [f.value, f.unit, f.change]));
  });

  const pieces =
    '增长 下降 分别 占 的 比上年 同比 居全国第 位 首位 为 达到 由 增加到 其中 、 ， 。 （ ） “ ” 【 】 \n 1 23 4.5 % 万 亿元 个 件 人 三 百 近 多 年 2020年 企业 收入 完成 项目 至 — :'.split(
      ' ',
    );
  const noise = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 60 });

  it('never throws, keeps order, and every span slices back to its own number', () => {
    fc.assert(
      fc.property(noise, (parts) => {
        const text = parts.join('');
        let at = 0;
        let numberEnd = 0;
        for (const figure of figures(text)) {
          expect(text.slice(figure.start, figure.end)).toBe(figure.span);
          expect(figure.start).toBeGreaterThanOrEqual(at);
          at = figure.start;
          if (figure.number === null) continue;
          expect(figure.number.start).toBeGreaterThanOrEqual(Math.max(figure.start, numberEnd));
          expect(figure.number.end).toBeLessThanOrEqual(figure.end);
          numberEnd = figure.number.end;
          if (figure.indicatorVerbatim) expect(text).toContain(figure.indicator);
        }
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    '1,',
    '一',
    '(',
    '((1',
    '第一、',
    '增长1%,',
    '“',
    '数',
    '由1',
    '占',
    '分别',
    '1至',
    '居全国第',
    '又',
    '其中',
    '组织开展',
    '获得甲乙和',
  ])(
    'reads a long run of %s, every span its own number',
    (unit) => {
      const text = `${unit.repeat(20_000)}8.1%，来${unit.repeat(31)}甲8.1%，${unit.repeat(8)}三项`;
      for (const { start, end, span, number } of figures(text)) {
        expect(text.slice(start, end)).toBe(span);
        if (number !== null) expect(number.start).toBeGreaterThanOrEqual(start);
      }
    },
    60_000,
  );
});
