import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BotProcess, startBot } from '../e2e/bot-process.js';
import { startTelegram, type Telegram } from '../e2e/server/telegram.js';
import { Ledger, pause } from './ledger.js';

let telegram: Telegram;
let bot: BotProcess | undefined;

beforeEach(async () => {
  telegram = await startTelegram();
});
afterEach(async () => {
  await bot?.stop();
  bot = undefined;
  await telegram.close();
});

const freePort = async () => {
  const other = await startTelegram();
  const { port } = new URL(other.apiRoot);
  await other.close();
  return port;
};

it.each([
  ['in a place where nothing can be made', '/proc/nianjian/data'],
  ['that is such a place', '/proc'],
  ['below a file', join(import.meta.dirname, 'disk.test.ts', 'data')],
])('a data folder %s is a named error', async (_, dataDir) => {
  bot = startBot(telegram, { DATA_DIR: dataDir });
  expect(await bot.exited).toBe(2);
  expect(bot.output()).toContain(dataDir);
  expect(bot.output()).toContain('DATA_DIR');
});

it('a second bot in the same data folder is told by whom it is held, and ends with 2', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'nianjian-held-'));
  bot = startBot(telegram, { DATA_DIR: dataDir });
  await bot.says('started');
  const second = startBot(telegram, { DATA_DIR: dataDir });
  expect(await second.exited).toBe(2);
  expect(second.output()).toMatch(/进程 \d+，自 \d{4}-/);
  await second.stop();
  // Its holder killed, the folder is free at once.
  bot.signal('SIGKILL');
  await bot.exited;
  bot = startBot(telegram, { DATA_DIR: dataDir });
  await bot.says('started');
  await bot.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

describe('on a small disk of its own', () => {
  let disk: string;
  const mount = (...args: string[]) => spawnSync('mount', [...args, disk]).status === 0;
  const mounted = () => mount('-t', 'tmpfs', '-o', 'size=24m', 'tmpfs');

  beforeEach(() => {
    disk = mkdtempSync(join(tmpdir(), 'nianjian-disk-'));
  });
  afterEach(async () => {
    await bot?.stop();
    bot = undefined;
    spawnSync('umount', [disk]);
    rmSync(disk, { recursive: true, force: true });
  });

  it('a full disk confirms nothing, says so, and loses nothing once there is room again', async (test) => {
    test.skip(!mounted(), 'mounting a tmpfs is forbidden here');
    const port = await freePort();
    bot = startBot(telegram, { DATA_DIR: disk, HTTP_PORT: port });
    await bot.says('index-ready');
    const ledger = new Ledger(telegram, 5);
    for (let i = 0; i < 5; i++) ledger.ask();
    await ledger.settled();
    const health = () => fetch(`http://127.0.0.1:${port}/healthz`).then(({ status }) => status);
    expect(await health()).toBe(200);
    try {
      writeFileSync(join(disk, 'filler'), Buffer.alloc(32 << 20));
    } catch {
      // It is as large as there was room for.
    }
    for (let i = 0; i < 200; i++) ledger.ask();
    await bot.says('journal-unwritable');
    await pause(2000);
    const open = ledger.open();
    expect(open).toBeGreaterThan(0);
    expect(telegram.unconfirmed.length).toBeGreaterThan(0);
    expect(await health()).toBe(503);
    rmSync(join(disk, 'filler'));
    await ledger.settled(20_000);
    expect(ledger.replies().filter(({ count }) => count !== 1)).toEqual([]);
    expect(await health()).toBe(200);
  }, 240_000);

  it('a disk that cannot be written to is a named error', async (test) => {
    test.skip(!mounted(), 'mounting a tmpfs is forbidden here');
    mount('-o', 'remount,ro');
    bot = startBot(telegram, { DATA_DIR: disk });
    expect(await bot.exited).toBe(2);
    expect(bot.output()).toContain(disk);
    expect(bot.output()).toContain('DATA_DIR');
  });
});
