import { STATUS_CODES } from 'node:http';
import type { Clock } from './clock.js';
import type { Fault, Faults } from './faults.js';
import { type Flood, scopeOf } from './flood.js';
import type { Call, Journal, MethodName, OpenCall, Outcome } from './journal.js';
import type { MethodTable } from './methods/table.js';
import { notFound, Refusal, tooManyRequests } from './refusal.js';
import { type Payload, toArguments } from './request.js';
import type { World } from './world.js';

export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
  readonly type?: string;
}

export interface ExchangeOptions {
  readonly world: World;
  readonly methods: MethodTable;
  readonly journal: Journal;
  readonly faults: Faults;
  readonly flood: Flood;
  readonly clock: Clock;
}

/** Takes a call from its parameters to what goes back over the wire, faults included. */
export class Exchange {
  private readonly options: ExchangeOptions;
  private readonly byLowerCase: ReadonlyMap<string, MethodName>;

  constructor(options: ExchangeOptions) {
    this.options = options;
    const names = Object.keys(options.methods) as MethodName[];
    this.byLowerCase = new Map(names.map((name) => [name.toLowerCase(), name]));
  }

  /** Cut: the link is to be closed without an answer. */
  async answer(method: string, payload: Payload, gone: AbortSignal): Promise<HttpAnswer | 'cut'> {
    const call = this.begin(method, payload, 'http');
    const { journal } = this.options;
    const fault = this.meet(call);
    if (fault !== undefined && 'drop' in fault && fault.drop === 'before') {
      journal.end(call, { kind: 'lost' });
      journal.answered(call, 'cut');
      return 'cut';
    }
    if (fault !== undefined && 'delayMs' in fault && fault.handle === 'late') {
      await this.pause(fault.delayMs, gone);
    }
    const outcome = await this.handle(call, payload, gone, fault);
    journal.end(call, outcome);
    if (fault !== undefined && 'delayMs' in fault && fault.handle !== 'late') {
      await this.pause(fault.delayMs, gone);
    }
    if (gone.aborted || (fault !== undefined && 'drop' in fault)) {
      journal.answered(call, 'cut');
      return 'cut';
    }
    journal.answered(call, fault !== undefined && 'torn' in fault ? 'torn' : 'whole');
    return wire(outcome, fault);
  }

  /** A method named in the answer to a webhook request; meets no faults. */
  async execute({ method, ...params }: Readonly<Record<string, unknown>>): Promise<void> {
    const payload: Payload = { args: toArguments(params), files: new Map() };
    const call = this.begin(String(method), payload, 'webhook');
    const never = new AbortController().signal;
    const { journal } = this.options;
    journal.end(call, await this.handle(call, payload, never, undefined));
    journal.answered(call, 'whole');
  }

  private begin(method: string, payload: Payload, via: Call['via']): OpenCall {
    const name = this.byLowerCase.get(method.toLowerCase()) ?? method;
    const known = this.options.methods[name as MethodName]?.parameters;
    const unknown = Object.keys(payload.args).filter((parameter) => !known?.has(parameter));
    return this.options.journal.begin(name, payload, via, known === undefined ? [] : unknown);
  }

  /** An open `retry_after` goes before any fault, so that a fault is not spent on it. */
  private meet(call: OpenCall): Fault | undefined {
    const { flood, faults } = this.options;
    const verdict = flood.check(call.chatId, call.method);
    if (verdict !== undefined) {
      call.early = verdict.early;
      return { status: 429, retryAfter: verdict.retryAfter };
    }
    const fault = faults.meet(call);
    if (fault !== undefined && 'retryAfter' in fault) {
      const scope = fault.scope === 'all' ? 'all' : scopeOf(call.chatId, call.method);
      flood.close(scope, fault.retryAfter);
    }
    return fault;
  }

  private async handle(
    call: Call,
    payload: Payload,
    gone: AbortSignal,
    fault: Fault | undefined,
  ): Promise<Outcome> {
    try {
      if (fault !== undefined && 'status' in fault) {
        if ('retryAfter' in fault) throw tooManyRequests(fault.retryAfter);
        if (!('handled' in fault && fault.handled)) throw failure(fault.status, fault);
      }
      const method = this.options.methods[call.method as MethodName];
      if (method === undefined) throw notFound();
      const { world } = this.options;
      const result = await method.call(payload.args, { world, files: payload.files, gone });
      return { kind: 'ok', result };
    } catch (error) {
      if (error instanceof Refusal) return { kind: 'refused', error: error.body };
      throw error;
    }
  }

  private pause(ms: number, gone: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.options.clock.after(ms, resolve);
      gone.addEventListener('abort', () => {
        cancel();
        resolve();
      });
    });
  }
}

function failure(status: number, { description }: { readonly description?: string }): Refusal {
  return new Refusal(status, description ?? STATUS_CODES[status] ?? 'Error');
}

function wire(outcome: Outcome, fault: Fault | undefined): HttpAnswer {
  const { status, body } = plain(outcome);
  if (fault !== undefined && 'torn' in fault) {
    return { status, body: body.slice(0, Math.max(1, Math.floor(body.length / 2))) };
  }
  if (fault === undefined || !('status' in fault) || 'retryAfter' in fault) return { status, body };
  if (fault.body !== undefined) {
    return { status: fault.status, body: fault.body, type: 'text/html' };
  }
  // Handled, yet the answer says otherwise.
  if (outcome.kind === 'ok') {
    return { status: fault.status, body: JSON.stringify(failure(fault.status, fault).body) };
  }
  return { status, body };
}

function plain(outcome: Outcome): { status: number; body: string } {
  if (outcome.kind === 'ok') {
    return { status: 200, body: JSON.stringify({ ok: true, result: outcome.result }) };
  }
  if (outcome.kind === 'refused') {
    return { status: outcome.error.error_code, body: JSON.stringify(outcome.error) };
  }
  throw new Error(`A call that is ${outcome.kind} has no answer`);
}
