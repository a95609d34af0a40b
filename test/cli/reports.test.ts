import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderWith, jsonLines, runCommand, smallVolume, stackTrace } from './command.js';

const twice = `乙市年鉴 2023卷

【供水】 日供水能力42万立方米。
【供水】 日供水能力42万立方米。
【空条】
【公交】 有公交线路88条，�辆。
`;

let clean: string;
let faulty: string;
beforeAll(async () => {
  clean = await folderWith({ '甲省年鉴-2023.txt': smallVolume });
  faulty = await folderWith({ '乙市年鉴-2023.txt': twice, '空.txt': '' });
});
afterAll(async () => {
  for (const dir of [clean, faulty]) await rm(dir, { recursive: true, force: true });
});

describe.concurrent('check', () => {
  it('tells what was read, and exits 0 where nothing looks wrong', async () => {
    const { code, stdout } = await runCommand(['check', '--corpus', 'corpus', '--json'], {
      cwd: clean,
    });
    expect(code).toBe(0);
    expect(jsonLines(stdout)).toEqual([
      {
        files: [
          {
            file: '甲省年鉴-2023.txt',
            encoding: 'utf-8',
            volume: '甲省年鉴 2023卷',
            entries: 8,
            warnings: [],
          },
        ],
        duplicates: [],
      },
    ]);
  });

  it('names file, line, code and remedy of what looks wrong, and exits 1', async () => {
    const { code, stdout } = await runCommand(['check', '--corpus', 'corpus', '--json'], {
      cwd: faulty,
    });
    expect(code).toBe(1);
    const [report] = jsonLines(stdout) as unknown as [Report];
    const file = '乙市年鉴-2023.txt';
    expect(report.duplicates).toEqual([{ kept: { file, line: 3 }, dropped: { file, line: 4 } }]);
    const warnings = Object.fromEntries(report.files.map((one) => [one.file, one.warnings]));
    expect(warnings[file]?.map(({ line, code: name }) => [line, name]).sort()).toEqual([
      [5, 'entry-empty'],
      [6, 'character-lost'],
    ]);
    expect(warnings['空.txt']?.map(({ code: name }) => name)).toEqual(['file-empty']);
    for (const { message } of Object.values(warnings).flat()) expect(message).toMatch(/。$/);
  });

  it('prints the same for people', async () => {
    const { code, stdout } = await runCommand(['check', '--corpus', 'corpus'], {
      cwd: faulty,
      env: { DEFAULT_LANGUAGE: 'en' },
    });
    expect(code).toBe(1);
    expect(stdout).toMatch(/乙市年鉴-2023\.txt:5: The entry 【空条】 has no body/);
    expect(stdout).toMatch(/Duplicate entry: 乙市年鉴-2023\.txt:4/);
  });
});

describe.concurrent('index', () => {
  it('prints its report, writes one snapshot of that size into --out, and exits 0', async () => {
    const { code, stdout } = await runCommand(
      ['index', '--corpus', 'corpus', '--out', 'made/here', '--json'],
      { cwd: faulty },
    );
    expect(code).toBe(0);
    const [report] = jsonLines(stdout) as [Record<string, number>];
    expect(report).toEqual({
      volumes: 1,
      entries: 2,
      passages: 2,
      sentences: 2,
      figures: 2,
      duplicates: 1,
      bytes: expect.any(Number),
      buildMs: expect.any(Number),
    });
    const names = await readdir(join(faulty, 'made', 'here'));
    expect(names).toEqual([expect.stringMatching(/\.snapshot$/)]);
    expect((await stat(join(faulty, 'made', 'here', names[0] as string))).size).toBe(report.bytes);
    expect(report.buildMs).toBeGreaterThan(0);
  });
});

describe.concurrent('figures', () => {
  const passages = [
    '{"id": "p1", "text": "粮食产量1276.4万吨，增长4.2%。", "defaultYear": 2022}',
    '{"id": "p2", "text": ',
    '',
    '{"id": 3, "text": "牛奶产量733.8万吨。"}',
    '{"id": "p4", "text": "牛奶产量733.8万吨。", "defaultYear": null}',
  ].join('\n');

  it('prints a Figure a line, names the broken lines on stderr, and exits 2', async () => {
    const { code, stdout, stderr } = await runCommand(['figures', '--json'], {
      cwd: clean,
      input: passages,
    });
    expect(code).toBe(2);
    expect(jsonLines(stdout).map(({ entryId, span, year }) => [entryId, span, year])).toEqual([
      ['p1', '1276.4万吨', 2022],
      ['p1', '4.2%', 2022],
      ['p4', '733.8万吨', null],
    ]);
    expect(stderr.trim().split('\n')).toEqual([
      expect.stringMatching(/^stdin:2: /),
      expect.stringMatching(/^stdin:4: .*id/),
    ]);
    expect(stderr).not.toMatch(stackTrace);
  });

  it('reads a file, with offsets into it, and exits 0', async () => {
    const file = join('corpus', '甲省年鉴-2023.txt');
    const { code, stdout } = await runCommand(['figures', file], { cwd: clean });
    expect(code).toBe(0);
    const figures = jsonLines(stdout) as unknown as { start: number; end: number; span: string }[];
    expect(figures.length).toBeGreaterThan(8);
    for (const { start, end, span } of figures) expect(smallVolume.slice(start, end)).toBe(span);
  });

  it('names a file that is not there, and exits 2', async () => {
    const { code, stderr } = await runCommand(['figures', 'missing.txt'], { cwd: clean });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^missing\.txt: /);
    expect(stderr).not.toMatch(stackTrace);
  });
});

interface Report {
  readonly files: readonly {
    readonly file: string;
    readonly warnings: readonly { line: number; code: string; message: string }[];
  }[];
  readonly duplicates: readonly unknown[];
}
