import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Update } from '@grammyjs/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { call, refusal, result } from './client.js';
import { startTelegram, type Telegram } from './telegram.js';

interface Received {
  readonly update: Update;
  readonly secret: string | undefined;
}

let telegram: Telegram;
let bot: Server;
let url: string;
let received: Received[];
let answer: (
  update: Update,
) => { status: number; body?: string } | Promise<{ status: number; body?: string }>;

beforeEach(async () => {
  received = [];
  answer = () => ({ status: 200 });
  bot = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const update = JSON.parse(body) as Update;
    received.push({
      update,
      secret: request.headers['x-telegram-bot-api-secret-token'] as string | undefined,
    });
    const { status, body: reply } = await answer(update);
    response.writeHead(status).end(reply);
  });
  await new Promise<void>((resolve) => bot.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(bot.address() as AddressInfo).port}/hook`;
  telegram = await startTelegram({ webhookRetryMs: () => 5 });
});
afterEach(async () => {
  await telegram.close();
  bot.closeAllConnections();
  await new Promise((resolve) => bot.close(resolve));
});

const set = (params = {}) => result(telegram, 'setWebhook', { url, ...params });
const texts = () => received.map(({ update }) => update.message?.text);

describe('a webhook', () => {
  it('is told each update once it is set, with the secret in the header', async () => {
    const li = telegram.user({ name: '李' });
    li.says('设置之前', { in: li.privateChat() });
    await set({ secret_token: 'nian_Jian-2023' });
    li.says('设置之后', { in: li.privateChat() });
    await telegram.settled();
    expect(texts()).toEqual(['设置之前', '设置之后']);
    expect(received.map(({ secret }) => secret)).toEqual(['nian_Jian-2023', 'nian_Jian-2023']);
  });

  it('without a secret sends no header', async () => {
    await set();
    telegram.update({ poll: {} });
    await telegram.settled();
    expect(received[0]?.secret).toBeUndefined();
  });

  it('is told again what it did not answer with 2xx, the rest of the chat waiting behind', async () => {
    const li = telegram.user({ name: '李' });
    const statuses = [500, 404, 302, 204];
    answer = (update) => ({ status: update.message?.text === '一' ? statuses.shift()! : 200 });
    await set();
    for (const text of ['一', '二']) li.says(text, { in: li.privateChat() });
    await telegram.settled();
    expect(texts()).toEqual(['一', '一', '一', '一', '二']);
    expect(telegram.webhook.deliveries.map(({ status }) => status)).toEqual([
      500, 404, 302, 204, 200,
    ]);
  });

  it('is told of one chat in order, while another chat does not wait for it', async () => {
    const [li, wang] = [telegram.user({ name: '李' }), telegram.user({ name: '王' })];
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    answer = async (update) => {
      if (update.message?.text === '一') await held;
      return { status: 200 };
    };
    await set();
    for (const text of ['一', '二']) li.says(text, { in: li.privateChat() });
    wang.says('别的', { in: wang.privateChat() });
    await telegram.world.bell.until(
      () => (received.length === 2 && telegram.unconfirmed.length === 2) || undefined,
      { timeoutMs: 2000, failure: () => texts().join() },
    );
    expect(texts()).toEqual(['一', '别的']);
    release();
    await telegram.settled();
    expect(texts()).toEqual(['一', '别的', '二']);
  });

  it('has a method named in its answer called, and is not told the result', async () => {
    const li = telegram.user({ name: '李' });
    const chat = li.privateChat();
    answer = () => ({
      status: 200,
      body: JSON.stringify({ method: 'sendMessage', chat_id: chat.id, text: '收到' }),
    });
    await set();
    li.says('在吗', { in: chat });
    expect((await chat.nextMessage()).text).toBe('收到');
    expect(telegram.calls.of('sendMessage')[0]?.via).toBe('webhook');
  });

  it('whose answer is no method is well answered', async () => {
    answer = () => ({ status: 200, body: 'ok' });
    await set();
    telegram.update({ poll: {} });
    await telegram.settled();
    expect(telegram.calls.refused()).toEqual([]);
  });

  it('can be told the same update twice', async () => {
    await set();
    const update = telegram.update({ poll: {} })!;
    await telegram.settled();
    expect(await telegram.redeliver(update)).toBe(200);
    expect(received.map((r) => r.update)).toEqual([update, update]);
  });

  it('that cannot be reached is named in getWebhookInfo, and tried until it can', async () => {
    const gone = url.replace(/:\d+/, ':1');
    await result(telegram, 'setWebhook', { url: gone, allowed_updates: ['message', 'poll'] });
    telegram.update({ poll: {} });
    await telegram.world.bell.until(() => telegram.webhook.deliveries[1], {
      timeoutMs: 2000,
      failure: () => 'no second try',
    });
    expect(await result(telegram, 'getWebhookInfo')).toMatchObject({
      url: gone,
      pending_update_count: 1,
      last_error_message: 'Connection refused',
      allowed_updates: ['message', 'poll'],
    });
    await set();
    await telegram.settled();
    expect(received).toHaveLength(1);
  });

  it('is gone after deleteWebhook, and so is what waited if that was asked', async () => {
    answer = () => ({ status: 500 });
    await set();
    telegram.update({ poll: {} });
    await result(telegram, 'deleteWebhook', { drop_pending_updates: true });
    expect(await result(telegram, 'getWebhookInfo')).toMatchObject({
      url: '',
      pending_update_count: 0,
    });
  });

  it.each([
    [
      'a secret with a space',
      { secret_token: 'a b' },
      'secret token contains unallowed characters',
    ],
    ['a secret in Chinese', { secret_token: '年鉴' }, 'secret token contains unallowed characters'],
    ['a secret of 257 letters', { secret_token: 'x'.repeat(257) }, 'secret token is too long'],
    ['an address that is none', { url: '年鉴' }, 'invalid webhook URL specified'],
    [
      'an address of another scheme',
      { url: 'ftp://a.cn' },
      'bad webhook: An HTTPS URL must be provided for webhook',
    ],
  ])('with %s is refused', async (_, params, reason) => {
    expect(await refusal(telegram, 'setWebhook', { url, ...params })).toBe(
      `Bad Request: ${reason}`,
    );
    expect(await call(telegram, 'getWebhookInfo')).toMatchObject({ result: { url: '' } });
  });
});
