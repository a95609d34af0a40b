import type { Log } from '../../src/log.js';
import type { Call } from './api.js';
import { backOffMs, type Fault, faultOf, sleep } from './fault.js';
import type { Journal } from './journal.js';
import type { Metrics } from './metrics.js';
import { type Rates, Turnstile } from './rates.js';

export interface SenderOptions {
  readonly call: Call;
  readonly log: Log;
  readonly rates: Rates;
  readonly journal: Pick<Journal, 'sending' | 'done'>;
  readonly metrics: Metrics;
  /** Told when the token is refused: nothing can be sent any more. */
  readonly onRefusedToken: () => void;
  /** Ends waiting; what has not been sent by then rejects. */
  readonly signal: AbortSignal;
}

/** Sent and taken, but what Telegram answered was unreadable: sending again would double it. */
export const acknowledged = Symbol('acknowledged');

export interface CallOptions {
  /** No further try begins once so much time has passed. Default: ten minutes. */
  readonly patienceMs?: number;
  /** The update that this message answers, by its id: never answered again once it is taken. */
  readonly update?: number;
}

/** Patience ran out before Telegram took the call. */
export class TooLate extends Error {
  readonly last: Fault | null;

  constructor(last: Fault | null) {
    super(`too late: ${last?.reason ?? 'no turn came'}`);
    this.name = 'TooLate';
    this.last = last;
  }
}

/**
 * Calls the Bot API until it takes the call or refuses it for good: keeps to the rates, waits out
 * `retry_after`, for that chat alone, tries again after faults of server and link, follows a group
 * that became a supergroup. Callers keep the order within a chat by awaiting.
 */
export class Sender {
  private readonly options: SenderOptions;
  private readonly turnstile: Turnstile;
  /** Ms of the monotonic clock, by chat or method. */
  private readonly closedUntil = new Map<string, number>();

  constructor(options: SenderOptions) {
    this.options = options;
    this.turnstile = new Turnstile(options.rates);
  }

  /** Messages that wait for their turn among all. */
  get waiting(): number {
    return this.turnstile.waiting;
  }

  /**
   * @throws TooLate when patience ran out
   * @throws the refusal, once it is final
   */
  async send(
    method: string,
    payload: Readonly<Record<string, unknown>>,
    { patienceMs = 600_000, update }: CallOptions = {},
  ): Promise<unknown> {
    const { call, log, journal, metrics, signal } = this.options;
    const until = performance.now() + patienceMs;
    const isNew = /^send/.test(method);
    let body = payload;
    let last: Fault | null = null;
    if (patienceMs <= 0) throw new TooLate(last);
    for (let attempt = 0; ; attempt++) {
      const arrived = await this.admission(method, body, until, last);
      if (isNew && update !== undefined) await journal.sending(update);
      try {
        const result = await call(method, body, { signal });
        if (isNew && update !== undefined) journal.done(update);
        return result;
      } catch (error) {
        const fault = faultOf(error);
        last = fault;
        if (fault.kind === 'torn') {
          if (isNew && update !== undefined) journal.done(update);
          return acknowledged;
        }
        if (fault.code === 401) this.options.onRefusedToken();
        if (signal.aborted) throw error;
        if (fault.migratedTo !== undefined && attempt < 5) {
          body = { ...body, chat_id: fault.migratedTo };
          continue;
        }
        if (fault.kind === 'final') throw error;
        if (isNew && fault.inDoubt) metrics.inDoubt.inc({ why: 'link' });
        metrics.retries.inc({ why: whyOf(fault) });
        const waitMs = Math.max(fault.retryAfterMs ?? 0, backOffOf(fault, attempt));
        if (fault.retryAfterMs !== undefined) this.close(gateOf(method, body), waitMs);
        log.warn('call-repeated', {
          method,
          reason: fault.reason,
          waitMs: Math.round(waitMs),
          attempt,
        });
        arrived();
        if (fault.retryAfterMs === undefined) await this.wait(waitMs, until, fault);
      } finally {
        arrived();
      }
    }
  }

  /** Resolves when neither `retry_after` nor a rate holds the call back, with what to call after it. */
  private async admission(
    method: string,
    body: Readonly<Record<string, unknown>>,
    until: number,
    last: Fault | null,
  ): Promise<() => void> {
    const gate = gateOf(method, body);
    const chat = body.chat_id;
    const isMessage = /^(?:send(?!ChatAction)|edit)/.test(method) && chat !== undefined;
    const isGroup = Number(chat) < 0;
    await this.pass(gate, until, last);
    if (!isMessage) return () => {};
    for (let ms = this.turnstile.waitMs(gate, isGroup); ms > 0; ) {
      await this.wait(ms, until, last);
      ms = this.turnstile.waitMs(gate, isGroup);
    }
    // Another call to this chat may have met a 429 before the turn came.
    for (;;) {
      const arrived = await this.turnstile.turn(isGroup);
      if (!this.isClosed(gate)) return arrived;
      arrived();
      await this.pass(gate, until, last);
    }
  }

  private async pass(gate: string, until: number, last: Fault | null): Promise<void> {
    for (;;) {
      const waitMs = (this.closedUntil.get(gate) ?? 0) - performance.now();
      if (waitMs <= 0) break;
      // Timers may fire a little early.
      await this.wait(waitMs + 20, until, last);
    }
    this.closedUntil.delete(gate);
    this.options.signal.throwIfAborted();
  }

  private isClosed(gate: string): boolean {
    return (this.closedUntil.get(gate) ?? 0) > performance.now();
  }

  private close(gate: string, ms: number): void {
    this.closedUntil.set(gate, performance.now() + ms);
  }

  private async wait(ms: number, until: number, last: Fault | null): Promise<void> {
    const { signal } = this.options;
    if (performance.now() + ms > until) throw new TooLate(last);
    await sleep(ms, signal);
    signal.throwIfAborted();
  }
}

/** What a `retry_after` closes. */
function gateOf(method: string, { chat_id: chat }: Readonly<Record<string, unknown>>): string {
  return String(chat ?? method);
}

/** A 429 says itself how long to wait; jitter alone keeps many chats from coming back at once. */
function backOffOf({ retryAfterMs }: Fault, attempt: number): number {
  return retryAfterMs === undefined ? backOffMs(attempt) : retryAfterMs + Math.random() * 100;
}

function whyOf({ code, inDoubt }: Fault): string {
  if (code === 429) return 'flood';
  if (code !== undefined) return 'server';
  return inDoubt ? 'dropped' : 'unreachable';
}
