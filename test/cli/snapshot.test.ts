import { appendFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSnapshot } from '../../src/index/snapshot.js';
import { folderWith, runCommand, smallVolume, stackTrace } from './command.js';

const building = '建立索引';
const volume = '甲省年鉴-2023.txt';

let cwd: string;
beforeAll(async () => {
  cwd = await folderWith({ [volume]: smallVolume });
});
afterAll(() => rm(cwd, { recursive: true, force: true }));

const ask = () => runCommand(['ask', '--corpus', 'corpus', '公共图书馆有多少个'], { cwd });
const snapshots = async () => (await readdir(join(cwd, 'data'))).sort();

/** Rests on the order of the steps: each finds what the one before left. */
describe('a snapshot, from one command to the next,', () => {
  it('is written by the first and used by the second', async () => {
    const [first, second] = [await ask(), await ask()];
    expect(first.stderr).toContain(building);
    expect(second.stderr).not.toContain(building);
    expect(second.stdout).toBe(first.stdout);
    expect(second.code).toBe(first.code);
    expect(await snapshots()).toHaveLength(1);
  });

  it('is built anew, with a word about it, where a byte of it is damaged', async () => {
    const [name = ''] = await snapshots();
    const file = join(cwd, 'data', name);
    const bytes = await readFile(file);
    bytes[bytes.length - 9] = (bytes[bytes.length - 9] as number) ^ 1;
    await writeFile(file, bytes);
    const { code, stderr } = await ask();
    expect(stderr).toMatch(/\.snapshot: 索引快照已损坏/);
    expect(stderr).toContain(building);
    expect(code).not.toBe(2);
  });

  it('is built anew where a volume changes', async () => {
    await appendFile(join(cwd, 'corpus', volume), '【博物馆】 有博物馆63座。\n');
    expect((await ask()).stderr).toContain(building);
  });

  it('is built anew where a lexicon of the corpus changes', async () => {
    await mkdir(join(cwd, 'corpus', 'lexicons'));
    await writeFile(join(cwd, 'corpus', 'lexicons', 'words.txt'), '公共图书馆\n');
    expect((await ask()).stderr).toContain(building);
  });

  it('is done without, with a word about it, where it cannot be written', async () => {
    await writeFile(join(cwd, 'blocked'), '');
    const { code, stdout, stderr } = await runCommand(
      ['ask', '--corpus', 'corpus', '公共图书馆有多少个'],
      { cwd, env: { DATA_DIR: join(cwd, 'blocked') } },
    );
    expect(stderr).toMatch(/无法写入索引快照.*DATA_DIR/);
    expect(stderr).not.toMatch(stackTrace);
    expect(stdout).toContain('图书馆');
    expect(code).not.toBe(2);
  });
});

describe.concurrent('Ctrl-C', () => {
  const many = Array.from(
    { length: 1500 },
    (_, i) => `【第${i}项】 本项产量${i}.${i % 10}万吨，比上年增长${i % 100}.5%，编号甲${i}。\n`,
  );

  it.each([
    ['at the beginning', '读取语料'],
    ['while the snapshot is being written', '保存快照'],
  ])('%s of index ends it with a word, and nothing half-written', async (_, interruptAt) => {
    const dir = await folderWith({ [volume]: `甲省年鉴 2023卷\n${many.join('')}` });
    try {
      const args = ['index', '--corpus', 'corpus'];
      const { code, stdout, stderr } = await runCommand(args, { cwd: dir, interruptAt });
      expect(stderr).not.toMatch(stackTrace);
      const left = await readdir(join(dir, 'data')).catch(() => []);
      expect(left.filter((name) => !name.endsWith('.snapshot'))).toEqual([]);
      for (const name of left) {
        // Whole: refused for its key alone, which is looked at after the checksum.
        await expect(
          readSnapshot(join(dir, 'data', name), { corpus: '', analysis: '' }),
        ).rejects.toMatchObject({ problem: { code: 'snapshot-foreign' } });
      }
      // A machine fast enough to finish first has finished properly.
      if (stdout === '') {
        expect(code).toBe(2);
        expect(stderr).toContain('已中断');
      } else expect(code).toBe(0);
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  });
});
