import { TelegramServer } from 'telegram-test-api/lib/telegramServer.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CarefulBot } from './careful-bot.js';
import { startTelegram } from './telegram.js';

/** An independent, milder server: what ours is asked of a bot must not be of our own making. */
const token = '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw1';
let other: TelegramServer;
let bot: CarefulBot;

beforeEach(async () => {
  // Any free port: one that a server of ours has just given back.
  const ours = await startTelegram();
  const { port } = new URL(ours.apiRoot);
  await ours.close();
  other = new TelegramServer({ port: Number(port), host: '127.0.0.1' });
  await other.start();
  bot = new CarefulBot({ apiRoot: other.config.apiURL, token }).start();
});
afterEach(async () => {
  await bot.stop();
  await other.stop();
});

describe('the careful bot on telegram-test-api', () => {
  it.each([
    ['private', 7],
    ['group', -7],
  ] as const)('answers in a %s chat, once', async (type, chatId) => {
    const client = other.getClient(token, { type, chatId, interval: 20, timeout: 5000 });
    await client.sendMessage(client.makeMessage('人口多少？'));
    const { result } = await client.getUpdates();
    expect(result.map((update) => update.message.text)).toEqual(['人口多少？']);
    expect(result[0]?.message.chat_id).toBe(chatId);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const history = await client.getUpdatesHistory();
    expect(history).toHaveLength(2);
  });

  it('is not thrown by a pressed button', async () => {
    const client = other.getClient(token, { interval: 20, timeout: 5000 });
    await client.sendCallback(client.makeCallbackQuery('entry:1'));
    await client.sendMessage(client.makeMessage('还在吗'));
    expect((await client.getUpdates()).result[0]?.message.text).toBe('还在吗');
  });
});
