import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runBot } from '../../handlers/run.js';
import type { Answer } from '../../src/answer/answer.js';
import type { AskOptions } from '../../src/answer/ask.js';
import { type Config, parseConfig } from '../../src/config.js';
import type { Keeper } from '../../src/library/keeper.js';
import { Library, type Serving } from '../../src/library/service.js';
import { createLog } from '../../src/log.js';
import type { Telegram } from '../e2e/server/telegram.js';

export interface RunningBot {
  readonly logged: readonly string[];
  /** Ends it; rejects with what ended it before. */
  stop(): Promise<void>;
}

export interface BotInput {
  /** The sentence that answers; the whole answer is built around it. Default: the question. */
  readonly sentence?: (question: string) => Promise<string> | string;
  /** Whole answers in place of that; undefined leaves a question to `sentence`. */
  readonly answer?: (question: string) => Answer | undefined;
  readonly env?: Readonly<Record<string, string>>;
  readonly load?: () => Promise<void>;
}

/** The bot in this process, over HTTP like the real one, with an `ask` of the test's own. */
export function runInProcess(
  telegram: Telegram,
  { sentence = (question) => question, answer, env = {}, load = async () => {} }: BotInput = {},
): RunningBot {
  const logged: string[] = [];
  const library = new Library();
  const config = parseConfig({
    BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    DATA_DIR: dataDirOf(telegram),
    SEND_RATE: '1000',
    ...env,
  });
  const stop = new AbortController();
  const ask = async (question: string, _?: AskOptions) =>
    answer?.(question) ?? answerOf(question, await sentence(question));
  const ended = runBot({
    config: config as Config & { BOT_TOKEN: string },
    log: createLog({
      level: 'debug',
      secrets: [telegram.token],
      write: (line) => void logged.push(line),
    }),
    library,
    load: async () => {
      await load();
      library.replace(servingOf(ask));
    },
    keeper: { watch: () => {} } as unknown as Keeper,
    unanswered: null,
    tally: () => [],
    stop: stop.signal,
  });
  return {
    logged,
    stop: () => {
      stop.abort();
      return ended;
    },
  };
}

/** A bot that is started again finds what the one before left. */
function dataDirOf(telegram: Telegram): string {
  const known = dataDirs.get(telegram);
  if (known !== undefined) return known;
  const dir = mkdtempSync(join(tmpdir(), 'nianjian-bot-'));
  dataDirs.set(telegram, dir);
  if (dataDirs.size === 1) process.once('exit', sweep);
  return dir;
}

const dataDirs = new Map<Telegram, string>();

function sweep(): void {
  for (const dir of dataDirs.values()) rmSync(dir, { recursive: true, force: true });
}

function servingOf(ask: Serving['ask']): Serving {
  const catalogue = { volumes: [], entry: () => null, sectionOf: () => null, find: () => [] };
  const report = { volumes: 1, entries: 1, passages: 1, sentences: 1, figures: 1, duplicates: 0 };
  const now = new Date();
  const similar = async () => [];
  return {
    ask,
    catalogue,
    similar,
    example: async () => '2022年粮食产量是多少？',
    report,
    bytes: 0,
    corpusDir: '',
    number: 1,
    builtAt: now,
    since: now,
  };
}

/** Answered from an entry that is this one sentence. */
export function answerOf(question: string, sentence: string): Answer {
  const span = { start: 0, end: sentence.length };
  return {
    question,
    status: 'answered',
    confidence: 1,
    entry: {
      ...{ id: 'e1', volume: '内蒙古年鉴 2023卷', year: 2022, path: [], heading: '粮食生产' },
      ...{ text: sentence, author: null, source: { file: 'a.txt', line: 1, ...span } },
    },
    passage: span,
    lead: { ...span, text: sentence },
    figures: [],
    asked: 0,
    alternatives: [],
    nearest: [],
    choices: [],
    interpreted: null,
    reason: null,
    tookMs: 0,
  };
}
