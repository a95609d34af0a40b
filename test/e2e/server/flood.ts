import type { Clock } from './clock.js';

export interface Rate {
  readonly count: number;
  readonly perMs: number;
}

export interface Rates {
  readonly chat?: Rate;
  /** Besides `chat`, for groups. */
  readonly group?: Rate;
  readonly all?: Rate;
}

export interface Verdict {
  /** Whole seconds, at least 1. */
  readonly retryAfter: number;
  /** The call broke a `retry_after` that was given before. */
  readonly early: boolean;
}

/** A timer of the caller may fire this much before its time. */
const graceMs = 3;

/** Flood control: what is closed until when, and what a rate leaves open. */
export class Flood {
  rates: Rates = {};
  private readonly clock: Clock;
  private readonly closedUntil = new Map<string, number>();
  private readonly sent = new Map<string, number[]>();

  constructor(clock: Clock) {
    this.clock = clock;
  }

  /** From a 429 on: further calls of the scope are refused, and counted as early. */
  close(scope: string, retryAfter: number): void {
    this.closedUntil.set(scope, this.clock.now() + retryAfter * 1000);
  }

  /** Undefined when the call may pass; it is then counted. */
  check(chatId: number | undefined, method: string): Verdict | undefined {
    const now = this.clock.now();
    const scopes = scopesOf(chatId, method);
    const until = Math.max(0, ...scopes.map((scope) => this.closedUntil.get(scope) ?? 0));
    if (now < until - graceMs) {
      return { retryAfter: Math.max(1, Math.ceil((until - now) / 1000)), early: true };
    }
    if (chatId === undefined || !isSending(method)) return undefined;
    const counted: [string, Rate | undefined][] = [
      [`chat ${chatId}`, this.rates.chat],
      [`group ${chatId}`, chatId < 0 ? this.rates.group : undefined],
      ['all', this.rates.all],
    ];
    for (const [key, rate] of counted) {
      const opens = rate === undefined ? undefined : this.opensAt(key, rate, now);
      if (opens === undefined) continue;
      const retryAfter = Math.max(1, Math.ceil((opens - now) / 1000));
      this.close(key === 'all' ? 'all' : `chat ${chatId}`, retryAfter);
      return { retryAfter, early: false };
    }
    for (const [key, rate] of counted) {
      if (rate !== undefined) this.sent.set(key, [...(this.sent.get(key) ?? []), now]);
    }
    return undefined;
  }

  private opensAt(key: string, rate: Rate, now: number): number | undefined {
    const recent = (this.sent.get(key) ?? []).filter((at) => at > now - rate.perMs);
    this.sent.set(key, recent);
    return recent.length < rate.count ? undefined : recent.at(-rate.count)! + rate.perMs;
  }
}

/** Where a 429 that answers this call closes the door. */
export function scopeOf(chatId: number | undefined, method: string): string {
  return chatId === undefined ? `method ${method}` : `chat ${chatId}`;
}

function scopesOf(chatId: number | undefined, method: string): string[] {
  return isSending(method) ? [scopeOf(chatId, method), 'all'] : [scopeOf(chatId, method)];
}

function isSending(method: string): boolean {
  return /^(send|edit|copy|forward|delete|set)Message|^send/.test(method);
}
