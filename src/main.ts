import { join } from 'node:path';
import type { ReloadResult } from '../handlers/context.js';
import { runBot } from '../handlers/run.js';
import { requireJieba } from './analysis/jieba.js';
import { runCli } from './cli/program.js';
import {
  corpusDirOf,
  exit,
  failureText,
  packageRoot,
  readEnvironment,
  settingOf,
} from './cli/setting.js';
import { type Config, languageOf } from './config.js';
import { describe, type Language, NianjianError } from './errors.js';
import { makeFolder } from './index/folder.js';
import { type Generation, type OpenOptions, openGeneration } from './library/open.js';
import { rebuild, run } from './library/rebuild.js';
import { Library } from './library/service.js';
import { createLog, createRedactor } from './log.js';

const env = await readEnvironment();
// Without a token the same answers come in a local chat.
if ((env.BOT_TOKEN ?? '') === '')
  process.exitCode = await runCli(['chat', ...process.argv.slice(2)]);
else process.exit(await runService());

/** The bot in Telegram; ends with an exit code. */
async function runService(): Promise<number> {
  const stop = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => (stop.signal.aborted ? process.exit(exit.done) : stop.abort()));
  }
  let redact = createRedactor([]);
  try {
    requireJieba();
    const setting = settingOf(env);
    const { config } = setting;
    const secrets = [config.BOT_TOKEN ?? '', config.WEBHOOK_SECRET ?? ''];
    redact = createRedactor(secrets);
    const log = createLog({ level: config.LOG_LEVEL, secrets });
    process.on('unhandledRejection', (reason) =>
      log.error('unhandled-rejection', { reason: String((reason as Error)?.stack ?? reason) }),
    );
    process.on('uncaughtException', (error) => {
      log.error('uncaught-exception', { reason: String(error?.stack ?? error) });
      process.exit(1);
    });
    const open: OpenOptions & { snapshotDir: string } = {
      corpusDir: corpusDirOf(setting, undefined),
      snapshotDir: config.DATA_DIR,
      lexiconDir: join(packageRoot, 'corpus', 'lexicons'),
      keep: config.KEEP_GENERATIONS,
      onProblem: (problem) => log.warn(problem.code, { message: describe(problem, 'en') }),
    };
    await makeFolder(config.DATA_DIR).catch((cause: Error) => {
      const detail = { dir: config.DATA_DIR, reason: cause.message };
      throw new NianjianError('data-unwritable', detail, {}, { cause });
    });
    const library = new Library();
    let generation: Generation | undefined;
    const load = async () => {
      generation = await openGeneration(open);
      library.replace(generation);
      const { volumes, entries } = generation.report;
      log.info('index-ready', { volumes, entries });
    };
    const reload = async (language: Language): Promise<ReloadResult> => {
      const began = performance.now();
      try {
        if (generation === undefined) throw new Error('the index is still loading');
        const rebuilt = await rebuild({
          open,
          command: cli('index', '--corpus', open.corpusDir, '--out', open.snapshotDir, '--json'),
          before: generation,
          signal: stop.signal,
        });
        const warnings = await warningsOf(open.corpusDir, stop.signal);
        generation = rebuilt.generation;
        library.replace(generation);
        const { volumes, entries } = generation.report;
        log.info('reloaded', { volumes, entries, ...rebuilt.difference });
        const tookMs = performance.now() - began;
        return { ok: true, ...rebuilt.difference, volumes, entries, warnings, tookMs };
      } catch (error) {
        const problem = redact(failureText(error, language));
        log.error('reload-failed', { problem });
        return { ok: false, problem };
      }
    };
    await runBot({
      config: config as Config & { BOT_TOKEN: string },
      log,
      library,
      load,
      reload,
      stop: stop.signal,
    });
    return exit.done;
  } catch (error) {
    process.stderr.write(`${redact(failureText(error, languageOf(env)))}\n`);
    return exit.bad;
  }
}

/** The program's own command line, in a process of its own. */
function cli(...args: string[]): [string, ...string[]] {
  return [process.execPath, join(packageRoot, 'dist', 'src', 'cli', 'main.js'), ...args];
}

/** What `check` finds in the corpus, a line each. */
async function warningsOf(corpusDir: string, signal: AbortSignal): Promise<string[]> {
  const [program, ...args] = cli('check', '--corpus', corpusDir, '--json');
  const { output } = await run(program, args, signal);
  const report = JSON.parse(output) as {
    readonly files: readonly {
      readonly file: string;
      readonly warnings: readonly { readonly line: number; readonly message: string }[];
    }[];
  };
  return report.files.flatMap(({ file, warnings }) =>
    warnings.map(({ line, message }) => `${file}:${line} ${message}`),
  );
}
