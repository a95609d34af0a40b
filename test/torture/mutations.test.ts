import fc from 'fast-check';
import { expect, it } from 'vitest';
import { startBot } from '../e2e/bot-process.js';
import { startTelegram } from '../e2e/server/telegram.js';
import { pause } from './ledger.js';
import { startLightApi } from './light-api.js';
import { long, report } from './size.js';

const count = long ? 10_000 : 500;

const from = { id: 7, is_bot: false, first_name: 'x' };
const chat = { id: 7, type: 'private', first_name: 'x' };
const message = { message_id: 1, date: 1, from, chat, text: '宁夏粮食产量' };
const group = { id: -7, type: 'supergroup', title: '群' };
const below = { ...message, reply_to_message: message };
const press = { id: '1', from, chat_instance: '1', message: below };

const wholes = [
  { message },
  { message: { ...message, chat: group, text: '/ask 枸杞', entities: [] } },
  { message: { ...message, text: '/toc 粮食' } },
  { edited_message: { ...message, edit_date: 2 } },
  { inline_query: { id: '1', from, query: '粮食', offset: '' } },
  { callback_query: { ...press, data: 'b' } },
];

/** JSON with some of its characters taken out, doubled or exchanged: what is no JSON any more is left. */
const mutated = fc
  .tuple(
    fc.constantFrom(...wholes),
    fc.array(fc.tuple(fc.nat(), fc.nat(2), fc.nat()), { minLength: 1, maxLength: 6 }),
  )
  .map(([whole, wounds]) => {
    let text = JSON.stringify(whole);
    for (const [at, how, other] of wounds) {
      const i = at % text.length;
      const piece = how === 0 ? '' : how === 1 ? text[i]?.repeat(2) : text[other % text.length];
      const next = text.slice(0, i) + piece + text.slice(i + 1);
      if (isJson(next)) text = next;
    }
    return JSON.parse(text) as Record<string, unknown>;
  });

/** Of the kinds that buttons carry, cut, joined and filled with anything. */
const data = fc
  .tuple(
    fc.constantFrom('t', 'v', 's', 'w', 'e', 'b', 'noop', 'q', 'c', '', '__proto__'),
    fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.nat().map(String), fc.constant('a')), {
      maxLength: 4,
    }),
  )
  .map(([kind, rest]) => [kind, ...rest].join(':'));

const isJson = (text: string) => {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
};

it(`${count} mutated updates and as many callback data end nothing, and memory stays flat`, async () => {
  const api = await startLightApi();
  const other = await startTelegram();
  const { port } = new URL(other.apiRoot);
  await other.close();
  const bot = startBot(api, { HTTP_PORT: port });
  const memory = async () => {
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    return Number(/^nianjian_process_resident_memory_bytes (\S+)/m.exec(text)?.[1]);
  };
  try {
    await bot.says('index-ready', 120_000);
    const updates = fc.sample(mutated, count);
    const presses = fc.sample(data, count);
    const megabytes: number[] = [];
    for (let i = 0; i < count; i++) {
      api.push(updates[i] as Record<string, unknown>);
      // Of a person each, for one alone would flood.
      const sender = { ...from, id: 1000 + (i % 300) };
      const room = { ...below, chat: { ...chat, id: sender.id } };
      api.push({ callback_query: { ...press, from: sender, message: room, data: presses[i] } });
      if (i % (count / 20) !== 0) continue;
      while (api.waiting > 100) await pause(5);
      megabytes.push(Math.round((await memory()) / 1e6));
    }
    while (api.waiting > 0) await pause(20);
    api.push({ message: { ...message, from: { ...from, id: 99 }, chat: { ...chat, id: 99 } } });
    await expect.poll(() => api.sent.get(99), { timeout: 60_000 }).toBe(1);
    const middle = megabytes[10] as number;
    const end = megabytes.at(-1) as number;
    const log = bot.output();
    report('mutations', {
      updates: count,
      presses: count,
      residentMbMiddle: middle,
      residentMbEnd: end,
      handlersFailed: log.split('"handler-failed"').length - 1,
    });
    expect(log).not.toMatch(/unhandled-rejection|uncaught-exception|boundary-failed/);
    expect(end / middle).toBeLessThan(1.15);
  } finally {
    await bot.stop();
    api.close();
  }
}, 900_000);
