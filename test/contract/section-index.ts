import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SectionEntry, SectionIndex, SectionKeys } from '../../src/index/section-index.js';
import { naiveSections } from './naive-sections.js';

type Build = (entries: readonly SectionEntry[]) => SectionIndex | Promise<SectionIndex>;

/** What an engine may lack: the reason stands in the test's name. */
export interface SectionIndexSkips {
  /** Finds keys by their beginning. */
  readonly prefix?: string;
}

/** What every engine behind the SectionIndex port keeps: to be called from its own test file. */
export function sectionIndexContract(
  name: string,
  build: Build,
  skip: SectionIndexSkips = {},
): void {
  const prefix = (sentence: string) =>
    skip.prefix === undefined ? sentence : `${sentence} (skipped: ${skip.prefix})`;
  const itByPrefix = it.skipIf(skip.prefix !== undefined);
  const asked: fc.Arbitrary<SectionKeys> =
    skip.prefix === undefined ? keysOf : keysOf.map(({ word = [] }) => ({ word }));

  describe(`${name}, a section index`, () => {
    it('gives the twin’s entries, classes, counts and order', async () => {
      await fc.assert(
        fc.asyncProperty(entriesOf, asked, fc.integer({ min: 0, max: 12 }), async (e, keys, n) => {
          expect(await (await build(e)).find(keys, n)).toEqual(
            await naiveSections(e).find(keys, n),
          );
        }),
        { numRuns: 300 },
      );
    });

    it('gives what the twin gives after entries are taken out, and stays itself as it was', async () => {
      await fc.assert(
        fc.asyncProperty(entriesOf, asked, fc.func(fc.boolean()), async (e, keys, isGone) => {
          const gone = new Set(e.map(({ id }) => id).filter((id) => isGone(id)));
          const index = await build(e);
          const rest = naiveSections(e.filter(({ id }) => !gone.has(id)));
          expect(await (await index.without(gone)).find(keys, 100)).toEqual(
            await rest.find(keys, 100),
          );
          expect(await index.find(keys, 100)).toEqual(await naiveSections(e).find(keys, 100));
        }),
      );
    });

    it('gives what the twin gives when built anew from keys that went to disk as JSON', async () => {
      await fc.assert(
        fc.asyncProperty(entriesOf, asked, async (e, keys) => {
          const index = await build(JSON.parse(JSON.stringify(e)) as SectionEntry[]);
          expect(await index.find(keys, 100)).toEqual(await naiveSections(e).find(keys, 100));
        }),
      );
    });

    it('finds nothing where there are no entries', async () => {
      expect(await (await build([])).find({ word: ['金融'], prefix: ['金'] }, 10)).toEqual([]);
    });

    it('finds nothing after its last entry is taken out', async () => {
      const index = await (await build([entry(0, '金融')])).without(new Set([0, 7]));
      expect(await index.find({ word: ['金融'] }, 10)).toEqual([]);
    });

    it('finds nothing for no keys, unknown ones or an empty one', async () => {
      const index = await build([entry(0, '金融')]);
      expect(await index.find({}, 10)).toEqual([]);
      expect(await index.find({ word: [], prefix: [] }, 10)).toEqual([]);
      expect(await index.find({ word: ['石油', ''], prefix: ['石', ''] }, 10)).toEqual([]);
    });

    it('gives every entry where the limit is above 100, by entry number', async () => {
      const many = Array.from({ length: 250 }, (_, i) => entry(250 - i, '综述'));
      const found = await (await build(many)).find({ word: ['综述'] }, 1000);
      expect(found.map(({ id }) => id)).toEqual(Array.from({ length: 250 }, (_, i) => i + 1));
      expect(await (await build(many)).find({ word: ['综述'] }, 150)).toEqual(found.slice(0, 150));
    });

    it('gives nothing where the limit is 0', async () => {
      expect(await (await build([entry(0, '金融')])).find({ word: ['金融'] }, 0)).toEqual([]);
    });

    it('counts a key asked for twice once, and one held twice once', async () => {
      const index = await build([{ id: 3, keys: { word: ['金融', '金融'] } }]);
      expect(await index.find({ word: ['金融', '金融'] }, 10)).toEqual([
        { id: 3, matchClass: 'word', matched: 1 },
      ]);
    });

    it('gives most keys matched before a smaller number', async () => {
      const index = await build([entry(0, '金融'), entry(1, '金融', '保险')]);
      const found = await index.find({ word: ['保险', '金融'] }, 10);
      expect(found.map(({ id, matched }) => [id, matched])).toEqual([
        [1, 2],
        [0, 1],
      ]);
    });

    it('matches a whole word only by the whole of it', async () => {
      const index = await build([entry(0, '金融业'), entry(1, '金融'), entry(2, '金')]);
      expect((await index.find({ word: ['金融'] }, 10)).map(({ id }) => id)).toEqual([1]);
    });

    itByPrefix(prefix('finds a key by its beginning, the whole of it included'), async () => {
      const index = await build([entry(0, '金融业'), entry(1, '金融'), entry(2, '农金融')]);
      expect((await index.find({ prefix: ['金融'] }, 10)).map(({ id }) => id)).toEqual([0, 1]);
    });

    itByPrefix(prefix('finds no key by one that goes on beyond it'), async () => {
      const index = await build([entry(0, '金融')]);
      expect(await index.find({ prefix: ['金融业'] }, 10)).toEqual([]);
    });

    itByPrefix(prefix('gives an entry once, in its best class'), async () => {
      const index = await build([entry(0, '金融业'), entry(1, '金融')]);
      expect(await index.find({ word: ['金融'], prefix: ['金'] }, 10)).toEqual([
        { id: 1, matchClass: 'word', matched: 1 },
        { id: 0, matchClass: 'prefix', matched: 1 },
      ]);
    });

    it.each(odd)('finds the odd key %j, and by that alone', async (key) => {
      const index = await build([entry(0, key, '金融'), entry(1, '保险')]);
      expect(await index.find({ word: [key] }, 10)).toEqual([
        { id: 0, matchClass: 'word', matched: 1 },
      ]);
      expect(await index.find({ word: ['toString', `${key}x`] }, 10)).toEqual([]);
    });
  });
}

const odd = [
  '__proto__',
  'constructor',
  ' a b ',
  'A',
  'ａ',
  '\u0000',
  '\u0001',
  '金\u0001融',
  '["金"]',
  '"',
  '\\',
  '\n',
  '𠮷',
  '\ud842',
  'e\u0301',
  '0',
  '-1',
  'pm2.5',
  '长'.repeat(3000),
];

/** An entry found by the same keys in every class, as `analysis/` makes them. */
function entry(id: number, ...keys: string[]): SectionEntry {
  return { id, keys: { word: keys, prefix: keys } };
}

const key = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('金', '金融', '金融业', '保险', '保', 'gdp', 'GDP', '') },
  { weight: 1, arbitrary: fc.constantFrom(...odd) },
);
const keysOf: fc.Arbitrary<SectionKeys> = fc.record(
  { word: fc.array(key, { maxLength: 4 }), prefix: fc.array(key, { maxLength: 4 }) },
  { requiredKeys: [] },
);
const entriesOf: fc.Arbitrary<SectionEntry[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 20 })
  .chain((ids) => fc.tuple(...ids.map((id) => keysOf.map((keys) => ({ id, keys })))));
