import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer/answer.js';
import type { Person } from '../e2e/server/person.js';
import { startTelegram, type Telegram } from '../e2e/server/telegram.js';
import { answerOf, type RunningBot, runInProcess } from './running-bot.js';

let telegram: Telegram;
let bot: RunningBot;
let li: Person;

beforeEach(async () => {
  telegram = await startTelegram();
  li = telegram.user({ name: '李' });
  bot = runInProcess(telegram, { answer });
});
afterEach(async () => {
  await bot.stop();
  await telegram.close();
});

const choices = [
  { label: '宁夏', question: '宁夏粮食产量是多少？' },
  { label: '广东', question: '广东粮食产量是多少？' },
];

function answer(asked: string): Answer | undefined {
  if (asked !== '粮食产量是多少？') return undefined;
  const silent = { entry: null, passage: null, lead: null, figures: [] };
  return { ...answerOf(asked, ''), ...silent, status: 'clarify', choices };
}

async function reply(text: string, to = li): Promise<string> {
  to.says(text, { in: to.privateChat() });
  return (await to.privateChat().nextMessage()).text;
}

describe('who greets or thanks', () => {
  it.each([
    ['你好', '您好！想查年鉴里的什么，直接问就行，例如：2022年粮食产量是多少？'],
    ['谢谢', '不客气！想查年鉴里的什么，直接问就行，例如：2022年粮食产量是多少？'],
  ])('%s reads in one line how to ask, by a question that has an answer', async (text, line) => {
    expect(await reply(text)).toBe(line);
    await li.privateChat().staysSilent(50);
  });

  it('reads it in English where that is the language', async () => {
    const ann = telegram.user({ name: 'Ann', languageCode: 'en' });
    expect(await reply('hi', ann)).toMatch(/^Hello! Just ask .* 2022年粮食产量是多少？$/);
  });

  it('reads nothing in a group unless the bot is meant', async () => {
    const group = telegram.group({ title: '年鉴组', members: [li], bot: 'administrator' });
    li.says('你好', { in: group });
    await group.staysSilent(100);
    li.says('@nianjian_test_bot 你好', { in: group });
    expect((await group.nextMessage()).text).toMatch(/^您好！/);
  });
});

describe('the number of a choice, typed', () => {
  it.each(['2', '２', '2.'])('as %s has the answer to that choice', async (typed) => {
    expect(await reply('粮食产量是多少？')).toContain('2. 广东');
    expect(await reply(typed)).toContain('广东粮食产量是多少？');
    // Once only: what comes then is a text like any other.
    expect(await reply('1')).not.toContain('宁夏');
  });

  it('is for the one who was asked back, and within the list', async () => {
    await reply('粮食产量是多少？');
    expect(await reply('3')).toMatch(/^3\n/);
    await reply('粮食产量是多少？');
    const wang = telegram.user({ name: '王' });
    expect(await reply('1', wang)).not.toContain('宁夏');
  });
});
