import { describe, expect, it } from 'vitest';
import { buildStore, type EntryInput } from '../../src/index/store.js';
import { buildTitleTables } from '../../src/index/titles.js';
import { type Catalogue, createCatalogue, type EntryTitles } from '../../src/library/entries.js';

type Row = readonly [id: string, volume: number, path: string, heading: string, text: string];

function catalogueOf(rows: readonly Row[]): Promise<Catalogue> {
  const volumes = ['内蒙古年鉴 2022卷', '内蒙古年鉴 2023卷'].map((name) => ({
    ...{ title: '内蒙古年鉴', name, edition: null, year: null, region: null },
  }));
  const entries = rows.map(
    ([id, volume, path, heading, text]): EntryInput => ({
      ...{ id, volume, path: path === '' ? [] : [path], heading, text, author: null },
      source: { file: 'a.txt', line: 1, start: 0, end: text.length },
      origin: [],
      passages: [{ start: 0, end: text.length }],
      sentences: [{ start: 0, end: text.length }],
      figures: [],
    }),
  );
  return createCatalogue(buildStore(volumes, entries), buildTitleTables(volumes, entries));
}

const all = (titles: EntryTitles) => titles.slice(0, titles.length);

const rows: readonly Row[] = [
  ['a1', 0, '农牧业', '粮食生产', '产量3800万吨。'],
  ['a2', 0, '农牧业', '畜牧业', '存栏7000万头。'],
  ['a3', 0, '工业', '粮食加工', '加工100万吨。'],
  ['b1', 1, '', '概况', '面积118万平方公里。'],
];

const catalogue = await catalogueOf(rows);

describe('the catalogue', () => {
  it('goes from volumes over sections to entries, in corpus order', () => {
    const tree = catalogue.volumes.map(({ name, sections }) => [
      name,
      sections.map(({ path, entries }) => [
        path.join(),
        all(entries).map(({ heading }) => heading),
      ]),
    ]);
    expect(tree).toEqual([
      [
        '内蒙古年鉴 2022卷',
        [
          ['农牧业', ['粮食生产', '畜牧业']],
          ['工业', ['粮食加工']],
        ],
      ],
      ['内蒙古年鉴 2023卷', [['', ['概况']]]],
    ]);
  });

  it('opens an entry by its id, and none that is not there', () => {
    expect(catalogue.entry('a2')).toMatchObject({ heading: '畜牧业', text: '存栏7000万头。' });
    expect(catalogue.entry('zz')).toBeNull();
  });

  it('tells the section that an entry stands in', () => {
    expect(catalogue.sectionOf('a3')?.path).toEqual(['工业']);
    expect(catalogue.sectionOf('b1')).toBe(catalogue.volumes[1]?.sections[0]);
    expect(catalogue.sectionOf('zz')).toBeNull();
  });

  it('reads of a list what is looked at', () => {
    const [section] = catalogue.volumes[0]?.sections ?? [];
    expect(section?.entries.length).toBe(2);
    expect(section?.entries.slice(1, 9)).toEqual([
      { id: 'a2', volume: '内蒙古年鉴 2022卷', heading: '畜牧业' },
    ]);
    expect(section?.entries.slice(2, 4)).toEqual([]);
  });

  it.each([
    ['粮食', ['a1', 'a3']],
    ['農牧', ['a1', 'a2']],
    ['2023卷', ['b1']],
    ['【概况】', ['b1']],
    ['航天', []],
    ['，', []],
    // Over the edge between section and heading, but not between two entries.
    ['牧业粮食', ['a1']],
    ['生产内蒙古', []],
  ])('finds by %s', (word, ids) => {
    expect(all(catalogue.find(word)).map(({ id }) => id)).toEqual(ids);
  });

  it('names a section the same after other entries came and went', async () => {
    const later = await catalogueOf(rows.slice(1));
    expect(later.volumes[0]?.sections[0]?.key).toBe(catalogue.volumes[0]?.sections[0]?.key);
  });
});
