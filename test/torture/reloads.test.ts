import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { long, report } from './size.js';

const size = long
  ? { RELOADS: '50', ENTRIES: '20000', RATE: process.env.RATE ?? '200', QUIET_MS: '20000' }
  : { RELOADS: '3', ENTRIES: '400', RATE: '40', QUIET_MS: '1500' };

/** In a process of its own, compiled and with its memory told apart from the test runner's. */
function run(): Promise<string> {
  return new Promise((done, fail) => {
    const program = join(import.meta.dirname, 'reloads.mjs');
    const child = spawn(process.execPath, ['--expose-gc', program], {
      env: { ...process.env, ...size },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (long) process.stdout.write(text);
    });
    child.on('error', fail);
    child.on('close', () => done(output));
  });
}

it(`answers every question from one generation through ${size.RELOADS} reloads`, async () => {
  const result = JSON.parse((await run()).trim().split('\n').at(-1) ?? '');
  report('reloads', result);
  expect(result.asked).toBeGreaterThan(100);
  expect(result).toMatchObject({ reloads: Number(size.RELOADS), failed: 0, mixed: 0 });
  // What is shorter than a minute says little of times and memory.
  if (long) {
    expect(result.ratio).toBeLessThanOrEqual(3);
    expect(result.growth).toBeLessThanOrEqual(0.1);
  }
}, 3_600_000);
