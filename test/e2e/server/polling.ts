import type { Update } from '@grammyjs/types';
import type { Clock } from './clock.js';
import { conflict } from './refusal.js';
import type { UpdateQueue } from './updates.js';

interface Poll {
  readonly offset: number;
  readonly limit: number;
  readonly answer: (updates: readonly Update[]) => void;
  readonly end: (reason: Error) => void;
}

/** getUpdates with a timeout: one request waits at a time, a newer one ends the older with a 409. */
export class Polling {
  private waiting: Poll | undefined;
  private waking = false;
  private readonly queue: UpdateQueue;
  private readonly clock: Clock;

  constructor(queue: UpdateQueue, clock: Clock) {
    this.queue = queue;
    this.clock = clock;
    queue.onArrival(() => this.wake());
  }

  /** Whether a getUpdates is being held. */
  get held(): boolean {
    return this.waiting !== undefined;
  }

  /** Resolves at once with what there is, else with what comes within `timeoutMs`, else empty. */
  async poll(
    offset: number,
    limit: number,
    timeoutMs: number,
    gone: AbortSignal,
  ): Promise<readonly Update[]> {
    this.interrupt(
      'terminated by other getUpdates request; make sure that only one bot instance is running',
    );
    const ready = this.queue.from(offset, limit);
    if (ready.length > 0 || timeoutMs === 0) return ready;
    return new Promise((resolve, reject) => {
      const done = () => {
        cancel();
        gone.removeEventListener('abort', left);
        if (this.waiting === poll) this.waiting = undefined;
      };
      const poll: Poll = {
        offset,
        limit,
        answer: (updates) => {
          done();
          resolve(updates);
        },
        end: (reason) => {
          done();
          reject(reason);
        },
      };
      const left = () => poll.answer([]);
      const cancel = this.clock.after(timeoutMs, () => poll.answer([]));
      gone.addEventListener('abort', left);
      this.waiting = poll;
    });
  }

  interrupt(reason: string): void {
    this.waiting?.end(conflict(reason));
  }

  /** After the current turn, so that updates of one moment come in one batch. */
  private wake(): void {
    if (this.waking) return;
    this.waking = true;
    setImmediate(() => {
      this.waking = false;
      const poll = this.waiting;
      if (poll === undefined) return;
      const updates = this.queue.from(poll.offset, poll.limit);
      if (updates.length > 0) poll.answer(updates);
    });
  }
}
