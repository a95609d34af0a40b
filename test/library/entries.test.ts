import { describe, expect, it } from 'vitest';
import { buildStore, type StoredEntry } from '../../src/index/store.js';
import { createCatalogue } from '../../src/library/entries.js';

type Row = readonly [id: string, volume: number, path: string, heading: string, text: string];

function storeOf(rows: readonly Row[]) {
  const volumes = ['内蒙古年鉴 2022卷', '内蒙古年鉴 2023卷'].map((name) => ({
    ...{ title: '内蒙古年鉴', name, edition: null, year: null, region: null },
  }));
  const entries = rows.map(
    ([id, volume, path, heading, text]): StoredEntry => ({
      ...{ id, volume, path: path === '' ? [] : [path], heading, text, author: null },
      source: { file: 'a.txt', line: 1, start: 0, end: text.length },
      origin: [],
      passages: [{ start: 0, end: text.length }],
      sentences: [{ start: 0, end: text.length }],
      figures: [],
    }),
  );
  return buildStore(volumes, entries);
}

const rows: readonly Row[] = [
  ['a1', 0, '农牧业', '粮食生产', '产量3800万吨。'],
  ['a2', 0, '农牧业', '畜牧业', '存栏7000万头。'],
  ['a3', 0, '工业', '粮食加工', '加工100万吨。'],
  ['b1', 1, '', '概况', '面积118万平方公里。'],
];

const catalogue = await createCatalogue(storeOf(rows));

describe('the catalogue', () => {
  it('goes from volumes over sections to entries, in corpus order', () => {
    const tree = catalogue.volumes.map(({ name, sections }) => [
      name,
      sections.map(({ path, entries }) => [path.join(), entries.map(({ heading }) => heading)]),
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

  it.each([
    ['粮食', ['a1', 'a3']],
    ['農牧', ['a1', 'a2']],
    ['2023卷', ['b1']],
    ['【概况】', ['b1']],
    ['航天', []],
    ['，', []],
  ])('finds by %s', (word, ids) => {
    expect(catalogue.find(word).map(({ id }) => id)).toEqual(ids);
  });

  it('names a section the same after other entries came and went', async () => {
    const later = await createCatalogue(storeOf(rows.slice(1)));
    expect(later.volumes[0]?.sections[0]?.key).toBe(catalogue.volumes[0]?.sections[0]?.key);
  });
});
