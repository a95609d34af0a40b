import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../src/analysis/analyzer.js';
import { lexiconsOf } from '../../src/analysis/lexicons.js';
import { askedFigures, figureQuestion } from '../../src/answer/asked.js';
import { placedFigures } from '../../src/answer/entry-figures.js';
import { statedFigures } from '../../src/answer/stated-figure.js';
import { createExtractor } from '../../src/figures/extract.js';
import { createUnderstanding } from '../../src/search/question.js';
import { splitSentences } from '../../src/text/sentences.js';
import { naiveTokenizer } from '../analysis/naive-tokenizer.js';

const words = [
  '净增',
  '粮食',
  '产量',
  '水稻',
  '小麦',
  '牛奶',
  '造林',
  '面积',
  '地区生产总值',
  '进出口',
  '投资',
  '存贷款余额',
  '城乡居民收入',
  '农村居民收入',
  '养老',
  '城镇',
  '参保人数',
  '失业保险',
  '外国游客',
  '招收',
  '录取',
  '就业率',
  '总体',
  '口岸',
];
const aspects =
  '增长 增加 增速 增幅 及其 多少 分别 第几 预期 目标 全国 全省 西部 总量 占 比重'.split(' ');
const tokenizer = naiveTokenizer([...words, ...aspects]);
const lexicons = lexiconsOf({
  stopwords: ['的 是 多少 分别 和 排 居 哪 年 为 什 么 了'],
  colloquial: ['招收 = 录取'],
});
const understand = createUnderstanding(createAnalyzer(tokenizer, []), lexicons);
const extract = createExtractor();

/** The figures of an entry that a question asks for, as printed; every word weighs the same. */
function asked(text: string, entry: string, heading = ''): string[] {
  const question = understand(text, new Date(2026, 5, 1));
  const units = question.units.map((unit) => ({
    forms: [unit.text, ...unit.synonyms],
    weight: 1,
  }));
  const figures = extract(entry, { entryId: 'a', defaultYear: 2022, heading });
  const sentences = splitSentences(entry);
  const stated = statedFigures(placedFigures(figures, { heading, text: entry, sentences }));
  return askedFigures(stated, figureQuestion(question, units)).map(({ figure }) => figure.span);
}

const harvest = '粮食产量1276.4万吨，增长4.2%，居全国第三位；牛奶产量733.8万吨，增长9.0%。';
const economy = '地区生产总值2.3万亿元，增长5.1%，增速居全国第九位；进出口居全国第二位。';

describe('the figures asked for', () => {
  it.each([
    ['粮食产量是多少', harvest, ['1276.4万吨']],
    ['粮食产量增长多少', harvest, ['4.2%']],
    ['牛奶产量是多少', harvest, ['733.8万吨']],
    ['牛奶产量增长多少', harvest, ['9.0%']],
    ['地区生产总值是多少', economy, ['2.3万亿元']],
  ])('%s: level and growth are told apart, and one thing from another', (text, entry, spans) => {
    expect(asked(text, entry)).toEqual(spans);
  });

  it('rank brings its own indicator, never that of another', () => {
    expect(asked('地区生产总值增速排第几', economy)).toEqual(['居全国第九位']);
    expect(asked('进出口排第几', economy)).toEqual(['居全国第二位']);
  });

  it('rank and amount in one question give the value before its rank', () => {
    expect(asked('地区生产总值增速多少，排第几', economy)).toEqual(['5.1%', '居全国第九位']);
  });

  it('target and result never answer for each other', () => {
    const entry = '造林面积36万公顷。预期目标造林面积40万公顷。';
    expect(asked('造林面积是多少', entry)).toEqual(['36万公顷']);
    expect(asked('造林面积的目标是多少', entry)).toEqual(['40万公顷']);
  });

  it('a heading that announces targets makes targets of its figures', () => {
    const entry = '造林面积40万公顷。';
    expect(asked('造林面积是多少', entry, '2023年主要目标')).toEqual([]);
    expect(asked('造林面积目标是多少', entry, '2023年主要目标')).toEqual(['40万公顷']);
    expect(asked('造林面积定多少', entry, '2023年主要目标')).toEqual(['40万公顷']);
  });

  it('a word cut to characters is shared by no other thing', () => {
    const entry = '全部投资数量下降22%，平均投资时长下降61%。';
    expect(asked('投资条数和时长分别下降多少', entry)).toEqual(['22%', '61%']);
  });

  it('分别 asks for one figure of each thing, in the order asked', () => {
    const entry = '水稻产量50万吨，小麦产量70万吨，牛奶产量9万吨。';
    expect(asked('小麦和水稻产量分别是多少', entry).slice(0, 2)).toEqual(['70万吨', '50万吨']);
    expect(asked('小麦和水稻产量分别是多少', entry)).not.toContain('9万吨');
  });

  it.each([
    ['粮食产量多少、增长多少、排第几', harvest, ['1276.4万吨', '4.2%']],
    ['地区生产总值总量和增速各是多少', economy, ['2.3万亿元', '5.1%']],
    ['地区生产总值增长多少、排全国第几', economy, ['5.1%', '居全国第九位']],
    ['粮食和牛奶产量', harvest, ['1276.4万吨', '733.8万吨']],
    ['粮食产量怎么样，增长多少', harvest, ['4.2%']],
    ['粮食产量及其增幅', harvest, ['1276.4万吨', '4.2%']],
    ['粮食和牛奶产量各增减多少', harvest, ['4.2%', '9.0%']],
  ])('%s: a figure for every thing and side, in the order asked', (text, entry, spans) => {
    expect(asked(text, entry)).toEqual(spans);
  });

  it('a word for two kinds asks for both', () => {
    const banks = '存款余额38.7万亿元，贷款余额29.9万亿元。';
    expect(asked('存贷款余额各是多少', banks)).toEqual(['38.7万亿元', '29.9万亿元']);
    const incomes = '全体居民收入增长5.5%，城镇居民增长4.8%，农村居民增长7%。';
    expect(asked('城乡居民收入分别增长多少', incomes)).toEqual(['4.8%', '7%']);
    expect(asked('农村居民收入增长多少', incomes)).toEqual(['7%']);
  });

  it('two words for one thing of the entry ask for one figure', () => {
    const insured = '参加养老、失业保险35.4万人次。';
    expect(asked('养老、失业保险有多少人次', insured)).toEqual(['35.4万人次']);
  });

  it('two years ask for a figure of each', () => {
    const entry = '2022年粮食产量50万吨，2021年粮食产量40万吨。';
    expect(asked('2021年和2022年粮食产量各多少', entry)).toEqual(['40万吨', '50万吨']);
  });

  it('a year compared with asks for nothing of its own', () => {
    const entry = '2022年粮食产量50万吨，增长4.2%，2021年粮食产量40万吨，增长3.1%。';
    expect(asked('2022年粮食产量比上年增长多少', entry)).toEqual(['4.2%']);
    expect(asked('2021年粮食产量比上年增长多少', entry)).toEqual(['3.1%']);
    expect(asked('2022年粮食产量比2021年增长多少', entry)).toEqual(['4.2%']);
  });

  it('a total asked for beside what was added is not the same', () => {
    const entry = '新增造林面积3万公顷，造林面积总量36万公顷。';
    expect(asked('造林面积净增多少、总量多少', entry)).toEqual(['3万公顷', '36万公顷']);
  });

  it('从多少到多少 asks for both ends', () => {
    const entry = '牛奶产量由40万吨增加到50万吨。';
    expect(asked('牛奶产量从多少增加到多少', entry)).toEqual(['40万吨', '50万吨']);
    expect(asked('牛奶产量从几万吨到了几万吨', entry)).toEqual(['40万吨', '50万吨']);
    expect(asked('牛奶产量现在和五年前各是多少', entry)).toEqual(['50万吨', '40万吨']);
    expect(asked('牛奶产量是多少', entry)).toEqual(['50万吨']);
  });

  it('从多少到多少 between two years asks for the figure of each', () => {
    const entry = '牛奶产量，2017年为40万吨，2022年提高到50万吨。';
    expect(asked('2017到2022年牛奶产量从多少增加到多少', entry)).toEqual(['40万吨', '50万吨']);
    const pair = '牛奶产量由2017年40万吨增加到2022年50万吨。';
    expect(asked('2017到2022年牛奶产量从多少增加到多少', pair)).toEqual(['40万吨', '50万吨']);
  });

  it('从第几到第几 asks for both places, 第几 for the later one', () => {
    const entry = '进出口由上年居全国第九位上升到第七位。';
    expect(asked('进出口从全国第几升到第几', entry)).toEqual([
      '由上年居全国第九位',
      '上升到第七位',
    ]);
    expect(asked('进出口排第几', entry)).toEqual(['上升到第七位']);
  });

  it('yearly mean and growth over a base are two figures of one thing', () => {
    const entry = '2022年粮食产量50万吨，比2017年增长22%，年均增长4.1%。';
    expect(asked('粮食产量比2017年增长多少、年均增长多少', entry)).toEqual(['22%', '4.1%']);
  });

  it('the whole that a share is taken of is not what the share is of', () => {
    const entry = '粮食产量中水稻占55%，粮食产量增长4.2%。投资在进出口中的比重为9%。';
    expect(asked('水稻占粮食产量的比重', entry)).toEqual(['55%']);
    expect(asked('水稻在粮食产量里占多少', entry)).toEqual(['55%']);
  });

  it('a plan for the year that begins answers for that year', () => {
    const entry = '今年预期目标：粮食产量增长3%，造林面积40万公顷。';
    expect(asked('2023年造林面积目标是多少', entry)).toEqual(['40万公顷']);
  });

  it('what is counted stands behind the asking word', () => {
    const entry = '15个粮食产业园新承接投资项目700个。';
    expect(asked('粮食产业园承接了多少投资项目', entry)).toEqual(['700个']);
  });

  it('a thing named by its amount asks for growth where that is asked', () => {
    const entry = '进出口总额9.5万亿元，增长4.4%，投资总额1126.6亿元，增长11.3%。';
    expect(asked('进出口总额和投资总额分别增长多少', entry)).toEqual(['4.4%', '11.3%']);
    expect(asked('投资总额增长多少，进出口总额呢', entry)).toEqual(['11.3%', '4.4%']);
  });

  it('things with heads of their own share no words', () => {
    const entry = '全市水稻产量增长6%，其中优质水稻产量增长9%。';
    expect(asked('优质水稻产量和全市水稻产量分别增长多少', entry)).toEqual(['9%', '6%']);
  });

  it('a question for two sides is answered by the one that there is', () => {
    expect(asked('造林面积有多少，增幅多大', '造林面积36万公顷。')).toEqual(['36万公顷']);
  });

  it('what a sentence goes on with is of the kind that it began with', () => {
    const entry = '城镇养老试点317个，参保人数达到1.2亿。农村养老试点88个，参保人数达到0.9亿。';
    expect(asked('城镇参保人数有多少', entry)).toEqual(['1.2亿']);
  });

  it('what is grown stands for its output, and a list of plans goes on as one', () => {
    const entry = '粮食产量计划达到3600万吨，增长12%；水稻360万吨，增长33%；小麦70万吨，增长5%。';
    expect(asked('小麦产量计划增长多少', entry)).toEqual(['5%']);
  });

  it('a rise asked for from where to where is of levels', () => {
    const entry = '小麦投资涨幅由21.7%回落到14.8%，粮食投资增长4%。';
    expect(asked('小麦投资涨幅从多少回落到多少', entry)).toEqual(['21.7%', '14.8%']);
  });

  it('what is intended is answered by what an entry states without a plan', () => {
    const entry = '新增造林面积3万公顷，改造农村公路5公里。';
    expect(asked('造林面积要增加多少', entry)).toEqual(['3万公顷']);
  });

  it('where a plan begins is no result', () => {
    const entry = '计划投资由600元提高到650元，造林面积36万公顷。';
    expect(asked('投资是多少', entry)).toEqual([]);
    expect(asked('投资计划从多少提高到多少', entry)).toEqual(['600元', '650元']);
  });

  it('a fall asked for is no rise of the same thing', () => {
    const entry = '投资由前两年分别上升4.9%、5.5%，转为下降1.2%。';
    expect(asked('投资降了多少', entry)).toEqual(['1.2%']);
  });

  it('增加多少 asks for an amount, 增长多少 for a share', () => {
    const entry = '投资5955亿元，比上年增加1637亿元，增长37.9%。';
    expect(asked('投资增加多少、增长多少', entry)).toEqual(['1637亿元', '37.9%']);
    expect(asked('投资增长多少', entry)).toEqual(['37.9%']);
    expect(asked('投资增加了多少', entry)).toEqual(['1637亿元']);
  });

  it('a place asked for in 名 counts no people', () => {
    expect(asked('进出口全国第几名', economy)).toEqual(['居全国第二位']);
  });

  it('a heading that tells of aims reached makes no plans of its figures', () => {
    const entry = '造林面积36万公顷。';
    expect(asked('造林面积是多少', entry, '实现多重预期目标')).toEqual(['36万公顷']);
  });

  it('two things counted one after the other are two', () => {
    const entry = '小麦产业园新增57个，水稻合作社新增106个。';
    expect(asked('新增几个小麦产业园几个水稻合作社', entry)).toEqual(['57个', '106个']);
  });

  it('a multiple of an earlier year is of this one', () => {
    const entry = '投资1713亿元，是2010年的2.2倍，造林面积432万公顷。';
    expect(asked('投资是2010年的几倍', entry)).toEqual(['2.2倍']);
  });

  it('medals are asked for by their metal', () => {
    const entry = '运动员夺得8金4银3铜，接待外国游客5人。';
    expect(asked('拿了几块金牌', entry)).toEqual(['8金']);
  });

  it('what stands behind 里 is what the figure is of', () => {
    const entry = '粮食产量90万吨，其中水稻50万吨，小麦30万吨。';
    expect(asked('粮食里小麦有多少', entry)).toEqual(['30万吨']);
  });

  it('two bases of comparison ask for a figure of each', () => {
    const entry = '投资环比增长51.3%，同比增长15.3%。';
    expect(asked('投资同比和环比各增长多少', entry)).toEqual(['15.3%', '51.3%']);
  });

  it('the money spent is of a sum, whatever its name', () => {
    const entry = '外国游客增长14%，外国游客花费增长11%。';
    expect(asked('外国游客的开销增长多少', entry)).toEqual(['11%']);
    expect(asked('外国游客增长多少', entry)).toEqual(['14%']);
  });

  it('a question that adds the year before asks for both years', () => {
    const entry = '2022年牛奶产量50万吨，上年为40万吨。';
    expect(asked('2022年牛奶产量是多少，上年呢', entry)).toEqual(['50万吨', '40万吨']);
  });

  it.each(['一二三产分别增长多少', '三次产业分别增长多少'])('%s: a figure of each', (text) => {
    const entry = '第一产业增加值增长6%，第二产业增加值增长5%，第三产业增加值增长4%。';
    expect(asked(text, entry)).toEqual(['6%', '5%', '4%']);
  });

  it('figures given in turn are of the things in their turn', () => {
    const entry = '小麦与水稻的产量分别为70万吨、50万吨。';
    expect(asked('小麦和水稻产量各是多少', entry)).toEqual(['70万吨', '50万吨']);
    expect(asked('水稻产量是多少', entry)).toEqual(['50万吨']);
  });

  it('figures given in turn are of what was named in its turn before', () => {
    const entry = '三大产地依次为小麦、水稻和牛奶，产量分别为70万吨、50万吨和20万吨。';
    expect(asked('水稻产量是多少', entry)).toEqual(['50万吨']);
    expect(asked('牛奶产量是多少', entry)).toEqual(['20万吨']);
  });

  it('a rate goes on for each of those that it is then told of', () => {
    const entry = '总体就业率93.7%，小麦、水稻分别为91.2%和97.4%；牛奶投资增长5%。';
    expect(asked('水稻就业率是多少', entry)).toEqual(['97.4%']);
    expect(asked('总体就业率是多少', entry)).toEqual(['93.7%']);
  });

  it('a mark that was passed gives way to where it led', () => {
    const entry = '粮食产量首次突破70万吨，达到73.6万吨；水稻产量突破50万吨。';
    expect(asked('粮食产量是多少', entry)).toEqual(['73.6万吨']);
    expect(asked('水稻产量是多少', entry)).toEqual(['突破50万吨']);
  });

  it('a looser word tells which of two figures is meant', () => {
    expect(asked('招收了多少人', '报名630人，录取90人。')).toEqual(['90人']);
  });

  it('a mere task is of the thing whose result stands before it', () => {
    const entry = '全省造林面积36万公顷，国家下达的年度任务为30万公顷，小麦产量70万吨。';
    expect(asked('造林面积任务是多少', entry)).toEqual(['30万公顷']);
    expect(asked('造林面积是多少', entry)).toEqual(['36万公顷']);
  });

  it('what stands behind 的 is what the figure is of', () => {
    const entry = '口岸人员增长13.2%，其中外国游客增长34.9%。';
    expect(asked('口岸的外国游客增长多少', entry)).toEqual(['34.9%']);
  });

  it('a comparison asks for the difference', () => {
    const entry = '粮食产量增长4.2%，增速高于全国2.1个百分点。';
    expect(asked('粮食产量增速比全国高多少', entry)).toEqual(['2.1个百分点']);
    expect(asked('粮食产量增速高出全国多少', entry)).toEqual(['2.1个百分点']);
    expect(asked('粮食产量增速是多少、比全国高多少', entry)).toEqual(['4.2%', '2.1个百分点']);
    const rate = '造林面积36%，高于全国平均水平28个百分点。';
    expect(asked('造林面积是多少、比全国高多少', rate)).toEqual(['36%', '28个百分点']);
    expect(asked('粮食产量比上年提高多少', entry)).toEqual(['4.2%']);
    expect(asked('粮食产量增速是多少', entry)).toEqual(['4.2%']);
  });

  it('a rank is among those asked for', () => {
    const entry = '进出口居西部第二位，投资居全国第九位，投资居西部第三位。';
    expect(asked('投资排西部第几', entry)).toEqual(['居西部第三位']);
    expect(asked('投资排全国第几', entry)).toEqual(['居全国第九位']);
  });

  it('a plan is not answered with a result, nor a total with what was added', () => {
    expect(asked('造林面积的目标是多少', '造林面积36万公顷。')).toEqual([]);
    const trees = '新增造林面积3万公顷，造林面积共36万公顷。';
    expect(asked('造林面积总量是多少', trees)).toEqual(['36万公顷']);
  });

  it.each([
    ['粮食产量为什么增长', harvest],
    ['粮食在哪里产', harvest],
    ['粮食是谁种的', harvest],
    ['造林面积是多少', harvest],
    ['造林面积是多少', ''],
  ])('%s: none where none is asked for or none fits', (text, entry) => {
    expect(asked(text, entry)).toEqual([]);
  });
});
