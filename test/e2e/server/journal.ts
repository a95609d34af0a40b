import type { ApiError, ApiMethods } from '@grammyjs/types';
import { type Bell, defaultPatienceMs } from './bell.js';
import type { Clock } from './clock.js';
import type { Arguments, Payload, UploadedFile } from './request.js';

type Methods = ApiMethods<string>;
export type MethodName = keyof Methods;
export type ParametersOf<N extends MethodName> = NonNullable<Parameters<Methods[N]>[0]>;

export type Outcome =
  | { readonly kind: 'open' }
  | { readonly kind: 'ok'; readonly result: unknown }
  | { readonly kind: 'refused'; readonly error: ApiError }
  /** The link was cut before anything was done. */
  | { readonly kind: 'lost' };

/** One call of the bot, as it came and as it went. */
export interface Call<P = Readonly<Record<string, unknown>>> {
  readonly id: number;
  /** In Telegram's spelling; an unknown method as it was written. */
  readonly method: string;
  /** JSON values decoded. */
  readonly params: P;
  /** Names that the method does not know; Telegram ignores them. */
  readonly unknown: readonly string[];
  readonly files: ReadonlyMap<string, UploadedFile>;
  readonly chatId: number | undefined;
  /** `webhook` for a method named in the answer to a webhook request. */
  readonly via: 'http' | 'webhook';
  /** Ms, of the server's clock. */
  readonly startedAt: number;
  readonly endedAt: number | undefined;
  readonly outcome: Outcome;
  /** What the bot got: nothing for a cut link, half a JSON text when torn. */
  readonly answered: 'not yet' | 'whole' | 'torn' | 'cut';
  /** Made before the `retry_after` of an earlier 429 had passed. */
  readonly early: boolean;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
export type OpenCall = Mutable<Call>;

/** Every call in the order in which it came. */
export class Journal {
  readonly all: Call[] = [];
  private readonly bell: Bell;
  private readonly clock: Clock;

  constructor(bell: Bell, clock: Clock) {
    this.bell = bell;
    this.clock = clock;
  }

  begin(method: string, payload: Payload, via: Call['via'], unknown: readonly string[]): OpenCall {
    const params = decoded(payload.args);
    const chatId = typeof params.chat_id === 'number' ? params.chat_id : undefined;
    const call: OpenCall = {
      id: this.all.length + 1,
      method,
      params,
      unknown,
      files: payload.files,
      chatId,
      via,
      startedAt: this.clock.now(),
      endedAt: undefined,
      outcome: { kind: 'open' },
      answered: 'not yet',
      early: false,
    };
    this.all.push(call);
    this.bell.ring();
    return call;
  }

  end(call: OpenCall, outcome: Outcome): void {
    call.outcome = outcome;
    call.endedAt = this.clock.now();
    this.bell.ring();
  }

  /** What went over the wire in the end. */
  answered(call: OpenCall, how: Call['answered']): void {
    call.answered = how;
    this.bell.ring();
  }

  of<N extends MethodName>(method: N): Call<ParametersOf<N>>[] {
    // The parameters were written by the bot; tests read them as the method documents them.
    return this.all.filter((call) => call.method === method) as unknown as Call<ParametersOf<N>>[];
  }

  to(chatId: number): Call[] {
    return this.all.filter((call) => call.chatId === chatId);
  }

  /** Calls that broke a `retry_after`. */
  get early(): Call[] {
    return this.all.filter((call) => call.early);
  }

  refused(): Call[] {
    return this.all.filter((call) => call.outcome.kind === 'refused');
  }

  /** The first call, made already or still to come, that the test accepts; finished or not. */
  until(accept: (call: Call) => boolean, timeoutMs = defaultPatienceMs): Promise<Call> {
    return this.bell.until(() => this.all.find(accept), {
      timeoutMs,
      failure: () => `No such call within ${timeoutMs} ms. Calls made:\n${this.list()}`,
    });
  }

  /** A line a call, the newest 20. */
  list(calls: readonly Call[] = this.all): string {
    return calls.slice(-20).map(line).join('\n') || '(none)';
  }
}

function line({ id, method, params, outcome, answered }: Call): string {
  const end = outcome.kind === 'refused' ? outcome.error.description : outcome.kind;
  const cut = answered === 'whole' ? '' : ` [${answered}]`;
  return `#${id} ${method} ${JSON.stringify(params).slice(0, 200)} -> ${end}${cut}`;
}

function decoded(args: Arguments): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [name, decode(name, value)]),
  );
}

/** Free text is never taken for JSON, whatever it looks like. */
const freeText = new Set([
  'text',
  'caption',
  'description',
  'short_description',
  'next_offset',
  'url',
  'secret_token',
  'callback_query_id',
  'inline_query_id',
  'file_id',
]);

function decode(name: string, value: string): unknown {
  if (freeText.has(name)) return value;
  if (!/^(-?\d{1,15}|true|false|null|[[{][\s\S]*)$/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
