import { describe, expect, it } from 'vitest';
import { answerPattern, questionKinds } from '../../src/search/answer-pattern.js';
import { answerType } from '../../src/search/answer-type.js';
import type { Question } from '../../src/search/question.js';

const of = (normal: string) =>
  answerPattern({ normal, answerType: answerType(normal) } as Question);
const found = (pattern: RegExp | null, text: string) =>
  pattern === null ? null : [...text.matchAll(pattern)].map(([match]) => match);

describe('the pattern of an answer', () => {
  it.each([
    ['粮食产量多少', 'amount'],
    ['粮食产量排第几', 'amount'],
    ['水库哪一年建成', 'time'],
    ['厂长是谁', 'person'],
    ['水库位于哪里', 'place'],
    ['为什么减产', 'reason'],
    ['有哪些水库', 'list'],
    ['这座水库叫什么', 'name'],
    ['哪些湖又名海子', 'name'],
    ['是否增产', 'other'],
    ['粮食生产', 'other'],
  ])('%s asks for: %s', (question, kind) => {
    expect(of(question).kind).toBe(kind);
    expect(questionKinds).toContain(kind);
  });

  it.each([
    ['水库哪一年建成', '1958年动工，9月5日，一九六〇年建成', ['1958年', '一九六〇年']],
    ['水库何时建成', '唐朝始建，9月竣工', ['唐朝', '9月']],
    ['粮食产量多少', '产粮380公斤，三个县增产', ['380', '三个']],
    ['粮食产量排第几', '居全国第3位', ['3']],
    ['厂长是谁', '厂长王林生，副厂长二人', ['王林生']],
    ['林小明是谁', '林小明，本县人，小说家', ['县人', '家']],
    ['王林生是哪里人', '王林生，甘肃省定西县人', ['省定西县人']],
    ['厂里的职务是什么', '1958年任厂长', ['任', '长']],
    ['意义是什么', '推动了增产', ['推动']],
    ['产品销往哪个国家', '销往泰国', ['国']],
    ['水库位于哪里', '地处固原市，在北部', ['地处固原市', '北部']],
    ['为什么减产', '由于干旱，导致减产', ['由于', '导致']],
    ['它的英文缩写', '简称 gdp', ['gdp']],
    ['这座水库叫什么', '又名“海子”', ['又名', '“']],
    ['哪部小说获奖', '《山乡》获奖', ['《']],
    ['粮食生产', '粮食生产', null],
  ])('%s is answered in %s by %j', (question, text, strict) => {
    expect(found(of(question).strict, text)).toEqual(strict);
  });

  it.each([
    ['多少人参加', '120人参加', true],
    ['多少人参加', '数十人参加', true],
    ['多少人参加', '120个县', false],
    ['建了几座水库', '建水库3座', true],
    ['建了几座水库', '这座水库', false],
  ])('%s: %s has a number before the measure word: %s', (question, text, measured) => {
    expect(of(question).measure?.test(text)).toBe(measured);
  });

  it.each(['产量是多少', '多少是粮食', '有几年', '几月建成', '粮食产量'])(
    '%s asks for no measure word',
    (question) => expect(of(question).measure).toBeNull(),
  );

  it('finds the same each time it is asked', () => {
    const { likely, strict } = of('水库哪一年建成');
    for (const pattern of [likely, strict]) {
      expect(found(pattern, '1958年')).toEqual(found(pattern, '1958年'));
      expect(found(pattern, '1958年')).toEqual(['1958年']);
    }
  });
});
