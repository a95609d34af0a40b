import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Telegram } from './server/telegram.js';

const main = resolve(import.meta.dirname, '../../dist/src/main.js');

/** The real bot, as its operator starts it. */
export interface BotProcess {
  /** Everything written to standard output and errors so far. */
  readonly output: () => string;
  readonly folder: string;
  /** Resolves once a line holds the text. */
  says(text: string, timeoutMs?: number): Promise<void>;
  signal(name: NodeJS.Signals): void;
  /** Exit code; null where a signal ended it. */
  readonly exited: Promise<number | null>;
  /** SIGTERM, then waits; the working folder is removed. Gives the exit code. */
  stop(): Promise<number | null>;
}

/** Starts `node dist/src/main.js` against a Telegram of one's own; `env` goes over the defaults. */
export function startBot(
  telegram: Pick<Telegram, 'token' | 'apiRoot'>,
  env: Readonly<Record<string, string>> = {},
): BotProcess {
  const folder = mkdtempSync(join(tmpdir(), 'nianjian-bot-'));
  const child: ChildProcess = spawn(process.execPath, [main], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.apiRoot,
      DATA_DIR: join(folder, 'data'),
      SEND_RATE: '1000',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let written = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      written += chunk;
      for (const tell of [...listeners]) tell();
    });
  }
  const exited = new Promise<number | null>((done) => {
    child.on('close', (code) => done(code));
  });
  return {
    output: () => written,
    folder,
    exited,
    says: (text, timeoutMs = 120_000) =>
      new Promise((done, fail) => {
        const check = () => {
          if (!written.includes(text)) return;
          clearTimeout(timer);
          listeners.delete(check);
          done();
        };
        const timer = setTimeout(() => {
          listeners.delete(check);
          fail(new Error(`The bot never wrote “${text}”:\n${written}`));
        }, timeoutMs);
        listeners.add(check);
        check();
      }),
    signal: (name) => void child.kill(name),
    stop: async () => {
      child.kill('SIGTERM');
      const code = await exited;
      rmSync(folder, { recursive: true, force: true });
      return code;
    },
  };
}
