import { startBot } from '../e2e/bot-process.js';
import type { Fault } from '../e2e/server/faults.js';
import { startTelegram } from '../e2e/server/telegram.js';
import { Ledger, pause } from './ledger.js';

export interface FaultReport {
  readonly asked: number;
  readonly lost: number;
  readonly doubles: number;
  /** Of these, those of which an earlier message was taken without the bot being told. */
  readonly doublesInGap: number;
  /** Calls to a chat before its `retry_after` had passed. */
  readonly early: number;
  /** Chats in which a first reply overtook another. */
  readonly outOfOrder: number;
  readonly faults: Readonly<Record<string, number>>;
  readonly seconds: number;
}

const mixture: readonly (readonly [name: string, fault: () => Fault])[] = [
  ['429', () => ({ status: 429, retryAfter: 1 + Math.floor(Math.random() * 2) })],
  ['5xx', () => ({ status: 500 + Math.floor(Math.random() * 5) })],
  ['gateway page', () => ({ status: 502, body: '<html>bad gateway</html>' })],
  ['failed although handled', () => ({ status: 504, handled: true })],
  ['dropped before', () => ({ drop: 'before' })],
  ['dropped after', () => ({ drop: 'after' })],
  ['slow', () => ({ delayMs: Math.random() * 1500 })],
  ['slow and late', () => ({ delayMs: Math.random() * 1500, handle: 'late' })],
  ['torn', () => ({ torn: true })],
];

const leavesInDoubt = new Set(['dropped after', 'failed although handled']);

/** Asks so many questions of 40 chats while a fifth of all calls meets a fault. */
export async function faultTrial(count: number): Promise<FaultReport> {
  const telegram = await startTelegram();
  const ledger = new Ledger(telegram, 40);
  const faults: Record<string, number> = {};
  /** Messages taken without the bot being told. */
  const untold = new Set<string>();
  const bot = startBot(telegram);
  const began = performance.now();
  try {
    await bot.says('index-ready');
    telegram.fail(
      { method: ['sendMessage', 'getUpdates'] },
      (call) => {
        if (Math.random() > 0.2) return undefined;
        const [name, fault] = mixture[
          Math.floor(Math.random() * mixture.length)
        ] as (typeof mixture)[number];
        faults[name] = (faults[name] ?? 0) + 1;
        if (leavesInDoubt.has(name)) untold.add(keyOf(call.params));
        return fault();
      },
      { times: Infinity },
    );
    while (ledger.asked.length < count) {
      for (let i = 0; i < 20; i++) ledger.ask();
      await pause(50);
    }
    await ledger.settled(60_000);
    const replies = ledger.replies();
    const doubles = replies.filter(({ count }) => count > 1);
    return {
      asked: replies.length,
      lost: replies.filter(({ count }) => count === 0).length,
      doubles: doubles.length,
      doublesInGap: doubles.filter(({ chat, message }) => untold.has(`${chat} ${message}`)).length,
      early: telegram.calls.early.length,
      outOfOrder: ledger.outOfOrder(),
      faults,
      seconds: Math.round((performance.now() - began) / 1000),
    };
  } finally {
    await bot.stop();
    await telegram.close();
  }
}

function keyOf(params: Readonly<Record<string, unknown>>): string {
  const to = params.reply_parameters as { readonly message_id?: number } | undefined;
  return `${params.chat_id} ${to?.message_id}`;
}
