import { Index } from 'flexsearch';
import { keyCount } from './key-table.js';
import type { Pause } from './slices.js';
import { type TermTable, termAt } from './term-table.js';

/** Finds the few keys of a table that can match, by a piece of what was asked for. */
export interface Shortlist {
  /** Numbers of the keys whose piece is that of `asked`, or begins so in a list of beginnings. */
  candidates(asked: string): Iterable<number>;
}

export interface Piece {
  /** The part of a key that it is filed under; of a key that is not empty never empty. */
  readonly of: (key: string) => string;
  /** Whether a shorter piece finds all that begin with it. */
  readonly open: boolean;
}

/**
 * A FlexSearch index of the distinct pieces: its documents are groups of keys, not keys, so its
 * size grows with the variety of headings and not with their number. Gives way to other work
 * while it is built.
 */
export async function buildShortlist(
  table: TermTable,
  piece: Piece,
  pause: Pause,
): Promise<Shortlist> {
  const groups = new Map<string, number[]>();
  for (let k = 0; k < keyCount(table); k++) {
    await pause();
    const name = piece.of(termAt(table, k));
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [k]);
    else group.push(k);
  }
  const built = createIndex(piece);
  const order = new Uint32Array(keyCount(table));
  const starts = new Uint32Array(groups.size + 1);
  let number = 0;
  for (const [name, keys] of groups) {
    await pause();
    built.add(number, name);
    order.set(keys, starts[number]);
    starts[number + 1] = (starts[number] as number) + keys.length;
    number++;
  }
  const index = await fitted(built, piece, pause);
  return {
    *candidates(asked) {
      for (const id of index.search(asked, { limit: number || 1 })) {
        yield* order.subarray(starts[Number(id)], starts[Number(id) + 1]);
      }
    },
  };
}

function createIndex({ of, open }: Piece): Index {
  return new Index({
    // FlexSearch's own encoders do not know Chinese.
    encode: (key: string) => [of(key)],
    tokenize: open ? 'forward' : 'strict',
    // Its order by slot is never used; one slot costs least.
    resolution: 1,
  });
}

/** The same index a quarter the size: arrays that were filled keep room to grow, read ones none. */
async function fitted(index: Index, piece: Piece, pause: Pause): Promise<Index> {
  const parts: [string, string][] = [];
  await index.export((key: string, data: string) => {
    parts.push([key, data]);
  });
  const copy = createIndex(piece);
  for (const [key, data] of parts) {
    await pause();
    copy.import(key, data);
  }
  return copy;
}
