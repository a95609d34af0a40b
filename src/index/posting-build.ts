import type { CountedPassage, CountedTerms } from './counted.js';
import { fields, type PassageTerms } from './passage-index.js';
import { encodePosting, isOnce, postingBytes } from './posting-code.js';
import type { Postings } from './postings.js';
import { createTermNumbers, type TermNumbers } from './term-numbers.js';
import { termAt, termTable } from './term-table.js';

const width = fields.length;

/** @param passages in ascending order of id. Cost linear in the number of terms. */
export function buildPostings(passages: Iterable<PassageTerms | CountedPassage>): Postings {
  const numbers = createTermNumbers();
  const occurrences = noOccurrences();
  const tally = createTally();
  const ids: number[] = [];
  const lengths: number[] = [];
  const takeOver = createTaker(numbers, tally);
  for (const passage of passages) {
    for (let f = 0; f < width; f++) {
      if ('from' in passage) lengths.push(lengthOf(passage, f));
      else {
        const own = passage.terms[fields[f] as (typeof fields)[number]];
        lengths.push(own.length);
        for (let i = 0; i < own.length; i++) tally.add(numbers.of(own[i] as string), f, 1);
      }
    }
    if ('from' in passage) takeOver(passage);
    tally.moveTo(occurrences);
    ids.push(passage.id);
  }
  return assemble(numbers, occurrences, Uint32Array.from(ids), Uint32Array.from(lengths));
}

function lengthOf({ from, slot }: CountedPassage, field: number): number {
  return from.postings.lengths[slot * width + field] as number;
}

/** Counts what another index has counted; each of its terms is looked up by name only once. */
function createTaker(numbers: TermNumbers, tally: Tally): (passage: CountedPassage) => void {
  const translations = new Map<CountedTerms, Int32Array>();
  return ({ from, slot }) => {
    const known =
      translations.get(from) ?? new Int32Array(from.postings.frequencies.length).fill(-1);
    translations.set(from, known);
    for (let i = from.starts[slot] as number; i < (from.starts[slot + 1] as number); i++) {
      const term = from.terms[i] as number;
      if ((known[term] as number) < 0) known[term] = numbers.of(termAt(from.postings, term));
      for (let f = 0; f < width; f++) {
        const times = from.counts[i * width + f] as number;
        if (times > 0) tally.add(known[term] as number, f, times);
      }
    }
  };
}

/** Which terms stand how often in which passage, passage after passage. */
interface Occurrences {
  /** Number of a term, doubled; odd where its frequencies are not once in the body. */
  readonly terms: Growing<Uint32Array>;
  /** Frequencies by field of those with an odd number. */
  readonly counts: Growing<Uint8Array>;
  /** How many terms there are up to each passage's end. */
  readonly ends: number[];
}

interface Growing<T> {
  array: T;
  length: number;
}

function noOccurrences(): Occurrences {
  return {
    terms: { array: new Uint32Array(1024), length: 0 },
    counts: { array: new Uint8Array(1024), length: 0 },
    ends: [],
  };
}

type Tally = ReturnType<typeof createTally>;

/** Counts the terms of one passage after the other. */
function createTally() {
  /** By term number, its place in this passage's terms, 1-based; 0 where it does not stand. */
  let places = new Uint32Array(1024);
  let own = new Uint32Array(256);
  let counts = new Uint8Array(256 * width);
  let length = 0;

  return {
    add(term: number, field: number, times: number): void {
      if (term >= places.length) places = grown(places, new Uint32Array(2 * term));
      let place = places[term] as number;
      if (place === 0) {
        if (length === own.length) {
          own = grown(own, new Uint32Array(2 * length));
          counts = grown(counts, new Uint8Array(2 * length * width));
        }
        own[length++] = term;
        place = length;
        places[term] = place;
        counts.fill(0, (place - 1) * width, place * width);
      }
      const at = (place - 1) * width + field;
      counts[at] = Math.min(255, (counts[at] as number) + times);
    },
    moveTo({ terms, counts: all, ends }: Occurrences): void {
      reserve(terms, length, (n) => new Uint32Array(n));
      reserve(all, length * width, (n) => new Uint8Array(n));
      for (let i = 0; i < length; i++) {
        const term = own[i] as number;
        const at = i * width;
        places[term] = 0;
        const once = isOnce(counts, at);
        terms.array[terms.length++] = term * 2 + (once ? 0 : 1);
        if (once) continue;
        for (let f = 0; f < width; f++) all.array[all.length++] = counts[at + f] as number;
      }
      ends.push(terms.length);
      length = 0;
    },
  };
}

/**
 * Writes each term's run where it belongs, passage by passage: once to learn how long the runs
 * are, once to write them. Nothing is sorted but the terms.
 */
function assemble(
  numbers: TermNumbers,
  occurrences: Occurrences,
  ids: Uint32Array,
  lengths: Uint32Array,
): Postings {
  const order = numbers.sorted();
  const frequencyOf = new Uint32Array(order.length);
  const bytesOf = new Uint32Array(order.length);
  each(occurrences, order.length, (term, gap, counts, from) => {
    frequencyOf[term] = (frequencyOf[term] as number) + 1;
    bytesOf[term] = (bytesOf[term] as number) + postingBytes(gap, counts, from);
  });
  const runs = new Uint32Array(order.length + 1);
  const next = new Uint32Array(order.length);
  order.forEach((term, place) => {
    next[term] = runs[place] as number;
    runs[place + 1] = (runs[place] as number) + (bytesOf[term] as number);
  });
  const bytes = new Uint8Array(runs[order.length] as number);
  each(occurrences, order.length, (term, gap, counts, from) => {
    next[term] = encodePosting(bytes, next[term] as number, gap, counts, from);
  });
  return {
    ...termTable(Array.from(order, (term) => numbers.text(term))),
    runs,
    frequencies: order.map((term) => frequencyOf[term] as number),
    bytes,
    ids,
    lengths,
  };
}

type Visit = (term: number, gap: number, counts: Uint8Array, from: number) => void;

function each({ terms, counts, ends }: Occurrences, termCount: number, visit: Visit): void {
  const once = Uint8Array.of(1, 0, 0);
  /** By term, the passage it was seen in last, 1-based. */
  const last = new Uint32Array(termCount);
  let i = 0;
  let from = 0;
  for (let slot = 1; slot <= ends.length; slot++) {
    for (const end = ends[slot - 1] as number; i < end; i++) {
      const code = terms.array[i] as number;
      const term = code >>> 1;
      const gap = slot - (last[term] as number);
      last[term] = slot;
      if (code % 2 === 0) visit(term, gap, once, 0);
      else {
        visit(term, gap, counts.array, from);
        from += width;
      }
    }
  }
}

function reserve<T extends Uint8Array | Uint32Array>(
  to: Growing<T>,
  more: number,
  create: (length: number) => T,
): void {
  if (to.length + more > to.array.length)
    to.array = grown(to.array, create(2 * (to.length + more)));
}

function grown<T extends Uint8Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
