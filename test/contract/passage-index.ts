import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Candidates,
  fields,
  type PassageIndex,
  type PassageQuery,
  type PassageTerms,
} from '../../src/index/passage-index.js';
import { naivePassages } from './naive-passages.js';

type Build = (passages: readonly PassageTerms[]) => PassageIndex | Promise<PassageIndex>;

/** What an engine may lack: the reason stands in the test's name. */
export interface PassageIndexSkips {
  /** Goes to disk and comes back. */
  readonly snapshot?: string;
}

export interface PassageIndexOptions {
  /** The index once more, through the form in which it goes to disk. */
  readonly reopen?: (index: PassageIndex) => PassageIndex | Promise<PassageIndex>;
  readonly skip?: PassageIndexSkips;
}

/** What every engine behind the PassageIndex port keeps: to be called from its own test file. */
export function passageIndexContract(
  name: string,
  build: Build,
  { reopen, skip = {} }: PassageIndexOptions = {},
): void {
  describe(`${name}, a passage index`, () => {
    it('gives the twin’s passages, order, scores, frequencies and statistics', async () => {
      await fc.assert(
        fc.asyncProperty(corpora, queries, fc.integer({ min: 0, max: 12 }), async (c, q, limit) => {
          await expectSame(await build(c), naivePassages(c), q, limit);
        }),
        { numRuns: 300 },
      );
    });

    it('gives the twin’s best of many passages for terms rare and common', async () => {
      await fc.assert(
        fc.asyncProperty(skewedCorpora, fc.integer({ min: 1, max: 30 }), async (c, limit) => {
          const query = terms('奶', '枸杞', '产量', '增长', '全区', '年');
          await expectSame(await build(c), naivePassages(c), query, limit);
        }),
        { numRuns: 40 },
      );
    });

    it('gives what the twin gives after passages are taken out, and stays itself as it was', async () => {
      await fc.assert(
        fc.asyncProperty(corpora, queries, fc.func(fc.boolean()), async (c, q, isGone) => {
          const gone = new Set(c.map(({ id }) => id).filter((id) => isGone(id)));
          const index = await build(c);
          const rest = c.filter(({ id }) => !gone.has(id));
          await expectSame(await index.without(gone), naivePassages(rest), q, 100);
          await expectSame(index, naivePassages(c), q, 100);
        }),
      );
    });

    it('counts statistics without the passages taken out', async () => {
      const index = await build([body(1, '粮食 产量'), body(2, '粮食'), body(3, '奶 产量 增长')]);
      const { statistics } = await (await index.without(new Set([3]))).candidates(
        terms('粮食', '产量', '奶'),
        10,
      );
      expect(statistics).toEqual({
        passages: 2,
        meanLengths: [1.5, 0, 0],
        documentFrequencies: [2, 1, 0],
      });
    });

    it('takes out passages it does not hold without a word', async () => {
      const index = await (await build([body(4, '粮食')])).without(new Set([5, 99]));
      expect(ids(await index.candidates(terms('粮食'), 10))).toEqual([4]);
    });

    it('finds nothing, and says so with empty statistics, where there are no passages', async () => {
      expect(await (await build([])).candidates(terms('粮食', '产量'), 10)).toEqual({
        statistics: { passages: 0, meanLengths: [0, 0, 0], documentFrequencies: [0, 0] },
        items: [],
      });
    });

    it('is empty after its last passage is taken out', async () => {
      const index = await (await build([body(0, '粮食')])).without(new Set([0]));
      const { statistics, items } = await index.candidates(terms('粮食'), 10);
      expect(items).toEqual([]);
      expect(statistics.passages).toBe(0);
    });

    it('gives every passage where the limit is above 100', async () => {
      const many = Array.from({ length: 250 }, (_, i) => body(i * 3, '粮食'));
      const index = await build(many);
      const all = many.map(({ id }) => id);
      expect(ids(await index.candidates(terms('粮食'), 1000))).toEqual(all);
      expect(ids(await index.candidates(terms('粮食'), 150))).toEqual(all.slice(0, 150));
    });

    it('gives statistics and no passage where the limit is 0', async () => {
      const { statistics, items } = await (await build([body(0, '粮食')])).candidates(
        terms('粮食'),
        0,
      );
      expect(items).toEqual([]);
      expect(statistics.documentFrequencies).toEqual([1]);
    });

    it('gives equal scores by id, the smallest first, also where the limit cuts among them', async () => {
      const same = [9, 12, 30, 31, 40].map((id) => body(id, '粮食 产量'));
      expect(ids(await (await build(same)).candidates(terms('产量'), 3))).toEqual([9, 12, 30]);
    });

    it('knows an unknown term as held by no passage', async () => {
      const found = await (await build([body(0, '粮食')])).candidates(terms('石油', '粮食'), 10);
      expect(found.statistics.documentFrequencies).toEqual([0, 1]);
      expect([...(found.items[0]?.frequencies ?? [])]).toEqual([0, 0, 0, 1, 0, 0]);
    });

    it('finds nothing for a query without terms', async () => {
      const found = await (await build([body(0, '粮食')])).candidates({ terms: [] }, 10);
      expect(found.items).toEqual([]);
      expect(found.statistics.passages).toBe(1);
    });

    it.each([
      ['all of it', [{ start: 0, end: 100 }], [10, 20, 30, 40]],
      ['from the first, to before the last number', [{ start: 20, end: 40 }], [20, 30]],
      ['between two numbers', [{ start: 21, end: 30 }], []],
      [
        'two stretches',
        [
          { start: 0, end: 11 },
          { start: 40, end: 41 },
        ],
        [10, 40],
      ],
      ['an empty stretch', [{ start: 20, end: 20 }], []],
      ['no stretch', [], []],
      ['beyond the last', [{ start: 41, end: 9000 }], []],
    ])('chooses within %s', async (_, within, expected) => {
      const index = await build([10, 20, 30, 40].map((id) => body(id, '粮食')));
      const found = await index.candidates({ ...terms('粮食'), within }, 10);
      expect(ids(found)).toEqual(expected);
      // Statistics are of the index, whatever part of it is asked.
      expect(found.statistics).toMatchObject({ passages: 4, documentFrequencies: [4] });
    });

    it('counts a term by field, 255 at most, and the length in full', async () => {
      const much = { body: repeated('粮', 300), heading: repeated('粮', 255), path: ['粮', '食'] };
      const { items } = await (await build([{ id: 7, terms: much }])).candidates(terms('粮'), 1);
      expect([...(items[0]?.frequencies ?? [])]).toEqual([255, 255, 1]);
      expect(items[0]?.lengths).toEqual([300, 255, 2]);
    });

    it('ranks a passage that repeats the term above one of equal length that does not', async () => {
      const index = await build([body(0, '粮食 增长 稳定'), body(1, '粮食 粮食 稳定')]);
      expect(ids(await index.candidates(terms('粮食'), 10))).toEqual([1, 0]);
    });

    it('keeps terms apart of which one begins with the other', async () => {
      const index = await build([body(0, '生产'), body(1, '生产总值'), body(2, '生产总值指数')]);
      expect(ids(await index.candidates(terms('生产总值'), 10))).toEqual([1]);
      expect(ids(await index.candidates(terms('生'), 10))).toEqual([]);
    });

    it.each([
      '__proto__',
      'constructor',
      '𠮷',
      '\ud842',
      '\u0000',
      ' ',
      '4.2',
      '\uffff',
      '长'.repeat(200_000),
    ])('finds the odd term %j, and that alone', async (odd) => {
      const one = { id: 1, terms: { body: ['粮食', odd], heading: [], path: [] } };
      const index = await (await build([body(0, '粮食'), one])).without(new Set([0]));
      expect(ids(await index.candidates({ terms: [{ term: odd, weight: 1 }] }, 10))).toEqual([1]);
      expect(ids(await index.candidates(terms('toString'), 10))).toEqual([]);
    });

    it('answers questions asked at once as it does one by one', async () => {
      const index = await build([body(0, '粮食 产量'), body(1, '产量'), body(2, '粮食 粮食')]);
      const asked = ['粮食', '产量', '奶'].map((term) => terms(term));
      const one = [];
      for (const query of asked) one.push(await index.candidates(query, 10));
      expect(await Promise.all(asked.map((query) => index.candidates(query, 10)))).toEqual(one);
    });

    const reason = skip.snapshot;
    it.skipIf(reason !== undefined)(
      `comes back from its snapshot as it was${reason === undefined ? '' : ` (skipped: ${reason})`}`,
      async () => {
        if (reopen === undefined) throw new Error('name reopen, or the reason to skip snapshot');
        await fc.assert(
          fc.asyncProperty(corpora, queries, async (c, q) => {
            await expectSame(await reopen(await build(c)), naivePassages(c), q, 100);
          }),
        );
      },
    );
  });
}

async function expectSame(
  real: PassageIndex,
  twin: PassageIndex,
  query: PassageQuery,
  limit: number,
): Promise<void> {
  const [found, expected] = [
    await real.candidates(query, limit),
    await twin.candidates(query, limit),
  ];
  expect(comparable(found)).toEqual(comparable(expected));
  for (const [i, { score }] of found.items.entries()) {
    expect(score).toBeCloseTo(expected.items[i]?.score ?? Number.NaN, 9);
  }
}

function comparable({ statistics, items }: Candidates) {
  return {
    passages: statistics.passages,
    meanLengths: statistics.meanLengths.map((mean) => mean.toFixed(9)),
    documentFrequencies: statistics.documentFrequencies,
    items: items.map(({ id, lengths, frequencies }) => ({
      id,
      lengths: [...lengths],
      frequencies: [...frequencies],
    })),
  };
}

function ids({ items }: Candidates): number[] {
  return items.map(({ id }) => id);
}

/** A passage whose body holds the words, parted by spaces. */
function body(id: number, words: string): PassageTerms {
  return { id, terms: { body: words.split(' '), heading: [], path: [] } };
}

function terms(...wanted: string[]): PassageQuery {
  return { terms: wanted.map((term) => ({ term, weight: 1 })) };
}

function repeated(term: string, times: number): string[] {
  return Array.from({ length: times }, () => term);
}

/** Few words, so that they meet. */
const word = fc.constantFrom('粮', '粮食', '粮食产量', '产量', '增', '增长', 'gdp', '4.2', '𠮷');
const corpora: fc.Arbitrary<PassageTerms[]> = fc
  .array(
    fc.record({
      gap: fc.integer({ min: 1, max: 300 }),
      terms: fc.record(
        Object.fromEntries(
          fields.map((field) => [field, fc.array(word, { maxLength: 8 })]),
        ) as Record<(typeof fields)[number], fc.Arbitrary<string[]>>,
      ),
    }),
    { maxLength: 24 },
  )
  .map((passages) => {
    let id = -1;
    return passages.map(({ gap, terms: own }) => {
      id += gap;
      return { id, terms: own };
    });
  });

/** Two hundred passages; each word stands in half as many of them as the one after it. */
const skewedCorpora: fc.Arbitrary<PassageTerms[]> = fc
  .array(fc.array(fc.nat({ max: 62 }), { minLength: 1, maxLength: 6 }), {
    minLength: 200,
    maxLength: 200,
  })
  .map((passages) =>
    passages.map((draws, id) =>
      body(
        id,
        draws
          .map(
            (draw) =>
              ['年', '全区', '增长', '产量', '枸杞', '奶'][5 - Math.floor(Math.log2(draw + 1))],
          )
          .join(' '),
      ),
    ),
  );

const within = fc
  .uniqueArray(fc.integer({ min: 0, max: 2000 }), { maxLength: 6 })
  .map((places) => places.sort((a, b) => a - b))
  .map((places) =>
    places.flatMap((start, i) => {
      const end = places[i + 1];
      return i % 2 === 0 && end !== undefined ? [{ start, end }] : [];
    }),
  );

const queries: fc.Arbitrary<PassageQuery> = fc
  .record({
    terms: fc.uniqueArray(
      fc.record({
        term: fc.oneof(word, fc.constant('石油')),
        weight: fc.constantFrom(0.25, 0.5, 1, 2),
      }),
      { maxLength: 5, selector: ({ term }) => term },
    ),
    within: fc.option(within, { nil: undefined }),
  })
  .map(({ terms: wanted, within: spans }) =>
    spans === undefined ? { terms: wanted } : { terms: wanted, within: spans },
  );
