/** Why a call of the Bot API failed, as far as it can be known. */
export class CallError extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.reason);
    this.name = 'CallError';
    this.fault = fault;
  }
}

export interface Fault {
  /**
   * `torn`: Telegram took the call, but its answer is unreadable. `passing`: worth another try.
   * `final`: refused for good.
   */
  readonly kind: 'torn' | 'passing' | 'final';
  /** Telegram's `error_code`; undefined where no answer of Telegram's came. */
  readonly code: number | undefined;
  /** For the log: never holds what was sent, nor the token. */
  readonly reason: string;
  /** The call may have been carried out although no answer came. */
  readonly inDoubt: boolean;
  readonly retryAfterMs?: number;
  readonly migratedTo?: number;
}

/** What an error of a call means for the next try. Understands telegraf's errors as well. */
export function faultOf(error: unknown): Fault {
  if (error instanceof CallError) return error.fault;
  const { response, name } = error as {
    readonly response?: Refusal & { readonly error_code?: number };
    readonly name?: string;
  };
  if (response?.error_code !== undefined) return refusal(response.error_code, response);
  return { kind: 'final', code: undefined, reason: name ?? 'Error', inDoubt: false };
}

export interface Refusal {
  readonly description?: string | undefined;
  readonly parameters?:
    | { readonly retry_after?: number; readonly migrate_to_chat_id?: number }
    | undefined;
}

/** What Telegram's own refusal means. */
export function refusal(code: number, { description = '', parameters }: Refusal): Fault {
  const fault = { code, reason: `${code} ${description}`.trim(), inDoubt: false };
  if (code === 429) {
    return {
      ...fault,
      kind: 'passing',
      retryAfterMs: Math.max(1, parameters?.retry_after ?? 1) * 1000,
    };
  }
  const migratedTo = parameters?.migrate_to_chat_id;
  if (migratedTo !== undefined) return { ...fault, kind: 'final', migratedTo };
  // A gateway may have given up on a call that Telegram carried out.
  return code >= 500 ? { ...fault, kind: 'passing', inDoubt: true } : { ...fault, kind: 'final' };
}

/** Why an answer can reach nobody, or null where the refusal is about something else. */
export function whyUndeliverable({ code, reason }: Fault): Undeliverable | null {
  return undeliverable.find((rule) => rule.code === code && rule.says.test(reason))?.why ?? null;
}

export type Undeliverable = (typeof undeliverable)[number]['why'];

/** None of these passes by trying again: the answer is dropped, and no apology is due either. */
const undeliverable = [
  { code: 403, says: /blocked by the user|user is deactivated/i, why: 'blocked' },
  { code: 403, says: /./, why: 'not-in-chat' },
  {
    code: 400,
    says: /chat not found|PEER_ID_INVALID|group chat was deactivated/i,
    why: 'chat-gone',
  },
  {
    code: 400,
    says: /TOPIC_CLOSED|TOPIC_DELETED|message thread not found/i,
    why: 'topic-closed',
  },
  {
    code: 400,
    says: /not enough rights|CHAT_WRITE_FORBIDDEN|CHAT_RESTRICTED|have no rights/i,
    why: 'not-allowed',
  },
  {
    code: 400,
    says: /message to edit not found|message can't be edited|MESSAGE_ID_INVALID/i,
    why: 'message-gone',
  },
] as const;

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
