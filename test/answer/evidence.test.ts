import { describe, expect, it } from 'vitest';
import { figureQuestion } from '../../src/answer/asked.js';
import { passageOf } from '../../src/answer/candidates.js';
import { answerEvidence, type Evidence, evidenceOf } from '../../src/answer/evidence.js';
import { figurePlace } from '../../src/answer/figure-place.js';
import { shippedWeights } from '../../src/answer/weights.js';
import { createExtractor } from '../../src/figures/extract.js';
import type { Figure } from '../../src/figures/figure.js';
import { buildStore } from '../../src/index/store.js';
import { rank } from '../../src/search/ranker.js';
import { storedEntry, volumeOf } from '../index/entries.js';
import { candidateOf, statistics, weighedOf } from '../search/asked-of.js';

interface Asked {
  readonly text: string;
  readonly heading?: string;
  readonly path?: readonly string[];
  readonly volume?: string;
  readonly region?: string | null;
  /** Position of the leading sentence. */
  readonly lead?: number;
  readonly figure?: number;
  readonly isOfYear?: boolean;
  /** Texts of other entries found. */
  readonly others?: readonly string[];
}

/** For an answer from the first entry. */
function evidenceFor(
  asked: string,
  {
    text,
    heading = '',
    path = [],
    volume = '年鉴',
    region = null,
    lead = 0,
    figure,
    others = [],
    isOfYear = false,
  }: Asked,
): Evidence {
  const { question, pattern, weighted } = weighedOf(asked);
  const entries = [
    storedEntry(heading, text, { path }),
    ...others.map((other) => storedEntry('', other)),
  ];
  const store = buildStore([{ ...volumeOf(volume, 2024), region }], entries);
  const ofStore = (p: number) => passageOf(store, p);
  const ranked = rank(
    pattern,
    Array.from({ length: store.passageCount }, (_, id) => candidateOf(id)),
    { ...statistics, documentFrequencies: [] },
    shippedWeights(),
    ofStore,
  );
  const own = ranked.find(({ id }) => id === 0);
  const entry = store.entry(0);
  const sentence = entry.sentences[lead];
  if (own === undefined || sentence === undefined) throw new Error('no such sentence');
  const [first] = extract(text, context);
  const place = (of: Figure) => figurePlace(of, entry, sentence);
  const match =
    figure === undefined || first === undefined
      ? undefined
      : { figure: first, score: figure, indicator: first.indicator, place: place(first) };
  const search = { ranked, units: weighted, pattern, passageOf: ofStore };
  const figures = figureQuestion(question, weighted);
  const possible = { ranked: own, entry, lead: sentence, figure: match, isOfYear };
  return evidenceOf(search, store, figures, possible);
}

const extract = createExtractor();
const context = { entryId: 'a', defaultYear: 2024, heading: '' };

describe('the evidence for an answer', () => {
  it.each<[keyof Evidence, string, Asked, number]>([
    ['beyond', '粮食产量', { text: '粮食5吨。', heading: '产量' }, 1],
    ['run', '粮食产量', { text: '粮食产量5吨。' }, 4 / 12],
    ['strict', '粮食产量多少', { text: '粮食产量5吨。粮食。' }, 1],
    ['strict', '粮食产量多少', { text: '粮食产量5吨。粮食。', lead: 1 }, 0],
    ['passageCharacters', '粮食产量', { text: '粮食。' }, 0.5],
    ['secondMissing', '粮食产量', { text: '产量。' }, 0],
    ['exactMissing', '380吨粮食', { text: '粮食。' }, 1],
    ['otherYear', '2022年粮食', { text: '2021年粮食。' }, 1],
    ['otherYear', '2022年粮食', { text: '2021年粮食。', isOfYear: true }, 0],
    // The volume of 2024 reports on 2023, whatever year its text names.
    ['otherYear', '2023年粮食', { text: '2022年粮食。' }, 0],
    ['heading', '粮食产量', { text: '高。', heading: '粮食产量' }, 1],
    ['named', '粮食产量', { text: '高。', heading: '粮食产量' }, 1],
    ['named', '2024年粮食产量多少', { text: '高。', heading: '粮食产量' }, 1],
    ['named', '粮食产量面积', { text: '高。', heading: '粮食产量' }, 0],
    ['kindMissing', '农村粮食产量', { text: '粮食产量5吨。' }, 1],
    ['kindMissing', '农村粮食产量', { text: '粮食产量5吨。', heading: '农村' }, 0],
    ['units', '粮食产量', { text: '粮食。' }, 0.2],
    ['figure', '粮食产量', { text: '粮食。' }, 0],
    ['figure', '粮食产量', { text: '粮食5吨。', figure: 0.7 }, 0.7],
    ['figure', '粮食产量', { text: '粮食5吨。', figure: 1.4 }, 1],
    ['figure', '粮食产量', { text: '粮食5吨。', figure: -0.1 }, 0],
  ])('%s: %s of %j is %d', (name, question, asked, value) => {
    expect(evidenceFor(question, asked)[name]).toBeCloseTo(value, 9);
  });

  it.each<[Asked, number]>([
    [{ text: '青铜峡建成。' }, 0],
    [{ text: '青铜峡很美。水库建成。', lead: 1 }, 0],
    [{ text: '水库建成。', heading: '青铜峡' }, 0],
    [{ text: '水库建成。', path: ['青铜峡'] }, 0],
    [{ text: '水库建成。', volume: '青铜峡年鉴' }, 0],
    [{ text: '水库建成。青铜峡很美。' }, 1],
    [{ text: '青铜峡很美。多雨。水库建成。', lead: 2 }, 1],
    [{ text: '青铜镇建成。' }, 1],
  ])(
    'misses a proper name that stands neither in, just before nor above it: %j is %d',
    (asked, missing) => {
      expect(evidenceFor('青铜峡水库', asked).nameMissing).toBe(missing);
    },
  );

  it.each<[string, Asked, number]>([
    ['云南粮食', { text: '粮食5吨。' }, 1],
    ['云南粮食', { text: '云南省粮食5吨。' }, 0],
    ['云南粮食', { text: '云南省来人。粮食5吨。', lead: 1 }, 0],
    ['云南粮食', { text: '粮食5吨。', heading: '云南' }, 0],
    ['云南粮食', { text: '粮食5吨。', region: '云南' }, 0],
    ['云南粮食', { text: '粮食5吨。', region: '广东' }, 1],
    ['云南青铜峡粮食', { text: '粮食5吨。', region: '云南' }, 1],
    ['粮食', { text: '粮食5吨。' }, 0],
  ])('of %s from %j misses a place: %s', (asked, from, missing) => {
    expect(evidenceFor(asked, from).placeMissing).toBe(missing);
  });

  it('misses no name where none was asked for', () => {
    expect(evidenceFor('水库', { text: '粮食。' }).nameMissing).toBe(0);
  });

  it('is ahead by the whole margin where nothing else was found, and behind a better entry', () => {
    const alone = { text: '粮食多。' };
    expect(evidenceFor('粮食产量', alone).margin).toBe(1);
    const even = { ...alone, others: ['粮食多。'] };
    expect(evidenceFor('粮食产量', even).margin).toBeCloseTo(0, 9);
    const behind = { ...alone, others: ['粮食产量5吨。'] };
    expect(evidenceFor('粮食产量', behind).margin).toBeLessThan(0);
  });

  it('is taken from the passage of the sentence, where that is not the one ranked', () => {
    const paragraph = '水库蓄水充足，灌溉面积稳定。'.repeat(30);
    const text = `${paragraph}\n粮食产量5吨。`;
    const sentences = storedEntry('', text).sentences;
    const evidence = evidenceFor('粮食产量', { text, lead: sentences.length - 1 });
    expect(evidence).toMatchObject({ pairs: 1, sentence: 0, passageCharacters: 0 });
  });

  it('is there for each name, about 0 to 1', () => {
    for (const question of ['粮食产量多少', '', '青铜峡水库是2023年的？']) {
      const evidence = evidenceFor(question, { text: '水库。\n粮食产量5吨。', heading: '产量' });
      expect(Object.keys(evidence).sort()).toEqual(Object.keys(answerEvidence).sort());
      for (const [name, value] of Object.entries(evidence)) {
        expect(Math.abs(value), name).toBeLessThanOrEqual(1.2);
      }
    }
  });
});
