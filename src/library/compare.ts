import type { Store } from '../index/store.js';

/** How one generation differs from the one before, in entries. */
export interface Difference {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** Entries are the same by id, and unchanged when text and author are. */
export function compareStores(before: Store, after: Store): Difference {
  const old = new Map<string, number>();
  for (let i = 0; i < before.entryCount; i++) old.set(before.entry(i).id, i);
  let added = 0;
  let changed = 0;
  for (let i = 0; i < after.entryCount; i++) {
    const { id, text, author } = after.entry(i);
    const number = old.get(id);
    old.delete(id);
    if (number === undefined) {
      added++;
      continue;
    }
    const was = before.entry(number);
    if (was.text !== text || was.author !== author) changed++;
  }
  return { added, changed, removed: old.size };
}
