import { describe, expect, it } from 'vitest';
import type { CorpusFile } from '../../src/reading/corpus.js';
import { segmentCorpus } from '../../src/segment/corpus.js';
import { fileOf } from './sample-file.js';

function corpus(...files: readonly CorpusFile[]) {
  return segmentCorpus({ dir: '.', hash: '', files });
}

function named(file: string, text: string, section: string | null = null): CorpusFile {
  return { ...fileOf(text, section), file };
}

describe('volumes', () => {
  it('are made of all files of one title and edition, in the files’ order', () => {
    const { volumes } = corpus(
      named('a.txt', '【甲】 一。', '党委'),
      named('b.txt', '【乙】 二。', '政府'),
    );
    expect(volumes).toMatchObject([
      {
        name: '草原年鉴 2023卷',
        year: 2022,
        entries: [
          { path: ['党委'], heading: '甲' },
          { path: ['政府'], heading: '乙' },
        ],
      },
    ]);
  });

  it('are apart for another edition', () => {
    const other = named('b.txt', '【甲】 一。');
    const volume = {
      ...(other.volume as NonNullable<CorpusFile['volume']>),
      name: '草原年鉴 2024卷',
      edition: 2024,
    };
    const { volumes, duplicates } = corpus(named('a.txt', '【甲】 一。'), { ...other, volume });
    expect(volumes.map(({ name, entries }) => [name, entries.length])).toEqual([
      ['草原年鉴 2023卷', 1],
      ['草原年鉴 2024卷', 1],
    ]);
    expect(duplicates).toEqual([]);
    expect(volumes[0]?.entries[0]?.id).not.toBe(volumes[1]?.entries[0]?.id);
  });
});

describe('duplicates', () => {
  it('are dropped and told of, the first one kept', () => {
    const { volumes, files, duplicates } = corpus(
      named('a.txt', '【甲】 一。\n【乙】 二。\n【甲】 一。'),
      named('b.txt', '\n【乙】 二。'),
    );
    expect(volumes[0]?.entries.map(({ heading }) => heading)).toEqual(['甲', '乙']);
    expect(files.map(({ entries }) => entries)).toEqual([2, 0]);
    expect(files.flatMap(({ warnings }) => warnings)).toEqual([]);
    expect(duplicates).toEqual([
      { kept: { file: 'a.txt', line: 1 }, dropped: { file: 'a.txt', line: 3 } },
      { kept: { file: 'a.txt', line: 2 }, dropped: { file: 'b.txt', line: 2 } },
    ]);
  });

  it.each([
    ['width', '【甲】 增长4.2%。', '【甲】 增长４．２％。'],
    ['line breaks', '【甲】 增长，\n增收。', '【甲】 增长，增收。'],
    ['Traditional characters', '【农业】 增产。', '【農業】 增產。'],
    ['the author', '【甲】 增产。', '【甲】 增产。(张三)'],
  ])('may differ in %s', (_, first, second) => {
    expect(corpus(named('a.txt', `${first}\n${second}`)).duplicates.length).toBe(1);
  });

  it.each([
    ['text', '【甲】 增长4.2%。', '【甲】 增长4.3%。'],
    ['heading', '【甲】 增产。', '【乙】 增产。'],
  ])('may not differ in %s', (_, first, second) => {
    expect(corpus(named('a.txt', `${first}\n${second}`)).duplicates).toEqual([]);
  });
});

describe('an entry’s id', () => {
  const idsOf = (text: string) =>
    corpus(named('a.txt', text)).volumes.flatMap(({ entries }) => entries.map(({ id }) => id));

  it('is short ASCII and survives a correction in the body', () => {
    const [id] = idsOf('# 综合\n【甲】 增长4.2%。');
    expect(id).toMatch(/^[\x21-\x7e]{1,20}$/);
    expect(idsOf('\n\n# 综合\n【甲】 增长4.3%。更正。')).toEqual([id]);
  });

  it('is another for another path, heading or ordinal', () => {
    const ids = idsOf(
      '【甲】 一。\n【甲】 二。\n【乙】 三。\n# 综合\n【甲】 四。\n# 综合 甲\n【乙】 五。',
    );
    expect(new Set(ids).size).toBe(5);
  });
});

describe('the report on files', () => {
  it('names a file without entries, and one that could not be read', () => {
    const broken: CorpusFile = {
      file: 'b.txt',
      text: '',
      encoding: null,
      volume: null,
      section: null,
      problems: [{ code: 'file-empty', detail: {}, place: { file: 'b.txt' } }],
    };
    const { files, volumes } = corpus(named('a.txt', '2023卷\n# 综合\n【甲】'), broken);
    expect(volumes).toEqual([]);
    expect(
      files.map(({ file, encoding, volume, entries, warnings }) => [
        file,
        encoding,
        volume,
        entries,
        ...warnings.map(({ code }) => code),
      ]),
    ).toEqual([
      ['a.txt', 'utf-8', '草原年鉴 2023卷', 0, 'file-without-entries', 'entry-empty'],
      ['b.txt', null, null, 0, 'file-empty'],
    ]);
  });
});
