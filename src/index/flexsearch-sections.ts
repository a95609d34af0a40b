import { matchesKey } from './key-match.js';
import { dropEntries, entriesOf, type SectionTables } from './key-table.js';
import {
  formOf,
  type MatchClass,
  matchClasses,
  type SectionIndex,
  type SectionMatch,
} from './section-index.js';
import { buildShortlist, type Shortlist, type ShortlistKind } from './shortlist.js';
import { createPause, type Pause } from './slices.js';

/**
 * FlexSearch behind the SectionIndex port: one index for each class, which gives a shortlist of
 * keys that share a piece with the one asked for; the table of keys then tells which of them
 * match and who holds them. FlexSearch's own order is by slot, not relevance, and is never used.
 *
 * Keys are grouped when a class is first asked for, giving way to other work meanwhile.
 */
export function flexsearchSections(tables: SectionTables): FlexsearchSections {
  const built = new Map<ShortlistKind, Promise<Shortlist>>();
  const shortlist = (matchClass: MatchClass, kind: ShortlistKind, pause = createPause()) => {
    const list = built.get(kind) ?? buildShortlist(tables[formOf[matchClass]], kind, pause);
    built.set(kind, list);
    return list;
  };

  /** The keys that match, each once. */
  const keysLike = async (matchClass: MatchClass, asked: string): Promise<Set<number>> => {
    const table = tables[formOf[matchClass]];
    const keys = new Set<number>();
    if (asked === '' || (matchClass === 'edit' && asked.length === 1)) return keys;
    for (const kind of kinds[matchClass]) {
      for (const k of await (await shortlist(matchClass, kind)).candidates(asked)) {
        if (matchesKey(matchClass, table, k, asked)) keys.add(k);
      }
    }
    return keys;
  };

  return {
    find: async (asked, limit) => {
      const matches = new Map<number, SectionMatch>();
      for (const matchClass of matchClasses) {
        // Those of a later class come after all of these.
        if (matches.size >= limit) break;
        if (asked[matchClass] === undefined) continue;
        const matched = new Map<number, number>();
        for (const key of new Set(asked[matchClass])) {
          const holders = new Set<number>();
          for (const k of await keysLike(matchClass, key)) {
            for (const id of entriesOf(tables[formOf[matchClass]], k)) holders.add(id);
          }
          for (const id of holders) matched.set(id, (matched.get(id) ?? 0) + 1);
        }
        for (const [id, count] of matched) {
          if (!matches.has(id)) matches.set(id, { id, matchClass, matched: count });
        }
      }
      return [...matches.values()].sort(byRank).slice(0, limit);
    },
    prepare: async (pause) => {
      await shortlist('word', beginning, pause);
    },
    without: async (ids) => flexsearchSections(dropEntries(tables, ids)),
  };
}

export interface FlexsearchSections extends SectionIndex {
  /** Groups the keys that every question needs. */
  prepare(pause: Pause): Promise<void>;
}

/** Class, then most keys, then entry number. */
export function byRank(a: SectionMatch, b: SectionMatch): number {
  return (
    matchClasses.indexOf(a.matchClass) - matchClasses.indexOf(b.matchClass) ||
    b.matched - a.matched ||
    a.id - b.id
  );
}

/** Long enough that few keys share one, short enough that there are few of them. */
const beginning: ShortlistKind = { piece: { at: 'start', length: 2 }, open: true };
const syllables: ShortlistKind = { piece: { at: 'start', length: 4 }, open: false };
const letters: ShortlistKind = { piece: { at: 'start', length: 3 }, open: false };
/** One edit leaves the first unit or the last as it was. */
const firstUnit: ShortlistKind = { piece: { at: 'start', length: 1 }, open: false };
const lastUnit: ShortlistKind = { piece: { at: 'end', length: 1 }, open: false };

const kinds: Readonly<Record<MatchClass, readonly ShortlistKind[]>> = {
  word: [beginning],
  prefix: [beginning],
  pinyin: [syllables],
  initials: [letters],
  edit: [firstUnit, lastUnit],
};
