import { afterEach, beforeEach, expect, it } from 'vitest';
import { type BotProcess, startBot } from '../e2e/bot-process.js';
import { startTelegram, type Telegram } from '../e2e/server/telegram.js';
import { Ledger, pause } from './ledger.js';
import { long, report } from './size.js';

let telegram: Telegram;
let bot: BotProcess;

beforeEach(async () => {
  telegram = await startTelegram();
  bot = startBot(telegram);
  await bot.says('index-ready', 120_000);
}, 120_000);
afterEach(async () => {
  await bot.stop();
  await telegram.close();
});

const conflict = {
  status: 409,
  description: 'Conflict: terminated by other getUpdates request',
} as const;

it.each([
  [
    `a second poller for ${long ? 60 : 4} s`,
    long ? 60 : 4,
    () => telegram.fail({ method: 'getUpdates' }, conflict, { times: Infinity }),
  ],
  [`no network for ${long ? 120 : 4} s`, long ? 120 : 4, () => telegram.outage()],
])(
  'comes back by itself after %s, and every question asked meanwhile is answered once',
  async (name, seconds, begin) => {
    const ledger = new Ledger(telegram, 5);
    for (let i = 0; i < 5; i++) ledger.ask();
    await ledger.settled();
    const trouble = begin();
    telegram.polling.interrupt('terminated by other getUpdates request');
    for (let i = 0; i < seconds; i++) {
      ledger.ask();
      await pause(1000);
    }
    trouble.stop();
    const began = performance.now();
    await ledger.settled(20_000);
    const counts = ledger.replies().map(({ count }) => count);
    report(name, {
      asked: counts.length,
      lost: counts.filter((count) => count === 0).length,
      doubles: counts.filter((count) => count > 1).length,
      allAnsweredAfterSeconds: Math.round((performance.now() - began) / 100) / 10,
    });
    expect(counts).toEqual(counts.map(() => 1));
  },
  300_000,
);
