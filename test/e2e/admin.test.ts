import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BotProcess, startBot } from './bot-process.js';
import { type TestCorpus, testCorpus, volumeOf } from './corpus.js';
import { ended, outcomeOf } from './outcome.js';
import type { Person } from './server/person.js';
import type { Room } from './server/room.js';
import { startTelegram, type Telegram } from './server/telegram.js';

const before = { 粮食生产: '全区粮食总产量3900万吨。', 畜牧业: '全区牲畜存栏7800万头。' };
const file = '内蒙古年鉴-2023.txt';

let telegram: Telegram;
let corpus: TestCorpus;
let bot: BotProcess;
let boss: Person;
let deputy: Person;
let li: Person;

beforeAll(async () => {
  telegram = await startTelegram();
  boss = telegram.user({ name: '主任', id: 4242 });
  deputy = telegram.user({ name: '副主任', id: 4343 });
  li = telegram.user({ name: '李', username: 'boss' });
  corpus = testCorpus({ [file]: volumeOf(before) });
  bot = startBot(telegram, { CORPUS_DIR: corpus.dir, ADMIN_IDS: '4242, 4343' });
  await bot.says('index-ready');
});
afterAll(async () => {
  await bot.stop();
  corpus.remove();
  await telegram.close();
});

const reload = (person: Person, room: Room) => outcomeOf(person, '/reload', room);

describe('an admin', () => {
  it('sees how the bot is doing', async () => {
    boss.says('/Status', { in: boss.privateChat() });
    expect((await boss.privateChat().nextMessage()).text).toMatch(/1 卷，2 条，2 项数据/);
  });

  it('reloads the corpus while questions are answered, and reads what changed', async () => {
    corpus.write(
      file,
      volumeOf({ 粮食生产: '全区粮食总产量3950万吨。', 水利: '全区建成水库8座。' }),
    );
    boss.says('/reload', { in: boss.privateChat() });
    const message = await boss.privateChat().nextMessage();
    li.says('粮食总产量', { in: li.privateChat() });
    expect((await li.privateChat().nextMessage()).text).toContain('3900万吨');
    await ended(message);
    expect(message.text).toContain('新增 1, 修改 1, 删除 1');
    li.says('粮食总产量', { in: li.privateChat() });
    expect((await li.privateChat().nextMessage()).text).toContain('3950万吨');
  });

  it('is told who is at it while another reload is under way', async () => {
    const chat = boss.privateChat();
    boss.says('/reload', { in: chat });
    const first = await chat.nextMessage();
    deputy.says('/reload', { in: deputy.privateChat() });
    const { text } = await deputy.privateChat().nextMessage();
    expect(text).toMatch(/另一次载入.*主任 \(4242\) 重新载入/);
    await ended(first);
  });

  it('reads what looks wrong in a file, with its line', async () => {
    corpus.write(
      '辽宁年鉴-2023.txt',
      `${volumeOf({ 人口: '全省人口4197万人。' })}\n\n【没有合上的标题`,
    );
    const message = await reload(boss, boss.privateChat());
    expect(message.text).toMatch(/需要检查[\s\S]*辽宁年鉴-2023\.txt:\d+/);
  });

  it('keeps the old corpus in service when the new one cannot be read', async () => {
    corpus.write('manifest.json', '{ torn');
    const message = await reload(boss, boss.privateChat());
    expect(message.text).toContain('载入失败');
    expect(message.text).toContain('manifest.json');
    li.says('粮食总产量', { in: li.privateChat() });
    expect((await li.privateChat().nextMessage()).text).toContain('3950万吨');
  });
});

describe('somebody who is no admin', () => {
  it('is told in private that there is no such command, whatever the username', async () => {
    li.says('/reload', { in: li.privateChat() });
    expect((await li.privateChat().nextMessage()).text).toContain('没有这个命令');
  });

  it.each(['/reload', '/status'])('gets no word to %s in a group', async (command) => {
    const group = telegram.group({ title: '年鉴组', members: [li, boss] });
    li.says(command, { in: group, forceDelivery: true });
    await group.staysSilent(200);
  });

  it('is an admin who writes anonymously or in the name of a channel', async () => {
    const group = telegram.group({ title: '年鉴组', members: [li, boss] });
    const channel = telegram.group({ title: '频道', type: 'channel' });
    boss.says('/reload', { in: group, as: 'anonymous' });
    boss.says('/status', { in: group, as: channel });
    await group.staysSilent(300);
  });
});
