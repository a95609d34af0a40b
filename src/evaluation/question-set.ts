import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { NianjianError } from '../errors.js';

/** A passage to index as one entry, its title as heading. */
export type PassageLine = Readonly<z.infer<typeof passageLine>>;

/** A question whose answer stands in a known passage. */
export type QuestionLine = Readonly<z.infer<typeof questionLine>>;

/** A question that no passage answers. */
export type UnanswerableLine = Readonly<z.infer<typeof unanswerableLine>>;

const passageLine = z.object({
  id: z.string(),
  title: z.string().nullish(),
  text: z.string(),
});

const questionLine = z.object({
  id: z.string(),
  question: z.string(),
  /** The gold passage. */
  passage: z.string(),
  /** All gold passages, where there are several. */
  passages: z.array(z.string()).optional(),
  /** Strings any of which the answer's sentence holds. */
  answers: z.array(z.string()),
});

const unanswerableLine = z.object({ id: z.string(), question: z.string() });

export const readPassages = (file: string) => readLines(file, passageLine);
export const readQuestions = (file: string) => readLines(file, questionLine);
export const readUnanswerable = (file: string) => readLines(file, unanswerableLine);

/** @throws NianjianError `set-missing`, or `set-line` for the first line that is not as it must be */
async function readLines<T>(file: string, schema: z.ZodType<T>): Promise<T[]> {
  const lines: T[] = [];
  let number = 0;
  try {
    const input = createReadStream(file, 'utf8');
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      number++;
      if (line.trim() !== '') lines.push(parse(line, schema, file, number));
    }
  } catch (cause) {
    if (cause instanceof NianjianError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new NianjianError('set-missing', { reason }, { file }, { cause });
  }
  return lines;
}

function parse<T>(line: string, schema: z.ZodType<T>, file: string, number: number): T {
  try {
    return schema.parse(JSON.parse(line));
  } catch (cause) {
    const issue = cause instanceof z.ZodError ? cause.issues[0] : undefined;
    const reason = issue === undefined ? 'JSON' : `${issue.path.join('.')}: ${issue.message}`;
    throw new NianjianError('set-line', { reason }, { file, line: number }, { cause });
  }
}
