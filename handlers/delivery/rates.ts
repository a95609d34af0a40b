/** Messages allowed: `burst` at once, then one every `intervalMs`. */
export interface Rate {
  readonly intervalMs: number;
  readonly burst: number;
}

export interface Rates {
  readonly chat: Rate;
  /** Besides `chat`, for groups. */
  readonly group: Rate;
  readonly all: Rate;
}

/** Where nothing else is asked for: what Telegram's documentation names, at 25 messages a second. */
export function ratesOf(
  perSecond: number,
  chatPerSecond: number | undefined,
  groupPerMinute: number | undefined,
): Rates {
  // A server that takes more in all takes more from each chat.
  const share = perSecond / 25;
  return {
    chat: { intervalMs: 1000 / (chatPerSecond ?? share), burst: burst },
    group: { intervalMs: 60_000 / (groupPerMinute ?? 20 * share), burst: burst },
    all: { intervalMs: 1000 / perSecond, burst: Math.max(1, Math.ceil(perSecond)) },
  };
}

/**
 * Messages on their way at once: whatever is, is in doubt when the process is killed. Enough for 80
 * a second at Telegram's usual distance.
 */
const mostUnderway = 8;
/** One that takes longer holds up nobody else. */
const slowAfterMs = 1000;

/** Questions that come at once are answered at once. */
const burst = 20;

/**
 * Says when the next message may go. Within a class turns come in order of asking; private chats go
 * before groups, so that no busy group holds up a person.
 */
export class Turnstile {
  private readonly rates: Rates;
  /** When a chat's bucket is empty again, ms of the monotonic clock. */
  private readonly emptyAt = new Map<string, number>();
  private allEmptyAt = 0;
  private readonly queues: Record<'first' | 'second', ((arrived: () => void) => void)[]> = {
    first: [],
    second: [],
  };
  private timer: NodeJS.Timeout | undefined;
  private underway = 0;

  constructor(rates: Rates) {
    this.rates = rates;
  }

  get waiting(): number {
    return this.queues.first.length + this.queues.second.length;
  }

  /** Ms that a chat's own rates ask to wait; 0 takes the place. */
  waitMs(chat: string, isGroup: boolean): number {
    const now = performance.now();
    const buckets: [string, Rate][] = [[chat, this.rates.chat]];
    if (isGroup) buckets.push([`group ${chat}`, this.rates.group]);
    const waitMs = Math.max(
      ...buckets.map(([key, rate]) => shortfall(this.emptyAt.get(key) ?? 0, rate, now)),
    );
    if (waitMs > 0) return waitMs;
    for (const [key, { intervalMs }] of buckets) {
      this.emptyAt.set(key, Math.max(now, this.emptyAt.get(key) ?? 0) + intervalMs);
    }
    if (this.emptyAt.size > 20_000) this.sweep(now);
    return 0;
  }

  /** Resolves at this message's turn among all, with what to call once it is no longer underway. */
  turn(isGroup: boolean): Promise<() => void> {
    return new Promise((resolve) => {
      this.queues[isGroup ? 'second' : 'first'].push(resolve);
      if (this.timer === undefined) this.advance();
    });
  }

  private advance(): void {
    this.timer = undefined;
    const { first, second } = this.queues;
    while (first.length + second.length > 0 && this.underway < mostUnderway) {
      const now = performance.now();
      const waitMs = shortfall(this.allEmptyAt, this.rates.all, now);
      if (waitMs > 0) {
        this.timer = setTimeout(() => this.advance(), waitMs);
        return;
      }
      this.allEmptyAt = Math.max(now, this.allEmptyAt) + this.rates.all.intervalMs;
      (first.shift() ?? second.shift())?.(this.depart());
    }
  }

  private depart(): () => void {
    this.underway++;
    let away = true;
    const arrived = () => {
      clearTimeout(slow);
      if (!away) return;
      away = false;
      this.underway--;
      if (this.timer === undefined) this.advance();
    };
    const slow = setTimeout(arrived, slowAfterMs);
    return arrived;
  }

  private sweep(now: number): void {
    for (const [key, at] of this.emptyAt) if (at <= now) this.emptyAt.delete(key);
  }
}

/** Ms until a bucket that is empty at a time has room for one more. */
function shortfall(emptyAt: number, { intervalMs, burst }: Rate, now: number): number {
  return Math.max(0, emptyAt - now - intervalMs * (burst - 1));
}
