import { describe, expect, it } from 'vitest';
import type { Choice } from '../../src/answer/choose.js';
import { clarifyTunables, regionChoices } from '../../src/answer/clarify.js';
import type { VolumeInfo } from '../../src/reading/volume.js';
import type { Question } from '../../src/search/question.js';

const volumeOf = (region: string | null, year: number | null): VolumeInfo => ({
  title: '年鉴',
  name: '年鉴',
  edition: year === null ? null : year + 1,
  year,
  region,
});
const volumes = [
  volumeOf('宁夏', 2024),
  volumeOf('广东', 2024),
  volumeOf('宁夏', 2023),
  volumeOf('云南', null),
  volumeOf(null, 2024),
];
const [宁夏, 广东, 宁夏2023, 云南, 无] = [0, 1, 2, 3, 4];

interface Given {
  readonly volume: number;
  readonly score?: number;
  readonly confidence?: number;
  readonly fits?: boolean;
  /** How well its figure fits; null where there is none. */
  readonly figure?: number | null;
  readonly named?: boolean;
}
const choiceOf = ({
  volume,
  figure = 0.9,
  score = 5,
  confidence = 0.9,
  fits = true,
  named,
}: Given) =>
  ({
    entry: { volume },
    score,
    confidence: () => confidence,
    isSure: () => confidence > 0.5,
    evidence: () => ({ named: named ? 1 : 0 }),
    fits,
    asked: figure === null ? [] : [{ score: figure }],
  }) as never as Choice;
const ask = (given: readonly Given[], regions: readonly string[] = []) =>
  regionChoices({ text: '粮食产量', regions } as Question, given.map(choiceOf), volumes);

describe('asking back for the region', () => {
  it('offers each region once, the best first, with the question as it would have been asked', () => {
    const found = ask([{ volume: 广东 }, { volume: 宁夏 }, { volume: 宁夏2023 }, { volume: 云南 }]);
    expect(found).toEqual([
      { label: '广东 2024年', question: '广东粮食产量' },
      { label: '宁夏 2024年', question: '宁夏粮食产量' },
      { label: '云南', question: '云南粮食产量' },
    ]);
  });

  it.each<[string, Given[]]>([
    ['there is no entry', []],
    ['there is one region', [{ volume: 宁夏 }, { volume: 宁夏2023 }]],
    ['the other is of no region', [{ volume: 宁夏 }, { volume: 无 }]],
    ['the other does not fit', [{ volume: 宁夏 }, { volume: 广东, fits: false }]],
    ['the other has no figure', [{ volume: 宁夏 }, { volume: 广东, figure: null }]],
    ['the other alone has a figure', [{ volume: 宁夏, figure: null }, { volume: 广东 }]],
    ['the other’s figure fits less', [{ volume: 宁夏 }, { volume: 广东, figure: 0.65 }]],
    ['the other is not sure', [{ volume: 宁夏 }, { volume: 广东, confidence: 0.4 }]],
    [
      'the words of the other are far behind',
      [
        { volume: 宁夏, figure: null },
        { volume: 广东, figure: null, score: 5 - 3.1 },
      ],
    ],
    [
      'the words of the other are less sure',
      [
        { volume: 宁夏, figure: null },
        { volume: 广东, figure: null, confidence: 0.67 },
      ],
    ],
  ])('does not where %s', (_, given) => {
    expect(ask(given)).toEqual([]);
  });

  it('does not where a region was asked for', () => {
    const alike = [{ volume: 宁夏 }, { volume: 广东 }];
    expect(ask(alike)).toHaveLength(2);
    expect(ask(alike, ['宁夏'])).toEqual([]);
  });

  it('does where the other’s figure fits as well in words farther away, or both are named', () => {
    expect(ask([{ volume: 宁夏 }, { volume: 广东, score: 0, confidence: 0.6 }])).toHaveLength(2);
    const named = [
      { volume: 宁夏, named: true },
      { volume: 广东, named: true, figure: null },
    ];
    expect(ask(named)).toHaveLength(2);
  });

  it('does so up to the distance and the share of confidence that are set', () => {
    const { behind, confidence, figure } = clarifyTunables;
    const words = {
      volume: 广东,
      figure: null,
      score: 5 - behind,
      confidence: confidence * 0.9,
    };
    expect(ask([{ volume: 宁夏, figure: null }, words])).toHaveLength(2);
    expect(ask([{ volume: 宁夏 }, { volume: 广东, figure: 0.9 - figure + 1e-9 }])).toHaveLength(2);
  });
});
