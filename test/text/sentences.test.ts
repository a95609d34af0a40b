import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/text/sentences.js';

function cut(text: string): string[] {
  return splitSentences(text).map(({ start, end }) => text.slice(start, end));
}

describe('sentences', () => {
  it.each<[string, string[]]>([
    // End marks.
    ['粮食增产。牧业增收。', ['粮食增产。', '牧业增收。']],
    ['增产了吗？增产了！', ['增产了吗？', '增产了！']],
    ['增产了吗?增产了!好', ['增产了吗?', '增产了!', '好']],
    ['真的？！是的。', ['真的？！', '是的。']],
    ['增产\n！增收', ['增产\n', '！', '增收']],
    ['没有句号', ['没有句号']],
    // A semicolon ends a clause; a full stop of Latin script nothing.
    ['粮食增产；牧业增收。', ['粮食增产；牧业增收。']],
    ['粮食增产;牧业增收。', ['粮食增产;牧业增收。']],
    ['增长4.2%。全国第3.', ['增长4.2%。', '全国第3.']],
    // Paragraphs.
    ['粮食\n牧业。', ['粮食\n', '牧业。']],
    ['粮食。\n\n　　牧业。', ['粮食。\n\n　　', '牧业。']],
    ['粮食。 牧业。', ['粮食。 ', '牧业。']],
    ['\n\n粮食。', ['\n\n粮食。']],
    ['  ', ['  ']],
    ['', []],
    // Quotes and brackets.
    ['他说：“增产。增收！”众人点头。', ['他说：“增产。增收！”众人点头。']],
    ['（增产。增收。）完。', ['（增产。增收。）完。']],
    ['(增产。增收。)完。', ['(增产。增收。)完。']],
    ['《怎么办？》出版。再版。', ['《怎么办？》出版。', '再版。']],
    ['他说"增产。增收。"众人点头。散会。', ['他说"增产。增收。"众人点头。', '散会。']],
    ['“‘甲。’乙。”丙。', ['“‘甲。’乙。”丙。']],
    // Prints mix full- and half-width brackets.
    ['(增产。增收。）完。', ['(增产。增收。）完。']],
    ['（增产。增收。)完。', ['（增产。增收。)完。']],
    // What is not closed in its paragraph encloses nothing.
    ['“增产。增收。', ['“增产。', '增收。']],
    ['（增产。\n增收。）完。', ['（增产。\n', '增收。', '）完。']],
    ['（“增产。）增收。', ['（“增产。）增收。']],
    ['1）增产。2）增收。', ['1）增产。', '2）增收。']],
    ['5"管。6"管。', ['5"管。6"管。']],
  ])('of %j', (text, sentences) => {
    expect(cut(text)).toEqual(sentences);
  });

  const hostile = fc.string({
    unit: fc.constantFrom(...'甲乙。！？!?；“”（）()【】"\n 　1.'),
    maxLength: 60,
  });

  it('tile every text, and none is blank unless all is', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: 'binary' })), (text) => {
        expect(cut(text).join('')).toBe(text);
        if (text.trim() !== '') expect(cut(text).every((one) => one.trim() !== '')).toBe(true);
      }),
    );
  });

  it('never go on past a line break but for the blank lines after it', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const one of cut(text)) expect(one.trim()).not.toContain('\n');
      }),
    );
  });

  it('are the same when each is cut again', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const closed = cut(text);
        // A quote may reach over several of them, so only those without any are cut alone.
        for (const one of closed.filter((one) => !/[“”（）()【】"]/.test(one))) {
          expect(cut(one)).toEqual([one]);
        }
      }),
    );
  });

  it.each(['（', '((((“', '）', '。', '"', '\n', '（）', '“（【'])(
    'cost in proportion to the length of %j',
    (unit) => {
      const timeOf = (length: number) => {
        const text = unit.repeat(length / unit.length);
        const begin = process.cpuUsage();
        splitSentences(text);
        // Of this process alone, in milliseconds: others on the machine do not count.
        return process.cpuUsage(begin).user / 1000;
      };
      timeOf(100_000);
      expect(timeOf(1_000_000)).toBeLessThan(20 * Math.max(timeOf(100_000), 100));
    },
  );
});
