import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Context, Telegraf } from 'telegraf';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Person } from './person.js';
import type { Room } from './room.js';
import { startTelegram, type Telegram } from './telegram.js';

/** Facts about a bare telegraf echo bot: what it loses, doubles or dies of on this server. */
let telegram: Telegram;
let li: Person;
let chat: Room;
let bots: Telegraf[];

beforeEach(async () => {
  // telegraf prints every update that it fails on.
  vi.spyOn(console, 'error').mockImplementation(() => {});
  telegram = await startTelegram();
  li = telegram.user({ name: '李' });
  chat = li.privateChat();
  bots = [];
});
afterEach(async () => {
  vi.restoreAllMocks();
  for (const bot of bots) {
    try {
      bot.stop();
    } catch {
      // It has died before, which is what these tests are about.
    }
  }
  await telegram.close();
});

type TextContext = Context & { readonly message: { readonly text: string } };
const echo = async (ctx: TextContext) => {
  await ctx.reply(ctx.message.text, { parse_mode: 'HTML' });
};

function build(handle: (ctx: TextContext) => Promise<void>): Telegraf {
  const bot = new Telegraf(telegram.token, { telegram: { apiRoot: telegram.apiRoot } });
  bot.on('text', (ctx) => handle(ctx as unknown as TextContext));
  bots.push(bot);
  return bot;
}

/** The bot, polling; `death` is what it dies of. */
async function launch(handle = echo): Promise<{ readonly death: Promise<Error> }> {
  const before = telegram.calls.of('getUpdates').length;
  const death = build(handle)
    .launch()
    .then(
      () => new Error('it was stopped'),
      (error: Error) => error,
    );
  await telegram.world.bell.until(() => telegram.calls.of('getUpdates')[before], {
    timeoutMs: 5000,
    failure: () => 'The bot does not poll',
  });
  return { death };
}

describe('a bare telegraf echo bot', () => {
  it('echoes, while all is well', async () => {
    await launch();
    li.says('年鉴', { in: chat });
    expect((await chat.nextMessage()).text).toBe('年鉴');
  });

  it.each([
    ['a 429', { status: 429, retryAfter: 1 }, 'Too Many Requests'],
    ['a 500', { status: 500 }, 'Internal Server Error'],
    ['a link cut before handling', { drop: 'before' }, 'socket hang up'],
  ] as const)('dies of %s, and the question is lost', async (_, fault, reason) => {
    telegram.fail({ method: 'sendMessage' }, fault);
    const { death } = await launch();
    li.says('年鉴', { in: chat });
    expect((await death).message).toContain(reason);
    expect(chat.answers).toEqual([]);
    await telegram.settled();
  });

  it('dies of a link cut after handling, though the user has the answer', async () => {
    telegram.fail({ method: 'sendMessage' }, { drop: 'after' });
    const { death } = await launch();
    li.says('年鉴', { in: chat });
    expect((await death).message).toContain('socket hang up');
    expect(chat.answers).toHaveLength(1);
  });

  it('puts the token into the error of a torn answer', async () => {
    telegram.fail({ method: 'sendMessage' }, { torn: true });
    const { death } = await launch();
    li.says('年鉴', { in: chat });
    expect((await death).message).toContain(telegram.token);
  });

  it.each([
    ['unescaped markup', '人口<100万', "can't parse entities: Unclosed start tag at byte offset 6"],
    ['an answer over 4,096 units', `${'年'.repeat(4096)}鉴`, 'message is too long'],
  ])('dies of %s, and the question is lost', async (_, text, reason) => {
    const { death } = await launch();
    li.says(text, { in: chat });
    expect((await death).message).toContain(reason);
    expect(chat.answers).toEqual([]);
    await telegram.settled();
  });

  it('dies of a button pressed when the answer comes too late', async () => {
    const { death } = await launch(async (ctx) => {
      await ctx.telegram.answerCbQuery('1', '晚了');
    });
    li.says('年鉴', { in: chat });
    expect((await death).message).toContain('query is too old');
  });

  it('lets every chat wait for the slowest', async () => {
    let release = () => {};
    const slow = new Promise<void>((resolve) => {
      release = resolve;
    });
    await launch(async (ctx) => {
      if (ctx.message.text === '慢') await slow;
      await ctx.reply(ctx.message.text);
    });
    li.says('慢', { in: chat });
    await telegram.world.bell.until(() => (telegram.polling.held ? undefined : true), {
      timeoutMs: 2000,
      failure: () => 'The update was not fetched',
    });
    const wang = telegram.user({ name: '王' });
    wang.says('快', { in: wang.privateChat() });
    await wang.privateChat().staysSilent(200);
    release();
    await wang.privateChat().nextMessage();
    expect(telegram.calls.of('sendMessage').map((c) => c.params.text)).toEqual(['慢', '快']);
  });

  it('answers twice when it is started again before it has confirmed', async () => {
    const confirming = telegram.fail(
      { method: 'getUpdates', where: (c) => Number(c.params.offset) > 0 },
      { drop: 'before' },
      { times: Infinity },
    );
    await launch();
    li.says('年鉴', { in: chat });
    await chat.nextMessage();
    await telegram.calls.until((c) => c.method === 'getUpdates' && c.answered === 'cut');
    confirming.stop();
    await launch();
    expect((await chat.nextMessage()).text).toBe('年鉴');
    expect(chat.answers).toHaveLength(2);
  });

  it('dies when a second one polls', async () => {
    const first = await launch();
    await launch();
    expect((await first.death).message).toContain('409: Conflict: terminated by other getUpdates');
  });

  it('answers a webhook update twice when it is posted twice', async () => {
    const server = createServer(await build(echo).createWebhook({ domain: 'http://127.0.0.1:1' }));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const path = new URL((telegram.calls.of('setWebhook')[0]?.params.url as string) ?? '').pathname;
    const { port } = server.address() as AddressInfo;
    telegram.webhook.set({ url: `http://127.0.0.1:${port}${path}`, secret: '', maxConnections: 1 });
    li.says('年鉴', { in: chat });
    await chat.nextMessage();
    await telegram.settled();
    await telegram.redeliver(telegram.webhook.deliveries[0]!.update);
    await chat.nextMessage();
    expect(chat.answers.map((a) => a.text)).toEqual(['年鉴', '年鉴']);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
});
