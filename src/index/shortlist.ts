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

/** Pieces to an index: few enough that it is copied within a slice, in one or two ms. */
const perIndex = 1000;

/**
 * FlexSearch indexes of the distinct pieces: their documents are groups of keys, not keys, so
 * their size grows with the variety of headings and not with their number. Gives way to other work
 * while they are built; each piece belongs to one of them, so that a step never touches all.
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
  const count = Math.ceil(groups.size / perIndex) || 1;
  const shardOf = (name: string) => hashOf(piece.open ? name.slice(0, 1) : name) % count;
  const shards: [number: number, name: string][][] = Array.from({ length: count }, () => []);
  const order = new Uint32Array(keyCount(table));
  const starts = new Uint32Array(groups.size + 1);
  let number = 0;
  for (const [name, keys] of groups) {
    await pause();
    shards[shardOf(name)]?.push([number, name]);
    order.set(keys, starts[number]);
    starts[number + 1] = (starts[number] as number) + keys.length;
    number++;
  }
  const indexes: Index[] = [];
  for (const shard of shards) {
    const built = createIndex(piece);
    for (const [number, name] of shard) {
      await pause();
      built.add(number, name);
    }
    await pause();
    indexes.push(await fitted(built, piece, pause));
  }
  return {
    *candidates(asked) {
      const name = piece.of(asked);
      if (name === '') return;
      const found = indexes[shardOf(name)]?.search(asked, { limit: number || 1 }) ?? [];
      for (const id of found) yield* order.subarray(starts[Number(id)], starts[Number(id) + 1]);
    },
  };
}

/** A beginning shares its first unit with all that begin so, and so its index. */
function hashOf(name: string): number {
  let hash = 0;
  for (let i = 0; i < name.length; i++) hash = (hash * 31 + name.charCodeAt(i)) >>> 0;
  return hash;
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
