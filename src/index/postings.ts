import { fields, type PassageIndex } from './passage-index.js';
import { createRun, decodeRun, encodePosting } from './posting-code.js';
import { createCandidateSearch } from './posting-search.js';
import type { TermTable } from './term-table.js';

/** Everything our passage index is made of; all of it goes to disk as it is. */
export interface Postings extends TermTable {
  /** Byte offset of each term's run in `bytes`, one more than there are terms. */
  readonly runs: Uint32Array;
  /** Passages that hold the term. */
  readonly frequencies: Uint32Array;
  /** The runs, as `posting-code.ts` writes them. */
  readonly bytes: Uint8Array;
  /** Passage numbers, ascending. */
  readonly ids: Uint32Array;
  /** Terms by passage (in the order of `ids`) and field. */
  readonly lengths: Uint32Array;
}

/** Our own engine behind the PassageIndex port: typed arrays, BM25F, one pass a term. */
export interface PostingsIndex extends PassageIndex {
  readonly postings: Postings;
  without(ids: ReadonlySet<number>): Promise<PostingsIndex>;
}

export function postingsIndex(postings: Postings): PostingsIndex {
  const search = createCandidateSearch(postings);
  return {
    postings,
    candidates: async (query, limit) => search(query, limit),
    without: async (ids) => postingsIndex(drop(postings, ids)),
  };
}

/** The same postings but for some passages; terms that none holds any more are dropped too. */
function drop(postings: Postings, gone: ReadonlySet<number>): Postings {
  const kept = Uint32Array.from(postings.ids.keys()).filter(
    (slot) => !gone.has(postings.ids[slot] as number),
  );
  const newSlots = new Int32Array(postings.ids.length).fill(-1);
  kept.forEach((slot, i) => {
    newSlots[slot] = i;
  });
  // Never longer than before: two gaps in one take no more bytes than both.
  const bytes = new Uint8Array(postings.bytes.length);
  const units = new Uint16Array(postings.units.length);
  const starts = [0];
  const runs = [0];
  const frequencies: number[] = [];
  const run = createRun(postings.ids.length);
  const once = Uint8Array.of(1, 0, 0);
  let at = 0;
  let unit = 0;
  for (let term = 0; term < postings.frequencies.length; term++) {
    decodeRun(postings, term, run);
    let previous = -1;
    let frequency = 0;
    for (let i = 0; i < run.length; i++) {
      const slot = newSlots[run.slots[i] as number] as number;
      if (slot < 0) continue;
      const from = run.counts[i] as number;
      const counts = from === 0 ? once : postings.bytes;
      at = encodePosting(bytes, at, slot - previous, counts, from);
      previous = slot;
      frequency++;
    }
    if (frequency === 0) continue;
    const text = postings.units.subarray(postings.starts[term], postings.starts[term + 1]);
    units.set(text, unit);
    unit += text.length;
    starts.push(unit);
    runs.push(at);
    frequencies.push(frequency);
  }
  return {
    units: units.slice(0, unit),
    starts: Uint32Array.from(starts),
    runs: Uint32Array.from(runs),
    frequencies: Uint32Array.from(frequencies),
    bytes: bytes.slice(0, at),
    ids: kept.map((slot) => postings.ids[slot] as number),
    lengths: Uint32Array.from({ length: kept.length * fields.length }, (_, i) => {
      const slot = kept[Math.floor(i / fields.length)] as number;
      return postings.lengths[slot * fields.length + (i % fields.length)] as number;
    }),
  };
}
