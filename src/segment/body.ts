import { endsParagraph } from './ending.js';
import type { Line } from './line.js';
import { isTableRow } from './table.js';
import type { Piece } from './tree.js';
import { isFull, type Wrapping } from './wrapping.js';

/** A line of a body, with what came between it and the line before. */
export interface BodyLine extends Line {
  /** The whole line as printed, its heading included: it is this that may be full. */
  readonly printed: string;
  /** Whether page furniture was dropped just before it. */
  readonly afterFurniture: boolean;
  /** Whether an empty line came just before it. */
  readonly afterBlank: boolean;
}

export interface Body {
  readonly text: string;
  readonly origin: readonly Piece[];
}

/**
 * Joins the lines of a body to paragraphs, parted by one `\n`. Indents and trailing spaces are
 * dropped; a line broken for width goes on without a gap, between Latin words with a space.
 * Rows of a table stay lines.
 */
export function joinLines(lines: readonly BodyLine[], wrapping: Wrapping | null): Body {
  const parts: string[] = [];
  const origin: Piece[] = [];
  let length = 0;
  const add = (characters: string, source: number) => {
    parts.push(characters);
    origin.push({ at: length, source, length: characters.length });
    length += characters.length;
  };
  let previous: BodyLine | undefined;
  for (const line of lines) {
    const content = line.text.trim();
    if (content === '') continue;
    if (previous !== undefined) {
      if (!continues(previous, line, wrapping)) add('\n', previous.breakAt);
      else if (/[A-Za-z0-9,.;]\s*$/.test(previous.text.slice(-40)) && /^[A-Za-z]/.test(content)) {
        add(' ', previous.breakAt);
      }
    }
    add(content, line.start + line.text.length - line.text.trimStart().length);
    previous = line;
  }
  return { text: parts.join(''), origin };
}

/** The body up to an offset, spaces before it dropped. */
export function cutBody({ text, origin }: Body, at: number): Body {
  const kept = text.slice(0, at).trimEnd();
  return {
    text: kept,
    origin: origin
      .filter((piece) => piece.at < kept.length)
      .map((piece) => ({ ...piece, length: Math.min(piece.length, kept.length - piece.at) })),
  };
}

/** Shorter lines that a page's end cuts off are items of a list rather than running text. */
const shortestCut = 10;

function continues(previous: BodyLine, line: BodyLine, wrapping: Wrapping | null): boolean {
  if (isTableRow(previous.text) || isTableRow(line.text)) return false;
  const full = wrapping === null ? null : isFull(previous.printed, wrapping);
  // A page break in the middle of a sentence, whatever the blank lines around it.
  if (line.afterFurniture && !endsParagraph(previous.text)) {
    return (
      !/^(?:\u3000{2}|\s{4})/.test(line.text) && (full ?? previous.printed.length > shortestCut)
    );
  }
  return full === true && !line.afterBlank && !isIndented(line.text);
}

/** A paragraph's first line. */
export function isIndented(text: string): boolean {
  return /^(?:\u3000|\s{2})/.test(text);
}
