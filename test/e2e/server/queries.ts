import type { InlineQueryResult, InlineQueryResultsButton } from '@grammyjs/types';
import type { Clock } from './clock.js';
import { badRequest } from './refusal.js';

export interface CallbackAnswer {
  readonly text: string;
  readonly showAlert: boolean;
  readonly url: string;
}

export interface InlineAnswer {
  readonly results: readonly InlineQueryResult[];
  readonly nextOffset: string;
  /** Seconds. */
  readonly cacheTime: number;
  readonly isPersonal: boolean;
  readonly button: InlineQueryResultsButton | undefined;
}

/** Questions of one kind that wait for the bot: each is answered once and in time, or never. */
export class PendingQueries<Answer> {
  private readonly asked = new Map<string, { readonly at: number; answer: Answer | undefined }>();
  private readonly clock: Clock;
  private readonly patienceMs: number;
  private nextId: bigint;

  constructor(clock: Clock, patienceMs: number, firstId: bigint) {
    this.clock = clock;
    this.patienceMs = patienceMs;
    this.nextId = firstId;
  }

  open(): string {
    const id = String(this.nextId++);
    this.asked.set(id, { at: this.clock.now(), answer: undefined });
    return id;
  }

  /** Throws when there is no such query, it was answered before, or its time has passed. */
  assertOpen(id: string): void {
    const query = this.asked.get(id);
    if (
      query === undefined ||
      query.answer !== undefined ||
      this.clock.now() - query.at > this.patienceMs
    ) {
      throw badRequest('query is too old and response timeout expired or query ID is invalid');
    }
  }

  close(id: string, answer: Answer): void {
    this.assertOpen(id);
    this.asked.get(id)!.answer = answer;
  }

  answerTo(id: string): Answer | undefined {
    return this.asked.get(id)?.answer;
  }
}
