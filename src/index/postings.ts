import type { CountedPassage, CountedTerms } from './counted.js';
import { fields, type PassageIndex, type PassageTerms } from './passage-index.js';
import { decodePostings, encodePosting } from './posting-code.js';
import { createCandidateSearch } from './posting-search.js';
import { compareTerms, type TermTable, termAt, termTable } from './term-table.js';

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

/** One occurrence record: a term in a passage, with its frequency in each field. */
interface Occurrences {
  terms: Uint32Array;
  slots: Uint32Array;
  counts: Uint8Array;
  length: number;
}

function noOccurrences(): Occurrences {
  return {
    terms: new Uint32Array(1024),
    slots: new Uint32Array(1024),
    counts: new Uint8Array(1024 * fields.length),
    length: 0,
  };
}

/** @param passages in ascending order of id. Cost linear in the number of terms. */
export function buildPostings(passages: Iterable<PassageTerms | CountedPassage>): Postings {
  const numbers = new Map<string, number>();
  const found = noOccurrences();
  const ids: number[] = [];
  const lengths: number[] = [];
  const recordCounted = createTaker(numbers, found);
  for (const passage of passages) {
    if ('from' in passage) {
      recordCounted(passage, ids.length);
      const { lengths: known } = passage.from.postings;
      for (let f = 0; f < fields.length; f++)
        lengths.push(known[passage.slot * fields.length + f] as number);
      ids.push(passage.id);
      continue;
    }
    const counts = new Map<number, Uint8Array>();
    fields.forEach((field, f) => {
      const terms = passage.terms[field];
      lengths.push(terms.length);
      for (const term of terms) {
        const number = numberOf(numbers, term);
        const count = counts.get(number) ?? new Uint8Array(fields.length);
        counts.set(number, count);
        if ((count[f] as number) < 255) count[f] = (count[f] as number) + 1;
      }
    });
    for (const [number, count] of counts) record(found, number, ids.length, count);
    ids.push(passage.id);
  }
  return assemble(numbers, found, Uint32Array.from(ids), Uint32Array.from(lengths));
}

/** Records what another index has counted; each of its terms is looked up by name only once. */
function createTaker(
  numbers: Map<string, number>,
  found: Occurrences,
): (passage: CountedPassage, slot: number) => void {
  const translations = new Map<CountedTerms, Int32Array>();
  return ({ from, slot: old }, slot) => {
    const known =
      translations.get(from) ?? new Int32Array(from.postings.frequencies.length).fill(-1);
    translations.set(from, known);
    for (let i = from.starts[old] as number; i < (from.starts[old + 1] as number); i++) {
      const term = from.terms[i] as number;
      if ((known[term] as number) < 0) {
        known[term] = numberOf(numbers, termAt(from.postings, term));
      }
      const count = from.counts.subarray(i * fields.length, (i + 1) * fields.length);
      record(found, known[term] as number, slot, count);
    }
  };
}

/** The term's number in order of first sight. */
function numberOf(numbers: Map<string, number>, term: string): number {
  const known = numbers.get(term);
  if (known !== undefined) return known;
  numbers.set(term, numbers.size);
  return numbers.size - 1;
}

function record(found: Occurrences, term: number, slot: number, count: Uint8Array): void {
  if (found.length === found.terms.length) {
    const capacity = found.length * 2;
    found.terms = grown(found.terms, new Uint32Array(capacity));
    found.slots = grown(found.slots, new Uint32Array(capacity));
    found.counts = grown(found.counts, new Uint8Array(capacity * fields.length));
  }
  found.terms[found.length] = term;
  found.slots[found.length] = slot;
  found.counts.set(count, found.length * fields.length);
  found.length++;
}

function grown<T extends Uint8Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** Groups the occurrences by term (a counting sort: passages stay ascending) and encodes them. */
function assemble(
  numbers: ReadonlyMap<string, number>,
  found: Occurrences,
  ids: Uint32Array,
  lengths: Uint32Array,
): Postings {
  const sorted = [...numbers.keys()].sort(compareTerms);
  const placeOf = new Uint32Array(sorted.length);
  sorted.forEach((term, place) => {
    placeOf[numbers.get(term) as number] = place;
  });
  const frequencies = new Uint32Array(sorted.length);
  for (let i = 0; i < found.length; i++) {
    const place = placeOf[found.terms[i] as number] as number;
    frequencies[place] = (frequencies[place] as number) + 1;
  }
  const next = new Uint32Array(sorted.length);
  for (let i = 1; i < next.length; i++) {
    next[i] = (next[i - 1] as number) + (frequencies[i - 1] as number);
  }
  const order = new Uint32Array(found.length);
  for (let i = 0; i < found.length; i++) {
    const place = placeOf[found.terms[i] as number] as number;
    order[next[place] as number] = i;
    next[place] = (next[place] as number) + 1;
  }
  const runs = new Uint32Array(sorted.length + 1);
  const out = { bytes: new Uint8Array(found.length * 2 + 16), length: 0 };
  let at = 0;
  for (let term = 0; term < sorted.length; term++) {
    let previous = -1;
    for (const end = at + (frequencies[term] as number); at < end; at++) {
      const i = order[at] as number;
      const slot = found.slots[i] as number;
      encodePosting(out, slot - previous, found.counts, i * fields.length);
      previous = slot;
    }
    runs[term + 1] = out.length;
  }
  return {
    ...termTable(sorted),
    runs,
    frequencies,
    bytes: out.bytes.slice(0, out.length),
    ids,
    lengths,
  };
}

function drop(postings: Postings, ids: ReadonlySet<number>): Postings {
  const width = fields.length;
  const newSlot = new Int32Array(postings.ids.length).fill(-1);
  const keptIds: number[] = [];
  const keptLengths: number[] = [];
  postings.ids.forEach((id, slot) => {
    if (ids.has(id)) return;
    newSlot[slot] = keptIds.length;
    keptIds.push(id);
    keptLengths.push(...postings.lengths.subarray(slot * width, (slot + 1) * width));
  });
  const numbers = new Map<string, number>();
  const found = noOccurrences();
  for (let term = 0; term < postings.frequencies.length; term++) {
    const text = termAt(postings, term);
    decodePostings(postings, term, (slot, count) => {
      const kept = newSlot[slot] as number;
      if (kept >= 0) record(found, numberOf(numbers, text), kept, count);
    });
  }
  return assemble(numbers, found, Uint32Array.from(keptIds), Uint32Array.from(keptLengths));
}
