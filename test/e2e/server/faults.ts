import type { Call } from './journal.js';

export type Fault =
  /** Not handled. Closes the chat (or all sending, or, without a chat, the method) for the time. */
  | { readonly status: 429; readonly retryAfter: number; readonly scope?: 'chat' | 'all' }
  /** Not handled unless `handled`. Without `body`, JSON as Telegram writes it. */
  | {
      readonly status: number;
      readonly description?: string;
      readonly body?: string;
      readonly handled?: boolean;
    }
  /** The link is cut, before or after the call is handled. */
  | { readonly drop: 'before' | 'after' }
  /** Handled at once, or only then with `handle: 'late'`, and answered so much later. */
  | { readonly delayMs: number; readonly handle?: 'at once' | 'late' }
  /** Handled; HTTP says all is well, the JSON text ends in its middle. */
  | { readonly torn: true };

export interface Match {
  readonly method?: string | readonly string[];
  readonly chat?: number | { readonly id: number };
  readonly where?: (call: Call) => boolean;
}

export interface Times {
  /** Default 1; with Infinity it lasts until `stop()`. */
  readonly times?: number;
  /** So many matching calls pass first. Default 0. */
  readonly after?: number;
}

/** A fault, or a function that picks one for each call; undefined lets the call pass. */
export type FaultSource = Fault | ((call: Call) => Fault | undefined);

export interface Trouble {
  /** Calls it has met. */
  readonly calls: readonly Call[];
  stop(): void;
}

/** The faults that a test has asked for; the first that matches a call meets it. */
export class Faults {
  private rules: ((call: Call) => Fault | undefined)[] = [];

  add(match: Match, source: FaultSource, { times = 1, after = 0 }: Times = {}): Trouble {
    const calls: Call[] = [];
    let toPass = after;
    const rule = (call: Call) => {
      if (calls.length >= times || !matches(match, call)) return undefined;
      if (toPass-- > 0) return undefined;
      const fault = typeof source === 'function' ? source(call) : source;
      if (fault !== undefined) calls.push(call);
      return fault;
    };
    this.rules.push(rule);
    return {
      calls,
      stop: () => {
        this.rules = this.rules.filter((other) => other !== rule);
      },
    };
  }

  meet(call: Call): Fault | undefined {
    for (const rule of this.rules) {
      const fault = rule(call);
      if (fault !== undefined) return fault;
    }
    return undefined;
  }
}

function matches({ method, chat, where }: Match, call: Call): boolean {
  const methods = typeof method === 'string' ? [method] : method;
  const chatId = typeof chat === 'number' ? chat : chat?.id;
  return (
    (methods === undefined || methods.includes(call.method)) &&
    (chatId === undefined || chatId === call.chatId) &&
    (where === undefined || where(call))
  );
}
