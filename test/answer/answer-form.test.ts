import { describe, expect, it } from 'vitest';
import { lacksForm } from '../../src/answer/answer-form.js';
import type { Question } from '../../src/search/question.js';

const lacks = (normal: string, text: string) => lacksForm({ normal } as Question, text);

describe('the form of an answer', () => {
  it.each([
    ['大会是几月几日开的', '大会在银川召开。'],
    ['大会是哪个月开的', '2024年,大会召开。'],
    ['组长是谁', '成立领导小组,建立工作机制。'],
    ['得金牌的是哪位', '广东运动员得8金4银4铜。'],
    ['主任叫什么', '组建储备中心。'],
    ['谁当选市长', '市委书记贾民主持会议。'],
    ['获了几等奖', '在评比中获奖。'],
    ['党代会是第几次', '召开党代会。'],
    ['能抗多少年一遇的洪水', '河堤加固。'],
  ])('of %s is not in %s', (question, text) => {
    expect(lacks(question, text)).toBe(true);
  });

  it.each([
    ['大会是几月几日开的', '9月2日,大会召开。'],
    ['大会是哪个月开的', '二月,大会召开。'],
    ['大会是哪个月开的', '年底,大会召开。'],
    ['庙会是几月几日', '农历正月十五举行。'],
    ['庙会是哪天', '国庆节举行。'],
    ['大会是几月几日开的', '9 月 2 日,大会召开。'],
    ['冠军是谁', '由云南农业大学夺得。'],
    ['谁当选市长', '选举陈立文为市长。'],
    ['获了几等奖', '在评比中获二等奖。'],
    ['党代会是第几次', '第十一次党代会。'],
    ['能抗多少年一遇的洪水', '抗五十年一遇洪水。'],
    ['博物馆评上几级', '评为国家一级博物馆。'],
    ['得金牌的是哪位', '运动员何杰勇夺男子马拉松冠军。'],
    ['报告人是谁', '李鹏代表国务院作报告。'],
    ['会是谁主持的', '李强主持会议。'],
  ])('of %s is in %s', (question, text) => {
    expect(lacks(question, text)).toBe(false);
  });

  it.each([
    '由谁牵头',
    '粮食产量是多少',
    '实验室叫什么名字',
    '几号线通车',
    '谁来监督检查',
    '会议开了几日',
    '第几号台风',
    '姓名变更登记多少件',
  ])('is not asked for by %s', (question) => {
    expect(lacks(question, '粮食。')).toBe(false);
  });
});
