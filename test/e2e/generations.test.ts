import { mkdtempSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../cli/command.js';
import { type BotProcess, startBot } from './bot-process.js';
import { type TestCorpus, testCorpus, volumeOf } from './corpus.js';
import { outcomeOf } from './outcome.js';
import type { Person } from './server/person.js';
import { startTelegram, type Telegram } from './server/telegram.js';

const grain = '内蒙古年鉴-2023.txt';
const people = '辽宁年鉴-2023.txt';
const roads = '吉林年鉴-2023.txt';
const grainText = (tons: number) =>
  volumeOf({
    粮食生产: `全区粮食总产量${tons}万吨。`,
    畜牧业: '全区牲畜存栏7800万头。',
    水利: '全区建成水库8座。',
    造林: '全区造林36万公顷。',
  });

let telegram: Telegram;
let corpus: TestCorpus;
let bot: BotProcess;
let boss: Person;
let li: Person;
const data = mkdtempSync(join(tmpdir(), 'nianjian-data-'));

const start = async () => {
  bot = startBot(telegram, {
    ...{ CORPUS_DIR: corpus.dir, DATA_DIR: data, ADMIN_IDS: '4242', LOG_QUESTIONS: 'true' },
  });
  await bot.says('index-ready');
};

beforeAll(async () => {
  telegram = await startTelegram();
  boss = telegram.user({ name: '主任', id: 4242 });
  li = telegram.user({ name: '李' });
  corpus = testCorpus({
    [grain]: grainText(3900),
    [people]: volumeOf({ 人口: '全省常住人口4197万人。', 就业: '城镇新增就业47万人。' }),
    [roads]: volumeOf({ 公路: '全省公路里程11万公里。', 铁路: '全省铁路里程5000公里。' }),
  });
  await start();
});
afterAll(async () => {
  await bot.stop();
  corpus.remove();
  rmSync(data, { recursive: true, force: true });
  await telegram.close();
});

const chat = () => boss.privateChat();
const reloads = (command = '/reload') => outcomeOf(boss, command, chat());

async function answerTo(question: string): Promise<string> {
  li.says(question, { in: li.privateChat() });
  return (await li.privateChat().nextMessage()).text;
}

/** Each rests on what the one before left: a corpus in its keepers' hands. */
describe('those who keep the corpus', () => {
  it('keep a broken file’s entries of before while the good ones are loaded', async () => {
    corpus.write(people, '\u0000\u0001\u0002binary\u0000');
    corpus.write(grain, grainText(3950));
    const { text } = await reloads();
    expect(text).toContain('新增 0, 修改 1, 删除 0');
    expect(text).toMatch(new RegExp(`${people}.*不是文本`));
    expect(text).toMatch(new RegExp(`${people}.*保留原有的 2 条`));
    expect(await answerTo('辽宁常住人口是多少')).toContain('4197万人');
    expect(await answerTo('粮食总产量是多少')).toContain('3950万吨');
  });

  it('keep them over another reload, until the file is mended', async () => {
    expect((await reloads()).text).toContain('新增 0, 修改 0, 删除 0');
    corpus.write(
      people,
      volumeOf({ 人口: '全省常住人口4200万人。', 就业: '城镇新增就业47万人。' }),
    );
    expect((await reloads()).text).toContain('新增 0, 修改 1, 删除 0');
    expect(await answerTo('辽宁常住人口是多少')).toContain('4200万人');
  });

  it('are refused a corpus that lost too much, unless it is meant', async () => {
    unlinkSync(join(corpus.dir, people));
    const { text } = await reloads();
    expect(text).toMatch(/载入失败[\s\S]*少了 2 条（原有 8 条）[\s\S]*\/reload force/);
    expect(await answerTo('辽宁常住人口是多少')).toContain('4200万人');
    expect((await reloads('/reload force')).text).toContain('新增 0, 修改 0, 删除 2');
    expect(await answerTo('辽宁常住人口是多少')).toContain('没有找到');
  });

  it('are refused a corpus in which nothing can be read', async () => {
    const files = [grain, roads].map(
      (file) => [file, readFileSync(join(corpus.dir, file))] as const,
    );
    for (const [file] of files) corpus.write(file, '');
    const { text } = await reloads('/reload force');
    expect(text).toMatch(/载入失败[\s\S]*没有一个文件读得出条目/);
    expect(text).toContain(grain);
    expect(await answerTo('粮食总产量是多少')).toContain('3950万吨');
    for (const [file, content] of files) writeFileSync(join(corpus.dir, file), content);
  });

  it('go back one generation, and the same serves after a restart', async () => {
    const { text } = await reloads('/rollback');
    expect(text).toMatch(/已从第 \d+ 代退回第 \d+ 代/);
    expect(await answerTo('辽宁常住人口是多少')).toContain('4200万人');
    await bot.stop();
    await start();
    await bot.says('held-back');
    expect(await answerTo('辽宁常住人口是多少')).toContain('4200万人');
  });

  it('go forward again with a reload', async () => {
    expect((await reloads('/reload force')).text).toContain('删除 2');
    expect(await answerTo('辽宁常住人口是多少')).toContain('没有找到');
  });

  it('are answered after a restart from the last good one, then from what changed meanwhile', async () => {
    await bot.stop();
    corpus.write(grain, grainText(4000));
    await start();
    await bot.says('"event":"reloaded"');
    expect(await answerTo('粮食总产量是多少')).toContain('4000万吨');
  });

  it('are answered from the one before where the last is damaged, and read which', async () => {
    await bot.stop();
    const { generations } = JSON.parse(readFileSync(join(data, 'generations.json'), 'utf8'));
    const file = join(data, generations.at(-1).snapshot);
    const bytes = readFileSync(file);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] as number) ^ 1;
    writeFileSync(file, bytes);
    await start();
    expect(bot.output()).toContain('snapshot-damaged');
    expect(bot.output()).toContain(generations.at(-1).snapshot);
    await bot.says('"event":"reloaded"');
    expect(await answerTo('粮食总产量是多少')).toContain('4000万吨');
  });

  it('are answered where the corpus folder is gone', async () => {
    await bot.stop();
    const content = readFileSync(join(corpus.dir, grain), 'utf8');
    corpus.remove();
    await start();
    await bot.says('reload-failed');
    expect(await answerTo('粮食总产量是多少')).toContain('4000万吨');
    corpus = testCorpus({ [grain]: content });
    await bot.stop();
    await start();
  });

  it('reload by SIGHUP', async () => {
    corpus.write(grain, grainText(4010));
    // The start's own catching up is over.
    await bot.says('"event":"reloaded"');
    bot.signal('SIGHUP');
    await bot.says('"changed":1');
    expect(await answerTo('粮食总产量是多少')).toContain('4010万吨');
  });

  it('reload by a command, which prints the report', async () => {
    corpus.write(grain, grainText(4020));
    const env = { DATA_DIR: data, CORPUS_DIR: corpus.dir };
    const done = await runCommand(['reload'], { cwd: data, env });
    expect(done.stdout).toContain('新增 0, 修改 1, 删除 0');
    expect(done.stderr).toContain('读取语料');
    expect(done.code).toBe(0);
    corpus.write('manifest.json', '{');
    const refused = await runCommand(['reload'], { cwd: data, env });
    expect(refused.stderr).toMatch(/载入失败[\s\S]*manifest\.json/);
    expect(refused.code).toBe(2);
    unlinkSync(join(corpus.dir, 'manifest.json'));
  });

  it('read which generation serves, and what went wrong of late', async () => {
    boss.says('/status', { in: chat() });
    const { text } = await chat().nextMessage();
    expect(text).toMatch(/1 卷，4 条，4 项数据\n第 \d+ 代，建成于 \d{4}-/);
    expect(text).toMatch(/• reload-failed × 1/);
  });

  it('read the newest questions without an answer', async () => {
    await answerTo('火星上有几座图书馆');
    boss.says('/unanswered', { in: chat() });
    expect((await chat().nextMessage()).text).toMatch(/没有答上[\s\S]*火星上有几座图书馆/);
  });

  it('leave a trace of what they did: who, what, when, result', () => {
    const lines = readFileSync(join(data, 'audit.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toContainEqual({
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      who: { id: 4242, name: '主任' },
      what: 'rollback',
      result: expect.stringMatching(/^generation \d+ instead of \d+$/),
    });
    const by = (name: string) => lines.filter(({ who }) => who.name === name);
    expect(by('主任').map(({ result }) => result)).toContain('corpus-shrunk');
    expect(by('SIGHUP')).toHaveLength(1);
    expect(by('nianjian reload').map(({ result }) => result)).toEqual([
      expect.stringContaining('changed 1'),
      'manifest-invalid',
    ]);
  });
});

it('nianjian reload without a bot says so, and exits 2', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'nianjian-none-'));
  const { code, stderr } = await runCommand(['reload'], { cwd: dir });
  expect(stderr).toMatch(/没有使用 .*data 的机器人在运行/);
  expect(code).toBe(2);
  rmSync(dir, { recursive: true });
});
