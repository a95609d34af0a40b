import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BotProcess, startBot } from './bot-process.js';
import type { Person } from './server/person.js';
import type { Room } from './server/room.js';
import { startTelegram, type Telegram } from './server/telegram.js';

let telegram: Telegram;
let bot: BotProcess;
let li: Person;
let chat: Room;
let group: Room;

beforeAll(async () => {
  telegram = await startTelegram();
  li = telegram.user({ name: '李' });
  chat = li.privateChat();
  group = telegram.group({ title: '年鉴组', members: [li] });
  bot = startBot(telegram);
  await bot.says('index-ready');
});
afterAll(async () => {
  await bot.stop();
  await telegram.close();
});

const grain = '宁夏2025年粮食产量是多少？';
const gdp = '宁夏2025年地区生产总值是多少？';

describe('somebody who edits a question', () => {
  it('sees the answer to it change, and gets no second one', async () => {
    const asked = li.says(grain, { in: chat });
    const answer = await chat.nextMessage();
    expect(answer.marked('bold')[0]).toBe('76.28亿斤');
    li.edits(asked, gdp);
    await answer.edited();
    expect(answer.marked('bold')[0]).toBe('5696亿元');
    await chat.staysSilent();
  });

  it('before it is answered gets one answer, to what was meant', async () => {
    const asked = li.says(grain, { in: chat });
    li.edits(asked, gdp);
    const answer = await chat.nextMessage();
    await answer.edited();
    expect(answer.marked('bold')[0]).toBe('5696亿元');
    await chat.staysSilent();
  });

  it('sees a hint on how to ask turn into the answer', async () => {
    const asked = li.says('/ask', { in: group });
    const answer = await group.nextMessage();
    li.edits(asked, `/ask ${grain}`);
    await answer.edited();
    expect(answer.text).toContain('76.28亿斤');
    await group.staysSilent();
  });

  it('in a group into talk among people leaves the answer as it is', async () => {
    const asked = li.says(`/ask ${grain}`, { in: group });
    const answer = await group.nextMessage();
    li.edits(asked, gdp);
    await group.staysSilent();
    expect([answer.editCount, answer.text.includes('76.28亿斤')]).toEqual([0, true]);
  });

  it('is answered in buttons as in text: the way back leads to the new answer', async () => {
    const asked = li.says(grain, { in: chat });
    const answer = await chat.nextMessage();
    li.edits(asked, gdp);
    await answer.edited();
    const edited = answer.text;
    await li.presses(answer.button('另见')).answer();
    await answer.edited();
    await li.presses(answer.button('返回')).answer();
    await answer.edited();
    expect(answer.text).toBe(edited);
  });

  it.each([
    ['without a change', grain],
    ['into nothing the bot knows', '/nonsense'],
    ['into a command for admins', '/reload'],
  ])('%s is not troubled', async (_, text) => {
    const asked = li.says(grain, { in: chat });
    const answer = await chat.nextMessage();
    li.edits(asked, text);
    await chat.staysSilent();
    expect(answer.text).toContain('76.28亿斤');
  });

  it('of before a restart gets no second answer; the first stays', async () => {
    const asked = li.says(grain, { in: chat });
    const answer = await chat.nextMessage();
    await bot.stop();
    bot = startBot(telegram);
    await bot.says('index-ready');
    li.edits(asked, gdp);
    await chat.staysSilent(500);
    expect(answer.text).toContain('76.28亿斤');
  });
});
