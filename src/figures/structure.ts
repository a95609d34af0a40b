import { countBelow } from '../text/ascending.js';
import { splitSentences } from '../text/sentences.js';
import type { Span } from '../text/span.js';

export type GroupKind = 'root' | 'heading' | 'title' | 'quote' | 'bracket';

/** A bracketed or quoted stretch; `start` and `end` are those of the marks themselves. */
export interface Group extends Span {
  readonly kind: GroupKind;
  readonly parent: Group | null;
}

/** Where brackets, quotes, clauses and sentences of a text begin and end. */
export interface Structure {
  /** The innermost group around an offset; the root group elsewhere. */
  groupAt(offset: number): Group;
  /** In order, touching; together they are the text. */
  readonly sentences: readonly Span[];
  /** The comma clause around an offset, within its own group; groups inside it are opaque. */
  clauseAt(offset: number): Span;
}

/** One pass over the text; each lookup costs at most `REACH` steps. */
export function structureOf(normal: string): Structure {
  const groups = readGroups(normal);
  const root: Group = { kind: 'root', start: -1, end: normal.length, parent: null };
  const sorted = link(groups, root);
  const byEnd = new Map(sorted.map((g) => [g.end - 1, g]));
  const byStart = new Map(sorted.map((g) => [g.start, g]));
  const sentences = joinWrapped(normal, splitSentences(normal));

  const groupAt = (offset: number): Group => {
    let group = lastStartingBefore(sorted, offset) ?? root;
    while (group.parent !== null && group.end <= offset) group = group.parent;
    return group;
  };

  return {
    groupAt,
    sentences,
    clauseAt: (offset) => {
      const group = groupAt(offset);
      const floor = Math.max(group.start + 1, offset - REACH);
      const ceiling = Math.min(group.kind === 'root' ? group.end : group.end - 1, offset + REACH);
      let start = offset;
      while (start > floor && !isSeparator(normal, start - 1)) {
        const child = byEnd.get(start - 1);
        start = child !== undefined && child.start >= floor ? child.start : start - 1;
      }
      let end = offset;
      while (end < ceiling && !isSeparator(normal, end)) {
        const child = byStart.get(end);
        end = child !== undefined && child.end <= ceiling ? child.end : end + 1;
      }
      return { start, end };
    },
  };
}

/** No clause of prose is longer; it keeps hostile text linear. */
const REACH = 160;

/** The marks that end a clause; a comma or colon inside a number does not. */
function isSeparator(text: string, at: number): boolean {
  const c = text[at]!;
  if (!SEPARATORS.includes(c)) return false;
  if (c !== ',' && c !== ':') return true;
  return !(isDigit(text[at - 1]) && isDigit(text[at + 1]));
}

/** `<` and `>`: what stands between the marks of a web page is a cell of its own. */
const SEPARATORS = ',;:。!?！？\n<>';

function isDigit(c: string | undefined): boolean {
  return c !== undefined && c >= '0' && c <= '9';
}

const PAIRS: Record<string, [close: string, kind: GroupKind]> = {
  '【': ['】', 'heading'],
  '《': ['》', 'title'],
  '〈': ['〉', 'title'],
  '“': ['”', 'quote'],
  '‘': ['’', 'quote'],
  '「': ['」', 'quote'],
  '『': ['』', 'quote'],
  '(': [')', 'bracket'],
  '[': [']', 'bracket'],
  '〔': ['〕', 'bracket'],
};
const CLOSERS = new Set(Object.values(PAIRS).map(([close]) => close));

type Loose = { kind: GroupKind; start: number; end: number };

const MARKS = new RegExp(
  `[${[...Object.keys(PAIRS), ...CLOSERS].map((c) => `\\${c}`).join('')}\n]`,
  'g',
);

/** Closed pairs alone; a paragraph's end drops what is still open. */
function readGroups(text: string): Loose[] {
  const found: Loose[] = [];
  let open: { start: number; close: string; kind: GroupKind }[] = [];
  MARKS.lastIndex = 0;
  for (let hit = MARKS.exec(text); hit !== null; hit = MARKS.exec(text)) {
    const c = hit[0];
    const pair = PAIRS[c];
    if (pair !== undefined) {
      if (open.length < MAX_DEPTH) open.push({ start: hit.index, close: pair[0], kind: pair[1] });
    } else if (c === '\n') open = [];
    else {
      const k = open.findLastIndex((o) => o.close === c);
      if (k < 0) continue;
      found.push({ kind: open[k]!.kind, start: open[k]!.start, end: hit.index + 1 });
      open.length = k;
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

const MAX_DEPTH = 8;

function link(loose: readonly Loose[], root: Group): Group[] {
  const path: Group[] = [];
  return loose.map((group) => {
    while (path.length > 0 && path.at(-1)!.end < group.end) path.pop();
    const linked: Group = { ...group, parent: path.at(-1) ?? root };
    path.push(linked);
    return linked;
  });
}

/** A line that ends in a comma goes on in the next: hard-wrapped lines are one sentence. */
function joinWrapped(text: string, sentences: readonly Span[]): Span[] {
  const joined: { start: number; end: number }[] = [];
  for (const sentence of sentences) {
    const last = joined.at(-1);
    if (
      last !== undefined &&
      WRAPPED.test(text.slice(Math.max(last.start, last.end - 4), last.end))
    )
      last.end = sentence.end;
    else joined.push({ ...sentence });
  }
  return joined;
}

const WRAPPED = /[,、] ?\n\s*$/;

function lastStartingBefore<T extends Span>(spans: readonly T[], offset: number): T | undefined {
  return spans[countBelow(spans.length, (i) => spans[i]!.start, offset) - 1];
}
