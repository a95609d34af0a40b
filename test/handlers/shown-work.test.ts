import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BotContext, BotDeps } from '../../handlers/context.js';
import { showWork } from '../../handlers/shown-work.js';
import type { Outcome } from '../../src/library/outcome.js';
import type { OnStep } from '../../src/library/steps.js';

const failed: Outcome = {
  kind: 'failed',
  problem: { code: 'corpus-empty', detail: { dir: 'corpus' }, place: {} },
  more: [],
};

/** What the bot called, in order: the first word of each text, and when. */
function scene() {
  const calls: { readonly method: string; readonly text: string; readonly at: number }[] = [];
  const began = performance.now();
  let step: OnStep = () => {};
  let finish: (outcome: Outcome) => void = () => {};
  const background: Promise<void>[] = [];
  const deps = {
    keeper: { underWay: undefined },
    sender: {
      send: async (method: string, { text }: { readonly text: string }) => {
        calls.push({ method, text, at: performance.now() - began });
        return { message_id: 5 };
      },
    },
    log: { warn: () => {} },
    ageMs: () => 0,
    metrics: { stages: { observe: () => {} } },
    background: (work: Promise<void>) => void background.push(work),
  } as unknown as BotDeps;
  const ctx = {
    language: 'zh',
    chat: { id: 7, type: 'private' },
    replies: { remember: () => {} },
    update: { update_id: 1 },
  } as unknown as BotContext;
  const shown = showWork(ctx, deps, {
    first: '正在载入',
    run: (onStep) => {
      step = onStep;
      return new Promise((done) => {
        finish = done;
      });
    },
  });
  return {
    calls,
    shown,
    step: (...args: Parameters<OnStep>) => step(...args),
    end: async (outcome: Outcome) => {
      finish(outcome);
      await Promise.all(background);
    },
  };
}

describe('work on the corpus, shown in one message', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is told when it begins and when it ends, and not between where it is short', async () => {
    const { calls, shown, step, end } = scene();
    await shown;
    step('extract', 3, 9);
    await vi.advanceTimersByTimeAsync(4000);
    await end(failed);
    expect(calls.map(({ method }) => method)).toEqual(['sendMessage', 'editMessageText']);
    expect(calls[1]?.text).toContain('载入失败');
  });

  it('tells how far it is, no more often than a group bears, and its outcome last', async () => {
    const { calls, shown, step, end } = scene();
    await shown;
    for (let i = 0; i < 300; i++) {
      step('extract', i, 300);
      await vi.advanceTimersByTimeAsync(100);
    }
    await end(failed);
    const edits = calls.slice(1, -1);
    expect(edits.length).toBeGreaterThan(4);
    expect(edits[0]?.text).toMatch(/^正在载入\n提取数据 \d+\/300 …$/);
    const gaps = edits.slice(1).map(({ at }, i) => at - (edits[i]?.at ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(3000);
    expect(calls.at(-1)?.text).toContain('载入失败');
  });

  it('is not edited where nothing new is to be told', async () => {
    const { calls, shown, step, end } = scene();
    await shown;
    step('index', 1, 2);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(calls).toHaveLength(2);
    await end(failed);
  });
});
