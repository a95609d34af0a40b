import { bare } from '../analysis/section-keys.js';
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
  /** The heading's letters, digits and Chinese characters alone. */
  readonly name: string;
  readonly sentences: readonly Span[];
}

export function readPassage({ heading, path, text, sentences }: PassageText): Passage {
  const normalHeading = normalise(heading);
  return {
    normal: normalise(text),
    heading: normalHeading,
    above: normalise([heading, ...path].join(' ')),
    name: bare(normalHeading),
    sentences,
  };
}
