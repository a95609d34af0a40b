import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Answer } from '../answer/answer.js';
import { NianjianError } from '../errors.js';
import { writeOut } from './output.js';
import { renderAnswer } from './render.js';
import { exit, failureText, openCorpus, type Setting } from './setting.js';
import { renderTrace } from './trace.js';

export interface AskFlags {
  readonly corpus?: string;
  readonly json?: boolean;
  readonly batch?: boolean;
  readonly explain?: boolean;
}

/** `nianjian ask`: one question from the arguments, or a batch from standard input. */
export async function askCommand(
  setting: Setting,
  words: readonly string[],
  flags: AskFlags,
): Promise<number> {
  if (flags.batch === true) {
    if (flags.json !== true) throw new NianjianError('batch-json');
    return askBatch(setting, flags);
  }
  const question = words.join(' ');
  const { ask } = await openCorpus(setting, flags.corpus);
  const answer = await ask(question, {
    language: setting.language,
    ...(flags.explain === true && {
      onTrace: (trace) => process.stderr.write(`${renderTrace(trace)}\n`),
    }),
  });
  process.stdout.write(
    flags.json === true
      ? `${JSON.stringify(answer)}\n`
      : `${renderAnswer(answer, { language: setting.language, colour: process.stdout.isTTY === true })}\n`,
  );
  return answer.status === 'no-answer' ? exit.nothing : exit.done;
}

const batchLine = z.strictObject({
  question: z.string(),
  chat: z.union([z.string(), z.number()]).optional(),
  user: z.union([z.string(), z.number()]).optional(),
});

/** One `Answer` a line in the order of the questions; `{"error"}` in the place of a bad line. */
async function askBatch(setting: Setting, flags: AskFlags): Promise<number> {
  const { ask } = await openCorpus(setting, flags.corpus);
  let bad = false;
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    number++;
    let out: Answer | { readonly error: string };
    try {
      out = await ask(questionOf(line, number), { language: setting.language });
    } catch (error) {
      bad = true;
      out = { error: failureText(error, setting.language) };
    }
    await writeOut(`${JSON.stringify(out)}\n`);
  }
  return bad ? exit.bad : exit.done;
}

/** A line is a question as it stands, or a JSON object that holds one. */
function questionOf(line: string, number: number): string {
  if (!line.trimStart().startsWith('{')) return line;
  try {
    return batchLine.parse(JSON.parse(line)).question;
  } catch (cause) {
    const reason = cause instanceof z.ZodError ? (cause.issues[0]?.message ?? '') : 'JSON';
    throw new NianjianError('batch-line', { reason }, { file: 'stdin', line: number }, { cause });
  }
}
