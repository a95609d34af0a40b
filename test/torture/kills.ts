import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BotProcess, startBot } from '../e2e/bot-process.js';
import type { Call } from '../e2e/server/journal.js';
import { startTelegram, type Telegram } from '../e2e/server/telegram.js';
import { Ledger, pause } from './ledger.js';

/** Where the process is killed, as Telegram sees it. */
export const points = [
  /** Updates are on their way to the bot; nothing says whether they are on disk. */
  'received',
  /** The next poll confirms them. */
  'journaled',
  /** The answer comes in, and is not taken. */
  'answered',
  /** The answer is taken, and the bot is not told. */
  'sent',
  /** The bot is told. */
  'acknowledged',
] as const;
export type Point = (typeof points)[number];

export interface KillReport {
  readonly asked: number;
  readonly lost: number;
  readonly doubles: number;
  /** Of these, those whose first message was in doubt to the bot itself when it was killed. */
  readonly doublesInGap: number;
  readonly inDoubt: number;
  readonly kills: Readonly<Record<Point, number>>;
}

/**
 * Kills the bot so many times at each point under load, then lets it work off what is left.
 *
 * @param journal without it the folder is removed after each kill
 */
export async function killTrial(perPoint: number, journal = true): Promise<KillReport> {
  const telegram = await startTelegram();
  const dataDir = mkdtempSync(join(tmpdir(), 'nianjian-kills-'));
  const ledger = new Ledger(telegram, 20);
  const doubted = new Set<number>();
  const kills = Object.fromEntries(points.map((point) => [point, 0])) as Record<Point, number>;
  // As many questions are always open, whatever becomes of the bot.
  let from = 0;
  const load = setInterval(() => {
    for (let open = ledger.open(from); open < 40; open++) ledger.ask();
  }, 50);
  const start = () => {
    if (!journal) {
      rmSync(join(dataDir, 'journal'), { recursive: true, force: true });
      // What is lost is no load.
      from = ledger.asked.length;
    }
    return startBot(telegram, { DATA_DIR: dataDir });
  };
  const note = ({ output, folder }: BotProcess) => {
    for (const [, id] of output().matchAll(/"event":"answer-in-doubt","update":(\d+)/g)) {
      doubted.add(Number(id));
    }
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    for (let i = 0; i < perPoint * points.length; i++) {
      const point = points[i % points.length] as Point;
      const bot = start();
      await reach(point, telegram, bot, 1 + Math.floor(Math.random() * 12));
      await bot.exited;
      kills[point]++;
      note(bot);
    }
    clearInterval(load);
    const bot = start();
    await ledger.settled();
    await bot.stop();
    note(bot);
    const replies = ledger.replies();
    const doubles = replies.filter(({ count }) => count > 1);
    return {
      asked: replies.length,
      lost: replies.filter(({ count }) => count === 0).length,
      doubles: doubles.length,
      doublesInGap: doubles.filter(({ update }) => doubted.has(update)).length,
      inDoubt: doubted.size,
      kills,
    };
  } finally {
    clearInterval(load);
    await telegram.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Kills the bot the n-th time it comes to the point. */
async function reach(point: Point, telegram: Telegram, bot: BotProcess, nth: number) {
  const kill = () => bot.signal('SIGKILL');
  const from = telegram.calls.all.length;
  if (point === 'answered' || point === 'sent') {
    let left = nth;
    const trouble = telegram.fail(
      { method: 'sendMessage' },
      () => {
        if (--left > 0) return undefined;
        kill();
        return { drop: point === 'answered' ? 'before' : 'after' };
      },
      { times: 1 },
    );
    await bot.exited;
    trouble.stop();
    return;
  }
  const seen = (call: Call) => {
    switch (point) {
      case 'received':
        return call.answered === 'whole' && updatesIn(call) > 0;
      case 'journaled':
        return call.method === 'getUpdates' && Number(call.params.offset) > 0;
      default:
        return call.method === 'sendMessage' && call.answered === 'whole';
    }
  };
  // There are few batches to a run.
  const wanted = point === 'acknowledged' ? nth : 1;
  await telegram.world.bell.until(
    () => telegram.calls.all.slice(from).filter(seen).length >= wanted || undefined,
    { timeoutMs: 120_000, failure: () => `never ${point}:\n${bot.output()}` },
  );
  // The reply goes out after this turn.
  await pause(Math.random() * 3);
  kill();
}

function updatesIn({ method, outcome }: Call): number {
  if (method !== 'getUpdates' || outcome.kind !== 'ok') return 0;
  return (outcome.result as readonly unknown[]).length;
}
