import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadJieba } from '../../src/analysis/jieba.js';
import { createPause } from '../../src/index/slices.js';
import { buildGeneration } from '../../src/library/builder.js';
import { loadGeneration } from '../../src/library/load.js';
import { createRandom } from '../torture/corpora.mjs';

const dir = mkdtempSync(join(tmpdir(), 'nianjian-loading-'));
let file: string;

beforeAll(async () => {
  const corpusDir = join(dir, 'corpus');
  mkdirSync(corpusDir);
  // Much to load and little to build: many headings, no two alike, and short bodies.
  const random = createRandom(5);
  const word = () => String.fromCharCode(...Array.from({ length: 6 }, () => 0x4e00 + random(4000)));
  const entries = Array.from({ length: 24_000 }, (_, i) => `【${word()}】 见${i}。`);
  writeFileSync(join(corpusDir, '内蒙古年鉴-2023.txt'), entries.join('\n'));
  const { snapshot } = await buildGeneration(
    {
      ...{ corpusDir, dataDir: dir, over: {}, before: null, maxLostShare: null },
      ...{ previewOnly: false, focus: null, heldBack: null },
      lexiconDir: resolve(import.meta.dirname, '../../corpus/lexicons'),
    },
    () => {},
  );
  file = join(dir, snapshot);
  loadJieba();
});
afterAll(() => rmSync(dir, { recursive: true }));

/** The processor's time that the main thread had, in ms: others at work do not count. */
function ownMs(): number {
  const told = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8');
  return Number(told.split(' ')[0]) / 1e6;
}

/** The longest that the loop did not turn while the work ran. */
async function heldUp(work: () => Promise<unknown>): Promise<{ ownMs: number; wallMs: number }> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  let running = true;
  let longest = 0;
  let last = ownMs();
  const turn = () => {
    const now = ownMs();
    longest = Math.max(longest, now - last);
    last = ownMs();
    if (running) setImmediate(turn);
  };
  setImmediate(turn);
  delay.enable();
  await work();
  // One more turn sees the last stretch.
  await new Promise((done) => setImmediate(() => setImmediate(done)));
  running = false;
  delay.disable();
  return { ownMs: longest, wallMs: delay.max / 1e6 };
}

it.skipIf(process.platform !== 'linux')(
  'loading, and the first question after it, hold up no other for long (told by /proc: Linux alone)',
  async () => {
    const runs = [];
    for (let i = 0; i < 3; i++) {
      runs.push(
        await heldUp(async () => {
          const { ask } = await loadGeneration(file);
          // Read again by the words of the lexicons, which the first one has to lay out.
          await ask('2005年震所渠人数是多少');
        }),
      );
    }
    const best = runs.reduce((a, b) => (a.ownMs < b.ownMs ? a : b));
    process.stdout.write(`held up, ms: ${JSON.stringify(runs)}\n`);
    expect(best.ownMs).toBeLessThan(20);
  },
);

it('a pause lets what waits go first, and costs nothing before its time', async () => {
  const order: string[] = [];
  const pause = createPause(5);
  expect(pause()).toBeUndefined();
  setImmediate(() => order.push('question'));
  const end = performance.now() + 6;
  while (performance.now() < end);
  await pause();
  order.push('work');
  expect(order).toEqual(['question', 'work']);
});
