import { writeFile } from 'node:fs/promises';
import { createAnalyzer } from '../analysis/analyzer.js';
import { loadJieba } from '../analysis/jieba.js';
import { NianjianError } from '../errors.js';
import { evaluate } from '../evaluation/evaluate.js';
import { readPassages, readQuestions, readUnanswerable } from '../evaluation/question-set.js';
import { lexiconWords } from '../search/question.js';
import { exit, extractorOf, readLexicons } from './setting.js';

export interface EvaluateFlags {
  readonly passages?: readonly string[];
  readonly questions?: readonly string[];
  readonly unanswerable?: readonly string[];
  readonly run?: string;
  readonly json?: boolean;
}

/** `nianjian evaluate`: measures over question sets; several files of a kind form one index. */
export async function evaluateCommand(flags: EvaluateFlags): Promise<number> {
  if (!flags.passages?.length || !flags.questions?.length) throw new NianjianError('set-flags');
  const passages = (await Promise.all(flags.passages.map(readPassages))).flat();
  const questions = (await Promise.all(flags.questions.map(readQuestions))).flat();
  const unanswerable = (await Promise.all((flags.unanswerable ?? []).map(readUnanswerable))).flat();
  if (passages.length === 0) throw new NianjianError('set-empty');
  const lexicons = await readLexicons();
  const { result, runs } = await evaluate({
    passages,
    questions,
    unanswerable,
    lexicons,
    analyzer: createAnalyzer(loadJieba(), lexiconWords(lexicons)),
    extract: extractorOf(lexicons),
    onProgress: (done, total) => {
      if (process.stderr.isTTY) process.stderr.write(`\r${done}/${total}`);
    },
  });
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  if (flags.run !== undefined) {
    const lines = runs.map(({ id, ranked, lead, confidence, status }) =>
      JSON.stringify({ id, ranked, lead, confidence, status }),
    );
    await writeFile(flags.run, `${lines.join('\n')}\n`).catch((cause: unknown) => {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new NianjianError('file-unwritable', { reason }, { file: flags.run ?? '' }, { cause });
    });
  }
  process.stdout.write(flags.json === true ? `${JSON.stringify(result)}\n` : table(result));
  return exit.done;
}

/** Nested numbers as `name.inner  value`, one a line. */
function table(result: object, prefix = ''): string {
  return Object.entries(result)
    .map(([name, value]) =>
      typeof value === 'object' && value !== null
        ? table(value, `${prefix}${name}.`)
        : `${`${prefix}${name}`.padEnd(28)}${Number(value)
            .toFixed(4)
            .replace(/\.0000$/, '')}\n`,
    )
    .join('');
}
