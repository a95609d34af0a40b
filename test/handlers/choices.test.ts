import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer/answer.js';
import type { BotMessage, Button } from '../e2e/server/bot-message.js';
import type { Person } from '../e2e/server/person.js';
import type { Room } from '../e2e/server/room.js';
import { startTelegram, type Telegram } from '../e2e/server/telegram.js';
import { answerOf, type RunningBot, runInProcess } from './running-bot.js';

let telegram: Telegram;
let bot: RunningBot;
let li: Person;
let chat: Room;

beforeEach(async () => {
  telegram = await startTelegram();
  li = telegram.user({ name: '李' });
  chat = li.privateChat();
  bot = runInProcess(telegram, { answer });
});
afterEach(async () => {
  await bot.stop();
  await telegram.close();
});

const question = '粮食产量是多少？';
const long = `${'请问全区农牧业生产当中，'.repeat(3)}宁夏粮食产量是多少？`;
const choices = [
  { label: '宁夏', question: '宁夏粮食产量是多少？' },
  { label: '广东', question: '广东粮食产量是多少？' },
  { label: '宁夏，说得很长', question: long },
];

function answer(asked: string): Answer | undefined {
  if (asked !== question) return undefined;
  const silent = { entry: null, passage: null, lead: null, figures: [] };
  return { ...answerOf(asked, ''), ...silent, status: 'clarify', choices };
}

async function press(message: BotMessage, button: Button): Promise<void> {
  const pressed = li.presses(button);
  await message.edited();
  await pressed.answer();
}

describe('a question that may mean several things', () => {
  it('is asked back in one line, with a button for each', async () => {
    li.says(question, { in: chat });
    const message = await chat.nextMessage();
    expect(message.text).toBe('您问的是哪一个？\n1. 宁夏\n2. 广东\n3. 宁夏，说得很长');
    expect(message.buttons.map(({ label }) => label)).toEqual(choices.map(({ label }) => label));
  });

  it.each(choices)('turns into the answer to $label, and back', async ({ label, question }) => {
    li.says('粮食产量是多少？', { in: chat });
    const message = await chat.nextMessage();
    const asked = message.text;
    const button = message.buttons.find((button) => button.label === label) as Button;
    await press(message, button);
    expect(message.text).toContain(question);
    await press(message, message.button('返回'));
    expect(message.text).toBe(asked);
    await chat.staysSilent(50);
  });

  it.each([0, 2])('is still answered by button %i after a restart', async (i) => {
    li.says(question, { in: chat });
    const message = await chat.nextMessage();
    await bot.stop();
    bot = runInProcess(telegram, { answer });
    await press(message, message.buttons[i] as Button);
    expect(message.text).toContain(choices[i]?.question);
  });

  it('says that a long choice is out of date where the question was deleted', async () => {
    const said = li.says(question, { in: chat });
    const message = await chat.nextMessage();
    li.deletes(said);
    const pressed = await li.presses(message.buttons[2] as Button).answer();
    expect(pressed.text).toContain('失效');
    // A short one stands in its button, whole.
    await press(message, message.buttons[1] as Button);
    expect(message.text).toContain('广东粮食产量');
  });

  it('shows its meanings one by one to somebody who types it inline', async () => {
    const { articles } = await li.types(question).answer();
    expect(articles.map(({ title }) => title)).toEqual(
      choices.map(({ label }) => `${label}  【粮食生产】`),
    );
  });
});
