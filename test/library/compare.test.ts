import { describe, expect, it } from 'vitest';
import { buildStore } from '../../src/index/store.js';
import { compareEntries } from '../../src/library/compare.js';
import { segmentCorpus } from '../../src/segment/corpus.js';

interface Input {
  readonly text: string;
  readonly year?: number;
}

function volumesOf({ text, year = 2022 }: Input) {
  const volume = { title: '内蒙古年鉴', name: '内蒙古年鉴', edition: null, year, region: null };
  const file = { file: 'a.txt', text, encoding: 'utf-8' as const, volume, section: null };
  return segmentCorpus({ dir: '', hash: '', files: [{ ...file, problems: [] }] }).volumes;
}

function storeOf(input: Input) {
  const volumes = volumesOf(input);
  const entries = volumes.flatMap((volume) =>
    volume.entries.map((entry) => ({ ...entry, volume: 0, figures: [] })),
  );
  return buildStore(volumes, entries);
}

const before = '【粮食】 产量38万吨。\n【畜牧】 存栏70万头。\n【水利】 水库8座。';

describe('entries of two generations', () => {
  it.each([
    ['are the same', before, { added: 0, changed: 0, removed: 0 }],
    [
      'are changed where their text is',
      before.replace('38', '39'),
      { added: 0, changed: 1, removed: 0 },
    ],
    [
      'are changed where their author is',
      before.replace('8座。', '8座。（王一）'),
      { added: 0, changed: 1, removed: 0 },
    ],
    [
      'are added, and removed',
      '【粮食】 产量38万吨。\n【电力】 发电9亿度。',
      { added: 1, changed: 0, removed: 2 },
    ],
    [
      'are others where they stand in another section',
      `# 农业\n${before}`,
      { added: 3, changed: 0, removed: 3 },
    ],
  ])('%s', (_, text, difference) => {
    const { unchanged: __, ...counts } = compareEntries(
      storeOf({ text: before }),
      volumesOf({ text }),
    );
    expect(counts).toEqual(difference);
  });

  it('are taken over one by one where text and year are the same', () => {
    const later = volumesOf({ text: `【前言】 新。\n${before.replace('70', '71')}` });
    expect([...compareEntries(storeOf({ text: before }), later).unchanged]).toEqual([
      [1, 0],
      [3, 2],
    ]);
    const otherYear = volumesOf({ text: before, year: 2021 });
    expect(compareEntries(storeOf({ text: before }), otherYear).unchanged.size).toBe(0);
  });
});
