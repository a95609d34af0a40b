import type { Span } from '../text/span.js';
import { idf, saturation } from './bm25f.js';
import { type Candidate, type Candidates, fields, type PassageQuery } from './passage-index.js';
import { decodePostings } from './posting-code.js';
import type { Postings } from './postings.js';
import { findTerm } from './term-table.js';

const width = fields.length;

/**
 * Searches postings term by term: a score accumulates for each passage, the best are chosen,
 * and a second pass over the same runs fetches the frequencies of those alone. The accumulator
 * is kept between searches; a search never waits in the middle, so it is never shared.
 */
export function createCandidateSearch(
  postings: Postings,
): (query: PassageQuery, limit: number) => Candidates {
  const { ids, lengths } = postings;
  const meanLengths = means(lengths);
  const scores = new Float64Array(ids.length);

  return (query, limit) => {
    const terms = query.terms.map(({ term }) => findTerm(postings, term));
    const documentFrequencies = terms.map((term) =>
      term < 0 ? 0 : (postings.frequencies[term] as number),
    );
    const statistics = { passages: ids.length, meanLengths, documentFrequencies };
    const allowed = query.within && slotsWithin(ids, query.within);

    const touched: number[] = [];
    terms.forEach((term, t) => {
      if (term < 0) return;
      const weight =
        (query.terms[t]?.weight ?? 0) * idf(ids.length, documentFrequencies[t] as number);
      decodePostings(postings, term, (slot, count) => {
        if (allowed !== undefined && allowed[slot] === 0) return;
        if (scores[slot] === 0) touched.push(slot);
        const add = saturation(
          (f) => count[f] as number,
          (f) => lengths[slot * width + f] as number,
          meanLengths,
        );
        scores[slot] = (scores[slot] as number) + weight * add;
      });
    });

    const best = selectBest(touched, scores, limit);
    const items = best.map((slot) => ({
      id: ids[slot] as number,
      score: scores[slot] as number,
      lengths: [...lengths.subarray(slot * width, (slot + 1) * width)],
      frequencies: new Uint8Array(terms.length * width),
    }));
    for (const slot of touched) scores[slot] = 0;
    fetchFrequencies(postings, terms, best, items);
    return { statistics, items };
  };
}

function means(lengths: Uint32Array): number[] {
  const passages = lengths.length / width;
  const sums = fields.map(() => 0);
  lengths.forEach((length, i) => {
    sums[i % width] = (sums[i % width] as number) + length;
  });
  return sums.map((sum) => (passages === 0 ? 0 : sum / passages));
}

function slotsWithin(ids: Uint32Array, within: readonly Span[]): Uint8Array {
  const allowed = new Uint8Array(ids.length);
  for (const { start, end } of within)
    allowed.fill(1, firstAtLeast(ids, start), firstAtLeast(ids, end));
  return allowed;
}

function firstAtLeast(ids: Uint32Array, value: number): number {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ids[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The slots of the best scores, best first, equal ones ascending: a heap with the worst on top. */
function selectBest(slots: readonly number[], scores: Float64Array, limit: number): number[] {
  const worse = (a: number, b: number) => (scores[a] as number) - (scores[b] as number) || b - a;
  const heap: number[] = [];
  const sink = () => {
    for (let i = 0; ; ) {
      let least = i;
      for (const child of [2 * i + 1, 2 * i + 2]) {
        if (child < heap.length && worse(heap[child] as number, heap[least] as number) < 0)
          least = child;
      }
      if (least === i) return;
      [heap[i], heap[least]] = [heap[least] as number, heap[i] as number];
      i = least;
    }
  };
  const rise = () => {
    for (let i = heap.length - 1; i > 0; ) {
      const parent = (i - 1) >> 1;
      if (worse(heap[i] as number, heap[parent] as number) >= 0) return;
      [heap[i], heap[parent]] = [heap[parent] as number, heap[i] as number];
      i = parent;
    }
  };
  for (const slot of slots) {
    if (heap.length < limit) {
      heap.push(slot);
      rise();
    } else if (limit > 0 && worse(slot, heap[0] as number) > 0) {
      heap[0] = slot;
      sink();
    }
  }
  return heap.sort((a, b) => worse(b, a));
}

function fetchFrequencies(
  postings: Postings,
  terms: readonly number[],
  slots: readonly number[],
  items: readonly Candidate[],
): void {
  const place = new Map(slots.map((slot, i) => [slot, i]));
  terms.forEach((term, t) => {
    if (term < 0) return;
    decodePostings(postings, term, (slot, count) => {
      const i = place.get(slot);
      if (i !== undefined) items[i]?.frequencies.set(count, t * width);
    });
  });
}
