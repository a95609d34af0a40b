import { Index } from 'flexsearch';
import { groupKeys, type KeyGroups, type Piece, pieceOf } from './key-groups.js';
import type { Pause } from './slices.js';
import { type TermTable, termAt } from './term-table.js';

/** Finds the few keys of a table that can match, by a piece of what was asked for. */
export interface Shortlist {
  /** Numbers of the keys whose piece is that of `asked`, or begins so in a list of beginnings. */
  candidates(asked: string): Promise<readonly number[]>;
}

export interface ShortlistKind {
  readonly piece: Piece;
  /** Whether a shorter piece finds all that begin with it. */
  readonly open: boolean;
}

/** Pieces of which the keys are kept. */
const mostFound = 1000;

/** Pieces to an index: few enough that a question is held up for a fraction of a ms by building one. */
const perIndex = 128;

/**
 * FlexSearch indexes of the distinct pieces: their documents are groups of keys, not keys, so
 * their size grows with the variety of headings and not with their number. Each piece belongs to
 * one of them, and each is built when it is first needed: only grouping goes through all keys,
 * giving way to other work.
 */
export async function buildShortlist(
  table: TermTable,
  kind: ShortlistKind,
  pause: Pause,
): Promise<Shortlist> {
  const { piece, open } = kind;
  const groups = await groupKeys(table, piece, pause);
  const shards = await shardGroups(table, groups, kind, pause);
  const nameOf = (group: number) =>
    pieceOf(termAt(table, groups.keys[groups.starts[group] as number] as number), piece);
  const built = new Map<number, Promise<Index>>();
  /** By piece, the keys found of late. */
  const found = new Map<string, readonly number[]>();
  const keysOf = async (name: string) => {
    const shard = shards.of(name);
    const members = shards.groups(shard);
    const index = built.get(shard) ?? buildIndex(members, nameOf, open);
    built.set(shard, index);
    const matches = (await index).search(name, { limit: members.length || 1 });
    return matches.flatMap((group) => [
      ...groups.keys.subarray(groups.starts[Number(group)], groups.starts[Number(group) + 1]),
    ]);
  };
  return {
    candidates: async (asked) => {
      const name = pieceOf(asked, piece);
      if (name === '') return [];
      const keys = found.get(name) ?? (await keysOf(name));
      if (found.size >= mostFound) found.clear();
      found.set(name, keys);
      return keys;
    },
  };
}

/** Which groups of keys go into which index. */
interface Shards {
  of(name: string): number;
  groups(shard: number): Uint32Array;
}

/** By a hash of the piece; of a beginning of its first unit, which all that begin so share. */
async function shardGroups(
  { units, starts }: TermTable,
  groups: KeyGroups,
  { piece, open }: ShortlistKind,
  pause: Pause,
): Promise<Shards> {
  const groupCount = groups.starts.length - 1;
  const count = Math.ceil(groupCount / perIndex) || 1;
  const length = open ? 1 : piece.length;
  const shardOf = new Uint32Array(groupCount);
  const ends = new Uint32Array(count + 1);
  for (let group = 0; group < groupCount; group++) {
    if (group % 256 === 0) await pause();
    const key = groups.keys[groups.starts[group] as number] as number;
    const [start, end] = [starts[key] as number, starts[key + 1] as number];
    const from = piece.at === 'start' ? start : end - 1;
    const shard = hashOf(units, from, Math.min(end, from + length)) % count;
    shardOf[group] = shard;
    ends[shard + 1] = (ends[shard + 1] as number) + 1;
  }
  for (let shard = 0; shard < count; shard++) {
    ends[shard + 1] = (ends[shard + 1] as number) + (ends[shard] as number);
  }
  const next = ends.slice();
  const members = new Uint32Array(groupCount);
  for (let group = 0; group < groupCount; group++) {
    const shard = shardOf[group] as number;
    members[next[shard] as number] = group;
    next[shard] = (next[shard] as number) + 1;
  }
  return {
    of: (name) => {
      const own = Uint16Array.from(name.slice(0, length), (unit) => unit.charCodeAt(0));
      return hashOf(own, 0, own.length) % count;
    },
    groups: (shard) => members.subarray(ends[shard], ends[shard + 1]),
  };
}

function hashOf(units: Uint16Array, start: number, end: number): number {
  let hash = 0;
  for (let i = start; i < end; i++) hash = (hash * 31 + (units[i] as number)) >>> 0;
  return hash;
}

async function buildIndex(
  groups: Uint32Array,
  nameOf: (group: number) => string,
  open: boolean,
): Promise<Index> {
  const index = createIndex(open);
  for (const group of groups) index.add(group, nameOf(group));
  // The same index a quarter the size: arrays that were filled keep room to grow, read ones none.
  const copy = createIndex(open);
  await index.export((key: string, data: string) => {
    copy.import(key, data);
  });
  return copy;
}

function createIndex(open: boolean): Index {
  return new Index({
    // FlexSearch's own encoders do not know Chinese.
    encode: (piece: string) => [piece],
    tokenize: open ? 'forward' : 'strict',
    // Its order by slot is never used; one slot costs least.
    resolution: 1,
  });
}
