import { countBelow } from '../text/ascending.js';
import type { Span } from '../text/span.js';
import { bm25f, fieldShare, idf, lengthNorm, saturated } from './bm25f.js';
import { type Candidate, type Candidates, fields, type PassageQuery } from './passage-index.js';
import { copyCounts, createRun, decodeRun } from './posting-code.js';
import type { Postings } from './postings.js';
import { findTerm } from './term-table.js';
import { kthBest, selectBest } from './top.js';

const width = fields.length;

/** A term of the query that some passage holds. */
interface Sought {
  /** Its place in the query. */
  readonly place: number;
  /** Its number in the postings. */
  readonly term: number;
  /** Its weight and idf. */
  readonly weight: number;
  readonly frequency: number;
}

/**
 * Searches postings term by term, those that weigh most first: a score accumulates for each
 * passage until the terms that are left, common ones with long runs, could lift none that holds
 * none of the others among the best. The passages that may still be among them are then scored
 * exactly, each term in the order of the query, whatever the order before, and their frequencies
 * noted on the way.
 *
 *     rare ────────────► common
 *     accumulate over all │ only for the passages left
 *                         └ as soon as limit passages score more than all terms to the right can
 *
 * The scratch arrays are kept between searches; a search never waits in the middle, so they are
 * never shared.
 */
export function createCandidateSearch(
  postings: Postings,
): (query: PassageQuery, limit: number) => Candidates {
  const { ids, lengths, bytes } = postings;
  const meanLengths = means(lengths);
  // Loops, since `from` takes ten times as long, which a question would wait beside a reload.
  const norms = new Float64Array(lengths.length);
  for (let i = 0; i < lengths.length; i++) {
    norms[i] = lengthNorm(i % width, lengths[i] as number, meanLengths);
  }
  /** By passage, what a term adds that stands once in its body: most do. */
  const once = new Float64Array(ids.length);
  for (let slot = 0; slot < ids.length; slot++) {
    once[slot] = saturated(fieldShare(0, 1, norms[slot * width] as number));
  }
  const scores = new Float64Array(ids.length);
  const touched = new Uint32Array(ids.length);
  const places = new Uint32Array(ids.length);
  const run = createRun(ids.length);

  return (query, limit) => {
    const terms = query.terms.map(({ term }) => findTerm(postings, term));
    // Pushed one by one: once compiled, `map` makes an array of doubles of what a typed array holds,
    // and all that reads it is compiled once more.
    const documentFrequencies: number[] = [];
    for (const term of terms) {
      documentFrequencies.push(term < 0 ? 0 : (postings.frequencies[term] as number));
    }
    const statistics = { passages: ids.length, meanLengths, documentFrequencies };
    const sought = terms.flatMap((term, place): Sought[] => {
      if (term < 0) return [];
      const frequency = documentFrequencies[place] as number;
      const weight = (query.terms[place]?.weight ?? 0) * idf(ids.length, frequency);
      return [{ place, term, weight, frequency }];
    });
    if (limit <= 0) return { statistics, items: [] };
    const slots = narrow(sought, query.within && slotsWithin(ids, query.within), limit);
    return { statistics, items: candidatesOf(slots, sought, terms.length, limit) };
  };

  /** The passages that may be among the best: all of those, and few others. */
  function narrow(
    sought: readonly Sought[],
    allowed: Uint8Array | undefined,
    limit: number,
  ): Uint32Array {
    const byWeight = sought.toSorted((a, b) => b.weight - a.weight || a.place - b.place);
    /** The most that the terms to come can add, and how long their runs are. */
    let open = byWeight.reduce((sum, { weight }) => sum + mostAdded * weight, 0);
    let openPostings = byWeight.reduce((sum, { frequency }) => sum + frequency, 0);
    /** The most that the last of the best can score by now. */
    let ceiling = 0;
    let found = 0;
    for (const { term, weight, frequency } of byWeight) {
      if (found >= limit && open < ceiling && found < openPostings) {
        ceiling = kthBest(touched.subarray(0, found), scores, limit);
        const least = ceiling * rounding - open;
        if (open < ceiling * rounding && countFrom(least, found) <= mostLeft)
          return takeFrom(least, found);
      }
      decodeRun(postings, term, run);
      found = accumulate(weight, found, allowed);
      open -= mostAdded * weight;
      openPostings -= frequency;
      ceiling += mostAdded * weight;
    }
    if (found <= limit) return takeFrom(0, found);
    return takeFrom(kthBest(touched.subarray(0, found), scores, limit) * rounding, found);
  }

  /** Adds the run's term to the scores. @returns how many passages are touched by now */
  function accumulate(weight: number, before: number, allowed: Uint8Array | undefined): number {
    let found = before;
    for (let i = 0; i < run.length; i++) {
      const slot = run.slots[i] as number;
      if (allowed !== undefined && allowed[slot] === 0) continue;
      const score = scores[slot] as number;
      if (score === 0) touched[found++] = slot;
      scores[slot] = score + weight * added(slot, run.counts[i] as number);
    }
    return found;
  }

  /** What a term adds to a passage before its weight, by its frequencies at `at`. */
  function added(slot: number, at: number): number {
    if (at === 0) return once[slot] as number;
    let weighted = 0;
    for (let f = 0; f < width; f++) {
      const frequency = bytes[at + f] as number;
      if (frequency > 0) weighted += fieldShare(f, frequency, norms[slot * width + f] as number);
    }
    return saturated(weighted);
  }

  /** Pushed one by one: to spread a typed array takes seven times as long. */
  function lengthsOf(slot: number): number[] {
    const own: number[] = [];
    for (let f = 0; f < width; f++) own.push(lengths[slot * width + f] as number);
    return own;
  }

  function countFrom(least: number, found: number): number {
    let count = 0;
    for (let i = 0; i < found; i++) if ((scores[touched[i] as number] as number) >= least) count++;
    return count;
  }

  /** Those of the touched passages that score `least` or more by now; sets all scores back. */
  function takeFrom(least: number, found: number): Uint32Array {
    let length = 0;
    for (let i = 0; i < found; i++) {
      const slot = touched[i] as number;
      if ((scores[slot] as number) >= least) touched[length++] = slot;
      scores[slot] = 0;
    }
    return touched.subarray(0, length);
  }

  /** Scores the passages exactly and takes the best, with the frequencies of all terms. */
  function candidatesOf(
    slots: Uint32Array,
    sought: readonly Sought[],
    terms: number,
    limit: number,
  ): Candidate[] {
    const size = terms * width;
    const frequencies = new Uint8Array(slots.length * size);
    slots.forEach((slot, i) => {
      places[slot] = i + 1;
    });
    for (const { place, term, weight } of slots.length === 0 ? [] : sought) {
      decodeRun(postings, term, run);
      for (let i = 0; i < run.length; i++) {
        const slot = run.slots[i] as number;
        const row = places[slot] as number;
        if (row === 0) continue;
        const at = run.counts[i] as number;
        scores[slot] = (scores[slot] as number) + weight * added(slot, at);
        copyCounts(bytes, at, frequencies, (row - 1) * size + place * width);
      }
    }
    const items: Candidate[] = [];
    for (const slot of selectBest(slots, scores, limit)) {
      const row = (places[slot] as number) - 1;
      items.push({
        id: ids[slot] as number,
        score: scores[slot] as number,
        lengths: lengthsOf(slot),
        frequencies: frequencies.subarray(row * size, (row + 1) * size),
      });
    }
    for (const slot of slots) {
      places[slot] = 0;
      scores[slot] = 0;
    }
    return items;
  }
}

/** The most that a term adds before its weight. */
const mostAdded = bm25f.k1 + 1;

/** Sums in another order differ in the last digits: by less than this share. */
const rounding = 1 - 1e-9;

/** Passages that are worth scoring one by one; more are narrowed down by further terms. */
const mostLeft = 2048;

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
  const slotOf = (id: number) => countBelow(ids.length, (i) => ids[i] as number, id);
  for (const { start, end } of within) allowed.fill(1, slotOf(start), slotOf(end));
  return allowed;
}
