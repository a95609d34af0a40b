import type { Log } from '../../src/log.js';
import type { Journal } from './journal.js';
import { Lanes } from './lanes.js';
import { sleep } from './sender.js';

/** Updates waiting or worked on in one chat, and in all. */
const limits = Object.freeze({ chat: 200, all: 5000 });

export interface IntakeOptions {
  readonly journal: Journal;
  readonly log: Log;
  /** The chat (or person) whose order an update belongs to. */
  readonly laneOf: (update: unknown) => string;
  readonly handle: (update: unknown) => Promise<void>;
  /** Told once, of the first update that found its chat's queue full, until the queue empties. */
  readonly onOverflow: (update: unknown) => Promise<void>;
  readonly signal: AbortSignal;
}

/** Takes updates in at once, each only once, and works them off chat by chat. */
export class Intake {
  private readonly options: IntakeOptions;
  private readonly lanes: Lanes;
  private readonly flooding = new Set<string>();

  constructor(options: IntakeOptions) {
    this.options = options;
    this.lanes = new Lanes({
      maxWaiting: limits.chat + 1,
      onError: (error) => options.log.error('update-failed', { name: (error as Error)?.name }),
    });
  }

  get size(): number {
    return this.lanes.size;
  }

  take(update: unknown): void {
    const { journal, laneOf, handle, onOverflow, log } = this.options;
    const { update_id: id } = update as { readonly update_id: number };
    if (!journal.accept(id)) {
      log.debug('update-twice', { update: id });
      return;
    }
    const lane = laneOf(update);
    const full = this.lanes.sizeOf(lane) >= limits.chat;
    if (!full) this.flooding.delete(lane);
    if (full && this.flooding.has(lane)) {
      journal.done(id);
      log.warn('update-dropped', { update: id });
      return;
    }
    if (full) this.flooding.add(lane);
    const work = full ? onOverflow : handle;
    this.lanes.push(lane, async () => {
      try {
        await work(update);
      } finally {
        journal.done(id);
      }
    });
  }

  /** Resolves when another batch may come. */
  async room(): Promise<void> {
    while (this.lanes.size >= limits.all && !this.options.signal.aborted) {
      await sleep(50, this.options.signal);
    }
  }

  idle(timeoutMs: number): Promise<boolean> {
    return this.lanes.idle(timeoutMs);
  }
}
