import type { VolumeInfo } from '../reading/volume.js';
import type { Span } from '../text/span.js';

/** A run of an entry's text that stands as one run in the decoded file. */
export interface Piece {
  /** Offset in the entry's text. */
  readonly at: number;
  /** Offset of the same characters in the decoded file. */
  readonly source: number;
  readonly length: number;
}

/** 条目: what is cited. Immutable; all spans are in `text` unless said otherwise. */
export interface Entry {
  /** At most 20 ASCII characters, from volume, path, heading and the ordinal among equal ones. */
  readonly id: string;
  /** Section headings, outermost first, without marks. */
  readonly path: readonly string[];
  /** Without 【】. */
  readonly heading: string;
  /** The body as printed: hard-wrapped lines joined, page numbers dropped, paragraphs parted by one `\n`; no heading, no author. */
  readonly text: string;
  readonly author: string | null;
  /** The whole entry, heading and author included; offsets in the decoded file, `line` 1-based. */
  readonly source: Span & { readonly file: string; readonly line: number };
  /** Maps `text` onto the decoded file, in order, without gaps in `text`. */
  readonly origin: readonly Piece[];
  /** What is ranked, in order. */
  readonly passages: readonly Span[];
  /** What is quoted, in order; those of a passage rebuild it exactly. */
  readonly sentences: readonly Span[];
}

/** A volume with its entries. */
export interface Volume extends VolumeInfo {
  /** In printed order, files in name order. */
  readonly entries: readonly Entry[];
}
