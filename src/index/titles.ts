import { bare } from '../analysis/section-keys.js';
import type { VolumeInfo } from '../reading/volume.js';
import type { Entry } from '../segment/tree.js';
import { normalise } from '../text/normalise.js';
import { compareTerms, findTerm, type TermTable, termTable } from './term-table.js';

/**
 * What lists of entries are made of: nothing is read, and nothing built, before a list is asked
 * for. Goes to disk as it is.
 */
export interface TitleTables {
  /** Ids, sorted. */
  readonly ids: TermTable;
  /** The entry of each id. */
  readonly idEntries: Uint32Array;
  /** First entries of the sections: runs of entries in one volume and under one path. */
  readonly sectionStarts: Uint32Array;
  /** Volume, path and heading of each entry put together, bare; in corpus order. */
  readonly names: TermTable;
  /** Where the heading begins in an entry's name. */
  readonly headingStarts: Uint32Array;
}

/** @param entries in corpus order */
export function buildTitleTables(
  volumes: readonly VolumeInfo[],
  entries: readonly (Pick<Entry, 'id' | 'heading' | 'path'> & { readonly volume: number })[],
): TitleTables {
  const order = entries.map((_, i) => i).sort((a, b) => compareTerms(idOf(a), idOf(b)));
  const sectionStarts: number[] = [];
  const names: string[] = [];
  const headingStarts: number[] = [];
  let place = '';
  let around = '';
  entries.forEach(({ volume, path, heading }, i) => {
    const standsIn = JSON.stringify([volume, path]);
    if (standsIn !== place) {
      place = standsIn;
      around = bare(normalise([volumes[volume]?.name ?? '', ...path].join(' ')));
      sectionStarts.push(i);
    }
    names.push(around + bare(normalise(heading)));
    headingStarts.push(around.length);
  });
  return {
    ids: termTable(order.map(idOf)),
    idEntries: Uint32Array.from(order),
    sectionStarts: Uint32Array.from(sectionStarts),
    names: termTable(names),
    headingStarts: Uint32Array.from(headingStarts),
  };

  function idOf(i: number): string {
    return entries[i]?.id ?? '';
  }
}

/** The entry with the id, or undefined. */
export function entryWithId({ ids, idEntries }: TitleTables, id: string): number | undefined {
  const place = findTerm(ids, id);
  return place < 0 ? undefined : idEntries[place];
}

/**
 * Entries whose heading holds the word, then those whose volume, path and heading taken together
 * do; each kind in corpus order. A fraction of a ms for 20,000 entries.
 *
 * @param word bare; empty finds nothing
 */
export function entriesNamed({ names, headingStarts }: TitleTables, word: string): Uint32Array {
  const { units, starts } = names;
  const bytes = Buffer.from(units.buffer, units.byteOffset, units.byteLength);
  const headed: number[] = [];
  const others: number[] = [];
  let entry = 0;
  let at = word === '' ? -1 : bytes.indexOf(word, 0, 'utf16le');
  while (at >= 0) {
    const unit = at / 2;
    while ((starts[entry + 1] as number) <= unit) entry++;
    const start = starts[entry] as number;
    const end = starts[entry + 1] as number;
    // It may have begun in this name and ended in the next.
    if (unit + word.length > end) {
      at = bytes.indexOf(word, 2 * (unit + 1), 'utf16le');
      continue;
    }
    const heading = start + (headingStarts[entry] as number);
    const inHeading = bytes.subarray(2 * heading, 2 * end).indexOf(word, 0, 'utf16le') >= 0;
    (inHeading ? headed : others).push(entry);
    at = bytes.indexOf(word, 2 * end, 'utf16le');
  }
  return Uint32Array.from([...headed, ...others]);
}
