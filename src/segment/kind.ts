import { findFurniture } from './furniture.js';
import { type FoundHeading, findHeading } from './heading.js';
import type { Line } from './line.js';
import { type FoundSection, findSection, isVolumeLine } from './section.js';
import { isTableRow } from './table.js';
import { findUnclosed } from './unclosed.js';

/** What a line is. */
export type LineKind =
  | { readonly is: 'blank' | 'furniture' | 'volume' | 'text' | 'heading-rest' }
  | ({ readonly is: 'section' } & FoundSection)
  | ({ readonly is: 'heading' } & FoundHeading);

export interface Classified {
  /** One for each line. */
  readonly kinds: readonly LineKind[];
  /** Numbers of the lines whose 【 is never closed. */
  readonly unclosed: readonly number[];
}

/** Each line's kind, by the first rule that knows it. */
export function classifyLines(lines: readonly Line[]): Classified {
  const { headings, unclosed } = findHeadings(lines);
  const furniture = findFurniture(lines);
  const volumeLine = lines.find(({ text }) => text.trim() !== '');
  const volumeText =
    volumeLine !== undefined && isVolumeLine(volumeLine) ? volumeLine.text.trim() : null;
  const known = lines.map((line): LineKind | null => {
    if (line.text.trim() === '') return { is: 'blank' };
    const heading = headings.get(line.number);
    if (heading !== undefined) return heading;
    // Chapters put together in one file bring the line along.
    if (line.text.trim() === volumeText) return { is: 'volume' };
    return furniture.has(line.number) ? { is: 'furniture' } : null;
  });
  return { kinds: withSections(lines, known), unclosed };
}

function findHeadings(lines: readonly Line[]): {
  readonly headings: ReadonlyMap<number, LineKind>;
  readonly unclosed: readonly number[];
} {
  const headings = new Map<number, LineKind>();
  const unclosed: number[] = [];
  lines.forEach((line, i) => {
    if (headings.has(line.number)) return;
    const heading = findHeading(line, lines[i + 1]);
    const open = heading === null ? findUnclosed(line) : null;
    if (open !== null) unclosed.push(line.number);
    const found = heading ?? open?.heading;
    if (found) headings.set(line.number, { is: 'heading', ...found });
    if (found?.lines === 2) headings.set(line.number + 1, { is: 'heading-rest' });
  });
  return { headings, unclosed };
}

/** Backwards, since a section is known by what follows it. */
function withSections(lines: readonly Line[], known: readonly (LineKind | null)[]): LineKind[] {
  const kinds: LineKind[] = [];
  const above = printedAbove(lines, known);
  let below: number | null = null;
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i] as Line;
    const section: FoundSection | null =
      known[i] === null && !isTableRow(line.text)
        ? findSection(line, { ...(above[i] as Above), below })
        : null;
    const kind: LineKind = known[i] ?? (section ? { is: 'section', ...section } : { is: 'text' });
    kinds[i] = kind;
    if (kind.is === 'heading') below = Number.POSITIVE_INFINITY;
    else if (kind.is === 'section') below = kind.level;
    else if (kind.is === 'text' || kind.is === 'volume') below = null;
  }
  return kinds;
}

interface Above {
  readonly above: string;
  readonly apart: boolean;
}

/** For each line the printed one above it, and whether anything dropped lies between. */
function printedAbove(lines: readonly Line[], known: readonly (LineKind | null)[]): Above[] {
  let above = '';
  let apart = true;
  return lines.map(({ text }, i) => {
    const here = { above, apart };
    const is = known[i]?.is;
    apart = is === 'blank' || is === 'furniture' || is === 'volume';
    if (!apart) above = text;
    return here;
  });
}
