import { describe, expect, it } from 'vitest';
import { ofYearIn, reportsOf } from '../../src/answer/entry-reports.js';
import { buildStore } from '../../src/index/store.js';
import type { Question } from '../../src/search/question.js';
import { storedEntry, volumeOf } from '../index/entries.js';

/** Of a volume on 1980, whether the sentence that begins so is of a year. */
function isOf(text: string, begins: string, year: number): boolean {
  const store = buildStore([volumeOf('报告', 1981)], [storedEntry('报告', text)]);
  const sentence = store.entry(0).sentences.find(({ start }) => text.startsWith(begins, start));
  if (sentence === undefined) throw new Error(`no sentence begins with ${begins}`);
  const question = { period: { years: [year] } } as unknown as Question;
  return ofYearIn(store, reportsOf(store))(question, 0, sentence);
}

const speech = '——1981年3月5日在第五次会议上\n';

describe('a stretch of a report', () => {
  it.each([
    ['says 今年', `${speech}今年修路。`, '今年', true],
    ['follows 今年 in its paragraph', `${speech}今年修路。造林。`, '造林', true],
    ['tells of no other time', `${speech}造林。`, '造林', true],
    [
      'stands a paragraph below 今年, and tells of last year',
      `${speech}今年修路。\n去年造林。`,
      '去年',
      false,
    ],
    ['tells of an earlier year', `${speech}1979年造林。`, '1979年', false],
    ['tells of one in Chinese numerals', `${speech}一九七九年造林。`, '一九七九', false],
    ['names its own year so', `${speech}一九八一年造林。`, '一九八一', true],
    [
      'stands in a part that looks back',
      `${speech}一、去年回顾\n造林。\n二、今年任务\n修路。`,
      '造林',
      false,
    ],
    [
      'stands in a part that is of it',
      `${speech}一、去年回顾\n造林。\n二、今年任务\n修路。`,
      '修路',
      true,
    ],
    ['is of no report', '今年修路。', '今年', false],
  ])('is of the year it was spoken in where it %s', (_, text, begins, is) => {
    expect(isOf(text, begins, 1981)).toBe(is);
  });

  it('is of another year only in a part of it', () => {
    expect(isOf(`${speech}今年修路。`, '今年', 1980)).toBe(false);
    expect(isOf(`${speech}一、去年回顾\n造林。\n二、今年任务\n修路。`, '造林', 1980)).toBe(true);
  });

  it('is told of each of thirty thousand sentences in one paragraph', () => {
    const text = speech + '造林。'.repeat(30_000);
    const store = buildStore([volumeOf('报告', 1981)], [storedEntry('报告', text)]);
    const ofYear = ofYearIn(store, reportsOf(store));
    const question = { period: { years: [1981] } } as unknown as Question;
    const told = store.entry(0).sentences.filter((span) => ofYear(question, 0, span));
    expect(told.length).toBeGreaterThan(29_000);
  });
});
