import { describe, expect, it } from 'vitest';
import { wantsPlan } from '../../src/answer/plan.js';

describe('a question for a plan', () => {
  it.each([
    ['2026年工业预期增长多少', true],
    ['固定资产投资的增长目标', true],
    ['计划新增就业多少人', true],
    ['失业率要控制在多少以内', true],
    ['就业任务是多少', true],
    ['民生实事要办几件', true],
    ['粮食产量力争达到多少', true],
    ['实际使用外资的目标是多少', true],
    ['民生实事安排几件', true],
    ['耕地要稳在多少亩', true],
    ['要为牧民办几件实事', true],
    ['想让收入涨多少', true],
    ['失业率想压在多少', true],
    ['1990年计划粮食产量多少', true],
    ['计划的粮食产量是多少', true],
    ['目标实现了吗', false],
    ['明年的目标定了没', true],
    ['计划造林多少亩了吗', true],
    ['想去的游客有多少', false],
    ['耕地要守住多少亩', true],
    ['粮食产量是多少', false],
    ['增长目标完成了多少', false],
    ['财政收入实际增长多少', false],
    ['预期寿命是多少', false],
    ['计划生育奖励多少', false],
    ['“双高计划”学校有几所', false],
    ['改革任务落实了多少项', false],
  ])('is told from one for a result: %s %s', (question, plan) => {
    expect(wantsPlan(question)).toBe(plan);
  });
});
