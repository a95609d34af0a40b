import { describe, expect, it } from 'vitest';
import { Intake } from '../../../handlers/delivery/intake.js';
import { memoryJournal } from '../../../handlers/delivery/journal.js';
import { startPolling } from '../../../handlers/delivery/polling.js';
import { createLog } from '../../../src/log.js';

const log = createLog({ level: 'error', secrets: [], write: () => {} });

describe('an update', () => {
  it('that comes twice is handled once, whether or not the first is done with', async () => {
    const handled: unknown[] = [];
    const intake = new Intake({
      journal: memoryJournal(),
      log,
      laneOf: () => 'chat 1',
      handle: async (update) => void handled.push(update),
      onOverflow: async () => {},
      signal: new AbortController().signal,
    });
    const first = { update_id: 1 };
    intake.take(first);
    intake.take({ update_id: 1 });
    await intake.idle(1000);
    intake.take({ update_id: 1 });
    intake.take({ update_id: 2 });
    await intake.idle(1000);
    expect(handled).toEqual([first, { update_id: 2 }]);
  });

  it.each([
    ['is confirmed at the end once all is done', undefined, 9],
    ['is left to the next start when it is not done', 7, 7],
  ])('%s', async (_, oldestOpen, confirmed) => {
    const stop = new AbortController();
    const offsets: unknown[] = [];
    const polling = startPolling({
      call: async (_method, { offset }) => {
        offsets.push(offset);
        return [{ update_id: 7 }, { update_id: 8 }];
      },
      log,
      allowedUpdates: ['message'],
      onUpdate: () => stop.abort(),
      room: async () => {},
      oldestOpen: () => oldestOpen,
      signal: stop.signal,
    });
    expect(await polling.ended).toBe('stopped');
    await polling.confirm();
    expect(offsets).toEqual([0, confirmed]);
  });
});
