import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { startBot } from './bot-process.js';
import { drawChat } from './drawing.js';
import { startTelegram } from './server/telegram.js';

const picture = resolve(import.meta.dirname, '../../handlers/render/answer.svg');
const question = '2025年宁夏GDP增长多少？';

/** `npm run picture` draws it anew. */
it('the picture in the README shows what the bot sends today', async () => {
  const telegram = await startTelegram();
  const bot = startBot(telegram, { DEFAULT_LANGUAGE: 'zh' });
  try {
    const li = telegram.user({ name: '李' });
    li.says(question, { in: li.privateChat() });
    const drawn = drawChat(question, await li.privateChat().nextMessage(45_000));
    if (process.env.PICTURE === 'write') writeFileSync(picture, drawn);
    expect(drawn, 'npm run picture draws it anew').toBe(readFileSync(picture, 'utf8'));
  } finally {
    await bot.stop();
    await telegram.close();
  }
});
