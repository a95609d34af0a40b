import { normalise } from '../text/normalise.js';
import type { Span } from '../text/span.js';

/** What is ranked: a passage under its heading. */
export interface PassageText {
  readonly heading: string;
  /** Section names above it. */
  readonly path: readonly string[];
  /** The passage as printed. */
  readonly text: string;
  /** Tiling `text`, spans in it. */
  readonly sentences: readonly Span[];
}

/** The same as questions are held against it. */
export interface Passage {
  readonly normal: string;
  readonly heading: string;
  /** Heading and section names, a space between them. */
  readonly above: string;
  readonly sentences: readonly Span[];
}

export function readPassage({ heading, path, text, sentences }: PassageText): Passage {
  return {
    normal: normalise(text),
    heading: normalise(heading),
    above: normalise([heading, ...path].join(' ')),
    sentences,
  };
}
