import type { Log } from '../../src/log.js';

/** The Bot API as this folder sees it: rejects with telegraf's or node-fetch's errors. */
export type Call = (
  method: string,
  payload: Readonly<Record<string, unknown>>,
  signal?: AbortSignal,
) => Promise<unknown>;

export interface SenderOptions {
  readonly call: Call;
  readonly log: Log;
  /** Messages a second in all. */
  readonly ratePerSecond: number;
  /** Ends waiting; what has not been sent by then rejects. */
  readonly signal: AbortSignal;
}

/** Sent and taken, but what Telegram answered was unreadable: sending again would double it. */
export const acknowledged = Symbol('acknowledged');

export interface CallOptions {
  /** No further try begins once so much time has passed. Default: ten minutes. */
  readonly patienceMs?: number;
}

/**
 * Calls the Bot API until it takes the call or refuses it for good: waits out `retry_after`, for
 * that chat alone, tries again after faults of server and link, follows a group that became a
 * supergroup. Callers keep the order within a chat by awaiting.
 */
export class Sender {
  private readonly options: SenderOptions;
  /** Ms of the monotonic clock, by chat or method. */
  private readonly closedUntil = new Map<string, number>();
  private nextSlot = 0;

  constructor(options: SenderOptions) {
    this.options = options;
  }

  /** @throws the refusal, once it is final */
  async send(
    method: string,
    payload: Readonly<Record<string, unknown>>,
    { patienceMs = 600_000 }: CallOptions = {},
  ): Promise<unknown> {
    const { call, log, signal } = this.options;
    const began = performance.now();
    let body = payload;
    for (let attempt = 0; ; attempt++) {
      const gate = String(body.chat_id ?? method);
      await this.passGate(gate, patienceMs - (performance.now() - began));
      if (/^send/.test(method)) await this.takeSlot();
      try {
        return await call(method, body, signal);
      } catch (error) {
        const fault = faultOf(error);
        if (fault.kind === 'torn') return acknowledged;
        if (fault.migratedTo !== undefined && attempt < 5) {
          body = { ...body, chat_id: fault.migratedTo };
          continue;
        }
        const waitMs = fault.retryAfterMs ?? backOffMs(attempt);
        if (fault.retryAfterMs !== undefined) {
          this.closedUntil.set(gate, performance.now() + waitMs);
        }
        const late = performance.now() + waitMs - began > patienceMs;
        if (fault.kind === 'final' || late || signal.aborted) throw error;
        log.warn('call-repeated', { method, reason: fault.reason, waitMs, attempt });
        if (fault.retryAfterMs === undefined) await sleep(waitMs, signal);
      }
    }
  }

  private async passGate(gate: string, patienceMs: number): Promise<void> {
    for (;;) {
      const waitMs = (this.closedUntil.get(gate) ?? 0) - performance.now();
      if (waitMs <= 0) break;
      if (waitMs > patienceMs) throw new Error(`${gate} is closed for ${Math.ceil(waitMs)} ms`);
      await sleep(waitMs + 20, this.options.signal);
    }
    this.closedUntil.delete(gate);
  }

  private async takeSlot(): Promise<void> {
    const now = performance.now();
    const { ratePerSecond, signal } = this.options;
    // A second's worth may go at once.
    const slot = Math.max(this.nextSlot, now - 1000);
    this.nextSlot = slot + 1000 / ratePerSecond;
    if (slot > now) await sleep(slot - now, signal);
  }
}

export interface Fault {
  readonly kind: 'torn' | 'passing' | 'final';
  readonly code: number | undefined;
  /** For the log: never holds what was sent. */
  readonly reason: string;
  readonly retryAfterMs?: number;
  readonly migratedTo?: number;
}

/** What an error of a call means for the next try. */
export function faultOf(error: unknown): Fault {
  const { response, type, code, name } = error as {
    readonly response?: {
      readonly error_code?: number;
      readonly description?: string;
      readonly parameters?: { readonly retry_after?: number; readonly migrate_to_chat_id?: number };
    };
    readonly type?: string;
    readonly code?: unknown;
    readonly name?: string;
  };
  if (response?.error_code !== undefined) {
    const { error_code: status, description = '', parameters } = response;
    const reason = `${status} ${description}`;
    if (status === 429) {
      const retryAfterMs = (parameters?.retry_after ?? 1) * 1000;
      return { kind: 'passing', code: status, reason, retryAfterMs };
    }
    const migratedTo = parameters?.migrate_to_chat_id;
    if (migratedTo !== undefined) return { kind: 'final', code: status, reason, migratedTo };
    return { kind: status >= 500 ? 'passing' : 'final', code: status, reason };
  }
  const reason = `${name ?? 'Error'} ${String(type ?? code ?? '')}`.trim();
  if (type === 'invalid-json') return { kind: 'torn', code: undefined, reason };
  const link = name === 'FetchError' || name === 'AbortError' || typeof code === 'string';
  return { kind: link ? 'passing' : 'final', code: undefined, reason };
}

/** Doubling from half a second up to 30 s, half of it at random. */
export function backOffMs(attempt: number): number {
  const whole = Math.min(500 * 2 ** attempt, 30_000);
  return whole / 2 + (Math.random() * whole) / 2;
}

/** Resolves early when the signal comes. */
export function sleep(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}
