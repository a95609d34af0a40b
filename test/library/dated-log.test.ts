import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DatedLog } from '../../src/library/dated-log.js';

let dir: string;
let file: string;
const errors: unknown[] = [];
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'nianjian-log-'));
  file = join(dir, 'deeper', 'log.jsonl');
  errors.length = 0;
});
afterEach(() => rmSync(dir, { recursive: true }));

const open = (most = 100) =>
  new DatedLog<{ readonly word: string }>({
    ...{ file, days: 30, most },
    onError: (error) => errors.push(error),
  });
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
const words = (lines: readonly { readonly word: string }[]) => lines.map(({ word }) => word);

describe('a log of dated lines', () => {
  it('gives the newest first, after a restart too, and only its owner may read it', async () => {
    const log = open();
    await Promise.all(['甲', '乙', '丙'].map((word) => log.append({ word })));
    expect(words(await open().newest(2))).toEqual(['丙', '乙']);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('drops what is too old, and what is too much', async () => {
    await open().append({ word: '甲' });
    writeFileSync(
      file,
      [40, 31, 29, 3, 2].map((d) => `{"at":"${daysAgo(d)}","word":"${d}"}\n`).join(''),
    );
    const log = open(3);
    expect(words(await log.newest(9))).toEqual(['2', '3', '29']);
    await log.append({ word: '新' });
    expect(words(await log.newest(9))).toEqual(['新', '2', '3']);
    expect(readFileSync(file, 'utf8')).not.toContain('"31"');
  });

  it('goes on after a line that a crash tore', async () => {
    await open().append({ word: '甲' });
    appendFileSync(file, '{"at":"2026-\n');
    const log = open();
    await log.append({ word: '乙' });
    expect(words(await log.newest(9))).toEqual(['乙', '甲']);
  });

  it('tells what hinders it, and hinders nobody', async () => {
    writeFileSync(join(dir, 'deeper'), '');
    await open().append({ word: '甲' });
    expect(errors).toHaveLength(1);
    expect(await open().newest(9)).toEqual([]);
  });
});
