import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../src/analysis/analyzer.js';
import { buildCorpusIndex, buildSections, openCorpusIndex } from '../../src/index/corpus-index.js';
import { naiveTokenizer } from '../analysis/naive-tokenizer.js';
import { storedEntry, volumeOf, withoutFigures } from './entries.js';

const analyzer = createAnalyzer(naiveTokenizer(['粮食', '产量', '工业', '概况']), []);
const volumes = [volumeOf('甲年鉴', 2023), volumeOf('乙年鉴', 2024)];
const entries = [
  storedEntry('粮食生产', '全区粮食产量４２万吨。', { volume: 0, path: ['农业'] }),
  storedEntry('工業概況', '工業穩步發展。', { volume: 0 }),
  storedEntry('粮食', '粮食丰收，粮食入库。', { volume: 1, path: ['农业', '种植业'] }),
];
const built = buildCorpusIndex(volumes, entries, analyzer);

const ways = [
  ['as built', built.index],
  ['as opened from its sections', await openCorpusIndex(volumes, structuredClone(built.sections))],
] as const;

describe.each(ways)('the index of a corpus, %s', (_, index) => {
  it('finds passages by terms of body, heading and path, normalised', async () => {
    const find = async (term: string) => {
      const found = await index.passages.candidates({ terms: [{ term, weight: 1 }] }, 10);
      return found.items.map(({ id, frequencies }) => [id, [...frequencies]]);
    };
    expect(await find('42')).toEqual([[0, [1, 0, 0]]]);
    expect(await find('工业')).toEqual([[1, [1, 1, 0]]]);
    expect(await find('种植')).toEqual([[2, [0, 0, 1]]]);
    expect(await find('乙年')).toEqual([[2, [0, 0, 1]]]);
    expect(await find('2023')).toEqual([
      [1, [0, 0, 1]],
      [0, [0, 0, 1]],
    ]);
  });

  it('finds entries by heading and section', async () => {
    expect(await index.sections.find({ word: ['粮食'] }, 10)).toEqual([
      { id: 0, matchClass: 'word', matched: 1 },
      { id: 2, matchClass: 'word', matched: 1 },
    ]);
    expect(await index.sections.find({ prefix: ['工业概'] }, 10)).toEqual([
      { id: 1, matchClass: 'prefix', matched: 1 },
    ]);
  });

  it('gives the entries as printed', () => {
    expect(entries.map((_, i) => index.store.entry(i))).toEqual(entries.map(withoutFigures));
    expect(entries.map((_, i) => index.store.figures(i))).toEqual(
      entries.map(({ figures }) => figures),
    );
    expect(index.store.volumes).toEqual(volumes);
  });
});

describe('an index built out of another', () => {
  const other = [
    storedEntry('畜牧业', '存栏7000万头。', { volume: 0, path: ['农业'] }),
    entries[1] as (typeof entries)[number],
    storedEntry('粮食', '粮食歉收。', { volume: 1, path: ['农业', '种植业'] }),
    entries[2] as (typeof entries)[number],
  ];

  it.each([
    ['nothing', []],
    ['some entries', [undefined, 1, undefined, 2]],
    ['the last alone', [undefined, undefined, undefined, 2]],
  ])('by taking over %s is the one built from the entries', (_, taken) => {
    const whole = buildSections({ volumes, entries: other, analyzer });
    const reuse = { sections: built.sections, numberOf: (entry: number) => taken[entry] };
    expect(buildSections({ volumes, entries: other, analyzer, reuse })).toEqual(whole);
  });

  it('does not cut into words again what it takes over', () => {
    const cut: string[] = [];
    const noting = {
      ...analyzer,
      terms: (text: string) => {
        cut.push(text);
        return analyzer.terms(text);
      },
    };
    const reuse = { sections: built.sections, numberOf: (entry: number) => entry };
    buildSections({ volumes, entries, analyzer: noting, reuse });
    expect(cut).toEqual([]);
  });
});
