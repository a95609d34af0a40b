import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/reading/corpus.js';
import { segmentCorpus } from '../../src/segment/corpus.js';
import { segmentFile } from '../../src/segment/file.js';
import { leftOver } from './sample-file.js';

const shared = resolve(import.meta.dirname, '../../../shared');
const present = existsSync(shared);
const name = (what: string) => (present ? what : `${what} (skipped: ../shared is not here)`);

describe.skipIf(!present)(name('the sample volume'), async () => {
  const corpus = present ? await readCorpus(resolve(shared, 'corpus')) : null;
  const { volumes, files, duplicates } = segmentCorpus(corpus ?? { dir: '', hash: '', files: [] });

  it('is one volume of one chapter', () => {
    expect(volumes).toMatchObject([
      {
        name: '内蒙古年鉴 2023卷',
        title: '内蒙古年鉴',
        edition: 2023,
        year: 2022,
        region: '内蒙古',
      },
    ]);
    const paths = volumes[0]?.entries.map(({ path }) => path.join('/'));
    expect(new Set(paths)).toEqual(new Set(['自治区党委']));
  });

  it('holds ten entries, each of which stands there twice', () => {
    expect(volumes[0]?.entries.length).toBe(10);
    expect(duplicates.map(({ kept, dropped }) => [kept.line, dropped.line])).toEqual(
      Array.from({ length: 10 }, (_, i) => [i + 2, i + 12]),
    );
  });

  it('names its author on the last entry only', () => {
    const authors = volumes[0]?.entries.map(({ author }) => author);
    expect(authors).toEqual([...Array(9).fill(null), '吴鹏']);
    expect(volumes[0]?.entries.at(-1)?.text).toMatch(/。$/);
  });

  it('gives no warning, and nothing of it is lost', () => {
    expect(files.flatMap(({ warnings }) => warnings)).toEqual([]);
    const [file] = corpus?.files ?? [];
    if (file === undefined) throw new Error('the folder holds a file');
    const rest = leftOver(file.text, segmentFile(file));
    expect(rest.filter((line) => !/^【[^】]+】$/.test(line))).toEqual([
      '2023卷',
      '(吴鹏)',
      '(吴鹏)',
    ]);
  });
});

describe.skipIf(!present)(name('official reports'), () => {
  it.each([
    ['reports', 'utf-8', 35],
    ['provinces', 'utf-8', 10],
    ['gbk', 'gb18030', 5],
  ])(
    'under %s decode as %s without a lost character and lose nothing',
    async (folder, encoding, least) => {
      const { files } = await readCorpus(resolve(shared, 'eval/texts', folder));
      expect(files.length).toBeGreaterThanOrEqual(least);
      for (const file of files) {
        expect([file.file, file.encoding, file.problems]).toEqual([file.file, encoding, []]);
        expect(file.text).not.toContain('\ufffd');
        const rest = leftOver(file.text, segmentFile(file));
        const short = rest.filter((line) => !/^[-—·\d]+$/.test(line));
        expect([file.file, short.filter((line) => line.length > 30)]).toEqual([file.file, []]);
        expect(short.length).toBeLessThanOrEqual(3);
      }
    },
  );
});
