import type { Problem } from '../errors.js';
import type { CorpusFile } from '../reading/corpus.js';
import type { Span } from '../text/span.js';
import { findAuthor } from './author.js';
import { type Body, type BodyLine, isTableRow, joinLines } from './body.js';
import { findFurniture } from './furniture.js';
import { findHeading, findUnclosed, opensUnclosed } from './heading.js';
import { type Line, splitLines } from './line.js';
import { findSection, isVolumeLine } from './section.js';
import type { Piece } from './tree.js';
import { findWrapping, type Wrapping } from './wrapping.js';

/** An entry as it stands in one file, before it has an id. */
export interface FileEntry {
  readonly path: readonly string[];
  readonly heading: string;
  readonly text: string;
  readonly author: string | null;
  readonly source: Span & { readonly file: string; readonly line: number };
  readonly origin: readonly Piece[];
}

export interface FileTree {
  readonly entries: readonly FileEntry[];
  readonly problems: readonly Problem[];
}

/** Longer entries are most likely several whose headings were not recognised. */
const maxEntry = 20_000;

/** What a line is, decided by the first rule that knows it. */
type Kind =
  | { readonly is: 'blank' | 'furniture' | 'volume' | 'text' | 'heading-rest' }
  | { readonly is: 'section'; readonly level: number; readonly name: string }
  | {
      readonly is: 'heading';
      readonly heading: string;
      readonly bodyStart: number;
      readonly lines: number;
    };

/**
 * Cuts a decoded file into its entries. Nothing is lost: text that stands before the first
 * heading, or between a section's line and its first heading, becomes an entry under the
 * section's own name (the volume's title where there is none). Pure; linear in the length.
 */
export function segmentFile({ file, text, volume, section }: CorpusFile): FileTree {
  const lines = splitLines(text);
  const problems: Problem[] = damagedCharacters(file, lines);
  const kinds = classify(lines, file, problems);
  const wrapping = findWrapping(textRuns(lines, kinds));
  const title = volume?.title ?? '';

  const entries: FileEntry[] = [];
  const chapter = section === null ? [] : [section];
  let stack: { level: number; name: string }[] = [];
  let open: OpenEntry | null = null;
  let body: BodyLine[] = [];
  let afterFurniture = false;
  let afterBlank = false;

  const close = () => {
    if (open !== null) {
      const entry = closeEntry(open, body, wrapping, file);
      if (entry.text === '') {
        problems.push({
          code: 'entry-empty',
          detail: { heading: entry.heading },
          place: { file, line: open.line.number },
        });
      } else {
        if (entry.text.length > maxEntry) {
          const detail = { heading: entry.heading, length: entry.text.length };
          problems.push({ code: 'entry-long', detail, place: { file, line: open.line.number } });
        }
        entries.push(entry);
      }
    }
    open = null;
    body = [];
  };

  for (const [i, line] of lines.entries()) {
    const kind = kinds[i] as Kind;
    if (kind.is === 'heading-rest') continue;
    if (kind.is === 'blank' || kind.is === 'furniture') {
      afterBlank ||= kind.is === 'blank';
      afterFurniture ||= kind.is === 'furniture';
      continue;
    }
    if (kind.is === 'section') {
      close();
      stack = [...stack.filter(({ level }) => level < kind.level), kind];
    } else if (kind.is === 'heading') {
      close();
      const path = [...chapter, ...stack.map(({ name }) => name)];
      open = { path, heading: kind.heading, line };
      const rest = kind.lines === 2 ? (lines[i + 1] as Line) : line;
      body.push({ ...tailOf(rest, kind.bodyStart), afterFurniture: false, afterBlank: false });
    } else if (kind.is === 'text') {
      if (open === null) {
        const names = stack.map(({ name }) => name);
        const heading = names.at(-1) ?? title;
        open = { path: [...chapter, ...names.slice(0, -1)], heading, line };
        problems.push({
          code: 'text-outside',
          detail: { heading },
          place: { file, line: line.number },
        });
      }
      body.push({ ...line, afterFurniture, afterBlank });
    }
    afterFurniture = false;
    afterBlank = false;
  }
  close();
  return { entries, problems };
}

interface OpenEntry {
  readonly path: readonly string[];
  readonly heading: string;
  readonly line: Line;
}

function classify(lines: readonly Line[], file: string, problems: Problem[]): Kind[] {
  const furniture = findFurniture(lines);
  const kinds: Kind[] = [];
  // Backwards, since a section is known by what follows it.
  let followed = false;
  const first = lines.find(({ text }) => text.trim() !== '')?.number;
  const headings = new Map<number, Extract<Kind, { is: 'heading' }>>();
  const seconds = new Set<number>();
  lines.forEach((line, i) => {
    if (seconds.has(line.number)) return;
    const found = findHeading(line, lines[i + 1]);
    if (found !== null) {
      headings.set(line.number, { is: 'heading', ...found });
      if (found.lines === 2) seconds.add(line.number + 1);
    } else if (opensUnclosed(line)) {
      problems.push({ code: 'heading-unclosed', detail: {}, place: { file, line: line.number } });
      const unclosed = findUnclosed(line);
      if (unclosed === null) return;
      const heading = line.text.slice(unclosed.start - line.start, unclosed.end - line.start);
      headings.set(line.number, {
        is: 'heading',
        heading,
        bodyStart: unclosed.bodyStart,
        lines: 1,
      });
    }
  });
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i] as Line;
    const kind = kindOf(line);
    kinds[i] = kind;
    if (kind.is !== 'blank' && kind.is !== 'furniture' && kind.is !== 'heading-rest') {
      followed = kind.is === 'heading' || kind.is === 'section';
    }
  }
  return kinds;

  function kindOf(line: Line): Kind {
    if (seconds.has(line.number)) return { is: 'heading-rest' };
    if (line.text.trim() === '') return { is: 'blank' };
    const heading = headings.get(line.number);
    if (heading !== undefined) return heading;
    if (line.number === first && isVolumeLine(line)) return { is: 'volume' };
    if (furniture.has(line.number)) return { is: 'furniture' };
    const section = isTableRow(line.text) ? null : findSection(line, followed);
    return section === null ? { is: 'text' } : { is: 'section', ...section };
  }
}

/** Neighbouring lines of running text. */
function textRuns(lines: readonly Line[], kinds: readonly Kind[]): Line[][] {
  const runs: Line[][] = [];
  let run: Line[] = [];
  lines.forEach((line, i) => {
    const is = kinds[i]?.is;
    if (is === 'heading' && run.length > 0) {
      runs.push(run);
      run = [];
    }
    if ((is === 'text' || is === 'heading') && !isTableRow(line.text)) run.push(line);
    else if (is !== 'furniture' && run.length > 0) {
      runs.push(run);
      run = [];
    }
  });
  return run.length > 0 ? [...runs, run] : runs;
}

function tailOf(line: Line, start: number): Line {
  return { ...line, start, text: line.text.slice(start - line.start) };
}

function closeEntry(
  { path, heading, line }: OpenEntry,
  lines: readonly BodyLine[],
  wrapping: Wrapping | null,
  file: string,
): FileEntry {
  const whole = joinLines(lines, wrapping);
  const last = lines.at(-1) ?? line;
  const end = last.start + last.text.trimEnd().length;
  const found = findAuthor(whole.text);
  const body = found === null ? whole : cut(whole, found.at);
  return {
    path,
    heading,
    text: body.text,
    author: found?.author ?? null,
    source: { file, line: line.number, start: line.start + indentOf(line), end },
    origin: body.origin,
  };
}

function indentOf({ text }: Line): number {
  return text.length - text.trimStart().length;
}

/** The body up to an offset, spaces before it dropped. */
function cut({ text, origin }: Body, at: number): Body {
  const kept = text.slice(0, at).trimEnd();
  return {
    text: kept,
    origin: origin
      .filter((piece) => piece.at < kept.length)
      .map((piece) => ({ ...piece, length: Math.min(piece.length, kept.length - piece.at) })),
  };
}

/** Characters that a conversion left behind: the text is kept as it is, and named. */
function damagedCharacters(file: string, lines: readonly Line[]): Problem[] {
  return lines.flatMap(({ text, number }) => {
    const place = { file, line: number };
    const problems: Problem[] = [];
    if (text.includes('\ufffd')) problems.push({ code: 'character-lost', detail: {}, place });
    const own = /[\ue000-\uf8ff]/.exec(text)?.[0];
    if (own !== undefined) {
      const code = `U+${own.charCodeAt(0).toString(16).toUpperCase()}`;
      problems.push({ code: 'character-private', detail: { code }, place });
    }
    return problems;
  });
}
