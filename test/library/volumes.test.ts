import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  appliedVolumes,
  placeVolume,
  safeName,
  stagedVolume,
  stageVolume,
} from '../../src/library/volumes.js';

let dataDir: string;
let corpusDir: string;
beforeEach(() => {
  const dir = mkdtempSync(join(tmpdir(), 'nianjian-volumes-'));
  dataDir = join(dir, 'data');
  corpusDir = join(dir, 'corpus');
  mkdirSync(join(corpusDir, '2023'), { recursive: true });
});
afterEach(() => rmSync(join(dataDir, '..'), { recursive: true }));

async function* content(text: string) {
  yield Buffer.from(text);
}
const stage = (name: string, text = '【甲】 乙。') =>
  stageVolume({ dataDir, corpusDir }, name, content(text));

describe('a volume sent', () => {
  it('goes where the one file of its name stands', async () => {
    writeFileSync(join(corpusDir, '2023', '卷.txt'), '');
    expect((await stage('卷.txt')).name).toBe('2023/卷.txt');
    writeFileSync(join(corpusDir, '卷.txt'), '');
    expect((await stage('卷.txt')).name).toBe('卷.txt');
  });

  it('takes its place, and gives it back where it is not to serve after all', async () => {
    await (await placeVolume(dataDir, await stage('卷.txt', '旧'))).keep();
    const staged = await stage('卷.txt', '新');
    const text = async () => readFileSync((await appliedVolumes(dataDir))['卷.txt'] ?? '', 'utf8');
    const placed = await placeVolume(dataDir, staged);
    expect(await text()).toBe('新');
    await placed.undo();
    expect(await text()).toBe('旧');
    expect(readFileSync((await stagedVolume(dataDir, staged.id)).path, 'utf8')).toBe('新');
    await (await placeVolume(dataDir, staged)).keep();
    expect(await text()).toBe('新');
    expect(readdirSync(join(dataDir, 'uploads'))).toEqual([]);
  });

  it('leaves nothing where its content breaks off', async () => {
    async function* torn() {
      yield Buffer.from('【甲】');
      throw new Error('socket hang up');
    }
    await expect(stageVolume({ dataDir, corpusDir }, '卷.txt', torn())).rejects.toMatchObject({
      problem: { code: 'upload-failed', detail: { reason: 'socket hang up' } },
    });
    expect(readdirSync(join(dataDir, 'uploads'))).toEqual([]);
  });

  it.each(['', '../../etc/passwd', 'ffffffffffffffff', '../0000000000000'])(
    'is not found by the id %j',
    async (id) => {
      await expect(stagedVolume(dataDir, id)).rejects.toMatchObject({
        problem: { code: 'upload-gone' },
      });
    },
  );
});

describe('the name a volume is kept under', () => {
  it('is that of a plain file, whatever was sent', () => {
    const part = fc.constantFrom(
      '..',
      '/',
      '\\',
      '.',
      ' ',
      '\u0000',
      '\u202e',
      '卷',
      'a',
      'CON',
      ':',
      '\n',
      '𠮷',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 120 }), (parts) => {
        const name = safeName(`${parts.join('')}.txt`);
        if (name === null) return;
        expect(name).toMatch(/^[^/\\:.\s\p{C}][^/\\:\p{C}]*\.txt$/u);
        expect(Buffer.byteLength(name)).toBeLessThan(230);
        expect(join('/folder', name)).toBe(`/folder/${name}`);
        expect(safeName(name)).toBe(name);
      }),
    );
  });

  it.each(['卷.pdf', '.txt', '卷', '...txt', 'a.txt/b'])('is none for %j', (name) => {
    expect(safeName(name)).toBeNull();
  });
});
