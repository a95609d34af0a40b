import type { Analyzer } from '../analysis/analyzer.js';
import type { Vocabulary } from '../index/vocabulary.js';
import type { Span } from '../text/span.js';

/** A part of a question that was read as another word. */
export interface Correction extends Span {
  /** As typed, normalised; the span is in the normalised question. */
  readonly typed: string;
  readonly read: string;
  /** Whether what was typed is no word at all, and what is read sounds the same. */
  readonly sure: boolean;
}

/** What spelling is judged by. */
export interface SpellingSources {
  readonly analyzer: Analyzer;
  /** The words a question may be made of. */
  readonly words: Vocabulary;
  /** In how many passages each term stands. */
  readonly frequencies: (terms: readonly string[]) => Promise<readonly number[]>;
  readonly isStopWord: (word: string) => boolean;
}
