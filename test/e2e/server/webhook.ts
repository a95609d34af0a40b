import type { Update, WebhookInfo } from '@grammyjs/types';
import type { Bell } from './bell.js';
import type { Clock } from './clock.js';
import type { UpdateQueue } from './updates.js';

export interface WebhookSetup {
  readonly url: string;
  readonly secret: string;
  readonly maxConnections: number;
}

export interface Delivery {
  readonly update: Update;
  /** Ms, of the server's clock. */
  readonly at: number;
  /** HTTP status, or undefined when there was no answer. */
  readonly status: number | undefined;
  /** How long the bot took, ms of real time. */
  readonly tookMs: number;
}

export interface WebhookOptions {
  readonly queue: UpdateQueue;
  readonly clock: Clock;
  readonly bell: Bell;
  /** Pause before the n-th repetition (from 1) of a delivery that failed. */
  readonly retryMs: (attempt: number) => number;
  /** How long an answer is waited for, in real time. */
  readonly timeoutMs: number;
  /** A good answer that names a method: it is called, its result told to nobody. */
  readonly onReply: (reply: Readonly<Record<string, unknown>>) => Promise<void>;
}

/**
 * Posts updates to the bot: those of one chat one after another, those of different chats at once,
 * as many as it allows. What was not answered with 2xx is posted again, the rest of its chat waits.
 */
export class Webhook {
  /** Every request made, in order of its end. */
  readonly deliveries: Delivery[] = [];
  private setup: WebhookSetup | undefined;
  private readonly options: WebhookOptions;
  private readonly busy = new Set<string>();
  private readonly attempts = new Map<number, number>();
  private lastError: { readonly date: number; readonly message: string } | undefined;
  private leaving = new AbortController();

  constructor(options: WebhookOptions) {
    this.options = options;
    options.queue.onArrival(() => this.pump());
  }

  get isSet(): boolean {
    return this.setup !== undefined;
  }

  get info(): WebhookInfo {
    const { queue } = this.options;
    const { setup, lastError } = this;
    return {
      url: setup?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: queue.all.length,
      ...(setup === undefined ? {} : { max_connections: setup.maxConnections }),
      ...(lastError === undefined
        ? {}
        : { last_error_date: lastError.date, last_error_message: lastError.message }),
      ...(queue.allowedKinds === undefined
        ? {}
        : {
            allowed_updates: [...queue.allowedKinds] as NonNullable<WebhookInfo['allowed_updates']>,
          }),
    };
  }

  set(setup: WebhookSetup): void {
    this.setup = setup;
    this.lastError = undefined;
    this.pump();
  }

  unset(): void {
    this.setup = undefined;
    this.lastError = undefined;
  }

  /** Posts an update, whether it was delivered before or not; resolves with the HTTP status. */
  async post(update: Update): Promise<number | undefined> {
    if (this.setup === undefined) throw new Error('No webhook is set');
    return this.request(this.setup, update);
  }

  close(): void {
    this.unset();
    this.leaving.abort();
  }

  private pump(): void {
    const { setup } = this;
    if (setup === undefined) return;
    for (const update of this.options.queue.all) {
      if (this.busy.size >= setup.maxConnections) return;
      const lane = laneOf(update);
      if (this.busy.has(lane)) continue;
      this.busy.add(lane);
      void this.deliver(setup, update, lane);
    }
  }

  private async deliver(setup: WebhookSetup, update: Update, lane: string): Promise<void> {
    const status = await this.request(setup, update);
    const free = () => {
      this.busy.delete(lane);
      this.pump();
    };
    if (status !== undefined && status >= 200 && status < 300) {
      this.attempts.delete(update.update_id);
      this.options.queue.forget([update]);
      free();
      return;
    }
    const attempt = (this.attempts.get(update.update_id) ?? 0) + 1;
    this.attempts.set(update.update_id, attempt);
    this.options.clock.after(this.options.retryMs(attempt), free);
  }

  private async request(setup: WebhookSetup, update: Update): Promise<number | undefined> {
    const { clock, timeoutMs, onReply } = this.options;
    const started = performance.now();
    let status: number | undefined;
    try {
      const response = await fetch(setup.url, {
        method: 'POST',
        redirect: 'manual',
        headers: {
          'content-type': 'application/json',
          ...(setup.secret === '' ? {} : { 'x-telegram-bot-api-secret-token': setup.secret }),
        },
        body: JSON.stringify(update),
        signal: AbortSignal.any([AbortSignal.timeout(timeoutMs), this.leaving.signal]),
      });
      const body = await response.text();
      status = response.status;
      if (response.ok) {
        const reply = methodNamed(body);
        if (reply !== undefined) await onReply(reply);
      } else {
        const words = `${status} ${response.statusText}`;
        this.fail(`Wrong response from the webhook: ${words}`);
      }
    } catch (error) {
      this.fail(
        (error as Error).name === 'TimeoutError' ? 'Read timeout expired' : 'Connection refused',
      );
    }
    const tookMs = performance.now() - started;
    this.deliveries.push({ update, at: clock.now(), status, tookMs });
    this.options.bell.ring();
    return status;
  }

  private fail(message: string): void {
    this.lastError = { date: Math.floor(this.options.clock.now() / 1000), message };
  }
}

/** Updates of one lane keep their order. */
function laneOf(update: Update): string {
  const message =
    update.message ??
    update.edited_message ??
    update.channel_post ??
    update.edited_channel_post ??
    update.callback_query?.message ??
    update.my_chat_member ??
    update.chat_member;
  const from = update.inline_query?.from ?? update.chosen_inline_result?.from;
  return String(message?.chat?.id ?? from?.id ?? update.callback_query?.from?.id ?? 'other');
}

function methodNamed(body: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const reply: unknown = JSON.parse(body);
    if (typeof reply !== 'object' || reply === null || !('method' in reply)) return undefined;
    return reply as Record<string, unknown>;
  } catch {
    return undefined;
  }
}
