import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildSectionTables,
  dropEntries,
  entriesOf,
  keyCount,
  keysByEntry,
} from '../../src/index/key-table.js';
import type { SectionEntry } from '../../src/index/section-index.js';
import { termAt } from '../../src/index/term-table.js';

const keys = fc.array(fc.constantFrom('金', '金融', 'jinrong', '', '__proto__'), { maxLength: 4 });
const entries: fc.Arbitrary<SectionEntry[]> = fc
  .uniqueArray(fc.nat(50), { maxLength: 12 })
  .chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc.record({ name: keys, pinyin: keys, initials: keys }).map((own) => ({ id, keys: own })),
      ),
    ),
  );

describe('the table of keys', () => {
  it('holds each key once, sorted, with its entries ascending', () => {
    const { name } = buildSectionTables([
      { id: 7, keys: { name: ['金融', '保险'] } },
      { id: 3, keys: { name: ['金融', '金融', ''] } },
    ]);
    const held = Array.from({ length: keyCount(name) }, (_, k) => [
      termAt(name, k),
      [...entriesOf(name, k)],
    ]);
    expect(held).toEqual([
      ['保险', [7]],
      ['金融', [3, 7]],
    ]);
  });

  it('gives back the keys of every entry, so that it can be built again from itself', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const tables = buildSectionTables(all);
        const held = keysByEntry(tables);
        expect(buildSectionTables(all.map(({ id }) => ({ id, keys: held(id) })))).toEqual(tables);
      }),
    );
  });

  it('without some entries is the table of the others', () => {
    fc.assert(
      fc.property(entries, fc.func(fc.boolean()), (all, isGone) => {
        const gone = new Set(all.map(({ id }) => id).filter((id) => isGone(id)));
        expect(dropEntries(buildSectionTables(all), gone)).toEqual(
          buildSectionTables(all.filter(({ id }) => !gone.has(id))),
        );
      }),
    );
  });
});
