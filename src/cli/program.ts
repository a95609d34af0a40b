import { Command, CommanderError } from 'commander';
import { requireJieba } from '../analysis/jieba.js';
import { languageOf } from '../config.js';
import { type AskFlags, askCommand } from './ask.js';
import { chatCommand } from './chat.js';
import { type CheckFlags, checkCommand } from './check.js';
import { type EvaluateFlags, evaluateCommand } from './evaluate.js';
import { type FiguresFlags, figuresCommand } from './figures.js';
import { type IndexFlags, indexCommand } from './index-corpus.js';
import { reloadCommand } from './reload.js';
import { exit, failureText, readEnvironment, type Setting, settingOf } from './setting.js';
import { type TrainFlags, trainCommand } from './train.js';

/**
 * Runs one command line.
 * @returns the exit code: 0 done, 1 nothing found, 2 bad use, bad input or bad set-up
 */
export async function runCli(args: readonly string[]): Promise<number> {
  let code: number = exit.done;
  const env = await readEnvironment();
  const program = createProgram(async (work) => {
    requireJieba();
    code = await work(settingOf(env));
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exit.done : exit.bad;
    process.stderr.write(`${failureText(error, languageOf(env))}\n`);
    return exit.bad;
  }
}

type Start = (work: (setting: Setting) => Promise<number>) => Promise<void>;

function createProgram(start: Start): Command {
  const program = new Command('nianjian')
    .description(
      '年鉴问答: answers questions from Chinese yearbooks with the passage and its figures',
    )
    .exitOverride()
    .showHelpAfterError()
    .showSuggestionAfterError();

  program
    .command('ask')
    .description('answer one question, or with --batch each line of standard input')
    .argument('[question...]')
    .option('--corpus <dir>', 'folder of volumes')
    .option('--json', 'the Answer as JSON')
    .option('--batch', 'a question a line, or {"question","chat"?,"user"?}; one Answer a line')
    .option('--explain', 'how the question was understood and ranked, on standard error')
    .action((words: string[], flags: AskFlags) => start((s) => askCommand(s, words, flags)));

  program
    .command('chat')
    .description('local chat in the terminal')
    .option('--corpus <dir>', 'folder of volumes')
    .action((flags: { corpus?: string }) => start((s) => chatCommand(s, flags)));

  program
    .command('index')
    .description('read, check and index a corpus and write its snapshot')
    .option('--corpus <dir>', 'folder of volumes')
    .option('--out <dir>', 'where the snapshot is written; DATA_DIR by default')
    .option('--json', 'the report as JSON')
    .action((flags: IndexFlags) => start((s) => indexCommand(s, flags)));

  program
    .command('check')
    .description('what was read and what looks wrong; exit code 1 if anything does')
    .option('--corpus <dir>', 'folder of volumes')
    .option('--json', 'the report as JSON')
    .action((flags: CheckFlags) => start((s) => checkCommand(s, flags)));

  program
    .command('reload')
    .description('ask the running bot of this DATA_DIR to reload the corpus')
    .option('--force', 'however many entries are lost')
    .action((flags: { force?: boolean }) => start((s) => reloadCommand(s, flags)));

  program
    .command('figures')
    .description('figures of JSON lines {id, text, defaultYear}, of text files or of a corpus')
    .argument('[files...]')
    .option('--corpus <dir>', 'folder of volumes')
    .option('--json', 'one Figure a line (the default)')
    .option('--csv', 'a table for a spreadsheet')
    .action((files: string[], flags: FiguresFlags) =>
      start((s) => figuresCommand(s, files, flags)),
    );

  program
    .command('evaluate')
    .description('ask all questions of a set of passages, or of a corpus, and print measures')
    .option('--passages <files...>', 'JSON lines {id, title?, text}')
    .option('--questions <files...>', 'JSON lines {id, question, passage, passages?, answers}')
    .option('--unanswerable <files...>', 'JSON lines {id, question}')
    .option('--corpus <dir>', 'in place of --passages; questions as in test/questions')
    .option('--today <date>', 'what 去年 is counted from, YYYY-MM-DD; with --corpus')
    .option('--run <file>', 'write one line a question')
    .option('--compare <file>', 'wins and losses against an earlier run')
    .option('--explain <id>', 'this question alone: features and weights of the first passages')
    .option('--reliability', 'the share that was right by tenths of the confidence')
    .option('--json', 'the measures as JSON')
    .action((flags: EvaluateFlags) => start((s) => evaluateCommand(s, flags)));

  program
    .command('train')
    .description('fit the weights of ranking and confidence, and write them')
    .option('--passages <files...>', 'JSON lines {id, title?, text}')
    .option('--questions <files...>', 'JSON lines {id, question, passage, passages?, answers}')
    .option('--graded <file>', 'questions of corpora with their right answers')
    .option('--corpus <name=dir...>', 'the corpora that they name')
    .option('--seed <number>', 'of what is drawn by lot', '1')
    .option('--out <file>', 'in place of corpus/ranking.json')
    .action((flags: TrainFlags) => start((s) => trainCommand(s, flags)));

  return program;
}
