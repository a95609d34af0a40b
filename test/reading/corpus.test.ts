import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describe as describeProblem, NianjianError } from '../../src/errors.js';
import { readCorpus } from '../../src/reading/corpus.js';

let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'nianjian-'));
});
afterEach(() => rm(dir, { recursive: true }));

const entry = '【粮食生产】 粮食增产。\n';

async function put(files: Readonly<Record<string, string | Buffer | object>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const path = join(dir, name);
    await mkdir(dirname(path), { recursive: true });
    const raw = typeof content === 'string' || Buffer.isBuffer(content);
    await writeFile(path, raw ? content : JSON.stringify(content));
  }
}

async function failure(run: Promise<unknown>): Promise<NianjianError> {
  const error = await run.catch((one: unknown) => one);
  expect(error).toBeInstanceOf(NianjianError);
  return error as NianjianError;
}

describe('what a volume is called', () => {
  it('takes title, edition, year, region and section from the manifest first', async () => {
    await put({
      '卷.txt': `2020卷\n${entry}`,
      'manifest.json': {
        volumes: [
          {
            title: '草原年鉴',
            edition: 2023,
            year: 2021,
            region: '内蒙古',
            files: [{ file: '卷.txt', section: '农牧业' }],
          },
        ],
      },
    });
    const [file] = (await readCorpus(dir)).files;
    expect(file?.volume).toEqual({
      title: '草原年鉴',
      name: '草原年鉴 2023卷',
      edition: 2023,
      year: 2021,
      region: '内蒙古',
    });
    expect(file?.section).toBe('农牧业');
  });

  it('lets edition N report on N−1 unless the manifest says otherwise', async () => {
    await put({
      '卷.txt': entry,
      'manifest.json': {
        volumes: [{ title: '内蒙古年鉴', edition: 2023, files: [{ file: '卷.txt' }] }],
      },
    });
    const [file] = (await readCorpus(dir)).files;
    expect(file?.volume).toMatchObject({ year: 2022, region: '内蒙古' });
    expect(file?.section).toBeNull();
  });

  it('takes what the first line says before what the name says, and the rest from the name', async () => {
    await put({ '内蒙古年鉴-2020-自治区党委.txt': `\r\n２０２３年卷\r\n${entry}` });
    const [file] = (await readCorpus(dir)).files;
    expect(file?.volume).toMatchObject({ name: '内蒙古年鉴 2023卷', year: 2022, region: '内蒙古' });
    expect(file?.section).toBe('自治区党委');
  });

  it('takes a title alone from the first line and the edition from the name', async () => {
    await put({ '党委-2023.txt': `《内蒙古年鉴》\n${entry}` });
    const [file] = (await readCorpus(dir)).files;
    expect(file?.volume?.name).toBe('内蒙古年鉴 2023卷');
  });

  it('does without edition and year where nothing tells them', async () => {
    await put({ '草原纪事.txt': entry });
    const [file] = (await readCorpus(dir)).files;
    expect(file?.volume).toEqual({
      title: '草原纪事',
      name: '草原纪事',
      edition: null,
      year: null,
      region: null,
    });
  });
});

describe('which files are read', () => {
  it('reads every text file below the folder, in name order, but lexicons and hidden ones', async () => {
    await put({
      'b.txt': entry,
      'a/卷.TXT': entry,
      'lexicons/synonyms.txt': '甲 = 乙',
      'a/lexicons/words.txt': '甲',
      '.hidden.txt': entry,
      '.git/c.txt': entry,
      'notes.md': '# 记',
    });
    expect((await readCorpus(dir)).files.map(({ file }) => file)).toEqual(['a/卷.TXT', 'b.txt']);
  });

  it.each(['', '/', '/.', '/a/..'])(
    'names files alike when the folder is written with “%s” behind',
    async (tail) => {
      await put({ 'a/卷.txt': entry });
      expect((await readCorpus(dir + tail)).files.map(({ file }) => file)).toEqual(['a/卷.txt']);
    },
  );

  it('names files alike when the folder is the current one', async () => {
    await put({ 'a/卷.txt': entry });
    const before = process.cwd();
    process.chdir(dir);
    try {
      expect((await readCorpus('.')).files.map(({ file }) => file)).toEqual(['a/卷.txt']);
    } finally {
      process.chdir(before);
    }
  });

  it('names what cannot be read and reads the others', async () => {
    await put({ 'a.txt': '', 'b.txt': Buffer.of(0, 1, 2), 'c.txt': entry, 'd.txt/e.txt': entry });
    const { files } = await readCorpus(dir);
    expect(files.map(({ file, problems }) => [file, ...problems.map(({ code }) => code)])).toEqual([
      ['a.txt', 'file-empty'],
      ['b.txt', 'file-binary'],
      ['c.txt'],
      ['d.txt', 'file-unreadable'],
      ['d.txt/e.txt'],
    ]);
    expect(files[0]).toMatchObject({ text: '', encoding: null, volume: null, section: null });
  });

  it.skipIf(process.getuid?.() === 0)('names a file without read permission', async () => {
    await put({ 'a.txt': entry });
    await chmod(join(dir, 'a.txt'), 0);
    const [file] = (await readCorpus(dir)).files;
    expect(file?.problems.map(({ code }) => code)).toEqual(['file-unreadable']);
  });

  it('has another hash when a name, a content or the manifest changes, and only then', async () => {
    const hashes: string[] = [];
    const read = async () => hashes.push((await readCorpus(dir)).hash);
    await put({ 'a.txt': entry });
    await read();
    await put({ 'a.txt': `${entry}。` });
    await read();
    await put({ 'b.txt': entry });
    await read();
    await put({ 'manifest.json': { volumes: [] } });
    await read();
    expect(new Set(hashes).size).toBe(4);
    await read();
    expect(new Set(hashes).size).toBe(4);
  });

  it('throws where there is no such folder', async () => {
    const error = await failure(readCorpus(join(dir, '没有')));
    expect(error.problem).toMatchObject({
      code: 'corpus-missing',
      detail: { dir: join(dir, '没有') },
    });
  });

  it('throws where the folder is a file', async () => {
    await put({ 'a.txt': entry });
    expect((await failure(readCorpus(join(dir, 'a.txt')))).problem.code).toBe('corpus-missing');
  });
});

describe('the manifest', () => {
  const volume = { title: '内蒙古年鉴', edition: 2023, files: [{ file: 'a.txt' }] };

  it.each<[string, unknown, RegExp]>([
    ['no object', [], /expected object/],
    ['no volumes', {}, /^volumes: /],
    [
      'a volume without title',
      { volumes: [volume, { files: [{ file: 'b.txt' }] }] },
      /^volumes\.1\.title: /,
    ],
    ['a title of spaces', { volumes: [{ ...volume, title: ' ' }] }, /^volumes\.0\.title: /],
    [
      'an edition in words',
      { volumes: [{ ...volume, edition: '2023卷' }] },
      /^volumes\.0\.edition: /,
    ],
    ['a year out of range', { volumes: [{ ...volume, year: 22 }] }, /^volumes\.0\.year: /],
    ['no files', { volumes: [{ ...volume, files: [] }] }, /^volumes\.0\.files: /],
    [
      'a file without name',
      { volumes: [{ ...volume, files: [{ file: 'a.txt' }, {}] }] },
      /^volumes\.0\.files\.1\.file: /,
    ],
    ['an unknown key', { volumes: [{ ...volume, jahr: 2022 }] }, /^volumes\.0: .*jahr/],
    ['a file listed twice', { volumes: [volume, volume] }, /^volumes\.1\.files\.0\.file: .*a\.txt/],
  ])('is refused with its place in the JSON: %s', async (_, manifest, reason) => {
    await put({ 'a.txt': entry, 'manifest.json': manifest as object });
    const { problem } = await failure(readCorpus(dir));
    expect(problem.code).toBe('manifest-invalid');
    expect(problem.detail.reason).toMatch(reason);
    expect(problem.place.file).toMatch(/manifest\.json$/);
  });

  it.each<[string, string, number]>([
    ['a comma too many', '{\n  "volumes": [\n  ],\n}', 4],
    ['an end too early', '{\n  "volumes": [', 2],
  ])('is refused with its line where it is no JSON: %s', async (_, source, line) => {
    await put({ 'a.txt': entry, 'manifest.json': source });
    const { problem } = await failure(readCorpus(dir));
    expect(problem).toMatchObject({ code: 'manifest-invalid', place: { line } });
  });

  it('may begin with a byte order mark', async () => {
    await put({
      'a.txt': entry,
      'manifest.json': `\ufeff${JSON.stringify({ volumes: [volume] })}`,
    });
    expect((await readCorpus(dir)).files[0]?.volume?.name).toBe('内蒙古年鉴 2023卷');
  });

  it('is refused where it cannot be read', async () => {
    await put({ 'a.txt': entry, 'manifest.json/b.txt': entry });
    const { problem } = await failure(readCorpus(dir));
    expect(problem).toMatchObject({
      code: 'manifest-invalid',
      detail: { reason: expect.stringContaining('EISDIR') },
    });
  });

  it('names a file it lists that the folder does not hold, and the others are read', async () => {
    await put({ 'b.txt': entry, 'manifest.json': { volumes: [volume] } });
    const { files } = await readCorpus(dir);
    expect(files.map(({ file, problems }) => [file, ...problems.map(({ code }) => code)])).toEqual([
      ['b.txt'],
      ['a.txt', 'manifest-file-missing'],
    ]);
  });
});

describe('what people read of it', () => {
  it('says what, where and the remedy in both languages, with nothing left unfilled', async () => {
    await put({ 'a.txt': '', 'b.txt': Buffer.of(0), 'c.txt/d.txt': entry });
    const problems = (await readCorpus(dir)).files.flatMap((file) => file.problems);
    expect(problems.length).toBe(3);
    for (const problem of problems) {
      for (const language of ['zh', 'en'] as const) {
        const message = describeProblem(problem, language);
        expect(message).toMatch(/^[abc]\.txt: \S/);
        expect(message).not.toMatch(/[{}]|undefined|\(\)|（）/);
      }
    }
  });
});
