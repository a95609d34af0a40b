import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AskedKeys,
  type EntryKeys,
  type MatchClass,
  matchClasses,
  type SectionEntry,
  type SectionIndex,
} from '../../src/index/section-index.js';
import { naiveSections } from './naive-sections.js';

type Build = (entries: readonly SectionEntry[]) => SectionIndex | Promise<SectionIndex>;

/** The classes an engine lacks, each with the reason, which stands in the tests' names. */
export type SectionIndexSkips = Readonly<Partial<Record<MatchClass, string>>>;

/** What every engine behind the SectionIndex port keeps: to be called from its own test file. */
export function sectionIndexContract(
  name: string,
  build: Build,
  skip: SectionIndexSkips = {},
): void {
  const classes = matchClasses.filter((matchClass) => skip[matchClass] === undefined);
  const asked = askedOf(classes);
  /** A test that needs some class: skipped by name where the engine lacks it. */
  const itBy = (needed: MatchClass, sentence: string, test: () => Promise<void>) => {
    const reason = skip[needed];
    if (reason === undefined) it(sentence, test);
    else it.skip(`${sentence} (skipped: ${reason})`, test);
  };

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
      const index = await build([]);
      for (const matchClass of classes) {
        expect(await index.find({ [matchClass]: ['金融'] }, 10)).toEqual([]);
      }
    });

    it('finds nothing after its last entry is taken out', async () => {
      const index = await (await build([entry(0, '金融')])).without(new Set([0, 7]));
      expect(await index.find({ word: ['金融'] }, 10)).toEqual([]);
    });

    it('finds nothing for no keys, unknown ones or an empty one', async () => {
      const index = await build([entry(0, '金融')]);
      expect(await index.find({}, 10)).toEqual([]);
      for (const matchClass of classes) {
        expect(await index.find({ [matchClass]: [] }, 10)).toEqual([]);
        expect(await index.find({ [matchClass]: ['石油', ''] }, 10)).toEqual([]);
      }
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
      const index = await build([{ id: 3, keys: { name: ['金融', '金融'] } }]);
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

    itBy('prefix', 'finds a key by its beginning, the whole of it included', async () => {
      const index = await build([entry(0, '金融业'), entry(1, '金融'), entry(2, '农金融')]);
      expect((await index.find({ prefix: ['金融'] }, 10)).map(({ id }) => id)).toEqual([0, 1]);
    });

    itBy('prefix', 'finds no key by one that goes on beyond it', async () => {
      const index = await build([entry(0, '金融')]);
      expect(await index.find({ prefix: ['金融业'] }, 10)).toEqual([]);
    });

    itBy('prefix', 'gives an entry once, in its best class', async () => {
      const index = await build([entry(0, '金融业'), entry(1, '金融')]);
      expect(await index.find({ word: ['金融'], prefix: ['金'] }, 10)).toEqual([
        { id: 1, matchClass: 'word', matched: 1 },
        { id: 0, matchClass: 'prefix', matched: 1 },
      ]);
    });

    itBy('pinyin', 'finds the keys of one sound by it alone', async () => {
      const index = await build([
        { id: 0, keys: { pinyin: ['jinrong', 'baoxian'] } },
        { id: 1, keys: { pinyin: ['jinrong'], name: ['jin'] } },
        { id: 2, keys: { pinyin: ['jinrongye'], name: ['jinrong'] } },
      ]);
      expect(await index.find({ pinyin: ['jinrong', 'baoxian'] }, 10)).toEqual([
        { id: 0, matchClass: 'pinyin', matched: 2 },
        { id: 1, matchClass: 'pinyin', matched: 1 },
      ]);
    });

    itBy('initials', 'finds keys by their initials alone', async () => {
      const index = await build([
        { id: 0, keys: { initials: ['jr'], pinyin: ['jinrong'] } },
        { id: 1, keys: { initials: ['jry'] } },
      ]);
      expect(await index.find({ initials: ['jr'], pinyin: ['jr'] }, 10)).toEqual([
        { id: 0, matchClass: 'initials', matched: 1 },
      ]);
    });

    itBy(
      'edit',
      'finds a key with one wrong, missing or extra character, not with two',
      async () => {
        const held = [
          '工业增加值',
          '农业增加值',
          '工业增值',
          '工业增加总值',
          '业增加值',
          '工业增加',
        ];
        const far = ['农业增值', '工业加增值', '工业增', '工业增加值总计', '值加增业工'];
        const index = await build([...held, ...far].map((key, id) => entry(id, key)));
        const found = await index.find({ edit: ['工业增加值'] }, 100);
        expect(found.map(({ id }) => id)).toEqual(held.map((_, id) => id));
      },
    );

    itBy('edit', 'takes a single character for no misprint', async () => {
      const index = await build([entry(0, '金'), entry(1, '银'), entry(2, '金融')]);
      expect(await index.find({ edit: ['金'] }, 10)).toEqual([]);
      expect((await index.find({ edit: ['金银'] }, 10)).map(({ id }) => id)).toEqual([0, 1, 2]);
    });

    it('gives the classes in their order, whatever the number of keys matched', async () => {
      const index = await build(
        classes.map((matchClass, i) => ({
          id: classes.length - i,
          keys: held[matchClass],
        })),
      );
      const keys: AskedKeys = Object.fromEntries(
        classes.map((matchClass) => [matchClass, [askedFor[matchClass]]]),
      );
      const found = await index.find(keys, 10);
      expect(found.map(({ matchClass }) => matchClass)).toEqual(classes);
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

/** An entry found by these names. */
function entry(id: number, ...keys: string[]): SectionEntry {
  return { id, keys: { name: keys } };
}

/** Of each class a key asked for, and the keys of an entry that it alone finds. */
const askedFor: Readonly<Record<MatchClass, string>> = {
  word: '金融',
  prefix: '农',
  pinyin: 'caizheng',
  initials: 'gjj',
  edit: '海关总暑',
};
const held: Readonly<Record<MatchClass, EntryKeys>> = {
  word: { name: ['金融'] },
  prefix: { name: ['农业', '农村'] },
  pinyin: { pinyin: ['caizheng'] },
  initials: { initials: ['gjj'] },
  edit: { name: ['海关总署', '海关'] },
};

const key = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom(
      '金',
      '金融',
      '金融业',
      '金业',
      '融',
      '保险',
      'gdp',
      'GDP',
      'gd',
      '',
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom(...odd) },
);
const keyList = fc.array(key, { maxLength: 4 });

function askedOf(classes: readonly MatchClass[]): fc.Arbitrary<AskedKeys> {
  return fc.record(Object.fromEntries(classes.map((matchClass) => [matchClass, keyList])), {
    requiredKeys: [],
  });
}

const entriesOf: fc.Arbitrary<SectionEntry[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 20 })
  .chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc
          .record({ name: keyList, pinyin: keyList, initials: keyList }, { requiredKeys: [] })
          .map((keys) => ({ id, keys })),
      ),
    ),
  );
