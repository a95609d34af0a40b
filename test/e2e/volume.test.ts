import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../cli/command.js';
import { type BotProcess, startBot } from './bot-process.js';
import { type TestCorpus, testCorpus, volumeOf } from './corpus.js';
import { ended, outcomeOf } from './outcome.js';
import type { BotMessage } from './server/bot-message.js';
import type { FileInput, Person } from './server/person.js';
import { startTelegram, type Telegram } from './server/telegram.js';

const grain = '内蒙古年鉴-2023.txt';
const people = '辽宁年鉴-2023.txt';

let telegram: Telegram;
let corpus: TestCorpus;
let bot: BotProcess;
let boss: Person;
let li: Person;
const data = mkdtempSync(join(tmpdir(), 'nianjian-data-'));
const env = () => ({ CORPUS_DIR: corpus.dir, DATA_DIR: data, ADMIN_IDS: '4242' });

const start = async () => {
  bot = startBot(telegram, env());
  await bot.says('index-ready');
};

beforeAll(async () => {
  telegram = await startTelegram();
  boss = telegram.user({ name: '主任', id: 4242 });
  li = telegram.user({ name: '李' });
  corpus = testCorpus({
    [grain]: volumeOf({ 粮食生产: '全区粮食总产量3900万吨。', 畜牧业: '牲畜存栏7800万头。' }),
  });
  await start();
});
afterAll(async () => {
  await bot.stop();
  corpus.remove();
  rmSync(data, { recursive: true, force: true });
  await telegram.close();
});

async function send(file: FileInput): Promise<BotMessage> {
  boss.sendsDocument(file, { in: boss.privateChat() });
  return ended(await boss.privateChat().nextMessage());
}

async function answerTo(question: string): Promise<string> {
  li.says(question, { in: li.privateChat() });
  return (await li.privateChat().nextMessage()).text;
}

async function press(message: BotMessage, label: string): Promise<BotMessage> {
  await boss.presses(message.button(label)).answer();
  await message.edited();
  return ended(message);
}

const inFolder = (name: string) => readdirSync(join(data, name)).sort();

describe('a volume that an admin sends', () => {
  it('is checked and shown, and changes nothing until it is applied', async () => {
    const content = volumeOf({ 人口: '全省常住人口4197万人。', 就业: '新增就业47万人。' });
    const message = await send({ name: people, content });
    expect(message.text).toContain(`新卷文件 ${people}`);
    expect(message.text).toContain('读作 辽宁年鉴 2023卷，2 条，编码 UTF-8');
    expect(message.text).toContain('新增 2, 修改 0, 删除 0');
    expect(message.buttons.map(({ label }) => label)).toEqual(['应用', '取消']);
    expect(await answerTo('辽宁常住人口是多少')).toContain('没有找到');

    const applied = await press(message, '应用');
    expect(applied.text).toContain('新增 2, 修改 0, 删除 0');
    expect(applied.buttons).toEqual([]);
    expect(await answerTo('辽宁常住人口是多少')).toContain('4197万人');
    expect(inFolder('volumes')).toEqual([people]);
    expect(inFolder('uploads')).toEqual([]);
  });

  it('takes the place of the file of its name, which stays as it is', async () => {
    const before = readFileSync(join(corpus.dir, grain), 'utf8');
    const content = before.replace('3900', '3950');
    const again = await send({ name: grain, content });
    expect(again.text).toContain('将替换同名文件');
    expect(again.text).toContain('新增 0, 修改 1, 删除 0');
    const applied = await press(again, '应用');
    expect(applied.text).toMatch(new RegExp(`2 个文件由管理员发来.*${grain}`));
    expect(await answerTo('粮食总产量是多少')).toContain('3950万吨');
    expect(readFileSync(join(corpus.dir, grain), 'utf8')).toBe(before);
  });

  it('is there after a restart, and for the commands', async () => {
    await bot.stop();
    await start();
    expect(await answerTo('粮食总产量是多少')).toContain('3950万吨');
    const { stdout } = await runCommand(['ask', '辽宁常住人口是多少'], { cwd: data, env: env() });
    expect(stdout).toContain('4197万人');
  });

  it('is dropped when 取消 is pressed, and its buttons are dead', async () => {
    const message = await send({ name: 'x.txt', content: volumeOf({ 桥梁: '建成桥梁9座。' }) });
    const data = message.button('应用').data ?? '';
    const cancelled = await press(message, '取消');
    expect(cancelled.text).toContain('已取消');
    expect(inFolder('uploads')).toEqual([]);
    boss.pressesData(data, message);
    await message.edited();
    expect((await ended(message)).text).toContain('已处理过或已过期');
  });

  it('that shrinks the corpus too far is applied only by another button', async () => {
    const content = volumeOf({ 粮食生产: '全区粮食总产量3960万吨。' });
    const message = await send({ name: grain, content });
    expect(message.text).toContain('会失去原有 4 条中的 1 条');
    const applied = await press(message, '仍要应用');
    expect(applied.text).toContain('新增 0, 修改 1, 删除 1');
  });

  it('is not applied by anybody else', async () => {
    const group = telegram.group({ title: '年鉴组', members: [boss, li] });
    boss.says('/status', { in: group });
    const replyTo = await group.nextMessage();
    boss.sendsDocument(
      { name: 'y.txt', content: volumeOf({ 桥梁: '建成桥梁9座。' }) },
      { in: group, replyTo },
    );
    const message = await ended(await group.nextMessage());
    const pressed = li.presses(message.button('应用'));
    expect((await pressed.answer()).text).toContain('只有管理员');
    expect(await answerTo('建成桥梁几座')).toContain('没有找到');
    await press(message, '取消');
  });

  it.each([
    ['no text', { name: 'a.txt', content: Buffer.from([0, 1, 2, 0, 255, 254]) }, '不是文本文件'],
    ['packed', { name: 'a.txt', content: gzipSync(volumeOf({ 甲: '乙。' })) }, '不是文本文件'],
    ['without entries', { name: 'a.txt', content: '2023卷\n' }, '没有找到条目'],
    ['empty', { name: 'a.txt', content: ' ' }, '文件是空的'],
    ['of another kind', { name: 'a.pdf', content: '%PDF' }, '只收扩展名为 .txt'],
    ['without a name', { name: '', content: '【甲】 乙。' }, '只收扩展名为 .txt'],
    [
      'larger than Telegram gives away',
      { name: 'a.txt', content: 'x', size: 21 * 2 ** 20 },
      '超过 20 MB',
    ],
    [
      'larger than it said',
      { name: 'a.txt', content: Buffer.alloc(21 * 2 ** 20, '甲'), size: 100 },
      '超过 20 MB',
    ],
  ])('%s is refused with what to mend, and leaves nothing behind', async (_, file, reason) => {
    const message = await send(file);
    expect(message.text).toContain(reason);
    expect(message.buttons).toEqual([]);
    expect(inFolder('uploads')).toEqual([]);
  });

  it.each([
    ['../../../evil.txt', 'evil.txt'],
    ['..\\..\\evil.txt', 'evil.txt'],
    ['/etc/cron.d/evil.txt', 'evil.txt'],
    ['.evil.txt', 'evil.txt'],
    ['e\u202evil\u0000.TXT', 'evil.txt'],
    [`${'长'.repeat(300)}.txt`, `${'长'.repeat(66)}.txt`],
  ])('called %j is kept as %s, in its own folder alone', async (name, kept) => {
    const message = await send({ name, content: volumeOf({ 桥梁: '建成桥梁9座。' }) });
    expect(message.text).toContain(kept.slice(0, 60));
    await press(message, '应用');
    expect(inFolder('volumes')).toContain(kept);
    rmSync(join(data, 'volumes', kept));
    expect(existsSync(join(data, 'evil.txt'))).toBe(false);
    expect((await outcomeOf(boss, '/reload force', boss.privateChat())).text).toContain('删除 1');
  });
});

describe('a file of an admin that is not meant for the bot', () => {
  it('gets no word in a group', async () => {
    const group = telegram.group({ title: '年鉴组', members: [boss, li] });
    const file = { name: 'y.txt', content: volumeOf({ 桥梁: '建成桥梁9座。' }) };
    boss.sendsDocument(file, { in: group, forceDelivery: true });
    await group.staysSilent(300);
  });
});

describe('a volume that somebody else sends', () => {
  it('is not fetched', async () => {
    li.sendsDocument({ name: people, content: '【甲】 乙。' }, { in: li.privateChat() });
    expect((await li.privateChat().nextMessage()).text).toContain('只看得懂文字');
    expect(telegram.calls.of('getFile').length).toBeGreaterThan(0);
    const before = telegram.calls.of('getFile').length;
    li.sendsDocument({ name: people, content: '【甲】 乙。' }, { in: li.privateChat() });
    await li.privateChat().nextMessage();
    expect(telegram.calls.of('getFile')).toHaveLength(before);
  });
});
