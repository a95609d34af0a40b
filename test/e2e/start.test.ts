import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TelegramServer } from 'telegram-test-api/lib/telegramServer.js';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BotProcess, startBot as startAnyBot } from './bot-process.js';
import { startTelegram, type Telegram } from './server/telegram.js';

let telegram: Telegram;
let bot: BotProcess | undefined;
const secretPart = 'AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw1';

/** One bot at a time, all of them on one snapshot: a start is what is tried here, not indexing. */
const data = mkdtempSync(join(tmpdir(), 'nianjian-data-'));
const startBot: typeof startAnyBot = (server, env) =>
  startAnyBot(server, { DATA_DIR: data, ...env });
afterAll(() => rmSync(data, { recursive: true, force: true }));

beforeEach(async () => {
  telegram = await startTelegram();
});
afterEach(async () => {
  await bot?.stop();
  expect(bot?.output() ?? '').not.toContain(secretPart);
  bot = undefined;
  await telegram.close();
});

const dataUrl = (code: string) => `data:text/javascript,${encodeURIComponent(code)}`;

/** Holds back whoever imports the program, and tells so. */
const slowToLoad = () => {
  const hook = `import{writeSync}from'fs';export async function resolve(name,at,next){
    if(name==='telegraf'){writeSync(2,'loading');await new Promise(d=>setTimeout(d,3000))}
    return next(name,at)}`;
  const preload = `import{register}from'module';register(${JSON.stringify(dataUrl(hook))})`;
  return { NODE_OPTIONS: `--import=${dataUrl(preload)}` };
};

const freePort = async () => {
  const other = await startTelegram();
  const { port } = new URL(other.apiRoot);
  await other.close();
  return port;
};

describe('the operator', () => {
  it('with a wrong token reads so and gets exit code 2', async () => {
    telegram.revokeToken();
    bot = startBot(telegram);
    expect(await bot.exited).toBe(2);
    expect(bot.output()).toContain('BotFather');
  });

  it('with something that is no token reads which key is wrong', async () => {
    bot = startBot(telegram, { BOT_TOKEN: 'not a token' });
    expect(await bot.exited).toBe(2);
    expect(bot.output()).toContain('BOT_TOKEN');
  });

  it('with a corpus folder that is not there reads its name and gets exit code 2', async () => {
    bot = startBot(telegram, { CORPUS_DIR: '/nowhere/年鉴' });
    expect(await bot.exited).toBe(2);
    expect(bot.output()).toContain('/nowhere/年鉴');
  });

  it('whose token is revoked while the bot runs reads so and gets exit code 2', async () => {
    bot = startBot(telegram);
    await telegram.calls.until(({ method }) => method === 'getUpdates', 45_000);
    telegram.revokeToken();
    telegram.polling.interrupt('restarted');
    expect(await bot.exited).toBe(2);
  });

  it('who starts it before Telegram can be reached need not start it again', async () => {
    telegram.fail({ method: 'getMe' }, { drop: 'before' }, { times: 2 });
    telegram.fail({ method: 'getMe' }, { torn: true }, { after: 0 });
    bot = startBot(telegram);
    await bot.says('index-ready');
    expect(bot.output()).toContain('api-unreachable');
    const li = telegram.user({ name: '李' });
    li.says('宁夏粮食产量', { in: li.privateChat() });
    expect((await li.privateChat().nextMessage(15_000)).text).toContain('76.28亿斤');
  });

  it('finds commands registered by scope and language', async () => {
    bot = startBot(telegram, { ADMIN_IDS: '4242' });
    await telegram.calls.until(
      ({ method, params }) =>
        method === 'setMyCommands' &&
        JSON.stringify(params).includes('4242') &&
        params.language_code === 'en',
      45_000,
    );
    const scopes = telegram.calls
      .of('setMyCommands')
      .map(({ params }) => `${params.scope?.type} ${params.language_code ?? 'all'}`);
    expect(scopes).toEqual([
      ...['all_private_chats all', 'all_private_chats en', 'all_group_chats all'],
      ...['all_group_chats en', 'chat all', 'chat en'],
    ]);
    const inGroups = telegram.calls.of('setMyCommands')[2]?.params.commands ?? [];
    expect(inGroups.map(({ command }) => command)).toEqual(['ask', 'toc', 'help']);
  });

  it('whose commands Telegram refuses has a bot that answers all the same', async () => {
    telegram.fail({ method: ['setMyCommands', 'deleteWebhook'] }, { status: 400 }, { times: 9 });
    bot = startBot(telegram);
    const li = telegram.user({ name: '李', id: 5151 });
    li.says('宁夏粮食产量', { in: li.privateChat() });
    expect((await li.privateChat().nextMessage(45_000)).text).toContain('76.28亿斤');
  });

  it('who sends SIGTERM gets exit code 0 within ten seconds, the answer in hand given', async () => {
    bot = startBot(telegram);
    await bot.says('index-ready');
    const li = telegram.user({ name: '李' });
    telegram.fail({ method: 'sendMessage' }, { delayMs: 1500, handle: 'late' });
    li.says('宁夏粮食产量', { in: li.privateChat() });
    await telegram.calls.until(({ method }) => method === 'sendMessage');
    const began = performance.now();
    bot.signal('SIGTERM');
    expect(await bot.exited).toBe(0);
    expect(performance.now() - began).toBeLessThan(10_000);
    expect((await li.privateChat().nextMessage()).text).toContain('76.28亿斤');
    expect(telegram.unconfirmed).toEqual([]);
  });

  it('who sends SIGTERM while the index loads gets exit code 0 as well', async () => {
    bot = startBot(telegram);
    await bot.says('started');
    bot.signal('SIGTERM');
    expect(await bot.exited).toBe(0);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'who sends %s before the program is loaded gets exit code 0 as well',
    async (signal) => {
      bot = startBot(telegram, slowToLoad());
      await bot.says('loading');
      bot.signal(signal);
      expect(await bot.exited).toBe(0);
      expect(bot.output()).not.toContain('started');
    },
  );

  it.each([
    ['before the program is loaded', slowToLoad(), 'loading'],
    ['while the index is loaded', {}, 'started'],
  ])('who sends SIGHUP %s gets the corpus read anew', async (_, env, when) => {
    bot = startBot(telegram, env);
    await bot.says(when);
    bot.signal('SIGHUP');
    // After the start's own work the one that was asked for.
    const reloads = () => bot?.output().match(/"event":"reloaded"/g)?.length;
    await expect.poll(reloads, { timeout: 120_000 }).toBe(2);
    expect(await bot.stop()).toBe(0);
  });

  it('asks /healthz whether the bot is ready', async () => {
    const port = await freePort();
    bot = startBot(telegram, { HTTP_PORT: port });
    await bot.says('index-ready');
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
    expect((await fetch(`http://127.0.0.1:${port}/other`)).status).toBe(404);
  });
});

describe('with a webhook', () => {
  it('questions are answered once each, those with a wrong or no secret not at all', async () => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}/hook`;
    bot = startBot(telegram, { HTTP_PORT: port, WEBHOOK_URL: url, WEBHOOK_SECRET: 'right_one' });
    await bot.says('webhook-set');
    const li = telegram.user({ name: '李' });
    const chat = li.privateChat();
    const asked = li.says('宁夏粮食产量', { in: chat });
    expect((await chat.nextMessage(15_000)).text).toContain('76.28亿斤');

    const update = { update_id: 990_000, message: asked };
    const post = (headers: Record<string, string>, body = JSON.stringify(update)) =>
      fetch(url, { method: 'POST', headers, body }).then(({ status }) => status);
    const right = { 'x-telegram-bot-api-secret-token': 'right_one' };
    expect(await post({})).toBe(401);
    expect(await post({ 'x-telegram-bot-api-secret-token': 'wrong' })).toBe(401);
    expect(await post(right, '{ torn')).toBe(400);
    expect((await fetch(url)).status).toBe(405);
    await chat.staysSilent();

    // However slow the sending, the update is confirmed at once.
    telegram.fail({ method: 'sendMessage' }, { delayMs: 1500, handle: 'late' });
    const began = performance.now();
    expect([await post(right), await post(right)]).toEqual([200, 200]);
    expect(performance.now() - began).toBeLessThan(1000);
    await chat.nextMessage();
    await chat.staysSilent();
  });
});

describe('on telegram-test-api, which knows few methods', () => {
  it.each([
    ['private', 7, '宁夏粮食产量'],
    ['group', -7, '/ask 宁夏粮食产量'],
  ] as const)('a %s chat is answered', async (type, chatId, text) => {
    const other = new TelegramServer({ port: Number(await freePort()), host: '127.0.0.1' });
    await other.start();
    try {
      bot = startBot({ token: telegram.token, apiRoot: other.config.apiURL });
      await bot.says('index-ready');
      const client = other.getClient(telegram.token, { type, chatId, interval: 50, timeout: 8000 });
      await client.sendMessage(client.makeMessage(text));
      const { result } = await client.getUpdates();
      expect(result[0]?.message.text).toContain('76.28亿斤');
    } finally {
      await bot?.stop();
      await other.stop();
    }
  });
});
