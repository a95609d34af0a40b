import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type * as BuildProcess from '../../src/library/build-process.js';
import type { BuildOrder } from '../../src/library/builder.js';

// Compiled: it starts a thread from a file of its own.
const compiled = resolve(import.meta.dirname, '../../dist/src/library/build-process.js');
const { buildInProcess } = (await import(compiled)) as typeof BuildProcess;

const dir = mkdtempSync(join(tmpdir(), 'nianjian-build-process-'));
afterAll(() => rmSync(dir, { recursive: true }));
const pidFile = join(dir, 'pid');
const noted = `require('fs').writeFileSync(${JSON.stringify(pidFile)}, String(process.pid));`;

function run(code: string, options: Partial<BuildProcess.ProcessOptions> = {}) {
  rmSync(pidFile, { force: true });
  const program = join(dir, 'program.cjs');
  writeFileSync(program, `${noted}${code}`);
  const order = { before: 'x' } as BuildOrder;
  return buildInProcess(order, { program, signal: new AbortController().signal, ...options });
}

/** What gives a process to Linux's idle class. */
const hasChrt = spawnSync('chrt', ['--version']).status === 0;

const isRunning = () => {
  try {
    process.kill(Number(readFileSync(pidFile, 'utf8')), 0);
    return true;
  } catch {
    return false;
  }
};

it('what the building process says and gives arrives', async () => {
  const steps: unknown[] = [];
  const code = `process.on('message', ({ before }) => {
    process.send({ step: 'read', done: 1, total: 2 });
    process.send({ outcome: { before, nice: require('os').getPriority() } });
  });`;
  const outcome = await run(code, { onStep: (...step) => steps.push(step) });
  expect(outcome).toEqual({ before: 'x', nice: 10 });
  expect(steps).toEqual([['read', 1, 2]]);
  await expect.poll(isRunning).toBe(false);
});

it.runIf(hasChrt)('beside questions it runs on what no one else wants', async () => {
  // Where others leave it no time at all, it is begun once more, and not so low.
  const begun = JSON.stringify(join(dir, 'begun'));
  const code = `const fs = require('fs');
  const again = fs.existsSync(${begun});
  fs.writeFileSync(${begun}, '');
  setInterval(() => {
    const policy = fs.readFileSync('/proc/self/stat', 'utf8').split(') ')[1].split(' ')[38];
    if (policy === '5' || again) process.send({ outcome: { policy, again } });
  }, 10)`;
  expect([
    { policy: '5', again: false },
    { policy: '0', again: true },
  ]).toContainEqual(await run(code, { silenceMs: 120_000 }));
});

it.each([
  ['one that breaks off', 'console.error("no room"); process.exit(3)', 'no room'],
  ['one that says nothing', 'process.exit(3)', 'exit code 3'],
])('%s is told with its reason', async (_, code, reason) => {
  await expect(run(code)).rejects.toMatchObject({
    problem: { code: 'rebuild-failed', detail: { reason } },
  });
});

it('one that is silent for too long is ended', async () => {
  await expect(run('setInterval(() => {}, 1000)', { silenceMs: 1500 })).rejects.toMatchObject({
    problem: { code: 'rebuild-silent' },
  });
  await expect.poll(isRunning).toBe(false);
});

it('one that nobody wants any more is ended', async () => {
  const wish = new AbortController();
  const failed = expect(
    run('setInterval(() => {}, 1000)', { signal: wish.signal }),
  ).rejects.toMatchObject({ problem: { code: 'rebuild-failed' } });
  await expect.poll(isRunning).toBe(true);
  wish.abort();
  await failed;
  await expect.poll(isRunning).toBe(false);
});
