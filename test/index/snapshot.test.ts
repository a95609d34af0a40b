import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NianjianError } from '../../src/errors.js';
import {
  formatVersion,
  readSnapshot,
  type Sections,
  writeSnapshot,
} from '../../src/index/snapshot.js';

const key = { corpus: 'c0ffee', analysis: '分析 1' };
const sections: Sections = {
  texts: Uint16Array.from('全区生产总值𠮷\ud842', (unit) => unit.charCodeAt(0)),
  bytes: Uint8Array.of(1, 2, 3),
  empty: new Uint32Array(0),
  runs: Uint32Array.of(0, 7, 4_294_967_295),
};
const meta = { volumes: ['内蒙古年鉴 2023卷'], 数: 1 };

let dir: string;
let file: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'nianjian-'));
  file = join(dir, 'data', 'one.snapshot');
});
afterEach(() => rm(dir, { recursive: true, force: true }));

/** The code of the error a promise ends with; fails where it is no error of ours. */
async function codeOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  if (!(error instanceof NianjianError)) throw new Error(`no error of ours: ${String(error)}`);
  return error.problem.code;
}

describe('a snapshot', () => {
  it('comes back as it was written, its size told', async () => {
    const bytes = await writeSnapshot(file, key, meta, sections);
    const read = await readSnapshot(file, key);
    expect(read).toEqual({ key, meta, sections, bytes });
    expect((await readFile(file)).length).toBe(bytes);
  });

  it('comes back whatever its sections are', async () => {
    const section = fc.oneof(
      fc.uint8Array({ maxLength: 20 }),
      fc.uint16Array({ maxLength: 20 }),
      fc.uint32Array({ maxLength: 20 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string({ minLength: 1 }), section), async (any) => {
        await writeSnapshot(file, key, null, any);
        expect({ ...(await readSnapshot(file, key)).sections }).toEqual({ ...any });
      }),
      { numRuns: 50, examples: [[Object.fromEntries([['__proto__', new Uint8Array(1)]])]] },
    );
  });

  it('takes a part of a larger array, and a Buffer, as plain bytes', async () => {
    const part = Uint32Array.of(1, 2, 3, 4).subarray(1, 3);
    await writeSnapshot(file, key, null, { part, buffer: Buffer.from('年鉴') });
    const read = (await readSnapshot(file, key)).sections;
    expect(read).toEqual({ part: Uint32Array.of(2, 3), buffer: new TextEncoder().encode('年鉴') });
  });

  it('takes the place of the one before and leaves nothing beside it', async () => {
    await writeSnapshot(file, key, 1, sections);
    await writeSnapshot(file, key, 2, sections);
    expect((await readSnapshot(file, key)).meta).toBe(2);
    expect(await readdir(join(dir, 'data'))).toEqual(['one.snapshot']);
  });

  it('is refused by name where any one byte is damaged', async () => {
    await writeSnapshot(file, key, meta, sections);
    const whole = await readFile(file);
    const damaged = join(dir, 'damaged.snapshot');
    for (let at = 0; at < whole.length; at++) {
      const torn = Buffer.from(whole);
      torn[at] = (torn[at] as number) ^ (1 << (at % 8));
      await writeFile(damaged, torn);
      const isVersion = at >= 8 && at < 12;
      expect([at, await codeOf(readSnapshot(damaged, key))]).toEqual([
        at,
        isVersion ? 'snapshot-format' : 'snapshot-damaged',
      ]);
    }
  });

  it('is refused by name where it is torn off anywhere, or goes on beyond its end', async () => {
    await writeSnapshot(file, key, meta, sections);
    const whole = await readFile(file);
    for (let length = 0; length < whole.length; length++) {
      await writeFile(file, whole.subarray(0, length));
      expect([length, await codeOf(readSnapshot(file, key))]).toEqual([length, 'snapshot-damaged']);
    }
    await writeFile(file, Buffer.concat([whole, Buffer.alloc(8)]));
    expect(await codeOf(readSnapshot(file, key))).toBe('snapshot-damaged');
  });

  it('is refused by name where it is of another corpus or another analysis', async () => {
    await writeSnapshot(file, key, meta, sections);
    expect(await codeOf(readSnapshot(file, { ...key, corpus: 'other' }))).toBe('snapshot-foreign');
    expect(await codeOf(readSnapshot(file, { ...key, analysis: '' }))).toBe('snapshot-foreign');
  });

  it('is refused by name where its format is that of version 1, kept here as a sample', async () => {
    const sample =
      'TklBTkpJQU4BAAAAPwAAAGHOL8fJgmGRw2Kq/ws7MB3s0hUSTsXQ/dz+Wd/gu07OeyJrZXkiOnsiY29ycHVzIjoiYyIsImFuYWx5c2lzIjoiYSJ9LCJtZXRhIjpudWxsLCJzZWN0aW9ucyI6e319AA==';
    await mkdir(join(dir, 'data'));
    await writeFile(file, Buffer.from(sample, 'base64'));
    const read = readSnapshot(file, { corpus: 'c', analysis: 'a' });
    await expect(read).rejects.toThrow(`format version 1, this program wants ${formatVersion}`);
    expect(await codeOf(readSnapshot(file, key))).toBe('snapshot-format');
  });

  it('is refused by name where there is none, or a folder in its place', async () => {
    expect(await codeOf(readSnapshot(file, key))).toBe('snapshot-missing');
    await mkdir(file, { recursive: true });
    expect(await codeOf(readSnapshot(file, key))).toBe('snapshot-missing');
  });
});

describe('a snapshot that cannot be written', () => {
  it('says so where a folder stands in its place, and leaves folder and neighbours', async () => {
    await mkdir(join(file, 'kept'), { recursive: true });
    expect(await codeOf(writeSnapshot(file, key, meta, sections))).toBe('snapshot-unwritable');
    expect(await readdir(join(dir, 'data'))).toEqual(['one.snapshot']);
    expect(await readdir(file)).toEqual(['kept']);
  });

  it('says so where its folder is a file, and leaves that file', async () => {
    await writeFile(join(dir, 'data'), '年鉴');
    expect(await codeOf(writeSnapshot(file, key, meta, sections))).toBe('snapshot-unwritable');
    expect(await readFile(join(dir, 'data'), 'utf8')).toBe('年鉴');
  });

  it.skipIf(process.getuid?.() === 0)(
    'says so in a read-only folder, and leaves the one before (root may write anywhere)',
    async () => {
      await writeSnapshot(file, key, 1, sections);
      const folder = join(dir, 'data');
      const { chmod } = await import('node:fs/promises');
      await chmod(folder, 0o555);
      try {
        expect(await codeOf(writeSnapshot(file, key, 2, sections))).toBe('snapshot-unwritable');
        expect((await readSnapshot(file, key)).meta).toBe(1);
        expect(await readdir(folder)).toEqual(['one.snapshot']);
      } finally {
        await chmod(folder, 0o755);
      }
    },
  );

  it('leaves no listener behind, whether it was written or not', async () => {
    const before = process.listenerCount('exit');
    await writeSnapshot(file, key, meta, sections);
    await writeSnapshot(join(file, 'below'), key, meta, sections).catch(() => {});
    expect(process.listenerCount('exit')).toBe(before);
  });
});
