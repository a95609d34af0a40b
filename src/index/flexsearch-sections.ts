import { Index } from 'flexsearch';
import {
  type MatchClass,
  matchClasses,
  type SectionEntry,
  type SectionIndex,
  type SectionMatch,
} from './section-index.js';
import type { Pause } from './slices.js';

/**
 * FlexSearch behind the SectionIndex port: one index for each class, which only tells which
 * entries hold a key. Its own order is by slot, not relevance, and is never used.
 */
export function flexsearchSections(entries: readonly SectionEntry[]): SectionIndex {
  const indexes = createIndexes();
  for (const entry of entries) addTo(indexes, entry);
  return over(indexes, entries);
}

/** The same, built beside other work. */
export async function flexsearchSectionsInSlices(
  entries: Iterable<SectionEntry>,
  pause: Pause,
): Promise<SectionIndex> {
  const indexes = createIndexes();
  const all: SectionEntry[] = [];
  for (const entry of entries) {
    addTo(indexes, entry);
    all.push(entry);
    await pause();
  }
  return over(indexes, all);
}

type Indexes = Readonly<Record<MatchClass, Index>>;

function createIndexes(): Indexes {
  return Object.fromEntries(
    matchClasses.map((matchClass) => [matchClass, createIndex(matchClass)]),
  ) as Record<MatchClass, Index>;
}

function addTo(indexes: Indexes, { id, keys }: SectionEntry): void {
  for (const matchClass of matchClasses) {
    const own = keys[matchClass] ?? [];
    if (own.length > 0) indexes[matchClass].add(id, packed(own));
  }
}

function over(indexes: Indexes, entries: readonly SectionEntry[]): SectionIndex {
  return {
    find: async (keys, limit) => {
      const matches = new Map<number, SectionMatch>();
      for (const matchClass of matchClasses) {
        const matched = new Map<number, number>();
        for (const key of new Set(keys[matchClass])) {
          if (key === '') continue;
          for (const id of indexes[matchClass].search(packed([key]), {
            limit: entries.length || 1,
          })) {
            matched.set(Number(id), (matched.get(Number(id)) ?? 0) + 1);
          }
        }
        for (const [id, count] of matched) {
          if (!matches.has(id)) matches.set(id, { id, matchClass, matched: count });
        }
      }
      return [...matches.values()].sort(byRank).slice(0, limit);
    },
    without: async (ids) => flexsearchSections(entries.filter(({ id }) => !ids.has(id))),
  };
}

/** Class, then most keys, then entry number. */
export function byRank(a: SectionMatch, b: SectionMatch): number {
  return (
    matchClasses.indexOf(a.matchClass) - matchClasses.indexOf(b.matchClass) ||
    b.matched - a.matched ||
    a.id - b.id
  );
}

/** FlexSearch takes text alone; JSON keeps any key apart from the next. */
function packed(keys: readonly string[]): string {
  return JSON.stringify(keys);
}

function createIndex(matchClass: MatchClass): Index {
  return new Index({
    // Keys come ready made; FlexSearch's own encoders do not know Chinese.
    encode: (keys: string) => JSON.parse(keys) as string[],
    tokenize: matchClass === 'prefix' ? 'forward' : 'strict',
  });
}
