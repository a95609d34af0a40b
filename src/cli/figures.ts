import { createInterface } from 'node:readline';
import { z } from 'zod';
import { NianjianError } from '../errors.js';
import type { Figure } from '../figures/figure.js';
import { readCorpus } from '../reading/corpus.js';
import { readTextFile } from '../reading/decode.js';
import { segmentCorpus } from '../segment/corpus.js';
import { csvHeader, csvLine } from './csv.js';
import { writeOut } from './output.js';
import { exit, extractorOf, failureText, readLexicons, type Setting } from './setting.js';

export interface FiguresFlags {
  readonly corpus?: string;
  readonly json?: boolean;
  readonly csv?: boolean;
}

/** `nianjian figures`: from JSON lines on standard input, from text files, or from a corpus. */
export async function figuresCommand(
  setting: Setting,
  files: readonly string[],
  flags: FiguresFlags,
): Promise<number> {
  const extract = extractorOf(await readLexicons(flags.corpus));
  const print = (figure: Figure, place: { volume: string; file: string; line: number }) =>
    writeOut(flags.csv === true ? csvLine(figure, place) : `${JSON.stringify(figure)}\n`);
  if (flags.csv === true) await writeOut(csvHeader);

  if (flags.corpus !== undefined) {
    for (const volume of segmentCorpus(await readCorpus(flags.corpus)).volumes) {
      for (const { id, heading, text, source } of volume.entries) {
        const context = { entryId: id, defaultYear: volume.year, heading };
        for (const figure of extract(text, context)) {
          await print(figure, { volume: volume.name, file: source.file, line: source.line });
        }
      }
    }
    return exit.done;
  }

  if (files.length > 0) {
    for (const file of files) {
      const { text } = await readTextFile(file);
      let line = 1;
      let at = 0;
      for (const figure of extract(text, { entryId: file, defaultYear: null })) {
        for (; at < figure.start; at++) if (text[at] === '\n') line++;
        await print(figure, { volume: '', file, line });
      }
    }
    return exit.done;
  }

  let bad = false;
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    number++;
    if (line.trim() === '') continue;
    try {
      const { id, text, defaultYear } = passageOf(line, number);
      for (const figure of extract(text, { entryId: id, defaultYear: defaultYear ?? null })) {
        await print(figure, { volume: id, file: 'stdin', line: number });
      }
    } catch (error) {
      bad = true;
      process.stderr.write(`${failureText(error, setting.language)}\n`);
    }
  }
  return bad ? exit.bad : exit.done;
}

const passage = z.object({
  id: z.string(),
  text: z.string(),
  defaultYear: z.number().int().nullish(),
});

function passageOf(line: string, number: number): z.infer<typeof passage> {
  try {
    return passage.parse(JSON.parse(line));
  } catch (cause) {
    const issue = cause instanceof z.ZodError ? cause.issues[0] : undefined;
    const reason = issue === undefined ? 'JSON' : `${issue.path.join('.')}: ${issue.message}`;
    throw new NianjianError('figures-line', { reason }, { file: 'stdin', line: number }, { cause });
  }
}
