import type { Problem } from '../errors.js';
import type { CorpusFile } from '../reading/corpus.js';
import type { Span } from '../text/span.js';
import { findAuthor } from './author.js';
import { cutBody, isIndented, joinLines } from './body.js';
import { findDamage } from './damage.js';
import { type Draft, draftEntries } from './draft.js';
import { classifyLines, type LineKind } from './kind.js';
import { type Line, splitLines } from './line.js';
import { isTableRow } from './table.js';
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
  /** By line. */
  readonly problems: readonly Problem[];
}

/** Longer entries are most likely several whose headings were not recognised. */
const maxEntry = 20_000;

/**
 * Cuts a decoded file into its entries. What is no heading, section line, page furniture or
 * author stands in some entry's text: nothing is lost. Pure; linear in the length.
 */
export function segmentFile({ file, text, volume, section }: CorpusFile): FileTree {
  const lines = splitLines(text);
  const { kinds, unclosed } = classifyLines(lines);
  const wrapping = findWrapping(textRuns(lines, kinds));
  const place = { title: volume?.title ?? '', chapter: section };
  const drafts = draftEntries(lines, kinds, place).map((draft) => ({
    draft,
    entry: finish(draft, wrapping, file),
  }));
  const problems = [
    ...findDamage(file, lines),
    ...unclosed.map(
      (line): Problem => ({ code: 'heading-unclosed', detail: {}, place: { file, line } }),
    ),
    ...drafts.flatMap(({ draft, entry }) => doubtsOf(draft, entry)),
  ];
  return {
    entries: drafts.map(({ entry }) => entry).filter((entry) => entry.text !== ''),
    problems: problems.sort((a, b) => (a.place.line ?? 0) - (b.place.line ?? 0)),
  };
}

/** Neighbouring lines of running text, parted where an indent opens a paragraph. */
function textRuns(lines: readonly Line[], kinds: readonly LineKind[]): Line[][] {
  const runs: Line[][] = [];
  let run: Line[] = [];
  const part = () => {
    if (run.length > 0) runs.push(run);
    run = [];
  };
  lines.forEach((line, i) => {
    const kind = kinds[i] as LineKind;
    if (kind.is === 'furniture') return;
    const isText = (kind.is === 'text' || kind.is === 'heading') && !isTableRow(line.text);
    if (!isText || kind.is === 'heading' || isIndented(line.text)) part();
    const onItsOwn =
      kind.is === 'heading' && kind.bodyStart >= line.start + line.text.trimEnd().length;
    if (isText && !onItsOwn) run.push(line);
  });
  part();
  return runs;
}

function finish(
  { path, heading, line, body }: Draft,
  wrapping: Wrapping | null,
  file: string,
): FileEntry {
  const whole = joinLines(body, wrapping);
  const last = body.findLast(({ text }) => text.trim() !== '') ?? body.at(-1) ?? line;
  const found = findAuthor(whole.text);
  const { text, origin } = found === null ? whole : cutBody(whole, found.at);
  const start = line.start + line.text.length - line.text.trimStart().length;
  const end = last.start + last.text.trimEnd().length;
  return {
    path,
    heading,
    text,
    author: found?.author ?? null,
    source: { file, line: line.number, start, end },
    origin,
  };
}

function doubtsOf({ outside }: Draft, { heading, text, source }: FileEntry): Problem[] {
  const place = { file: source.file, line: source.line };
  const problems: Problem[] = [];
  if (outside) problems.push({ code: 'text-outside', detail: { heading }, place });
  if (text === '') problems.push({ code: 'entry-empty', detail: { heading }, place });
  if (text.length > maxEntry) {
    problems.push({ code: 'entry-long', detail: { heading, length: text.length }, place });
  }
  return problems;
}
