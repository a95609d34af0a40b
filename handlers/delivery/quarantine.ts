import { once } from 'node:events';
import { sleep } from './fault.js';

/** One that has ended nothing for so long while it was alone is not what ended the process. */
const aloneMs = 5000;

/**
 * Updates that were in hand when the process ended begin one by one, each with nothing else
 * beginning beside it: if the process ends again, it was that one.
 */
export class Quarantine {
  /** Resolves with true when all have been alone, with false at a close before. */
  readonly over: Promise<boolean>;
  private readonly closing = new AbortController();
  private readonly closed: Promise<unknown>;
  private end: (whole: boolean) => void = () => {};
  private left: number;
  private before: Promise<unknown>;

  /**
   * @param count how many there are
   * @param ready none begins sooner, for what it would be waiting for proves nothing
   */
  constructor(count: number, ready: Promise<unknown>) {
    this.left = count;
    this.over = new Promise((resolve) => {
      this.end = resolve;
    });
    this.before = ready;
    this.closed = once(this.closing.signal, 'abort');
    if (count === 0) this.end(true);
  }

  get isClosed(): boolean {
    return this.closing.signal.aborted;
  }

  /** Resolves when its turn has come, or at the close. Must be left by what has entered. */
  async enter(): Promise<{ leave(): void }> {
    const { before } = this;
    let next = () => {};
    this.before = new Promise<void>((resolve) => {
      next = resolve;
    });
    const leave = () => {
      next();
      this.left--;
      if (this.left === 0) this.end(true);
    };
    await Promise.race([before, this.closed]);
    return { leave };
  }

  /** Resolves when the work, its message on its way or the time has come to an end. */
  async watch(...ends: readonly Promise<unknown>[]): Promise<void> {
    const done = new AbortController();
    const late = sleep(aloneMs, done.signal);
    await Promise.race([late, this.closed, ...ends]).catch(() => {});
    done.abort();
  }

  /** Nothing begins any more. */
  close(): void {
    this.end(false);
    this.closing.abort();
  }
}
