import type { BodyLine } from './body.js';
import type { LineKind } from './kind.js';
import type { Line } from './line.js';

/** An entry's lines, not yet joined. */
export interface Draft {
  readonly path: readonly string[];
  readonly heading: string;
  /** Its first line. */
  readonly line: Line;
  readonly body: readonly BodyLine[];
  /** Whether no heading stands above it. */
  readonly outside: boolean;
}

export interface Place {
  /** The volume's. */
  readonly title: string;
  /** The file's section, outermost of every path. */
  readonly chapter: string | null;
}

/**
 * Gathers the lines of each entry. Text that stands before the first heading, or between a
 * section's line and its first heading, becomes an entry under the section's own name (the
 * volume's title where there is none).
 */
export function draftEntries(
  lines: readonly Line[],
  kinds: readonly LineKind[],
  { title, chapter }: Place,
): Draft[] {
  const drafts: Draft[] = [];
  let sections: { readonly level: number; readonly name: string }[] =
    chapter === null ? [] : [{ level: 0, name: chapter }];
  let body: BodyLine[] | null = null;
  let afterFurniture = false;
  let afterBlank = false;
  const names = () => sections.map(({ name }) => name);
  const open = (line: Line, path: readonly string[], heading: string, outside: boolean) => {
    body = [];
    drafts.push({ path, heading, line, body, outside });
    return body;
  };
  lines.forEach((line, i) => {
    const kind = kinds[i] as LineKind;
    if (kind.is === 'heading-rest') return;
    if (kind.is === 'blank' || kind.is === 'furniture' || kind.is === 'volume') {
      afterBlank ||= kind.is === 'blank';
      afterFurniture ||= kind.is !== 'blank';
      return;
    }
    if (kind.is === 'section') {
      body = null;
      sections = [...sections.filter(({ level }) => level < kind.level), kind];
    } else if (kind.is === 'heading') {
      const last = lines[i + kind.lines - 1] as Line;
      const text = last.text.slice(kind.bodyStart - last.start);
      const tail = { ...last, start: kind.bodyStart, text, printed: last.text };
      open(line, names(), kind.heading, false).push({
        ...tail,
        afterFurniture: false,
        afterBlank: false,
      });
    } else {
      body ??= open(line, names().slice(0, -1), names().at(-1) ?? title, true);
      const { start, end, text, number, breakAt } = line;
      body.push({ start, end, text, number, breakAt, printed: text, afterFurniture, afterBlank });
    }
    afterFurniture = false;
    afterBlank = false;
  });
  return drafts;
}
