import type { Span } from '../text/span.js';
import { fieldShare, idf, lengthNorm, saturated } from './bm25f.js';
import { type Candidate, type Candidates, fields, type PassageQuery } from './passage-index.js';
import { copyCounts, createRun, decodeRun } from './posting-code.js';
import type { Postings } from './postings.js';
import { findTerm } from './term-table.js';
import { selectBest } from './top.js';

const width = fields.length;

/**
 * Searches postings term by term: a score accumulates for each passage, the best are chosen,
 * and a second pass over the same runs fetches the frequencies of those alone. The scratch
 * arrays are kept between searches; a search never waits in the middle, so they are never shared.
 */
export function createCandidateSearch(
  postings: Postings,
): (query: PassageQuery, limit: number) => Candidates {
  const { ids, lengths, bytes } = postings;
  const meanLengths = means(lengths);
  const norms = Float64Array.from(lengths, (length, i) =>
    lengthNorm(i % width, length, meanLengths),
  );
  /** By passage, what a term adds that stands once in its body: most do. */
  const once = Float64Array.from(ids, (_, slot) =>
    saturated(fieldShare(0, 1, norms[slot * width] as number)),
  );
  const scores = new Float64Array(ids.length);
  const touched = new Uint32Array(ids.length);
  const places = new Uint32Array(ids.length);
  const run = createRun(ids.length);

  return (query, limit) => {
    const terms = query.terms.map(({ term }) => findTerm(postings, term));
    const documentFrequencies = terms.map((term) =>
      term < 0 ? 0 : (postings.frequencies[term] as number),
    );
    const statistics = { passages: ids.length, meanLengths, documentFrequencies };
    const allowed = query.within && slotsWithin(ids, query.within);

    let found = 0;
    terms.forEach((term, t) => {
      if (term < 0) return;
      const weight =
        (query.terms[t]?.weight ?? 0) * idf(ids.length, documentFrequencies[t] as number);
      decodeRun(postings, term, run);
      found = accumulate(weight, found, allowed);
    });
    const best = selectBest(touched.subarray(0, found), scores, limit);
    const items = candidatesOf(best, terms);
    for (let i = 0; i < found; i++) scores[touched[i] as number] = 0;
    return { statistics, items };
  };

  /** Adds the run's term to the scores. @returns how many passages are touched by now */
  function accumulate(weight: number, before: number, allowed: Uint8Array | undefined): number {
    let found = before;
    for (let i = 0; i < run.length; i++) {
      const slot = run.slots[i] as number;
      if (allowed !== undefined && allowed[slot] === 0) continue;
      const at = run.counts[i] as number;
      const score = scores[slot] as number;
      if (score === 0) touched[found++] = slot;
      scores[slot] = score + weight * (at === 0 ? (once[slot] as number) : saturationAt(slot, at));
    }
    return found;
  }

  function saturationAt(slot: number, at: number): number {
    let weighted = 0;
    for (let f = 0; f < width; f++) {
      const frequency = bytes[at + f] as number;
      if (frequency > 0) weighted += fieldShare(f, frequency, norms[slot * width + f] as number);
    }
    return saturated(weighted);
  }

  function candidatesOf(slots: readonly number[], terms: readonly number[]): Candidate[] {
    const size = terms.length * width;
    const frequencies = new Uint8Array(slots.length * size);
    slots.forEach((slot, i) => {
      places[slot] = i + 1;
    });
    terms.forEach((term, t) => {
      if (term < 0 || slots.length === 0) return;
      decodeRun(postings, term, run);
      for (let i = 0; i < run.length; i++) {
        const place = places[run.slots[i] as number] as number;
        if (place === 0) continue;
        const to = (place - 1) * size + t * width;
        copyCounts(bytes, run.counts[i] as number, frequencies, to);
      }
    });
    return slots.map((slot, i) => {
      places[slot] = 0;
      return {
        id: ids[slot] as number,
        score: scores[slot] as number,
        lengths: [...lengths.subarray(slot * width, (slot + 1) * width)],
        frequencies: frequencies.subarray(i * size, (i + 1) * size),
      };
    });
  }
}

function means(lengths: Uint32Array): number[] {
  const passages = lengths.length / width;
  const sums = fields.map(() => 0);
  for (let i = 0; i < lengths.length; i++) {
    sums[i % width] = (sums[i % width] as number) + (lengths[i] as number);
  }
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
