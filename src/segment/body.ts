import type { Line } from './line.js';
import type { Piece } from './tree.js';
import { isFull, type Wrapping } from './wrapping.js';

/** A line of a body, with what came between it and the line before. */
export interface BodyLine extends Line {
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
  let text = '';
  const origin: Piece[] = [];
  const add = (characters: string, source: number) => {
    if (characters === '') return;
    origin.push({ at: text.length, source, length: characters.length });
    text += characters;
  };
  let previous: BodyLine | undefined;
  for (const line of lines) {
    const indent = /^[\s\u3000]*/.exec(line.text)?.[0].length ?? 0;
    const content = line.text.trim();
    if (content === '') continue;
    if (previous !== undefined) {
      if (!continues(previous, line, wrapping)) add('\n', previous.breakAt);
      else if (/[A-Za-z0-9,.;]$/.test(text) && /^[A-Za-z]/.test(content))
        add(' ', previous.breakAt);
    }
    add(content, line.start + indent);
    previous = line;
  }
  return { text, origin };
}

function continues(previous: BodyLine, line: BodyLine, wrapping: Wrapping | null): boolean {
  if (isTableRow(previous.text) || isTableRow(line.text)) return false;
  const ended = /[。！？!?：:]["”’』」）)]*\s*$/.test(previous.text);
  // A page break in the middle of a sentence, whatever the width.
  if (line.afterFurniture && !ended) return !/^(?:\u3000{2}|\s{4})/.test(line.text);
  if (wrapping === null || line.afterBlank) return false;
  if (/^(?:\u3000|\s{2})/.test(line.text)) return false;
  return isFull(previous.text, wrapping);
}

/** Cells parted by tabs, bars or wide gaps. */
export function isTableRow(text: string): boolean {
  const content = text.trim();
  return (
    /\t|[|｜│]/.test(content) || (content.match(/\S(?: {2,}|\u3000+)(?=\S)/g)?.length ?? 0) >= 2
  );
}
