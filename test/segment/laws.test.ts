import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FileEntry, segmentFile } from '../../src/segment/file.js';
import { fileOf, inked, leftOver, segment } from './sample-file.js';

const hostile = fc.string({
  unit: fc.constantFrom(
    ...'【】〔〕[]（）()“”。！？；：，、.\n\r\n\n \t\u3000#＃一二十第章编甲乙丙年鉴卷号供稿|-·12０２\ufeff\u2028\ufffd\ue004\ud83d',
  ),
  maxLength: 200,
});

/** Lines as volumes have them, in any order. */
const steadyLines = [
  '【粮食】 增产。',
  '【牧业】',
  '【林业 增绿。',
  '〔渔业〕增收。（张三）',
  '【学习',
  '精神】认真学习。',
  '# 综合',
  '## 工业',
  '一、农业',
  '二、财政',
  '（一）收入',
  '教育',
  '第一章 地理',
  '- 12 -',
  '',
  '　　全区粮食总产量连续五年保持增长，',
  '全区粮食，总产量连续五年保持增长单产',
  '小麦\t12.5\t3.1',
  '措施如下：',
  '(吴鹏)',
  '【字号：大 中 小】',
  '【2022】5号文件下发。',
];
/** Furniture or text, as what stands around them tells. */
const wavering = ['草原年鉴', '2023卷', '13'];

function volumeOf(lines: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.array(fc.constantFrom(...lines), { maxLength: 40 }),
      fc.constantFrom('\n', '\r\n', '\r', '\n\n'),
    )
    .map(([parts, lineEnd]) => parts.join(lineEnd));
}

const volumeText = volumeOf([...steadyLines, ...wavering]);
const anyText = fc.oneof(hostile, volumeText, fc.string({ unit: 'binary', maxLength: 200 }));

describe('laws of segmentation, for any text', () => {
  it('an entry’s text is its pieces, in order and without a gap, each as it stands in the file', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        for (const { text, origin } of segment(source).entries) {
          let at = 0;
          for (const piece of origin) {
            expect(piece.at).toBe(at);
            const own = text.slice(at, at + piece.length);
            const printed = source.slice(piece.source, piece.source + piece.length);
            // A line break reads as \n or a space.
            expect(
              /^[\n ]$/.test(own) && /^[\n\r\u0085\u2028\u2029]$/.test(printed) ? own : printed,
            ).toBe(own);
            at += piece.length;
          }
          expect(at).toBe(text.length);
        }
      }),
    );
  });

  it('spans lie in the file, in order and apart, and begin at heading or text', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        let before = 0;
        for (const entry of segment(source).entries) {
          const { start, end, line } = entry.source;
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(source.length);
          for (const { source: from, length } of entry.origin) {
            expect(from).toBeGreaterThanOrEqual(start);
            expect(from + length).toBeLessThanOrEqual(end);
          }
          const span = source.slice(start, end);
          expect(span).toBe(span.trim());
          if (!opensWithHeading(span, entry)) expect(entry.origin[0]?.source).toBe(start);
          expect(source.slice(0, start).split(/\r\n|[\n\r\u0085\u2028\u2029]/).length).toBe(line);
          before = end;
        }
      }),
    );
  });

  it('nothing is lost: what stands in no entry is heading, section, page furniture, volume or author', () => {
    fc.assert(
      fc.property(volumeText, (source) => {
        const allowed =
          /^(?:[【〔](?:粮食|牧业|林业|渔业|学习)[】〕]?|精神】|\(吴鹏\)|（张三）|#.*|[一二]、..|（一）收入|教育|第一章地理|2023卷|草原年鉴|-12-|13)$/;
        for (const rest of leftOver(source, segment(source))) expect(rest).toMatch(allowed);
      }),
    );
  });

  it('a plain text without any mark stands in one entry, but for white space', () => {
    const plain = fc.string({
      unit: fc.constantFrom(...'甲乙丙丁，；。“”\n \u3000'),
      maxLength: 200,
    });
    fc.assert(
      fc.property(plain, (source) => {
        expect(
          segment(source)
            .entries.map(({ text }) => inked(text))
            .join(''),
        ).toBe(inked(source));
      }),
    );
  });

  it('never throws, whatever the chapter and the volume', () => {
    fc.assert(
      fc.property(anyText, fc.option(fc.string()), (source, section) => {
        const tree = segmentFile({ ...fileOf(source, section), volume: null });
        expect(tree.problems.every(({ place }) => (place.line ?? 0) >= 1)).toBe(true);
      }),
    );
  });
});

function opensWithHeading(span: string, { heading }: FileEntry): boolean {
  return /^[【〔[［]/.test(span) && inked(span.slice(1)).startsWith(inked(heading));
}

describe('printing a volume and cutting it again', () => {
  const word = fc.string({
    unit: fc.constantFrom(...'粮食牧业增收产量'),
    minLength: 2,
    maxLength: 8,
  });
  const sentence = fc
    .tuple(word, fc.constantFrom('。', '！', '？', '，增长4.2%。', '（见表1）。', '“好！”', '；'))
    .map((parts) => parts.join(''));
  const paragraph = fc.oneof(
    fc.array(sentence, { minLength: 1, maxLength: 6 }).map((parts) => parts.join('')),
    fc.constantFrom(
      '一、加强领导',
      '小麦\t12.5',
      '【2022】5号',
      '完成12%',
      '措施如下：',
      '[1] 见公报。',
    ),
  );
  const entry = fc.record({
    path: fc.array(word, { maxLength: 3 }),
    heading: word,
    text: fc
      .tuple(fc.array(paragraph, { maxLength: 4 }), sentence)
      .map(([parts, last]) => [...parts, `${last}完。`].join('\n')),
    author: fc.option(fc.constantFrom('张三', '张三 李四', '样卷编写组')),
  });
  type Printed = Pick<FileEntry, 'path' | 'heading' | 'text' | 'author'>;

  /** Entries without a path come first, since no line closes a section. */
  const print = (entries: readonly Printed[]) =>
    entries
      .map(({ path, heading, text, author }) => {
        const sections = path.map((name, depth) => `${'#'.repeat(depth + 1)} ${name}\n`).join('');
        const body = text.split('\n').join('\n　　');
        return `${sections}【${heading}】 ${body}${author === null ? '' : `\n（${author}）`}\n`;
      })
      .join('');
  const essence = (source: string): Printed[] =>
    segment(source).entries.map(({ path, heading, text, author }) => ({
      path,
      heading,
      text,
      author,
    }));
  /** A deeper path never comes before a shallower one, which `#` lines alone cannot leave. */
  const byDepth = (entries: readonly Printed[]) =>
    entries.toSorted((a, b) => a.path.length - b.path.length);

  it('gives the same tree', () => {
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 6 }).map(byDepth), (entries) => {
        expect(essence(print(entries))).toEqual(entries);
      }),
    );
  });

  it('gives the same tree for what was cut from any lines of a volume', () => {
    const printable = ({ path }: Printed, i: number, all: readonly Printed[]) =>
      i === 0 || path.length >= (all[i - 1]?.path.length ?? 0);
    const section = fc.constantFrom(
      '# 综合',
      '## 工业',
      '一、农业',
      '（一）收入',
      '第一章 地理',
      '教育',
    );
    const heading = fc.constantFrom(
      '【粮食】 增产。',
      '〔渔业〕增收。（张三）',
      '【学习\n精神】认真。',
      '【粮食】增\n',
    );
    const line = fc.constantFrom(...steadyLines.filter((one) => !/^[【〔#]|^精神/.test(one)));
    const chunk = fc
      .tuple(fc.array(section, { maxLength: 3 }), heading, fc.array(line, { maxLength: 6 }))
      .map(([sections, first, body]) => [...sections, first, ...body].join('\n'));
    const chunks = fc.array(chunk, { maxLength: 6 }).map((parts) => parts.join('\n'));
    fc.assert(
      fc.property(chunks, (source) => {
        // Text without a heading gets one in print, and may then be followed where it was not.
        fc.pre(segment(source).problems.length === 0);
        const once = essence(source);
        fc.pre(once.every(printable));
        expect(essence(print(once))).toEqual(once);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the cost of segmentation', () => {
  it.each([
    ['【【【…', '【', 1_000_000],
    ['((((', '(', 1_000_000],
    ['。。。', '。', 1_000_000],
    ['spaces', ' ', 1_000_000],
    ['one line', '粮食增产，', 1_000_000],
    ['one line of brackets', '（粮食。“', 1_000_000],
    ['short lines', '粮食增产丰收\n', 1_000_000],
    ['【\\n', '【\n', 100_000],
    ['[甲乙\\n', '[甲乙\n', 100_000],
    ['wrapped lines', '全区粮食总产量连续五年保持增长，\n', 400_000],
    ['wrapped Latin lines', 'all work and no play makes\n', 400_000],
    ['entries', '【甲乙】 增产。（张三）\n', 200_000],
    ['sections', '一、甲乙\n【甲】 增产。\n', 200_000],
    ['page numbers', '- 12 -\n13\n', 100_000],
    ['table rows', '甲    乙    丙\n', 200_000],
  ])('grows with the length: %s', (_, unit, most) => {
    const timeOf = (length: number) => {
      const source = unit.repeat(length / unit.length);
      const begin = process.cpuUsage();
      segment(source);
      // Of this process alone, in milliseconds: others on the machine do not count.
      return process.cpuUsage(begin).user / 1000;
    };
    timeOf(most / 10);
    expect(timeOf(most)).toBeLessThan(20 * Math.max(timeOf(most / 10), 100));
  });
});
