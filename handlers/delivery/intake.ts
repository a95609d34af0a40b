import type { Log } from '../../src/log.js';
import { sleep } from './fault.js';
import type { Entry, Identified, Journal } from './journal.js';
import { Lanes } from './lanes.js';
import type { Metrics } from './metrics.js';
import { Quarantine } from './quarantine.js';

/** Updates waiting or worked on. */
const limits = Object.freeze({
  /** More than so many in one chat, and it is told that it is too fast. */
  chat: 200,
  /** What is kept of a chat beyond that, while there is room. */
  patientChat: 1000,
  /** From here on no chat is kept more of than is its due. */
  crowded: 5000,
  /** From here on nothing is taken in. */
  all: 20_000,
});

/** After so much an update is taken for what ends the process, and set aside. */
const patience = Object.freeze({
  /** Ends of the process in a row while it was begun alone. */
  fatal: 3,
  /** Runs that sent a message of it again. A process that is killed often does so to any. */
  doubted: 10,
});

export interface IntakeOptions {
  readonly journal: Journal;
  readonly log: Log;
  readonly metrics: Metrics;
  /** The chat (or person) whose order an update belongs to. */
  readonly laneOf: (update: unknown) => string;
  /** For the log. */
  readonly kindOf: (update: unknown) => string;
  readonly handle: (entry: Entry) => Promise<void>;
  /** Told of the update that made its chat's queue too long; once until the queue is half empty. */
  readonly onFlood: (update: unknown) => void;
  /** Told of an update that is set aside, for it ended the process again and again. */
  readonly onSetAside: (update: unknown) => void;
  /** Nothing is marked as done after this: it may have been cut off. */
  readonly ending: AbortSignal;
}

/** Takes updates in, each only once, and works them off chat by chat. */
export class Intake {
  private readonly options: IntakeOptions;
  private readonly lanes: Lanes;
  private readonly flooding = new Set<string>();
  private quarantine = new Quarantine(0, Promise.resolve());
  private lastTurn: Promise<void> = Promise.resolve();

  constructor(options: IntakeOptions) {
    this.options = options;
    this.lanes = new Lanes({
      onError: (error) => options.log.error('update-failed', { name: (error as Error)?.name }),
    });
  }

  get size(): number {
    return this.lanes.size;
  }

  /** Nothing more should be taken in. */
  get full(): boolean {
    return this.lanes.size >= limits.all;
  }

  /** Resolves when the updates are safe, and may be confirmed. */
  async take(updates: readonly Identified[]): Promise<void> {
    const { journal, metrics } = this.options;
    const entries = await journal.accept(updates);
    metrics.updates.inc(entries.length);
    metrics.repeated.inc(updates.length - entries.length);
    for (const entry of entries) this.admit(entry);
  }

  /**
   * Takes up what an earlier run left in the journal. What was in hand then begins first, one by
   * one, once `ready` resolves; all else waits for that.
   */
  resume(ready: Promise<unknown> = Promise.resolve()): void {
    const { journal, log, metrics } = this.options;
    for (const entry of journal.open) if (isPoison(entry)) this.setAside(entry);
    const { open } = journal;
    const inDoubt = open.filter(({ state }) => state === 'sending');
    metrics.inDoubt.inc({ why: 'restart' }, inDoubt.length);
    // Perhaps answered already: nobody can know.
    for (const { id } of inDoubt) log.warn('answer-in-doubt', { update: id });
    const inHand = open.filter(({ state }) => state !== 'received').length;
    this.quarantine = new Quarantine(inHand, ready);
    for (const entry of open) this.push(entry, entry.state === 'received' ? 'waited' : 'in-hand');
    if (open.length > 0) log.info('resumed', { updates: open.length, inDoubt: inDoubt.length });
  }

  /** Resolves when another batch may come. */
  async room(signal: AbortSignal): Promise<void> {
    while (this.full && !signal.aborted) await sleep(50, signal);
  }

  /** Begins nothing more, and waits for what has begun. False when the time is up first. */
  finish(timeoutMs: number): Promise<boolean> {
    this.lanes.pause();
    this.quarantine.close();
    return this.lanes.idle(timeoutMs);
  }

  private admit(entry: Entry): void {
    const { journal, laneOf, onFlood, log, metrics } = this.options;
    const lane = laneOf(entry.update);
    const waiting = this.lanes.sizeOf(lane);
    if (waiting < limits.chat / 2) this.flooding.delete(lane);
    if (waiting >= limits.chat && !this.flooding.has(lane)) {
      this.flooding.add(lane);
      log.warn('chat-floods', { update: entry.id });
      onFlood(entry.update);
    }
    const most = this.lanes.size < limits.crowded ? limits.patientChat : limits.chat;
    if (waiting < most) {
      this.push(entry, 'new');
      return;
    }
    journal.done(entry.id);
    metrics.dropped.inc({ why: 'flood' });
    log.warn('update-dropped', { update: entry.id, waiting });
  }

  /**
   * Answers are worked out one to a turn of the event loop: between them acknowledgements are read,
   * so that no more is in doubt than is on its way.
   */
  private turn(): Promise<void> {
    this.lastTurn = this.lastTurn.then(() => new Promise((resolve) => setImmediate(resolve)));
    return this.lastTurn;
  }

  private push(entry: Entry, from: 'new' | 'waited' | 'in-hand'): void {
    const { journal, laneOf, handle, ending } = this.options;
    const work = async () => {
      try {
        await handle(entry);
      } finally {
        if (!ending.aborted) journal.done(entry.id);
      }
    };
    this.lanes.push(laneOf(entry.update), async () => {
      if (from === 'in-hand') return this.alone(entry, work);
      if (!(await this.quarantine.over)) return;
      await this.turn();
      journal.answering(entry.id);
      // What may have ended a process before it was noted is noted for certain.
      if (from === 'waited') await journal.written();
      await work();
    });
  }

  private async alone({ id }: Entry, work: () => Promise<void>): Promise<void> {
    const { quarantine } = this;
    const { leave } = await quarantine.enter();
    if (quarantine.isClosed) return leave();
    const { past } = await this.options.journal.alone(id);
    const working = work();
    await quarantine.watch(working, past);
    this.options.journal.harmless(id);
    leave();
    await working;
  }

  private setAside({ id, update, fatal, doubted }: Entry): void {
    const { journal, log, metrics, kindOf, onSetAside } = this.options;
    journal.done(id);
    metrics.dropped.inc({ why: 'set-aside' });
    log.error('update-set-aside', { update: id, kind: kindOf(update), fatal, doubted });
    onSetAside(update);
  }
}

function isPoison({ state, fatal, doubted }: Entry): boolean {
  return fatal >= patience.fatal || (state === 'sending' && doubted >= patience.doubted);
}
