import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BotProcess, startBot } from './bot-process.js';
import { startTelegram, type Telegram } from './server/telegram.js';

const root = resolve(import.meta.dirname, '../..');
const pages = ['README.md', 'README.zh-CN.md'].map((name) =>
  readFileSync(join(root, name), 'utf8'),
);
const unitOf = (page: string) => /```ini\n([\s\S]*?)```/.exec(page)?.[1] ?? '';

describe('the systemd unit of the README', () => {
  it('is the same in both languages', () => {
    expect(unitOf(pages[0] as string)).toBe(unitOf(pages[1] as string));
  });

  it('is taken by systemd, and leaves the service little to be harmed by', (test) => {
    const available = spawnSync('systemd-analyze', ['--version']).status === 0;
    test.skip(!available, 'there is no systemd-analyze here');
    const dir = mkdtempSync(join(tmpdir(), 'nianjian-unit-'));
    const file = join(dir, 'nianjian.service');
    // What it starts stands elsewhere on this machine.
    writeFileSync(file, unitOf(pages[0] as string).replace('/usr/bin/node', process.execPath));
    const verified = spawnSync('systemd-analyze', ['verify', file], { encoding: 'utf8' });
    const judged = spawnSync('systemd-analyze', ['security', '--offline=true', file], {
      encoding: 'utf8',
    });
    rmSync(dir, { recursive: true, force: true });
    expect(verified.stderr.split('\n').filter((line) => line.includes('nianjian'))).toEqual([]);
    const exposure = /exposure level for \S+: ([\d.]+)/.exec(judged.stdout)?.[1];
    expect(Number(exposure)).toBeLessThan(3);
  });
});

describe('a running bot', () => {
  let telegram: Telegram;
  let bot: BotProcess;
  let base: string;

  beforeEach(async () => {
    const other = await startTelegram();
    const { port } = new URL(other.apiRoot);
    await other.close();
    telegram = await startTelegram();
    base = `http://127.0.0.1:${port}`;
    bot = startBot(telegram, { HTTP_PORT: port });
  });
  afterEach(async () => {
    await bot.stop();
    await telegram.close();
  });

  it('tells by /metrics what it did, and the README explains each of them', async () => {
    await bot.says('index-ready');
    const li = telegram.user({ name: '李' });
    for (const text of ['宁夏粮食产量', 'qwzx']) {
      li.says(text, { in: li.privateChat() });
      await li.privateChat().nextMessage(15_000);
    }
    await expect.poll(async () => metric('nianjian_journal_open')).toBe(0);
    expect(await metric('nianjian_updates_total')).toBe(2);
    expect(await metric('nianjian_questions_total')).toBe(2);
    expect(await metric('nianjian_answers_total')).toBe(1);
    expect(await metric('nianjian_silences_total')).toBe(1);
    expect(await metric('nianjian_stage_seconds_count{stage="send"}')).toBe(2);
    expect(await metric('nianjian_index_size{of="volumes"}')).toBe(4);
    expect(await metric('nianjian_process_resident_memory_bytes')).toBeGreaterThan(1e8);
    const names = [...(await metrics()).matchAll(/^# TYPE (nianjian_\S+)/gm)].map(
      ([, n]) => n ?? '',
    );
    const own = names.filter((name) => !/^nianjian_(process|nodejs)_/.test(name));
    for (const page of pages) {
      expect(own.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
    }
  });

  it('is not ready before the index answers', async () => {
    const health = () =>
      fetch(`${base}/healthz`).then(
        ({ status }) => status,
        () => 'no answer',
      );
    await expect.poll(health, { timeout: 20_000, interval: 20 }).toBe(503);
    await bot.says('index-ready');
    expect((await fetch(`${base}/healthz`)).status).toBe(200);
  });

  const metrics = () => fetch(`${base}/metrics`).then((reply) => reply.text());
  const metric = async (name: string) => {
    const line = (await metrics()).split('\n').find((text) => text.startsWith(`${name} `));
    return line === undefined ? undefined : Number(line.slice(name.length));
  };
});
