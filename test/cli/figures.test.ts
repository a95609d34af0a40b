import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csvLine } from '../../src/cli/csv.js';
import { createExtractor } from '../../src/figures/extract.js';
import { jsonLines, runCommand } from './command.js';

let cwd: string;
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'nianjian-figures-'));
});
afterAll(() => rm(cwd, { recursive: true }));

interface Spanned {
  readonly span: string;
  readonly start: number;
  readonly end: number;
  readonly number: { readonly start: number; readonly end: number };
}

const spans = (stdout: string): unknown[] => jsonLines(stdout).map(({ span }) => span);

describe.concurrent('nianjian figures', () => {
  it.each<[string, string, string[], number]>([
    ['nothing at all', '', [], 0],
    ['empty lines alone', '\n\r\n\n', [], 0],
    ['a byte order mark', '\ufeff{"id":"a","text":"产量5吨。"}', ['5吨'], 0],
    [
      'lines that end in CRLF',
      '{"id":"a","text":"产量5吨。"}\r\n{"id":"b","text":"产量6吨。"}\r\n',
      ['5吨', '6吨'],
      0,
    ],
    [
      'a last line without an end',
      '{"id":"a","text":"产量5吨。"}\n{"id":"b","text":"产量6吨。"}',
      ['5吨', '6吨'],
      0,
    ],
    [
      'a broken line among good ones',
      '{"id":"a","text":"产量5吨。"}\n{"id":\n{"id":"b","text":"产量6吨。"}\n',
      ['5吨', '6吨'],
      2,
    ],
  ])('reads %s', async (_, input, expected, exit) => {
    const { code, stdout } = await runCommand(['figures'], { cwd, input });
    expect([spans(stdout), code]).toEqual([expected, exit]);
  });

  it('reads a line of a million characters and names one that is too long by its number', async () => {
    const long = `{"id":"a","text":"${'经济平稳运行。'.repeat(150_000)}产量5吨。"}`;
    const tooLong = `{"id":"b","text":"${'好'.repeat(16_000_000)}"}`;
    const input = `${long}\n${tooLong}\n{"id":"c","text":"产量6吨。"}`;
    const { code, stdout, stderr } = await runCommand(['figures'], { cwd, input });
    expect([spans(stdout), code]).toEqual([['5吨', '6吨'], 2]);
    expect(stderr).toMatch(/^stdin:2: .*16000000/);
  }, 60_000);

  it('reads .jsonl files as lines, others as text, and goes on after one that is missing', async () => {
    await writeFile(join(cwd, 'a.jsonl'), '{"id":"a","text":"产量5吨。"}\nx\n');
    await writeFile(join(cwd, 'b.txt'), '\ufeff产量6吨。\r\n产量7吨。\r\n');
    const { code, stdout, stderr } = await runCommand(['figures', 'a.jsonl', 'none.txt', 'b.txt'], {
      cwd,
    });
    expect([spans(stdout), code]).toEqual([['5吨', '6吨', '7吨'], 2]);
    expect(
      stderr
        .trim()
        .split('\n')
        .map((line) => line.split(': ')[0]),
    ).toEqual(['a.jsonl:2', 'none.txt']);
  });

  it('keeps offsets and line numbers true across the blocks of a large file', async () => {
    const filler = '经济平稳运行'.repeat(20);
    const lines = Array.from({ length: 12_000 }, (_, i) => `${filler}，粮食产量${i + 1}万吨。`);
    const text = lines.join('\n');
    await writeFile(join(cwd, 'large.txt'), text);
    const { stdout } = await runCommand(['figures', 'large.txt'], { cwd });
    const found = jsonLines(stdout) as unknown as Spanned[];
    const expected = lines.map((_, i) => `${i + 1}万吨`);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(expected);
    expect(found.map(({ number }) => `${text.slice(number.start, number.end)}吨`)).toEqual(
      expected,
    );
    const { stdout: csv } = await runCommand(['figures', 'large.txt', '--csv'], { cwd });
    const rows = csv.trimEnd().split('\r\n').slice(1);
    expect(rows.map((row) => Number(row.split(',').at(-1)))).toEqual(lines.map((_, i) => i + 1));
  }, 60_000);

  it('tells of a corpus, as a table, the line on which each figure is printed', async () => {
    const dir = join(cwd, 'corpus');
    await mkdir(dir);
    const volume =
      '2023卷\n【工业】 概况。\n工业增加值增长8.1%、居全国第三位。\n【农业】 粮食产量780.1亿斤。\n';
    await writeFile(join(dir, '甲县年鉴-2023.txt'), volume);
    const { stdout } = await runCommand(['figures', '--corpus', dir, '--csv'], { cwd });
    expect(stdout.startsWith('\ufeff指标,原文,数值,单位,变化,位次,年份,卷,文件,行\r\n')).toBe(true);
    const rows = stdout
      .trimEnd()
      .split('\r\n')
      .slice(1)
      .map((row) => row.split(','));
    const shown = rows.map(([name, span, value, unit, change, rank, year, , file, line]) =>
      [name, span, value, unit, change, rank, year, file, line].join(' '),
    );
    expect(shown).toEqual([
      '工业增加值 8.1% 8.1 % 增长 居全国第三位 2022 甲县年鉴-2023.txt 3',
      '粮食产量 780.1亿斤 78010000000 斤   2022 甲县年鉴-2023.txt 4',
    ]);
  });
});

describe('a row of the table', () => {
  const [figure] = createExtractor()('产量5吨。', { entryId: 'a', defaultYear: 2022 });
  const place = { volume: '甲卷', file: 'a.txt', line: 1 };

  it.each([
    ['=1+1', "'=1+1"],
    ['+86', "'+86"],
    ['-1.45‰', "'-1.45‰"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1+1', "'＝1+1"],
    ['\t=1', "'\t=1"],
    ['-1.45', '-1.45'],
    ['甲,"乙"', '"甲,""乙"""'],
    ['甲\n乙', '"甲\n乙"'],
    ['工业增加值', '工业增加值'],
  ])('shows %j as %j', (indicator, cell) => {
    const row = csvLine({ ...figure!, indicator }, place);
    expect(row).toBe(`${cell},5吨,5,吨,,,2022,甲卷,a.txt,1\r\n`);
  });
});
