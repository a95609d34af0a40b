import { writeFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Answer } from '../answer/answer.js';
import type { Ask, AskOptions } from '../answer/ask.js';
import { NianjianError } from '../errors.js';
import { readLines } from './question-set.js';

/** One question asked: what came, whatever was wanted. */
export interface Run {
  readonly id: string;
  /** Ids of passages or entries, best first, 10 at most. */
  readonly ranked: readonly { readonly id: string; readonly score: number }[];
  readonly lead: string;
  readonly confidence: number;
  readonly status: string;
  readonly tookMs: number;
}

/** A line of a run file: times differ from run to run and are left out. */
export type RunLine = Readonly<z.infer<typeof runLine>>;

const runLine = z.object({
  id: z.string(),
  ranked: z.array(z.object({ id: z.string(), score: z.number() })).readonly(),
  lead: z.string(),
  confidence: z.number(),
  status: z.string(),
  /** How the answer differs from what was wanted, where the questions tell more than a passage. */
  fault: z.string().nullish(),
});

/** Asks one question; `idOf` names an entry by its number. */
export async function runQuestion(
  { id, question }: { readonly id: string; readonly question: string },
  ask: Ask,
  idOf: (entry: number) => string,
  options: Pick<AskOptions, 'today'> = {},
): Promise<{ readonly run: Run; readonly answer: Answer }> {
  let trace: Pick<Run, 'ranked' | 'lead'> = { ranked: [], lead: '' };
  const answer = await ask(question, {
    ...options,
    onTrace: ({ entries, lead }) => {
      const ranked = entries.slice(0, 10).map(({ entry, score }) => ({ id: idOf(entry), score }));
      trace = { ranked, lead };
    },
  });
  const { confidence, status, tookMs } = answer;
  return { run: { id, ...trace, confidence, status, tookMs }, answer };
}

/** @throws NianjianError `file-unwritable` */
export async function writeRun(file: string, lines: readonly RunLine[]): Promise<void> {
  const text = lines.map((line) => `${JSON.stringify(runLine.parse(line))}\n`).join('');
  await writeFile(file, text).catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new NianjianError('file-unwritable', { reason }, { file }, { cause });
  });
}

/**
 * The lines of an earlier run, by id.
 * @throws NianjianError `set-missing`, `set-line`
 */
export async function readRun(file: string): Promise<ReadonlyMap<string, RunLine>> {
  return new Map((await readLines(file, runLine)).map((line) => [line.id, line]));
}
