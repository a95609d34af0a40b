import { describe, expect, it } from 'vitest';
import { smallTalk } from '../../src/conversation/small-talk.js';

describe('small talk', () => {
  it.each([
    ...['你好', '您好！', '你好呀~', 'Hi', 'hello there', '在吗？', '早上好 👋', '你好，在吗'],
    ...['你是谁', '怎么用？', '好的', '再见'],
  ])('%s greets', (text) => {
    expect(smallTalk(text)).toBe('greeting');
  });

  it.each([
    '谢谢',
    '谢谢你！',
    '多谢啦',
    '好的，谢谢',
    '非常感谢您',
    'Thanks!',
    'thank you very much',
    '辛苦了',
  ])('%s thanks', (text) => {
    expect(smallTalk(text)).toBe('thanks');
  });

  it.each([
    ...[
      '你好，宁夏粮食产量是多少',
      '早稻产量',
      '好人好事',
      '感谢信',
      '机器人',
      '机器人产量',
      '太好',
    ],
    ...['谢家集区', '在校学生', 'GDP', '1', '', '？', '😀', '行政区划', '请问粮食产量'],
  ])('%j may be a question', (text) => {
    expect(smallTalk(text)).toBeNull();
  });

  it.each(['嗯', '谢谢你', '有人吗', '好的', 'ok'])(
    'a message of nothing but %s, with a question behind it, costs no more than its length',
    (word) => {
      expect(smallTalk(`${word.repeat(20_000)}粮食`)).toBeNull();
    },
  );
});
