/** How long a test waits for the bot, real time: much longer than it takes on a busy machine. */
export const defaultPatienceMs = 30_000;

export interface Waiting {
  /** Real time. */
  readonly timeoutMs: number;
  /** Says what was waited for and what came instead; read when the time is up. */
  readonly failure: () => string;
}

/** Rung whenever something happened; whoever waits looks again. */
export class Bell {
  private readonly waiting = new Set<() => void>();

  ring(): void {
    for (const look of [...this.waiting]) look();
  }

  /** The first value that `look` finds, now or after a ring; rejects when the time is up. */
  until<T>(look: () => T | undefined, { timeoutMs, failure }: Waiting): Promise<T> {
    const found = look();
    if (found !== undefined) return Promise.resolve(found);
    return new Promise((resolve, reject) => {
      const again = () => {
        const value = look();
        if (value === undefined) return;
        stop();
        resolve(value);
      };
      const timer = setTimeout(() => {
        stop();
        reject(new Error(failure()));
      }, timeoutMs);
      const stop = () => {
        clearTimeout(timer);
        this.waiting.delete(again);
      };
      this.waiting.add(again);
    });
  }
}
