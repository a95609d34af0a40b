import type { Span } from './span.js';

/**
 * The sentences of a text, in order, tiling it: trailing spaces and line breaks belong to the
 * sentence before. A sentence ends after 。！？ ! ? outside quotes and brackets, or with its
 * paragraph (a line); a semicolon ends a clause, not a sentence. A quote or bracket that is not
 * closed in its paragraph encloses nothing. Linear in the length.
 */
export function splitSentences(text: string): Span[] {
  const enclosed = enclosedUnits(text);
  const sentences: Span[] = [];
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const ends = text[i] === '\n' || (isEndMark(text[i]) && !enclosed[i]);
    if (!ends) continue;
    let end = i + 1;
    while (text[i] !== '\n' && isEndMark(text[end])) end++;
    while (isSpace(text[end])) end++;
    sentences.push({ start, end });
    start = end;
    i = end - 1;
  }
  if (start < text.length) sentences.push({ start, end: text.length });
  return withoutBlanks(sentences, text);
}

interface Bracket {
  /** Full- and half-width forms are of one kind: prints mix them. */
  readonly kind: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

const pairs = [
  '“”',
  '‘’',
  '「」',
  '『』',
  '《》',
  '〈〉',
  '（）()',
  '【】',
  '〔〕',
  '［］[]',
  '｛｝{}',
];

const brackets: ReadonlyMap<string, Bracket> = new Map([
  ...pairs.flatMap((units, kind) =>
    [...units].map((unit, i): [string, Bracket] => {
      return [unit, { kind, opens: i % 2 === 0, closes: i % 2 === 1 }];
    }),
  ),
  // Straight quotes open where none is open.
  ['"', { kind: pairs.length, opens: true, closes: true }],
]);

function isEndMark(unit: string | undefined): boolean {
  return unit !== undefined && '。！？!?'.includes(unit);
}

function isSpace(unit: string | undefined): boolean {
  return unit !== undefined && /\s/.test(unit);
}

/** 1 for every unit that stands within a closed pair of its paragraph. */
function enclosedUnits(text: string): Uint8Array {
  const change = new Int32Array(text.length + 1);
  // Kinds and offsets of what is open; numbers alone, since a text may open a million.
  const openKinds: number[] = [];
  const openAt: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text[i] as string;
    if (unit === '\n') openKinds.length = openAt.length = 0;
    const bracket = brackets.get(unit);
    if (bracket === undefined) continue;
    // What was opened inside a pair and never closed encloses nothing.
    const depth = bracket.closes ? lastOpened(openKinds, bracket.kind) : -1;
    if (depth >= 0) {
      const at = openAt[depth] as number;
      change[at] = (change[at] as number) + 1;
      change[i] = (change[i] as number) - 1;
      openKinds.length = openAt.length = depth;
    } else if (bracket.opens) {
      openKinds.push(bracket.kind);
      openAt.push(i);
    }
  }
  const enclosed = new Uint8Array(text.length);
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    depth += change[i] as number;
    enclosed[i] = depth > 0 ? 1 : 0;
  }
  return enclosed;
}

/** How far a closing one looks back for its opening one, in open ones: keeps the cost linear. */
const deepest = 8;

function lastOpened(openKinds: readonly number[], kind: number): number {
  const least = Math.max(0, openKinds.length - deepest);
  for (let depth = openKinds.length - 1; depth >= least; depth--) {
    if (openKinds[depth] === kind) return depth;
  }
  return -1;
}

/** White space alone is no sentence: it joins the one before, at the beginning the one after. */
function withoutBlanks(sentences: readonly Span[], text: string): Span[] {
  const kept: { start: number; end: number }[] = [];
  for (const { start, end } of sentences) {
    const last = kept.at(-1);
    if (text.slice(start, end).trim() !== '') kept.push({ start: last?.end ?? 0, end });
    else if (last !== undefined) last.end = end;
  }
  if (kept.length === 0 && text.length > 0) kept.push({ start: 0, end: text.length });
  return kept;
}
