import type { Figure } from '../figures/figure.js';
import type { Span } from '../text/span.js';

export type Status = 'answered' | 'no-answer' | 'clarify' | 'talk';

/** An entry as it is cited. */
export interface CitedEntry {
  readonly id: string;
  readonly volume: string;
  /** The year reported on. */
  readonly year: number | null;
  readonly path: readonly string[];
  readonly heading: string;
  readonly text: string;
  readonly author: string | null;
  /** In the decoded file; the whole entry. */
  readonly source: Span & { readonly file: string; readonly line: number };
}

export interface Alternative {
  readonly id: string;
  readonly volume: string;
  readonly heading: string;
  readonly confidence: number;
}

/** What `ask` gives: every quoted character and every figure is a span of `entry.text`. */
export interface Answer {
  readonly question: string;
  readonly status: Status;
  /** 0 to 1, comparable between questions. */
  readonly confidence: number;
  readonly entry: CitedEntry | null;
  /** What was ranked, in `entry.text`. */
  readonly passage: Span | null;
  /** The one sentence that answers, in `entry.text`. */
  readonly lead: (Span & { readonly text: string }) | null;
  /** Of the entry; those asked for first, then as printed. */
  readonly figures: readonly Figure[];
  /** How many of `figures` were asked for. */
  readonly asked: number;
  readonly alternatives: readonly Alternative[];
  readonly nearest: readonly { readonly volume: string; readonly heading: string }[];
  readonly choices: readonly { readonly label: string; readonly question: string }[];
  readonly interpreted: {
    readonly question: string;
    readonly corrections: readonly string[];
    readonly carriedFrom: string | null;
  } | null;
  /** Why silent, for people. */
  readonly reason: string | null;
  readonly tookMs: number;
}
