import type { Span } from '../text/span.js';

/** The fields of a passage, in the order of every array of per-field numbers. */
export const fields = ['body', 'heading', 'path'] as const;
export type Field = (typeof fields)[number];

/** A passage as an engine takes it in: its terms, repeated as often as they occur. */
export interface PassageTerms {
  /** The passage's number, ascending from one passage to the next. */
  readonly id: number;
  readonly terms: Readonly<Record<Field, readonly string[]>>;
}

export interface QueryTerm {
  readonly term: string;
  /** Its share in the score, above 0. */
  readonly weight: number;
}

export interface PassageQuery {
  /** Distinct terms. */
  readonly terms: readonly QueryTerm[];
  /** Passage numbers to choose from, ascending and apart; all when left out. */
  readonly within?: readonly Span[];
}

export interface Statistics {
  /** Passages in the index. */
  readonly passages: number;
  /** Mean number of terms of a passage, by field. */
  readonly meanLengths: readonly number[];
  /** Passages that hold the query's term in any field, in the order of the query's terms. */
  readonly documentFrequencies: readonly number[];
}

export interface Candidate {
  readonly id: number;
  /** BM25F, higher is better. */
  readonly score: number;
  /** Terms of the passage, by field. */
  readonly lengths: readonly number[];
  /** How often the query's term `t` stands in field `f`: `frequencies[t * fields.length + f]`, 255 at most. */
  readonly frequencies: Uint8Array;
}

export interface Candidates {
  readonly statistics: Statistics;
  /** Best first; equal scores by id. */
  readonly items: readonly Candidate[];
}

/** Passages by their terms. A port: our own postings are one engine behind it. */
export interface PassageIndex {
  /** The best `limit` passages that hold at least one term; numbers only, never text. */
  candidates(query: PassageQuery, limit: number): Promise<Candidates>;
  /** An index of the same passages but these; this one stays as it is. */
  without(ids: ReadonlySet<number>): Promise<PassageIndex>;
}
