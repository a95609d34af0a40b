import { describe, expect, it } from 'vitest';
import { contrastOf } from '../../src/answer/contrast.js';

describe('an indicator of another kind', () => {
  it.each([
    ['农村居民收入增长多少', '城镇居民人均可支配收入', true],
    ['农村居民收入增长多少', '农村居民', false],
    ['农村居民收入增长多少', '城乡居民收入', false],
    ['出口增长多少', '进口额', true],
    ['出口增长多少', '货物进出口总额', false],
    ['贷款余额是多少', '存款余额', true],
    ['存款和贷款各多少', '存款余额', false],
    ['服务业增加值是多少', '第三产业增加值', false],
    ['服务业增加值是多少', '第二产业增加值', true],
    ['一季度增长多少', '二季度增加值', true],
    ['粮食产量是多少', '农村居民收入', false],
    ['规模以下工业增长多少', '规模以上工业增加值', true],
    ['规上工业增长多少', '规模以上工业增加值', false],
    ['pm10年均浓度', 'pm_2.5浓度', true],
    ['pm2.5年均浓度', '细颗粒物浓度', false],
    ['地铁总里程', '高铁总里程', true],
    ['地铁总里程', '轨道交通总里程', false],
  ])('for %s is %s: %s', (question, indicator, other) => {
    expect(contrastOf(question).contradicts(indicator)).toBe(other);
  });

  it('is looked for only where the question names one kind', () => {
    expect(contrastOf('农村居民收入').kinds).toHaveLength(1);
    expect(contrastOf('农村污水治理率').kinds[0]?.test('自然村污水治理率')).toBe(true);
    expect(contrastOf('城镇和农村居民收入').kinds).toEqual([]);
    expect(contrastOf('居民收入').kinds).toEqual([]);
  });

  it.each([
    ['百亿级项目有几个', '百亿级新建项目', '重点项目'],
    ['国家级园区有几个', '国家级工业园区', '园区'],
    ['千亿级的镇有几个', '生产总值超千亿元的镇', '镇'],
  ])('%s is of a grade: %s, not %s', (question, own, wider) => {
    const { kinds } = contrastOf(question);
    expect(kinds.map((kind) => [kind.test(own), kind.test(wider)])).toEqual([[true, false]]);
  });

  it('is of no grade where the word only begins like one', () => {
    expect(contrastOf('省级领导有几人').kinds).toEqual([]);
  });
});
