import type { Message, Update } from '@grammyjs/types';
import type { ApiAnswer } from './client.js';

/** Where a bot calls, and as whom. */
export interface Account {
  readonly apiRoot: string;
  readonly token: string;
}

/**
 * The smallest echo bot that loses nothing: one queue a chat, answers remembered by update,
 * `retry_after` obeyed, faults of server and link met by a second try. An answer whose
 * acknowledgement never came is sent again; a torn one came with 200 and was handled.
 */
export class CarefulBot {
  private readonly telegram: Account;
  private readonly answered: Set<number>;
  private readonly queues = new Map<number, Promise<void>>();
  private readonly leaving = new AbortController();
  private running: Promise<void> | undefined;

  /** `answered` outlives the bot: the update ids it has dealt with. */
  constructor(telegram: Account, answered = new Set<number>()) {
    this.telegram = telegram;
    this.answered = answered;
  }

  start(): this {
    this.running = this.poll();
    return this;
  }

  async stop(): Promise<void> {
    this.leaving.abort();
    await this.running;
    await Promise.all(this.queues.values());
  }

  private async poll(): Promise<void> {
    let offset = 0;
    while (!this.leaving.signal.aborted) {
      const answer = await this.call('getUpdates', { offset, timeout: 50 });
      const good = answer !== undefined && answer !== 'torn' && answer.ok;
      const updates = good ? (answer.result as Update[]) : [];
      // A server without long polls answers at once.
      if (updates.length === 0 && !this.leaving.signal.aborted) await sleep(10);
      for (const update of updates) {
        offset = update.update_id + 1;
        if (update.message !== undefined && !this.answered.has(update.update_id)) {
          this.answered.add(update.update_id);
          this.enqueue(update.message);
        }
      }
    }
  }

  private enqueue(message: Message): void {
    const { id } = message.chat;
    const before = this.queues.get(id) ?? Promise.resolve();
    this.queues.set(
      id,
      before.then(() => this.reply(message)),
    );
  }

  private async reply(message: Message): Promise<void> {
    const text = (message.text ?? '').replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    const reply_parameters = { message_id: message.message_id };
    const params = { chat_id: message.chat.id, text, parse_mode: 'HTML', reply_parameters };
    for (;;) {
      const answer = await this.call('sendMessage', params);
      if (
        answer === 'torn' ||
        (answer !== undefined && (answer.ok || isFinal(answer.error_code)))
      ) {
        return;
      }
      const seconds = answer?.ok === false ? (answer.parameters?.retry_after ?? 0) : 0;
      await sleep(seconds * 1000 + 5);
    }
  }

  /** Undefined when the link was cut. */
  private async call(method: string, params: object): Promise<ApiAnswer | 'torn' | undefined> {
    try {
      const response = await fetch(`${this.telegram.apiRoot}/bot${this.telegram.token}/${method}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(params),
        ...(method === 'getUpdates' ? { signal: this.leaving.signal } : {}),
      });
      const body = await response.text();
      try {
        return JSON.parse(body) as ApiAnswer;
      } catch {
        return response.ok ? 'torn' : undefined;
      }
    } catch {
      return undefined;
    }
  }
}

function isFinal(code: number): boolean {
  return code < 500 && code !== 429;
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
