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
    while (end < text.length && (isEndMark(text[end]) || isSpace(text[end]))) end++;
    sentences.push({ start, end });
    start = end;
    i = end - 1;
  }
  if (start < text.length) sentences.push({ start, end: text.length });
  return withoutBlanks(sentences, text);
}

const openers = '“‘「『《〈（(【〔[［｛{';
const closers = '”’」』》〉）)】〕]］｝}';

function isEndMark(unit: string | undefined): boolean {
  return unit !== undefined && '。！？!?'.includes(unit);
}

function isSpace(unit: string | undefined): boolean {
  return unit !== undefined && /\s/.test(unit);
}

/** 1 for every unit that stands within a closed pair of its paragraph. */
function enclosedUnits(text: string): Uint8Array {
  const change = new Int32Array(text.length + 1);
  let open: { kind: number; at: number }[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text[i] as string;
    if (unit === '\n') {
      open = [];
      continue;
    }
    const opening = openers.indexOf(unit);
    if (opening >= 0) {
      open.push({ kind: opening, at: i });
      continue;
    }
    const closing = closers.indexOf(unit);
    if (closing < 0) continue;
    // What was opened inside the pair and never closed encloses nothing; the look back is bounded.
    for (let depth = open.length - 1; depth >= Math.max(0, open.length - 8); depth--) {
      const { kind, at } = open[depth] as { kind: number; at: number };
      if (kind !== closing) continue;
      change[at] = (change[at] as number) + 1;
      change[i] = (change[i] as number) - 1;
      open.length = depth;
      break;
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

/** White space alone is no sentence: it joins the one before, at the beginning the one after. */
function withoutBlanks(sentences: readonly Span[], text: string): Span[] {
  const kept: { start: number; end: number }[] = [];
  let lead = 0;
  for (const { start, end } of sentences) {
    const last = kept.at(-1);
    if (text.slice(start, end).trim() !== '') kept.push({ start: last?.end ?? lead, end });
    else if (last !== undefined) last.end = end;
    else lead = 0;
  }
  if (kept.length === 0 && text.length > 0) kept.push({ start: 0, end: text.length });
  return kept;
}
