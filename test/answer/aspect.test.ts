import { describe, expect, it } from 'vitest';
import { aspectOf, isAspectWord } from '../../src/answer/aspect.js';
import { answerType } from '../../src/search/answer-type.js';
import type { Question } from '../../src/search/question.js';

const aspect = (normal: string) => aspectOf({ normal, answerType: answerType(normal) } as Question);

describe('the aspect a question asks for', () => {
  it.each([
    ['粮食产量增长多少', 'growth'],
    ['煤炭产量下降多少', 'growth'],
    ['收入提高了吗', 'growth'],
    ['粮食产量是多少', 'level'],
    ['新建几所学校', 'level'],
    ['服务业占比多少', 'share'],
    ['占地多少亩', 'level'],
    ['占比提高了几个点', 'growth'],
    ['粮食产量居全国多少位', 'rank'],
    ['外资是增是减，幅度多大', 'growth'],
    ['物价涨了还是跌了，多少', 'growth'],
    ['增速在全国什么位置', 'rank'],
    ['按可比口径多收多少', 'growth'],
    ['服务业对经济增长的贡献率是多少', 'level'],
    ['经济增长贡献率是多少', 'level'],
    ['扩大水稻面积是多少', 'level'],
    ['教育投入比上一个五年多多少', 'growth'],
    ['粮食产量同比变动多少', 'growth'],
    ['粮食产量排第几', 'rank'],
    ['增速居全国第几', 'rank'],
    ['工业增加值是多少', 'level'],
    ['增值税收了多少', 'level'],
    ['降水量有多少', 'level'],
    ['减税降费多少', 'level'],
    ['比重提高到多少', 'share'],
    ['城镇化率提高到多少', 'level'],
    ['病床多了几张', 'growth'],
    ['奖牌添了几块', 'growth'],
    ['牛奶多产了多少', 'growth'],
    ['电动车多造了多少', 'growth'],
    ['低保每月多拿几块钱', 'growth'],
    ['最多补几个月', 'level'],
    ['用电量增多少', 'growth'],
    ['用电量比上年蹿了多少', 'growth'],
    ['新增多少岗位', 'level'],
    ['浓度降到多少了', 'level'],
    ['安排了多少人就业', 'level'],
    ['减排多少吨', 'level'],
    ['在全省排多少位', 'rank'],
    ['稻谷占粮食几分之几', 'share'],
    ['贡献了全省增量的多少', 'share'],
    ['投资是多少', 'level'],
    ['高铁建设情况', null],
    ['', null],
  ])('of %s is %s', (text, kind) => {
    expect(aspect(text).kind).toBe(kind);
  });

  it.each([
    ['今年预期增长多少', true],
    ['增长目标是多少', true],
    ['计划造林多少', true],
    ['计划生育奖励多少', false],
    ['造林多少', false],
  ])('of %s is a target: %s', (text, target) => {
    expect(aspect(text).target).toBe(target);
  });

  it.each([
    ['哪项居首位', 1],
    ['哪项居全国第三位', 3],
    ['哪项居第12位', 12],
    ['居全国第几', null],
    ['第二产业增加值排名', null],
    ['第三季度排第几', null],
  ])('of %s names the place %s', (text, position) => {
    expect(aspect(text).position).toBe(position);
  });
});

describe('what a rank is of', () => {
  it.each([
    ['工业增速排第几', 'growth'],
    ['外贸总额排第几', 'level'],
    ['工业排第几', null],
  ])('by %s is %s', (text, ranked) => {
    expect(aspect(text).ranked).toBe(ranked);
  });
});

describe('a word of aspect', () => {
  it.each(['增长', '增速', '排名', '占比', '目标', '总量'])('is %s', (word) => {
    expect(isAspectWord(word)).toBe(true);
  });
  it.each(['粮食', '增长极', '占地', ''])('is not %s', (word) => {
    expect(isAspectWord(word)).toBe(false);
  });
});
