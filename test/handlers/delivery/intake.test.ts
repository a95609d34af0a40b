import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Intake, type IntakeOptions } from '../../../handlers/delivery/intake.js';
import { Journal } from '../../../handlers/delivery/journal.js';
import { createMetrics } from '../../../handlers/delivery/metrics.js';
import { startPolling } from '../../../handlers/delivery/polling.js';
import { aboutOf, kindOf } from '../../../handlers/lane.js';
import { createLog } from '../../../src/log.js';

const log = createLog({ level: 'error', secrets: [], write: () => {} });
const none = () => 0;
const metrics = createMetrics({ journal: none, updates: none, messages: none, index: () => null });
let dataDir: string;
let journal: Journal;

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'nianjian-intake-'));
  journal = await Journal.open({ dataDir, log, aboutOf });
});
afterEach(async () => {
  await journal.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const intakeOf = (handle: IntakeOptions['handle'], more: Partial<IntakeOptions> = {}) =>
  new Intake({
    journal,
    log,
    metrics,
    laneOf: () => 'chat 1',
    handle,
    kindOf,
    onFlood: () => {},
    onSetAside: () => {},
    ending: new AbortController().signal,
    ...more,
  });

describe('an update', () => {
  it('that comes twice is handled once, whether or not the first is done with', async () => {
    const handled: unknown[] = [];
    const intake = intakeOf(async ({ update }) => void handled.push(update));
    await Promise.all([intake.take([{ update_id: 1 }]), intake.take([{ update_id: 1 }])]);
    await intake.finish(1000);
    const again = intakeOf(async ({ update }) => void handled.push(update));
    await again.take([{ update_id: 1 }, { update_id: 2 }]);
    await again.finish(1000);
    expect(handled).toEqual([{ update_id: 1 }, { update_id: 2 }]);
    expect(journal.open).toEqual([]);
  });

  it('that was cut off stays in the journal, one that failed does not', async () => {
    const ending = new AbortController();
    const intake = intakeOf(async () => Promise.reject(new Error('broken')), {
      ending: ending.signal,
    });
    await intake.take([{ update_id: 1 }]);
    await expect.poll(() => journal.size).toBe(0);
    ending.abort();
    await intake.take([{ update_id: 2 }]);
    await intake.finish(1000);
    expect(journal.open.map(({ id }) => id)).toEqual([2]);
  });

  it('of a flooding chat is kept up to a thousand, its chat told once, others none the wiser', async () => {
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const floods: unknown[] = [];
    const handled: number[] = [];
    const intake = intakeOf(
      async ({ id }) => {
        if (id < 5000) await gate;
        handled.push(id);
      },
      {
        laneOf: (update) => ((update as { update_id: number }).update_id < 5000 ? 'a' : 'b'),
        onFlood: (update) => void floods.push(update),
      },
    );
    await intake.take(Array.from({ length: 1100 }, (_, i) => ({ update_id: i + 1 })));
    await intake.take([{ update_id: 5000 }]);
    await expect.poll(() => handled).toEqual([5000]);
    expect(floods).toEqual([{ update_id: 201 }]);
    release();
    await expect.poll(() => handled.length).toBe(1001);
    expect(journal.size).toBe(0);
  });
});

describe('updates in hand when the process ended', () => {
  const laneOf = (update: unknown) => String((update as { update_id: number }).update_id);
  /** What a killed process leaves: begun, and nothing noted after. */
  const leave = async (...ids: number[]) => {
    await journal.accept(ids.map((update_id) => ({ update_id })));
    for (const id of ids) journal.answering(id);
  };
  const restart = async () => {
    await journal.close();
    journal = await Journal.open({ dataDir, log, aboutOf });
  };
  const forever = () => new Promise<never>(() => {});

  it('begin one by one when all is ready, and before what was not begun', async () => {
    await leave(1, 2);
    await journal.accept([{ update_id: 3 }]);
    const order: string[] = [];
    let ready = () => {};
    const intake = intakeOf(
      async ({ id }) => {
        order.push(`${id} begins`);
        await new Promise((resolve) => setTimeout(resolve, 20));
        order.push(`${id} ends`);
      },
      { laneOf },
    );
    intake.resume(
      new Promise<void>((resolve) => {
        ready = resolve;
      }),
    );
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(order).toEqual([]);
    ready();
    await expect.poll(() => journal.size).toBe(0);
    expect(order).toEqual([1, 2, 3].flatMap((id) => [`${id} begins`, `${id} ends`]));
  });

  it('are no longer alone once their message is on its way, and are then not to blame', async () => {
    for (let run = 0; run < 5; run++) {
      if (run === 0) await leave(1, 2);
      const handled: number[] = [];
      const intake = intakeOf(
        async ({ id }) => {
          await journal.sending(id);
          handled.push(id);
          await forever();
        },
        { laneOf },
      );
      intake.resume();
      await expect.poll(() => handled).toEqual([1, 2]);
      await restart();
    }
    expect(journal.open.map(({ fatal }) => fatal)).toEqual([0, 0]);
  });

  it('are set aside after three ends alone, those behind them not', async () => {
    await leave(1, 2);
    const aside: unknown[] = [];
    for (let run = 0; run < 4; run++) {
      const handled: number[] = [];
      const onSetAside = (update: unknown) => void aside.push(update);
      const handle = async ({ id }: { id: number }) => {
        handled.push(id);
        await forever();
      };
      intakeOf(handle, { laneOf, onSetAside }).resume();
      await expect.poll(() => handled).toEqual(run < 3 ? [1] : [2]);
      expect(aside).toEqual(run < 3 ? [] : [{ update_id: 1 }]);
      await restart();
    }
  });
});

describe('polling', () => {
  it('confirms what is safe and nothing else', async () => {
    const stop = new AbortController();
    const offsets: unknown[] = [];
    let safe = () => {};
    const polling = startPolling({
      call: async (_method, { offset }) => {
        offsets.push(offset);
        return offsets.length === 1 ? [{ update_id: 7 }, 'junk', { update_id: 8 }] : [];
      },
      log,
      allowedUpdates: ['message'],
      onUpdates: (updates) =>
        updates.length === 0
          ? Promise.resolve(stop.abort())
          : new Promise<void>((resolve) => {
              safe = resolve;
            }),
      room: async () => {},
      signal: stop.signal,
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(offsets).toEqual([0]);
    safe();
    expect(await polling.ended).toBe('stopped');
    await polling.confirm();
    expect(offsets).toEqual([0, 9, 9]);
  });
});
