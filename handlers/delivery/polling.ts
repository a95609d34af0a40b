import type { Log } from '../../src/log.js';
import type { Call } from './api.js';
import { backOffMs, faultOf, sleep } from './fault.js';
import type { Identified } from './journal.js';

export interface PollingOptions {
  readonly call: Call;
  readonly log: Log;
  readonly allowedUpdates: readonly string[];
  /** Resolves when the updates are safe; the next poll confirms them. */
  readonly onUpdates: (updates: readonly Identified[]) => Promise<void>;
  /** Resolves when there is room for more. */
  readonly room: () => Promise<void>;
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
  /** Tells Telegram what is safe, so that it need not be given again. */
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
        await options.onUpdates(updates);
        for (const { update_id: id } of updates) next = Math.max(next, id + 1);
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

  async function poll(): Promise<readonly Identified[]> {
    const payload = { offset: next, timeout: pollSeconds, allowed_updates: options.allowedUpdates };
    const timeoutMs = pollSeconds * 1000 + graceMs;
    const updates = await call('getUpdates', payload, { signal, timeoutMs });
    return Array.isArray(updates) ? updates.filter(isIdentified) : [];
  }

  async function confirm(): Promise<void> {
    if (next === 0) return;
    try {
      await call('getUpdates', { offset: next, timeout: 0, limit: 1 }, { timeoutMs: 1500 });
    } catch (error) {
      log.warn('confirming-failed', { reason: faultOf(error).reason });
    }
  }
}

/** Has an id: whatever else it is, it can be confirmed. */
export function isIdentified(update: unknown): update is Identified {
  return Number.isSafeInteger((update as Partial<Identified> | null)?.update_id);
}
