import { describe, expect, it } from 'vitest';
import { answerType } from '../../src/search/answer-type.js';

describe('the type of answer', () => {
  it.each([
    ['粮食产量居全国第几', 'rank'],
    ['造林面积排第几', 'rank'],
    ['哪个市是榜首', 'rank'],
    ['前三名有哪些县', 'rank'],
    ['外贸的位次', 'rank'],
    ['大桥何时通车', 'time'],
    ['大桥哪年通车', 'time'],
    ['医院几月开诊', 'time'],
    ['博物馆馆长是谁', 'person'],
    ['哪位专家得奖', 'person'],
    ['书法展在哪里办', 'place'],
    ['遗址位于何处', 'place'],
    ['遗址在哪', 'place'],
    ['在哪些地方建站', 'place'],
    ['在哪些方面领先', 'list'],
    ['在哪两年得奖', 'list'],
    ['渔业为什么减产', 'reason'],
    ['停产的原因是什么', 'reason'],
    ['粮食产量多少', 'amount'],
    ['新建几所学校', 'amount'],
    ['大坝多高', 'amount'],
    ['财政收入增速', 'amount'],
    ['有哪些博物馆', 'list'],
    ['列举三条河', 'list'],
    ['要解决哪些老大难', 'list'],
    ['是否通了高铁', 'whether'],
    ['通高铁了吗？', 'whether'],
    ['高铁建设情况', 'other'],
    ['', 'other'],
  ])('asked for by %s is %s', (text, type) => {
    expect(answerType(text)).toBe(type);
  });

  it.each([
    ['出口排第几，增长多少', 'rank', 'amount'],
    ['哪一年产量多少', 'time', 'amount'],
    ['哪些人得奖', 'person', 'list'],
    ['哪里有哪些学校', 'place', 'list'],
    ['为什么下降', 'reason', 'amount'],
    ['哪些市增长了多少', 'amount', 'list'],
    ['有哪些学校是吗', 'list', 'whether'],
  ])('of %s is %s before %s: the first rule decides', (text, first) => {
    expect(answerType(text)).toBe(first);
  });

  it.each([
    ['前三年的投资情况', 'other'],
    ['常住人口', 'other'],
  ])('is not misled by %s', (text, type) => {
    expect(answerType(text)).toBe(type);
  });
});
