import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type BotProcess, startBot } from './bot-process.js';
import { startTelegram, type Telegram } from './server/telegram.js';

let telegram: Telegram;
let bot: BotProcess | undefined;
let dataDir: string;

beforeEach(async () => {
  telegram = await startTelegram();
  dataDir = mkdtempSync(join(tmpdir(), 'nianjian-poison-'));
});
afterEach(async () => {
  await bot?.stop();
  await telegram.close();
  rmSync(dataDir, { recursive: true, force: true });
});

/** A fault that no handler can catch, met in the middle of reading one command. */
const fault = `const trim = String.prototype.trim;
  String.prototype.trim = function () {
    if (this.startsWith('毒饵甲乙')) process.kill(process.pid, 'SIGKILL');
    return trim.call(this);
  }`;
const env = () => ({
  DATA_DIR: dataDir,
  NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(fault)}`,
});

it('a message that ends the process is set aside after some starts, and all others are answered', async () => {
  const people = ['李', '王', '张', '赵'].map((name) => telegram.user({ name }));
  const done = () =>
    people.every((one, i) => one.privateChat().answers.length >= (i === 0 ? 2 : 1));
  const [li, ...others] = people as [(typeof people)[0], ...typeof people];
  li.says('/ask 毒饵甲乙', { in: li.privateChat() });
  for (const one of others) one.says('宁夏粮食产量', { in: one.privateChat() });
  li.says('内蒙古粮食产量', { in: li.privateChat() });
  let starts = 0;
  let output = '';
  for (let died = true; died && starts < 9; starts++) {
    bot = startBot(telegram, env());
    let exited = false;
    void bot.exited.then(() => {
      exited = true;
    });
    await expect.poll(() => exited || done(), { timeout: 120_000 }).toBe(true);
    died = exited;
    output += bot.output();
  }
  // The first time it may have begun beside others: that counts for nothing.
  expect(starts).toBeGreaterThanOrEqual(4);
  expect(starts).toBeLessThanOrEqual(6);
  const [apology, answer] = li.privateChat().answers;
  expect(apology?.text).toContain('抱歉');
  expect(answer?.text).not.toContain('抱歉');
  for (const one of others) {
    expect(one.privateChat().answers.map(({ text }) => text.includes('76.28'))).not.toContain(
      false,
    );
  }
  expect(output).toContain('"event":"update-set-aside"');
  expect(output).toContain('"kind":"message"');
  expect(output).not.toContain('毒饵');
}, 180_000);
