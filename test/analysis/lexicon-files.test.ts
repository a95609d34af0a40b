import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadLexicons } from '../../src/analysis/lexicons.js';
import { NianjianError } from '../../src/errors.js';

let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'nianjian-'));
});
afterEach(() => rm(dir, { recursive: true }));

describe('lexicon files', () => {
  it('are read a line an item, without comments, blank lines and byte order marks, at any line end', async () => {
    await writeFile(
      join(dir, 'synonyms.txt'),
      '\ufeff# 说明\r\n\r\n地区生产总值 = ＧＤＰ = 生產總值 # 常用\r一产 = 第一产业 =\n',
    );
    await writeFile(join(dir, 'stopwords.txt'), '多少 请问\n的\n');
    await writeFile(join(dir, 'words.txt'), '蒙古马精神\n');
    expect(await loadLexicons([dir])).toMatchObject({
      synonyms: [
        ['地区生产总值', 'gdp', '生产总值'],
        ['一产', '第一产业'],
      ],
      stopWords: new Set(['多少', '请问', '的']),
      words: ['蒙古马精神'],
      regions: [],
    });
  });

  it('of a later folder add to those of an earlier one', async () => {
    for (const [name, word] of [
      ['a', '甲词'],
      ['b', '乙词'],
    ] as const) {
      await mkdir(join(dir, name));
      await writeFile(join(dir, name, 'words.txt'), word);
    }
    expect((await loadLexicons([join(dir, 'a'), join(dir, 'b')])).words).toEqual(['甲词', '乙词']);
  });

  it('may be written in GB18030', async () => {
    // 粮食
    await writeFile(join(dir, 'words.txt'), Buffer.from('c1b8cab3', 'hex'));
    expect((await loadLexicons([dir])).words).toEqual(['粮食']);
  });

  it('are empty where the folder is missing or the file is empty', async () => {
    await writeFile(join(dir, 'words.txt'), '');
    expect((await loadLexicons([dir, join(dir, '没有')])).words).toEqual([]);
  });

  it('that cannot be read are named', async () => {
    await mkdir(join(dir, 'words.txt'));
    const error = await loadLexicons([dir]).catch((one: unknown) => one);
    expect(error).toBeInstanceOf(NianjianError);
    expect(error).toMatchObject({
      problem: { code: 'file-unreadable', place: { file: join(dir, 'words.txt') } },
    });
  });
});
