import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BotProcess, startBot } from './bot-process.js';
import { type TestCorpus, testCorpus, volumeOf } from './corpus.js';
import { ended } from './outcome.js';
import type { Person } from './server/person.js';
import { startTelegram, type Telegram } from './server/telegram.js';

let telegram: Telegram;
let corpus: TestCorpus;
let bot: BotProcess;
let boss: Person;
/** As such a server names them: after the token. */
const files = join(mkdtempSync(join(tmpdir(), 'nianjian-files-')), '110201543:secret');

beforeAll(async () => {
  telegram = await startTelegram({ localDir: files });
  boss = telegram.user({ name: '主任', id: 4242 });
  corpus = testCorpus({ '内蒙古年鉴-2023.txt': volumeOf({ 畜牧业: '牲畜存栏7800万头。' }) });
  bot = startBot(telegram, { CORPUS_DIR: corpus.dir, ADMIN_IDS: '4242' });
  await bot.says('index-ready');
});
afterAll(async () => {
  await bot.stop();
  corpus.remove();
  rmSync(join(files, '..'), { recursive: true, force: true });
  await telegram.close();
});

async function send(content: string | Buffer) {
  boss.sendsDocument({ name: '辽宁年鉴-2023.txt', content }, { in: boss.privateChat() });
  return ended(await boss.privateChat().nextMessage());
}

describe('beside a Bot API server of one’s own that keeps files on the disk', () => {
  it('a volume is read from there', async () => {
    const message = await send(volumeOf({ 人口: '全省常住人口4197万人。' }));
    expect(message.text).toContain('读作 辽宁年鉴 2023卷，1 条');
    await boss.presses(message.button('应用')).answer();
    await message.edited();
    expect((await ended(message)).text).toContain('新增 1');
    boss.says('辽宁常住人口是多少', { in: boss.privateChat() });
    expect((await boss.privateChat().nextMessage()).text).toContain('4197万人');
    expect(readdirSync(join(files, 'documents'))).toHaveLength(1);
  });

  it('one that is too large is refused, however large it was said to be', async () => {
    expect((await send(Buffer.alloc(21 * 2 ** 20, '甲'))).text).toContain('超过 20 MB');
  });

  it('one that cannot be read is refused with the reason, and without its place', async () => {
    // Gone in place of locked: to root nothing is.
    telegram.fail({ method: 'getFile' }, { delayMs: 500, handle: 'late' });
    const refused = send(volumeOf({ 桥梁: '建成桥梁9座。' }));
    await telegram.calls.until(({ method }) => method === 'getFile');
    for (const name of readdirSync(join(files, 'documents'))) {
      rmSync(join(files, 'documents', name));
    }
    const { text } = await refused;
    expect(text).toMatch(/没有取到文件（ENOENT: .*--local/);
    expect(text).not.toContain('secret');
    expect(bot.output()).not.toContain('secret');
  });
});
