import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BotProcess, startBot } from './bot-process.js';
import { type TestCorpus, testCorpus, volumeOf } from './corpus.js';
import type { BotMessage } from './server/bot-message.js';
import type { Person } from './server/person.js';
import type { Room } from './server/room.js';
import { startTelegram, type Telegram } from './server/telegram.js';

/** Long, with markup in it, and no two sentences alike. */
const longBody = Array.from(
  { length: 420 },
  (_, i) => `第${i + 1}座水库 <b>蓄水</b> & 发电${i * 3 + 1}万千瓦时。${i % 40 === 39 ? '\n' : ''}`,
).join('');

let telegram: Telegram;
let corpus: TestCorpus;
let bot: BotProcess;
let li: Person;
let chat: Room;

beforeAll(async () => {
  const headings = Array.from({ length: 19 }, (_, i) => [
    `${'甲乙丙丁戊己庚辛壬癸'.charAt(i % 10)}河水利工程${i + 1}`,
    `该工程投资${i + 11}亿元，当年完工。`,
  ]);
  corpus = testCorpus({
    '内蒙古年鉴-2023.txt': volumeOf({ ...Object.fromEntries(headings), 水库群: longBody }),
  });
  telegram = await startTelegram();
  li = telegram.user({ name: '李' });
  chat = li.privateChat();
  bot = startBot(telegram, { CORPUS_DIR: corpus.dir });
  await bot.says('index-ready');
});
afterAll(async () => {
  await bot.stop();
  corpus.remove();
  await telegram.close();
});

/** Presses and waits until the message is turned. */
async function press(message: BotMessage, label: string | RegExp): Promise<BotMessage> {
  const pressed = li.presses(message.button(label));
  await message.edited();
  await pressed.answer();
  return message;
}

async function readThrough(message: BotMessage): Promise<string> {
  let text = message.marked('blockquote').join('');
  while (message.buttons.some(({ label }) => label === '›')) {
    await press(message, '›');
    text += message.marked('blockquote').join('');
  }
  return text;
}

describe('the table of contents', () => {
  it('goes from volumes over sections to entries and opens one', async () => {
    li.says('/toc', { in: chat });
    const toc = await chat.nextMessage();
    expect(toc.text).toContain('内蒙古年鉴');
    await press(toc, '内蒙古年鉴');
    await press(toc, /./);
    expect(toc.text).toContain('甲河水利工程1');
    await press(toc, '乙河水利工程2');
    expect(toc.marked('blockquote')).toEqual(['该工程投资12亿元，当年完工。']);
    await press(toc, '返回');
    expect(toc.text).toContain('甲河水利工程1');
    expect(chat.answers).toHaveLength(1);
  });

  it('turns its pages', async () => {
    li.says('/toc 水利工程', { in: chat });
    const toc = await chat.nextMessage();
    expect(toc.text).toContain('19 条');
    await press(toc, '›');
    await press(toc, '›');
    expect(toc.text).toContain('19. 【壬河水利工程19】');
    await press(toc, '‹');
    expect(toc.text).toContain('9. 【壬河水利工程9】');
  });

  it.each([
    ['typed by its sound', 'shuikuqun'],
    ['typed by its initials', 'skq'],
    ['mistyped', '水库郡'],
  ])('offers what comes near a heading %s', async (_, word) => {
    li.says(`/toc ${word}`, { in: chat });
    const toc = await chat.nextMessage();
    expect(toc.text).toMatch(/相近的条目：\n.*【水库群】/);
    await press(toc, '水库群');
    expect(toc.text).toContain('(1/');
  });

  it('says that nothing matches a word', async () => {
    li.says('/toc 航天', { in: chat });
    expect((await chat.nextMessage()).text).toContain('没有找到“航天”');
  });

  it('opens a long entry over pages without losing a character', async () => {
    li.says('/TOC 水库群', { in: chat });
    const toc = await chat.nextMessage();
    await press(toc, '水库群');
    expect(toc.text).toContain('(1/');
    expect(await readThrough(toc)).toBe(longBody.trimEnd());
  });
});

describe('an answer from a long entry', () => {
  it('has a button that opens the whole of it, and one that leads back', async () => {
    li.says('水库群第7座水库发电多少？', { in: chat });
    const answer = await chat.nextMessage();
    const before = answer.text;
    await press(answer, '全文');
    expect(await readThrough(answer)).toBe(longBody.trimEnd());
    await press(answer, '返回');
    expect(answer.text).toBe(before);
  });

  it('bears a button that is pressed ten times fast', async () => {
    li.says('水库群第7座水库发电多少？', { in: chat });
    const answer = await chat.nextMessage();
    const button = answer.button('全文');
    const presses = Array.from({ length: 10 }, () => li.presses(button));
    await Promise.all(presses.map((pressed) => pressed.answer()));
    expect(answer.text).toContain('(1/');
    expect(chat.answers.at(-1)?.id).toBe(answer.id);
  });

  it.each([
    '',
    'e',
    'e:zz:0:a',
    'v:zz:0',
    's::',
    'w',
    'w:0:',
    'b',
    '🙂',
    'e:zz:-1:t',
    'x'.repeat(64),
  ])('is not harmed by the button data “%s”, which every client can make up', async (data) => {
    li.says('甲河水利工程1投资多少？', { in: chat });
    const answer = await chat.nextMessage();
    await li.pressesData(data, answer).answer();
    await chat.staysSilent(20);
  });
});
