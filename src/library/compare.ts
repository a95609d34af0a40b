import type { Store } from '../index/store.js';
import type { Volume } from '../segment/tree.js';

/** How one generation differs from the one before, in entries. */
export interface Difference {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** A difference, and which entry of before each entry is. */
export interface Comparison extends Difference {
  /** The same entry with the same text, of a volume on the same year, by the entry's place. */
  readonly unchanged: ReadonlyMap<number, number>;
}

/** Entries are the same by id, and unchanged when text and author are. */
export function compareEntries(before: Store, volumes: readonly Volume[]): Comparison {
  const old = new Map<string, number>();
  for (let i = 0; i < before.entryCount; i++) old.set(before.title(i).id, i);
  const unchanged = new Map<number, number>();
  let added = 0;
  let changed = 0;
  let place = 0;
  for (const { year, entries } of volumes) {
    for (const { id, text, author } of entries) {
      const number = old.get(id);
      old.delete(id);
      if (number === undefined) {
        added++;
      } else if (before.text(number) !== text || before.title(number).author !== author) {
        changed++;
      } else if (before.volumes[before.volumeOf(number)]?.year === year) {
        unchanged.set(place, number);
      }
      place++;
    }
  }
  return {
    added,
    changed,
    removed: old.size,
    unchanged,
  };
}
