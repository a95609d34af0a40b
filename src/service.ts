import { join } from 'node:path';
import { runBot } from '../handlers/run.js';
import { requireJieba } from './analysis/jieba.js';
import { runCli } from './cli/program.js';
import {
  corpusDirOf,
  exit,
  failureText,
  lexiconDir,
  readEnvironment,
  settingOf,
} from './cli/setting.js';
import { type Config, languageOf } from './config.js';
import { describe, NianjianError } from './errors.js';
import { makeFolder } from './index/folder.js';
import { buildInProcess } from './library/build-process.js';
import { type ControlReply, type ControlRequest, listenForControl } from './library/control.js';
import { DatedLog } from './library/dated-log.js';
import { Keeper } from './library/keeper.js';
import type { Outcome } from './library/outcome.js';
import { outcomeText } from './library/outcome-text.js';
import { Library } from './library/service.js';
import { stepText } from './library/steps.js';
import type { UnansweredLine } from './library/unanswered.js';
import { createLog, createRedactor, type Log, tallied } from './log.js';
import { packageRoot } from './package-root.js';

/**
 * The bot, or without a token the same answers in a local chat. Gives the exit code.
 *
 * @param onListening told once signals are attended to here, or, in the chat, by nobody
 */
export async function start(onListening: () => void): Promise<number> {
  const env = await readEnvironment();
  if ((env.BOT_TOKEN ?? '') === '') {
    onListening();
    return runCli(['chat', ...process.argv.slice(2)]);
  }
  const stop = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => (stop.signal.aborted ? process.exit(exit.done) : stop.abort()));
  }
  const heeded = heedHangUps();
  onListening();
  process.exit(await runService(env, stop.signal, heeded));
}

/** SIGHUP asks for a reload: at once, or, where it comes too early, once it is told how. */
function heedHangUps(): (reload: () => void) => void {
  let early = false;
  let heed = () => {
    early = true;
  };
  process.on('SIGHUP', () => heed());
  return (reload) => {
    heed = reload;
    if (early) reload();
  };
}

/** The bot in Telegram, until it is told to stop. */
async function runService(
  env: Readonly<Record<string, string | undefined>>,
  stop: AbortSignal,
  onHangUp: (reload: () => void) => void,
): Promise<number> {
  let redact = createRedactor([]);
  try {
    requireJieba();
    const setting = settingOf(env);
    const { config } = setting;
    const secrets = [config.BOT_TOKEN ?? '', config.WEBHOOK_SECRET ?? ''];
    redact = createRedactor(secrets);
    const plainLog = createLog({ level: config.LOG_LEVEL, secrets });
    process.on('unhandledRejection', (reason) =>
      plainLog.error('unhandled-rejection', { reason: String((reason as Error)?.stack ?? reason) }),
    );
    process.on('uncaughtException', (error) => {
      plainLog.error('uncaught-exception', { reason: String(error?.stack ?? error) });
      process.exit(1);
    });
    const { log, tally } = tallied(plainLog);
    await makeFolder(config.DATA_DIR).catch((cause: Error) => {
      const detail = { dir: config.DATA_DIR, reason: cause.message };
      throw new NianjianError('data-unwritable', detail, {}, { cause });
    });
    const library = new Library();
    const onLogError = (error: unknown) =>
      log.warn('record-not-written', { reason: (error as NodeJS.ErrnoException).code ?? '' });
    const records = { days: config.RETENTION_DAYS, onError: onLogError };
    const keeper = new Keeper({
      library,
      corpusDir: corpusDirOf(setting, undefined),
      lexiconDir,
      dataDir: config.DATA_DIR,
      keep: config.KEEP_GENERATIONS,
      maxLostShare: config.MAX_LOST_SHARE,
      build: (order, onStep) =>
        buildInProcess(order, {
          program: join(packageRoot, 'dist', 'src', 'library', 'build-main.js'),
          signal: stop,
          ...(onStep !== undefined && { onStep }),
        }),
      audit: new DatedLog({ ...records, file: join(config.DATA_DIR, 'audit.jsonl') }),
      onProblem: (problem) => log.warn(problem.code, { message: describe(problem, 'en') }),
    });
    const unanswered = config.LOG_QUESTIONS
      ? new DatedLog<UnansweredLine>({
          ...records,
          file: join(config.DATA_DIR, 'unanswered.jsonl'),
        })
      : null;
    let control: Awaited<ReturnType<typeof listenForControl>> | undefined;
    keeper.watch((outcome) => logOutcome(outcome, log));
    await runBot({
      config: config as Config & { BOT_TOKEN: string },
      log,
      library,
      keeper,
      unanswered,
      tally,
      load: async () => {
        try {
          await keeper.start();
        } catch (error) {
          if (stop.aborted) return;
          throw error;
        }
        onHangUp(() => void keeper.reload({ id: null, name: 'SIGHUP' }));
        // Not before this bot holds its DATA_DIR.
        control = await listenForControl(config.DATA_DIR, (request, onProgress) =>
          reloadForCommand(keeper, request, onProgress),
        ).catch((error: Error) => {
          log.warn('control-not-listening', { reason: error.message });
          return undefined;
        });
        const { volumes, entries } = (await library.current()).report;
        log.info('index-ready', { volumes, entries });
      },
      stop,
    });
    await control?.close();
    return exit.done;
  } catch (error) {
    process.stderr.write(`${redact(failureText(error, languageOf(env)))}\n`);
    return exit.bad;
  }
}

/** The outcome of every change of the corpus, whoever wished for it. */
function logOutcome(outcome: Outcome, log: Log): void {
  if (outcome.kind === 'failed') {
    log.error('reload-failed', { problem: describe(outcome.problem, 'en') });
  } else if (outcome.kind === 'reloaded') {
    const { volumes, entries, added, changed, removed } = outcome.change;
    const { number, tookMs } = outcome;
    log.info('reloaded', { number, volumes, entries, added, changed, removed, tookMs });
  } else {
    log.info(outcome.kind);
  }
}

/** `nianjian reload`, as the bot carries it out. */
async function reloadForCommand(
  keeper: Keeper,
  { force, language }: ControlRequest,
  onProgress: (text: string) => void,
): Promise<ControlReply> {
  const outcome = await keeper.reload(
    { id: null, name: 'nianjian reload' },
    {
      force,
      onStep: (step, done, total) => {
        if (done === 0) onProgress(stepText(step, done, total, language));
      },
    },
  );
  return { done: outcome.kind === 'reloaded', text: outcomeText(outcome, language) };
}
