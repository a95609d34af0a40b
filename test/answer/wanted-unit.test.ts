import { describe, expect, it } from 'vitest';
import { unitFit, wantedUnit } from '../../src/answer/wanted-unit.js';
import { createExtractor } from '../../src/figures/extract.js';

const extract = createExtractor();
function figureIn(text: string) {
  const [figure] = extract(text, { entryId: 'a', defaultYear: null });
  if (figure === undefined) throw new Error(`no figure in ${text}`);
  return figure;
}

describe('the unit a question wants', () => {
  it.each([
    ['增长百分之几', 'percent'],
    ['覆盖率是多少', 'percent'],
    ['占比多大', 'percent'],
    ['回升几个点', 'percent'],
    ['花了多少钱', 'money'],
    ['工业赚了多少', 'money'],
    ['房子每平米多少', 'money'],
    ['赔了多少银子', 'money'],
    ['投资多少亿元', 'money'],
    ['来了多少人', 'people'],
    ['领补贴的孩子有多少', 'people'],
    ['培训几名教师', 'people'],
    ['演出多少场', 'times'],
    ['投资多少亿', 'billions'],
    ['投资多少个亿', 'billions'],
    ['游客增长几成', 'percent'],
    ['转移就业多少万人', 'people'],
    ['培训几百名教师', 'people'],
    ['重大项目总投资多少', 'sum'],
    ['参保人数一共多少', 'people'],
    ['多少城里人领到低保', 'populace'],
  ])('of %s is %s', (text, kind) => {
    expect(wantedUnit(text)).toEqual({ kind });
  });

  it.each([
    ['新建几座水库', '座'],
    ['颁布多少部法规', '部'],
    ['共有几所学校', '所'],
    ['登记多少户企业', '户'],
    ['登记多少万户企业', '户'],
    ['关停几百家工厂', '家'],
    ['储备翻了几倍', '倍'],
    ['获批几款新药', '款'],
    ['拿了几块金牌', '块'],
  ])('of %s is its measure word %s', (text, word) => {
    expect(wantedUnit(text)).toEqual({ kind: 'measure', word });
  });

  it.each([
    ['降低多少成本', '成'],
    ['承接多少项目', '项'],
    ['打了多少眼机井', '眼'],
  ])('of %s may be counted in %s', (text, word) => {
    expect(wantedUnit(text)).toEqual({ kind: 'thing', word });
  });

  it.each([
    ['产粮多少吨', '吨'],
    ['降了多少毫米', '毫米'],
    ['造林几万亩', '亩'],
    ['地铁有多长', '长'],
  ])('of %s is a weight, area or length: %s', (text, word) => {
    expect(wantedUnit(text)).toEqual({ kind: 'amount', word });
  });

  it.each([
    ['修路多少公里', '修路5公里。', 1],
    ['隧道有多长', '隧道5米。', 1],
    ['修路多少公里', '修路5亩。', -1],
    ['用煤多少吨', '用煤5吨标准煤。', 1],
    ['买几台车', '买车5辆。', 1],
    ['打了多少眼机井', '打井5眼。', 1],
    ['车程要多久', '车程35分钟。', 1],
    ['车程要多长时间', '路长35公里。', -1],
    ['修路多少公里', '修路5条。', -1],
    ['修路多少公里', '修路投资5元。', 0],
  ])('of %s fits %s: %d', (question, text, sign) => {
    expect(Math.sign(unitFit(figureIn(text), wantedUnit(question)))).toBe(sign);
  });

  it.each([
    ['增速连续多少个季度领先', '季度'],
    ['连续几年居首位', '年'],
    ['连着多少年第一', '年'],
  ])('of %s is a stretch of time: %s', (text, word) => {
    expect(wantedUnit(text)).toEqual({ kind: 'duration', word });
  });

  it.each([
    '粮食产量是多少',
    '排第几',
    '',
    '有哪些学校',
    '合同金额增长多少',
    '物价回落到多少',
    '涨幅从多少回落到多少',
  ])('of %s is not said', (text) => {
    expect(wantedUnit(text)).toBeNull();
  });
});

describe('a figure in the unit wanted', () => {
  it.each([
    ['增长百分之几', '产量增长4.2%。', '产量1276吨。'],
    ['产粮多少吨', '产量1276吨。', '产量增长4.2%。'],
    ['花了多少钱', '投资36亿元。', '投资增长3%。'],
    ['花了多少钱', '投资36亿元。', '建校36所。'],
    ['来了多少人', '接待游客62人。', '接待单位62家。'],
    ['演出多少场', '演出38场。', '演出团体38个。'],
    ['办了多少场赛事', '体育赛事举办60多项。', '观众62人。'],
    ['装了几部电梯', '加装电梯876台。', '投资36亿元。'],
    ['新建几座水库', '新建水库5座。', '蓄水量增长5%。'],
    ['投资多少亿', '投资36亿元。', '投资项目36个。'],
    ['拿了几块金牌', '夺得8金。', '夺得奖金8万元。'],
    ['储备翻了几倍', '储备增长1.4倍。', '储备516亿元。'],
    ['储备的增幅', '储备增长1.4倍。', '储备516亿元。'],
    ['城乡收入差几倍', '城乡收入之比为2.27:1。', '城镇收入5.4万元。'],
    ['每天跑多少车', '车流量8万辆次。', '车程30分钟。'],
    ['重大项目总投资多少', '总投资4500亿元。', '重大项目320个。'],
    ['占比是多少', '三次产业比重为4.0:37.7:58.3。', '全省产业园有37个。'],
  ])('fits %s: %s rather than %s', (question, better, worse) => {
    const wanted = wantedUnit(question);
    expect(unitFit(figureIn(better), wanted)).toBeGreaterThan(0 - 1e-9);
    expect(unitFit(figureIn(better), wanted)).toBeGreaterThan(unitFit(figureIn(worse), wanted));
  });

  it('takes measure words for one another only where people do: 几对 is no 项', () => {
    const pairs = wantedUnit('结婚的有几对');
    expect(unitFit(figureIn('改革经验25项。'), pairs)).toBeLessThan(0);
    expect(unitFit(figureIn('改革经验25项。'), wantedUnit('经验有几条'))).toBeGreaterThan(0);
  });

  it('counts nothing where no unit is wanted', () => {
    expect(unitFit(figureIn('产量1276吨。'), null)).toBe(0);
  });
});
