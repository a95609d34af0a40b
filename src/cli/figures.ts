import { z } from 'zod';
import { NianjianError } from '../errors.js';
import type { FigureExtractor } from '../figures/extract.js';
import type { Figure } from '../figures/figure.js';
import { readCorpus } from '../reading/corpus.js';
import { decoded, streamText } from '../reading/stream.js';
import { segmentCorpus } from '../segment/corpus.js';
import { countBelow } from '../text/ascending.js';
import { blocksOf, linesOf } from '../text/lines.js';
import { csvHeader, csvLine, type Printed } from './csv.js';
import { writeOut } from './output.js';
import { exit, extractorOf, failureText, readLexicons, type Setting } from './setting.js';

export interface FiguresFlags {
  readonly corpus?: string;
  readonly json?: boolean;
  readonly csv?: boolean;
}

/** No passage is longer; a longer line is named and left out. */
const maxLineChars = 16_000_000;

/** A longer text file is read in blocks of whole lines, each a text of its own. */
const blockChars = 1_000_000;

/** A figure and where it is printed. */
type Found = { readonly figure: Figure } & Printed;

/**
 * `nianjian figures`: from JSON lines on standard input or in `.jsonl` files, from text files, or
 * from a corpus. What is broken is named, the rest is processed; memory does not grow with the
 * length of the input.
 */
export async function figuresCommand(
  setting: Setting,
  files: readonly string[],
  flags: FiguresFlags,
): Promise<number> {
  const extract = extractorOf(await readLexicons(flags.corpus));
  const line = ({ figure, ...printed }: Found) =>
    flags.csv === true ? csvLine(figure, printed) : `${JSON.stringify(figure)}\n`;
  const print = (found: readonly Found[]) =>
    found.length === 0 ? Promise.resolve() : writeOut(found.map(line).join(''));
  let bad = false;
  const name = (error: unknown) => {
    bad = true;
    process.stderr.write(`${failureText(error, setting.language)}\n`);
  };

  if (flags.csv === true) await writeOut(csvHeader());
  if (flags.corpus !== undefined) {
    for await (const found of ofCorpus(flags.corpus, extract)) await print(found);
  } else if (files.length === 0) {
    for await (const found of ofJsonLines(decoded(process.stdin), 'stdin', extract, name))
      await print(found);
  } else {
    for (const file of files) {
      try {
        const pieces = streamText(file);
        const all = /\.jsonl$/i.test(file)
          ? ofJsonLines(pieces, file, extract, name)
          : ofText(pieces, file, extract);
        for await (const found of all) await print(found);
      } catch (error) {
        name(error);
      }
    }
  }
  return bad ? exit.bad : exit.done;
}

async function* ofCorpus(dir: string, extract: FigureExtractor): AsyncGenerator<Found[]> {
  const corpus = await readCorpus(dir);
  const lineOf = new Map(corpus.files.map(({ file, text }) => [file, lineFinder(text)]));
  for (const volume of segmentCorpus(corpus).volumes) {
    for (const { id, heading, text, source, origin } of volume.entries) {
      const context = { entryId: id, defaultYear: volume.year, heading };
      yield extract(text, context).map((figure) => {
        const piece = origin.findLast(({ at }) => at <= figure.start);
        const offset = piece === undefined ? source.start : piece.source + figure.start - piece.at;
        const line = lineOf.get(source.file)?.(offset) ?? source.line;
        return { figure, volume: volume.name, file: source.file, line };
      });
    }
  }
}

async function* ofText(
  pieces: AsyncIterable<string>,
  file: string,
  extract: FigureExtractor,
): AsyncGenerator<Found[]> {
  for await (const { text, start, line } of blocksOf(pieces, blockChars)) {
    const lineAt = lineFinder(text);
    yield extract(text, { entryId: file, defaultYear: null }).map((figure) => ({
      figure: start === 0 ? figure : moved(figure, start),
      ...{ volume: '', file, line: line - 1 + lineAt(figure.start) },
    }));
  }
}

async function* ofJsonLines(
  pieces: AsyncIterable<string>,
  file: string,
  extract: FigureExtractor,
  name: (error: unknown) => void,
): AsyncGenerator<Found[]> {
  for await (const { number, text: json } of linesOf(pieces, maxLineChars)) {
    if (json?.trim() === '') continue;
    try {
      const { id, text, defaultYear } = passageOf(json, file, number);
      const figures = extract(text, { entryId: id, defaultYear: defaultYear ?? null });
      yield figures.map((figure) => ({ figure, volume: id, file, line: number }));
    } catch (error) {
      name(error);
    }
  }
}

const passage = z.object({
  id: z.string(),
  text: z.string(),
  defaultYear: z.number().int().nullish(),
});

function passageOf(json: string | null, file: string, line: number): z.infer<typeof passage> {
  try {
    if (json === null) throw new RangeError(`> ${maxLineChars}`);
    return passage.parse(JSON.parse(json));
  } catch (cause) {
    const issue = cause instanceof z.ZodError ? cause.issues[0] : undefined;
    const said = cause instanceof RangeError ? cause.message : 'JSON';
    const reason = issue === undefined ? said : `${issue.path.join('.')}: ${issue.message}`;
    throw new NianjianError('figures-line', { reason }, { file, line }, { cause });
  }
}

/** The same figure with its offsets `by` further on. */
function moved(figure: Figure, by: number): Figure {
  const { start, end, number, rank } = figure;
  return {
    ...figure,
    start: start + by,
    end: end + by,
    number: number && { start: number.start + by, end: number.end + by },
    rank: rank && { ...rank, start: rank.start + by, end: rank.end + by },
  };
}

/** The 1-based line of an offset in a text. */
function lineFinder(text: string): (offset: number) => number {
  const ends: number[] = [];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) ends.push(at);
  return (offset) => countBelow(ends.length, (i) => ends[i]!, offset) + 1;
}
