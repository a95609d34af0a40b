import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NianjianError } from '../../src/errors.js';
import { decode, readTextFile } from '../../src/reading/decode.js';

const text = '2023卷\n【粮食生产】 全区粮食总产量比上年增长百分之一，连续五年丰收。\n';

/** The line 【粮食】全区粮食增产。 in GB 2312, which Node reads but cannot write. */
const gb = Buffer.from('a1bec1b8cab3a1bfc8abc7f8c1b8cab3d4f6b2faa1a30a', 'hex');

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof NianjianError) return error.problem.code;
    throw error;
  }
  return 'none';
}

function utf16be(from: string): Buffer {
  return Buffer.from(`\ufeff${from}`, 'utf16le').swap16();
}

describe('decoding', () => {
  it.each<[string, Buffer, string]>([
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${text}`), 'utf-8'],
    ['UTF-16, little end first', Buffer.from(`\ufeff${text}`, 'utf16le'), 'utf-16le'],
    ['UTF-16, big end first', utf16be(text), 'utf-16be'],
  ])('reads %s and is sure', (_, bytes, encoding) => {
    expect(decode(bytes, 'a.txt')).toEqual({ text, encoding, problems: [] });
  });

  it('reads GB18030 and is sure', () => {
    const bytes = Buffer.concat(Array.from({ length: 3 }, () => gb));
    const read = decode(bytes, 'a.txt');
    expect(read.encoding).toBe('gb18030');
    expect(read.text.split('\n')[0]).toBe('【粮食】全区粮食增产。');
    expect(read.problems).toEqual([]);
  });

  it('reads characters of four GB18030 bytes', () => {
    const bytes = Buffer.concat([gb, Buffer.from('8139ee39', 'hex'), gb]);
    expect(decode(bytes, 'a.txt').text).toContain('\u3400');
  });

  it('reads plain ASCII as UTF-8', () => {
    expect(decode(Buffer.from('2023\n'), 'a.txt')).toMatchObject({
      encoding: 'utf-8',
      problems: [],
    });
  });

  it('keeps UTF-8 of another script, though GB could read its bytes', () => {
    const russian = 'Ежегодник региона за прошлый год. '.repeat(5);
    expect(decode(Buffer.from(russian), 'a.txt')).toMatchObject({ text: russian, problems: [] });
  });

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['cut off in the last character', (bytes) => bytes.subarray(0, bytes.length - 2)],
    [
      'a byte short in the middle',
      (bytes) => Buffer.concat([bytes.subarray(0, 40), bytes.subarray(41)]),
    ],
    [
      'a stray byte',
      (bytes) => Buffer.concat([bytes.subarray(0, 40), Buffer.of(0xff), bytes.subarray(40)]),
    ],
  ])('reads torn UTF-8 (%s) as UTF-8 and says it is unsure', (_, tear) => {
    const read = decode(tear(Buffer.from(text.repeat(20))), 'a.txt');
    expect(read.encoding).toBe('utf-8');
    expect(read.text).toContain('\ufffd');
    expect(read.problems).toEqual([
      { code: 'encoding-unsure', detail: { encoding: 'UTF-8' }, place: { file: 'a.txt', line: 1 } },
    ]);
  });

  it('reads torn GB18030 as GB18030 and says it is unsure', () => {
    const read = decode(Buffer.concat([gb, Buffer.of(0xff), gb, gb]), 'a.txt');
    expect(read.encoding).toBe('gb18030');
    expect(read.problems.map(({ code }) => code)).toEqual(['encoding-unsure']);
    expect(read.text.match(/增产/g)?.length).toBe(3);
  });

  it('reads UTF-16 with half a character at its end and says it is unsure', () => {
    const read = decode(Buffer.from(`\ufeff${text}`, 'utf16le').subarray(0, -3), 'a.txt');
    expect(read.text).toContain('【粮食生产】');
    expect(read.problems.map(({ code }) => code)).toEqual(['encoding-unsure']);
  });

  it('is unsure of a code page whose bytes also pass for GB18030', () => {
    // 【農業】農業生產總值增長 in Big5.
    const big5 = Buffer.from('a169b941b77ea16ab941b77ea5cdb2a3c160adc8bc57aaf8', 'hex');
    const read = decode(Buffer.concat([big5, big5, big5]), 'a.txt');
    expect(read.problems.map(({ code }) => code)).toEqual(['encoding-unsure']);
  });

  it.each<[string, string, Buffer]>([
    ['file-empty', 'no byte', Buffer.alloc(0)],
    ['file-empty', 'a byte order mark alone', Buffer.from('\ufeff')],
    ['file-empty', 'a UTF-16 mark alone', Buffer.of(0xff, 0xfe)],
    ['file-empty', 'white space', Buffer.from(' \r\n\u3000\n')],
    ['file-binary', 'zero bytes', Buffer.from('PK\u0003\u0004\0\0内容')],
    ['file-binary', 'UTF-16 without a mark', Buffer.from('2023', 'utf16le')],
    ['file-binary', 'control characters', Buffer.from('\u0001\u0002\u0003\u0004abc')],
    ['file-binary', 'a Western code page', Buffer.from('caf\xe9 ol\xe9 \xe0 la carte', 'latin1')],
    [
      'file-binary',
      'noise',
      Buffer.from(Array.from({ length: 999 }, (_, i) => 1 + ((i * i * 7 + i) % 255))),
    ],
  ])('refuses with %s: %s', (code, _, bytes) => {
    expect(codeOf(() => decode(bytes, 'a.txt'))).toBe(code);
  });

  it('gives text or a named error for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(['none', 'file-empty', 'file-binary']).toContain(
          codeOf(() => decode(bytes, 'a.txt')),
        );
      }),
    );
  });

  it('gives Chinese written as UTF-8 back as it was', () => {
    const chinese = fc.string({
      unit: fc.constantFrom(...'粮食产量增长，。【】％2023\n'),
      minLength: 1,
    });
    fc.assert(
      fc.property(
        chinese.filter((one) => one.trim() !== ''),
        (one) => {
          expect(decode(Buffer.from(one), 'a.txt')).toEqual({
            text: one,
            encoding: 'utf-8',
            problems: [],
          });
        },
      ),
    );
  });
});

describe('reading a text file', () => {
  let dir = '';
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'nianjian-'));
  });
  afterAll(() => rm(dir, { recursive: true }));

  it('names a missing file as the caller calls it, without its path', async () => {
    const error = await readTextFile(join(dir, 'missing.txt'), '卷.txt').catch((one) => one);
    expect(error).toBeInstanceOf(NianjianError);
    expect(error.problem).toMatchObject({ code: 'file-unreadable', place: { file: '卷.txt' } });
    expect(error.problem.detail.reason).toBe('ENOENT: no such file or directory');
    expect(error.cause).toBeDefined();
  });

  it('names a folder that is called like a file', async () => {
    await mkdir(join(dir, 'folder.txt'));
    const error = await readTextFile(join(dir, 'folder.txt')).catch((one) => one);
    expect(error.problem.code).toBe('file-unreadable');
    expect(error.problem.detail.reason).toContain('not a regular file');
  });

  it('refuses a file too large to be a volume without reading it', async () => {
    const path = join(dir, 'large.txt');
    await writeFile(path, '');
    await truncate(path, 64 * 2 ** 20 + 1);
    const error = await readTextFile(path, 'large.txt').catch((one) => one);
    expect(error.problem).toMatchObject({
      code: 'file-too-large',
      detail: { megabytes: 65, most: 64 },
    });
  });
});
