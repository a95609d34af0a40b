import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startBot } from '../e2e/bot-process.js';
import { startTelegram } from '../e2e/server/telegram.js';
import { pause } from './ledger.js';
import { startLightApi } from './light-api.js';
import { long, report } from './size.js';

const count = long ? 100_000 : 3000;
/** In the middle of the run the updates remembered are as many as ever will be. */
const half = count / 2;
const step = count / 40;
/** Of 50 chats. */
const mostUnanswered = 2000;

it(`${count} updates leave memory flat and the store small`, async () => {
  const api = await startLightApi();
  const other = await startTelegram();
  const { port } = new URL(other.apiRoot);
  await other.close();
  const bot = startBot(api, { HTTP_PORT: port });
  try {
    await bot.says('index-ready', 120_000);
    let questions = 0;
    const answered = () => [...api.sent.values()].reduce((sum, n) => sum + n, 0);
    const samples: { readonly at: number; readonly bytes: number; readonly store: number }[] = [];
    for (let i = 0; i < count; i++) {
      const update = updateOf(i);
      if ('text' in (update.message ?? {}) && i % 4 === 0) questions++;
      api.push(update);
      if (i % step !== step - 1) continue;
      // A chat that floods is given up in part, as told: here none does, however slow the machine.
      while (api.waiting > 200 || questions - answered() > mostUnanswered) await pause(5);
      const bytes = await residentBytes(port);
      samples.push({ at: i, bytes, store: sizeOf(join(bot.folder, 'data', 'journal')) });
    }
    await expect.poll(answered, { timeout: 60_000 }).toBe(questions);
    const middle = mean(samples.filter(({ at }) => at >= half && at < half * 1.25));
    const end = mean(samples.filter(({ at }) => at >= half * 1.75));
    const store = Math.max(...samples.map((sample) => sample.store));
    report('soak', {
      updates: count,
      answered: answered(),
      residentMbMiddle: Math.round(middle / 1e6),
      residentMbEnd: Math.round(end / 1e6),
      largestStoreMb: Math.round(store / 1e5) / 10,
    });
    expect(end / middle).toBeLessThan(1.1);
    expect(store).toBeLessThan(30e6);
    expect(bot.output()).not.toMatch(/unhandled-rejection|handler-failed|update-dropped/);
  } finally {
    await bot.stop();
    api.close();
  }
}, 1_800_000);

/** Of four updates one is a question, in private; the others are talk of groups and typing. */
function updateOf(i: number): { readonly message?: object } & Readonly<Record<string, unknown>> {
  const id = 1000 + (i % 200);
  const from = { id, is_bot: false, first_name: 'x' };
  const base = { message_id: i + 1, date: Math.floor(Date.now() / 1000), from };
  if (i % 4 === 0) {
    const text = ['宁夏粮食产量', '广东2024年地区生产总值是多少？', '枸杞', `第${i}个问题`][
      (i / 4) % 4
    ];
    return { message: { ...base, chat: { id, type: 'private', first_name: 'x' }, text } };
  }
  const group = { id: -id, type: 'supergroup', title: '群' };
  if (i % 4 === 3) return { edited_message: { ...base, chat: group, text: '改', edit_date: 1 } };
  return { message: { ...base, chat: group, text: `闲聊${i}` } };
}

async function residentBytes(port: string): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return Number(/^nianjian_process_resident_memory_bytes (\S+)/m.exec(text)?.[1]);
}

function sizeOf(folder: string): number {
  return readdirSync(folder).reduce((sum, name) => {
    // LevelDB may remove a table at any moment.
    const file = statSync(join(folder, name), { throwIfNoEntry: false });
    return sum + (file?.size ?? 0);
  }, 0);
}

function mean(samples: readonly { readonly bytes: number }[]): number {
  return samples.reduce((sum, { bytes }) => sum + bytes, 0) / samples.length;
}
