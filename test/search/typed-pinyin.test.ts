import { describe, expect, it } from 'vitest';
import { readPinyin } from '../../src/search/typed-pinyin.js';
import { vocabularyOf } from './vocabulary.js';

const words = vocabularyOf(
  ...[
    '增长',
    '多少',
    '农业',
    '产量',
    '农业产量',
    '西安',
    '先',
    '的',
    '有',
    '人',
    '人均',
    '你',
    '可',
  ],
);
const read = (letters: string) => readPinyin(letters, words, (latin) => latin === 'gdp');

describe('letters typed without an input method', () => {
  it.each([
    ['zengzhang', ['增长']],
    ['zengzhangduoshao', ['增长', '多少']],
    ['nongyechanliang', ['农业产量']],
    ['nongyedechanliang', ['农业', '的', '产量']],
    ['xian', ['西安']],
    ['xianrenjun', ['西安', '人均']],
    ['gdpzengzhang', ['gdp', '增长']],
    ['renjunyouduoshao', ['人均', '有', '多少']],
  ])('%s are read as %j', async (letters, expected) => {
    expect(await read(letters)).toEqual(expected);
  });

  it('keeps what it cannot read among what it can', async () => {
    expect((await read('nongyechanliangqq'))?.join('')).toBe('农业产量qq');
  });

  it.each(['apec', 'gdp', 'nike', 'zzzz', 'x', 'zengzhang'.repeat(8)])(
    'reads no words into %s',
    async (letters) => {
      expect(await read(letters)).toBeNull();
    },
  );
});
