import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { NianjianError } from '../errors.js';
import { type GradedQuestion, gradedQuestion } from './graded-question.js';

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

/** Ids seen so far: those of all files that form one index are apart. */
type Seen = Set<string>;

export const readPassages = (file: string, seen: Seen = new Set()) =>
  readLines(file, passageLine, unique(seen));

/** @param passages ids of the passages asked; a question whose gold is none of them is refused */
export const readQuestions = (
  file: string,
  passages?: ReadonlySet<string>,
  seen: Seen = new Set(),
) =>
  readLines(file, questionLine, (line) => {
    const lost = [line.passage, ...(line.passages ?? [])].find((id) => passages?.has(id) === false);
    return lost === undefined ? unique(seen)(line) : `no passage has the id ${lost}`;
  });

export const readUnanswerable = (file: string, seen: Seen = new Set()) =>
  readLines(file, unanswerableLine, unique(seen));

/** Questions of a corpus with their right answers. */
export const readGraded = (file: string, seen: Seen = new Set()): Promise<GradedQuestion[]> =>
  readLines(file, gradedQuestion, unique(seen));

function unique(seen: Seen): (line: { readonly id: string }) => string | null {
  return ({ id }) => {
    if (seen.has(id)) return `the id ${id} stands twice`;
    seen.add(id);
    return null;
  };
}

/**
 * A file of JSON lines, blank ones left out.
 *
 * @param fault what is wrong with a line that fits the schema; null where nothing is
 * @throws NianjianError `set-missing`, or `set-line` for the first line that is not as it must be
 */
export async function readLines<T>(
  file: string,
  schema: z.ZodType<T>,
  fault: (line: T) => string | null = () => null,
): Promise<T[]> {
  const lines: T[] = [];
  let number = 0;
  try {
    const input = createReadStream(file, 'utf8');
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      number++;
      if (line.trim() === '') continue;
      const value = parse(line, schema, file, number);
      const reason = fault(value);
      if (reason !== null) throw new NianjianError('set-line', { reason }, { file, line: number });
      lines.push(value);
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
    const reason =
      issue === undefined
        ? 'JSON'
        : [issue.path.join('.'), issue.message].filter(Boolean).join(': ');
    throw new NianjianError('set-line', { reason }, { file, line: number }, { cause });
  }
}
