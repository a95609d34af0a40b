import type { Log } from '../../src/log.js';
import { backOffMs, type Call, faultOf, sleep } from './sender.js';

export interface PollingOptions {
  readonly call: Call;
  readonly log: Log;
  readonly allowedUpdates: readonly string[];
  /** Takes an update in at once; the next poll confirms it. */
  readonly onUpdate: (update: unknown) => void;
  /** Resolves when there is room for more. */
  readonly room: () => Promise<void>;
  /** Where confirming may stop at the end: the lowest update not yet dealt with. */
  readonly oldestOpen: () => number | undefined;
  readonly signal: AbortSignal;
}

/** A poll is held this long by Telegram, and given up some seconds later. */
const pollSeconds = 30;
const graceMs = 10_000;

const secondPoller =
  'Another program receives with this token, or a webhook is set; stop it. Trying again.';

export interface Polling {
  /** Resolves when the signal comes, or with `unauthorised` when the token is refused. */
  readonly ended: Promise<'stopped' | 'unauthorised'>;
  /** Tells Telegram what is done with, so that a restart is not given it again. */
  confirm(): Promise<void>;
}

/** Long polling that outlives a second poller, faults of the server and loss of the network. */
export function startPolling(options: PollingOptions): Polling {
  const { call, log, signal } = options;
  let next = 0;
  return { ended: loop(), confirm };

  async function loop(): Promise<'stopped' | 'unauthorised'> {
    for (let failures = 0; !signal.aborted; ) {
      await options.room();
      if (signal.aborted) break;
      try {
        const updates = await poll();
        if (failures > 0) log.info('polling-again', { failures });
        failures = 0;
        for (const update of updates) take(update);
      } catch (error) {
        if (signal.aborted) break;
        const fault = faultOf(error);
        if (fault.code === 401) return 'unauthorised';
        const waitMs = fault.retryAfterMs ?? Math.min(backOffMs(failures++), 5000);
        const event = fault.code === 409 ? 'second-poller' : 'polling-failed';
        const message = fault.code === 409 ? secondPoller : undefined;
        log.warn(event, { reason: fault.reason, waitMs: Math.round(waitMs), message });
        await sleep(waitMs, signal);
      }
    }
    return 'stopped';
  }

  async function poll(): Promise<readonly unknown[]> {
    const deadline = AbortSignal.timeout(pollSeconds * 1000 + graceMs);
    const payload = { offset: next, timeout: pollSeconds, allowed_updates: options.allowedUpdates };
    const updates = await call('getUpdates', payload, AbortSignal.any([signal, deadline]));
    return Array.isArray(updates) ? updates : [];
  }

  function take(update: unknown): void {
    const id = (update as { update_id?: unknown } | null)?.update_id;
    if (typeof id !== 'number' || !Number.isSafeInteger(id)) return;
    next = Math.max(next, id + 1);
    options.onUpdate(update);
  }

  async function confirm(): Promise<void> {
    const offset = Math.min(next, options.oldestOpen() ?? next);
    if (offset === 0) return;
    try {
      await call('getUpdates', { offset, timeout: 0, limit: 1 }, AbortSignal.timeout(1500));
    } catch (error) {
      log.warn('confirming-failed', { reason: faultOf(error).reason });
    }
  }
}
