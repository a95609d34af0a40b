import { type EntryKeys, type KeyForm, keyForms, type SectionEntry } from './section-index.js';
import { compareTerms, type TermTable, termAt, termTable } from './term-table.js';

/** Distinct keys, sorted, with the entries that hold each. Goes to disk as it is. */
export interface KeyTable extends TermTable {
  /** Where the entries of key `k` begin in `entries`; one more than there are keys. */
  readonly entryStarts: Uint32Array;
  /** Entry numbers, those of a key ascending. */
  readonly entries: Uint32Array;
}

/** All that a section index is made of. */
export type SectionTables = Readonly<Record<KeyForm, KeyTable>>;

/** Empty keys are left out, and no entry holds a key twice. */
export function buildSectionTables(entries: Iterable<SectionEntry>): SectionTables {
  const byForm = byKeyForm(() => new Map<string, number[]>());
  for (const { id, keys } of entries) {
    for (const form of keyForms) {
      for (const key of new Set(keys[form])) {
        if (key === '') continue;
        const holders = byForm[form].get(key);
        if (holders === undefined) byForm[form].set(key, [id]);
        else holders.push(id);
      }
    }
  }
  return byKeyForm((form) => keyTable(byForm[form]));
}

/** The tables without some entries, and without the keys that no other holds. */
export function dropEntries(tables: SectionTables, ids: ReadonlySet<number>): SectionTables {
  return byKeyForm((form) => {
    const table = tables[form];
    const kept = new Map<string, number[]>();
    for (let k = 0; k < keyCount(table); k++) {
      const holders = [...entriesOf(table, k)].filter((id) => !ids.has(id));
      if (holders.length > 0) kept.set(termAt(table, k), holders);
    }
    return keyTable(kept);
  });
}

/** The keys of each entry, for an index built out of this one. Cost linear in the tables, once. */
export function keysByEntry(tables: SectionTables): (id: number) => EntryKeys {
  const byForm = byKeyForm((form) => {
    const table = tables[form];
    const held = new Map<number, string[]>();
    for (let k = 0; k < keyCount(table); k++) {
      const key = termAt(table, k);
      for (const id of entriesOf(table, k)) {
        const keys = held.get(id);
        if (keys === undefined) held.set(id, [key]);
        else keys.push(key);
      }
    }
    return held;
  });
  return (id) => byKeyForm((form) => byForm[form].get(id) ?? []);
}

export function keyCount({ starts }: TermTable): number {
  return starts.length - 1;
}

/** The entries that hold key `k`, ascending. */
export function entriesOf({ entryStarts, entries }: KeyTable, k: number): Uint32Array {
  return entries.subarray(entryStarts[k], entryStarts[k + 1]);
}

/** One value for each form of key. */
export function byKeyForm<T>(make: (form: KeyForm) => T): Record<KeyForm, T> {
  return Object.fromEntries(keyForms.map((form) => [form, make(form)])) as Record<KeyForm, T>;
}

function keyTable(holders: ReadonlyMap<string, readonly number[]>): KeyTable {
  const keys = [...holders.keys()].sort(compareTerms);
  const lists = keys.map((key) => [...(holders.get(key) ?? [])].sort((a, b) => a - b));
  const entryStarts = new Uint32Array(keys.length + 1);
  lists.forEach((list, k) => {
    entryStarts[k + 1] = (entryStarts[k] as number) + list.length;
  });
  const entries = new Uint32Array(entryStarts[keys.length] as number);
  lists.forEach((list, k) => {
    entries.set(list, entryStarts[k]);
  });
  return { ...termTable(keys), entryStarts, entries };
}
