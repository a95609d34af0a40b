import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BotProcess, startBot } from './bot-process.js';
import type { Person } from './server/person.js';
import { startTelegram, type Telegram } from './server/telegram.js';

let telegram: Telegram;
let bot: BotProcess;
let witness: Person;
let url: string;

beforeAll(async () => {
  const other = await startTelegram();
  const { port } = new URL(other.apiRoot);
  await other.close();
  url = `http://127.0.0.1:${port}/hook`;
  telegram = await startTelegram();
  witness = telegram.user({ name: '王' });
  const webhook = { HTTP_PORT: port, WEBHOOK_URL: url, WEBHOOK_SECRET: 'secret' };
  bot = startBot(telegram, { ...webhook, ADMIN_IDS: '7' });
  await bot.says('webhook-set');
  await bot.says('index-ready');
});
afterAll(async () => {
  await bot.stop();
  await telegram.close();
});

const self = { id: 110201543, is_bot: true, first_name: 'b' };
const mention = { type: 'mention', offset: 0, length: 18 };

/** Of every kind the bot handles some that are whole, all of one person. */
function wholeOf(id: number): Tree[] {
  const person = { id, is_bot: false, first_name: '李', language_code: 'zh' };
  const group = { id: -1_000_000_000_000 - id, type: 'supergroup', title: '年鉴组' };
  const chat = { id, type: 'private', first_name: '李' };
  const message = { message_id: 1, date: 1, from: person, chat, text: '粮食产量' };
  const asked = { ...message, chat: group, text: '/ask', is_topic_message: true };
  const below = { ...message, text: '答', reply_to_message: message };
  const pressed = { id: '1', from: person, chat_instance: '1', message: below };
  return [
    { message },
    { message: { ...message, text: '/toc 粮食', entities: [{ ...mention, type: 'bot_command' }] } },
    { message: { ...message, text: undefined, caption: '粮食', photo: [], media_group_id: '1' } },
    { message: { ...message, text: '/status', sender_chat: group } },
    { message: { ...asked, message_thread_id: 5, reply_to_message: message } },
    { message: { ...asked, text: '@nianjian_test_bot 粮食', entities: [mention] } },
    { message: { ...asked, new_chat_members: [self] } },
    { edited_message: { ...message, edit_date: 2 } },
    { callback_query: { ...pressed, data: 'e:0:0:a' } },
    { callback_query: { ...pressed, data: 'b' } },
    { callback_query: { ...pressed, message: undefined, inline_message_id: 'x', data: 't:0' } },
    { inline_query: { id: '1', from: person, query: '粮食', offset: '' } },
    { chosen_inline_result: { result_id: '1', from: person, query: '粮食' } },
    {
      my_chat_member: {
        ...{ chat: group, from: person, date: 1 },
        old_chat_member: { status: 'left', user: self },
        new_chat_member: { status: 'member', user: self },
      },
    },
  ];
}

type Tree = Record<string, unknown>;

const junk = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, '', 0, -1, 1e308, 2 ** 53, true, [], {}, [[]], [null]),
  fc.constantFrom<unknown>(
    '/ask',
    '/reload@',
    '@',
    '\u0000',
    '\ud800',
    '__proto__',
    '粮'.repeat(5000),
  ),
  fc.constantFrom<unknown>({ id: 'x' }, { id: -1 }, { toString: 1 }, [{ type: 'mention' }]),
  fc.jsonValue({ maxDepth: 2 }),
);

const rarely = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 12, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: value });

/** Whole updates with some of their fields taken out or filled with junk, some of unknown kind. */
const broken = fc
  .record({
    update: fc.integer({ min: 1, max: 50 }).chain((id) => fc.constantFrom(...wholeOf(id))),
    wounds: fc.array(fc.tuple(fc.nat(), junk), { minLength: 1, maxLength: 4 }),
    kind: rarely(fc.constantFrom('guest_message', 'message', 'callback_query', 'x', 'from')),
    id: rarely(junk),
  })
  .map(({ update, wounds, kind, id }) => {
    const body = structuredClone(update);
    for (const [at, value] of wounds) wound(body, at, value);
    const renamed = kind === null ? body : { [kind]: Object.values(body)[0] };
    return id === null ? renamed : { ...renamed, update_id: id };
  });

/** Puts the value in the place of one field; which one, the number says. */
function wound(update: Tree, at: number, value: unknown): void {
  const places: [Tree, string][] = [];
  const walk = (tree: Tree) => {
    for (const [key, child] of Object.entries(tree)) {
      places.push([tree, key]);
      if (typeof child === 'object' && child !== null) walk(child as Tree);
    }
  };
  walk(update);
  const [tree, key] = places[at % places.length] ?? [update, 'x'];
  if (value === undefined) delete tree[key];
  else tree[key] = structuredClone(value);
}

let nextId = 500_000_000;

async function deliver(update: Tree): Promise<number> {
  const { status } = await fetch(url, {
    method: 'POST',
    headers: { 'x-telegram-bot-api-secret-token': 'secret' },
    body: JSON.stringify({ update_id: nextId++, ...update }),
  });
  return status;
}

it('two thousand broken updates end nothing, and people go on being answered', async () => {
  const batch = fc.array(broken, { minLength: 100, maxLength: 100, size: 'max' });
  await fc.assert(
    fc.asyncProperty(batch, async (updates) => {
      const statuses = await Promise.all(updates.map(deliver));
      expect(statuses.filter((status) => status !== 200 && status !== 400)).toEqual([]);
      witness.says('宁夏粮食产量', { in: witness.privateChat() });
      expect((await witness.privateChat().nextMessage(45_000)).text).toContain('76.28亿斤');
      expect(bot.output()).not.toMatch(/unhandled-rejection|uncaught-exception|boundary-failed/);
    }),
    // What the process has logged cannot be unlogged: nothing to shrink by.
    { numRuns: 20, endOnFailure: true },
  );
});
