import { createHash } from 'node:crypto';
import type { Log } from '../../src/log.js';
import { Seen, type Trace } from './seen.js';
import { Store } from './store.js';

/** How far an update has come; one that is done has no entry any more. */
export type State =
  | 'received'
  | 'answering'
  /** A message is on its way: whether it arrived is not known. */
  | 'sending';

export interface Entry {
  readonly id: number;
  /** Order of arrival, over all runs. */
  readonly number: number;
  readonly update: unknown;
  /** When it was sent, as far as is known, else received: ms since the epoch. */
  readonly sentAt: number;
  /** The same moment, ms of the monotonic clock: within a run no clock that is set matters. */
  readonly bornAt: number;
  state: State;
  /** Runs that ended while this was begun alone, and no message of it was on its way. */
  fatal: number;
  /** Runs in which this was taken up again although a message of it was in doubt. */
  doubted: number;
}

export interface JournalOptions {
  /** Exists already. */
  readonly dataDir: string;
  readonly log: Log;
  /** Tells two updates apart that bear the same id. */
  readonly aboutOf: (update: unknown) => string;
  /** How long ago an update that comes in now was sent, as far as is known. Default: 0. */
  readonly ageMsOf?: (update: unknown) => number;
  /** Ms since the epoch. Default: the machine's clock. */
  readonly now?: () => number;
}

/** Every update on disk before it is confirmed, and how far its answer has come. */
export class Journal {
  private readonly store: Store;
  private readonly aboutOf: JournalOptions['aboutOf'];
  private readonly ageMsOf: (update: unknown) => number;
  private readonly now: () => number;
  private readonly seen: Seen;
  /** By update id. */
  private readonly entries: Map<number, Entry>;
  /** Told when a message of the update is on its way, or none is due. */
  private readonly pastAlone = new Map<number, () => void>();
  private nextNumber: number;

  /**
   * Reads what an earlier run left.
   *
   * @throws NianjianError `data-held` where another bot works in the folder, `data-unwritable`
   */
  static async open(options: JournalOptions): Promise<Journal> {
    const { dataDir, log } = options;
    let journal: Journal | undefined;
    const everything = () => journal?.records() ?? [];
    const store = await Store.open({ dataDir, log, everything });
    journal = new Journal(store, options);
    return journal;
  }

  private constructor(
    store: Store,
    { aboutOf, ageMsOf = () => 0, now = Date.now }: JournalOptions,
  ) {
    this.store = store;
    this.aboutOf = aboutOf;
    this.ageMsOf = ageMsOf;
    this.now = now;
    const entries: Entry[] = [];
    const traces: [number, Trace][] = [];
    for (const [key, value] of store.found) {
      const [kind, name] = key.split('!');
      if (kind === 'seen') traces.push([Number(name), JSON.parse(value) as Trace]);
      if (kind !== 'update') continue;
      const { id, at, update } = JSON.parse(value) as Stored;
      const progress = progressOf(store.found.get(`state!${name}`));
      // A clock that was set back since makes nothing older than it is.
      const bornAt = performance.now() - Math.max(0, now() - at);
      entries.push({ id, number: Number(name), update, sentAt: at, bornAt, ...progress });
    }
    entries.sort((a, b) => a.number - b.number);
    this.entries = new Map(entries.map((entry) => [entry.id, entry]));
    this.seen = new Seen(traces, (id, trace) => {
      store.put(`seen!${id}`, trace && JSON.stringify(trace));
    });
    for (const { id, number, update } of entries) this.seen.add(id, this.traceOf(number, update));
    const numbers = [...traces.map(([, { number }]) => number), ...entries.map((e) => e.number)];
    this.nextNumber = numbers.reduce((a, b) => Math.max(a, b), 0) + 1;
  }

  /** Not done with, oldest first. */
  get open(): readonly Entry[] {
    return [...this.entries.values()];
  }

  get size(): number {
    return this.entries.size;
  }

  /** False while the disk takes nothing. */
  get healthy(): boolean {
    return this.store.healthy;
  }

  /**
   * Resolves once all are safe on disk, with those that were not taken in before; later, not with
   * an error, where the disk takes nothing.
   */
  async accept(updates: readonly Identified[]): Promise<readonly Entry[]> {
    const fresh: Entry[] = [];
    for (const update of updates) {
      const { update_id: id } = update;
      const number = this.nextNumber;
      if (this.entries.has(id) || !this.seen.add(id, this.traceOf(number, update))) continue;
      this.nextNumber++;
      const ageMs = this.ageMsOf(update);
      const times = { sentAt: this.now() - ageMs, bornAt: performance.now() - ageMs };
      const entry: Entry = { id, number, update, ...times, ...progressOf() };
      this.entries.set(id, entry);
      this.store.put(keyOf('update', entry), stored(entry));
      fresh.push(entry);
    }
    // One that comes twice at the same moment must not be confirmed before the first is safe.
    await this.store.flush(true);
    return fresh;
  }

  /** Written with whatever is written next: nothing hangs on it. */
  answering(id: number): void {
    this.move(id, 'answering');
  }

  /**
   * Resolves once it is written that the update is begun alone, with what resolves when a message
   * of it is on its way or none is due. Until then the end of the process is laid to the update.
   */
  async alone(id: number): Promise<{ readonly past: Promise<void> }> {
    const entry = this.entries.get(id);
    const past = new Promise<void>((resolve) => this.pastAlone.set(id, resolve));
    if (entry !== undefined) {
      if (entry.state === 'sending') entry.doubted++;
      entry.fatal++;
      this.move(id, 'answering');
      await this.store.flush();
    }
    return { past };
  }

  /** The update was begun alone, and the process lives on. */
  harmless(id: number): void {
    this.pastAlone.delete(id);
    const entry = this.entries.get(id);
    if (entry === undefined || entry.fatal === 0) return;
    entry.fatal = 0;
    this.move(id, entry.state);
  }

  /** Resolves when what was noted would outlive the process. */
  written(): Promise<void> {
    return this.store.flush();
  }

  /** Resolves once it is written, so that what follows is known to be in doubt after a crash. */
  async sending(id: number): Promise<void> {
    const entry = this.entries.get(id);
    if (entry === undefined) return;
    entry.fatal = 0;
    this.move(id, 'sending');
    await this.store.flush();
    this.pastAlone.get(id)?.();
  }

  /** Telegram has the answer, or none is due: from here on nothing is sent for it again. */
  done(id: number): void {
    const entry = this.entries.get(id);
    if (entry === undefined) return;
    this.entries.delete(id);
    this.store.put(keyOf('update', entry), null);
    this.store.put(keyOf('state', entry), null);
    void this.store.flush();
  }

  close(): Promise<void> {
    return this.store.close();
  }

  private move(id: number, state: State): void {
    const entry = this.entries.get(id);
    if (entry === undefined) return;
    entry.state = state;
    this.store.put(keyOf('state', entry), progressText(entry));
  }

  private traceOf(number: number, update: unknown): Trace {
    const hash = createHash('sha1').update(this.aboutOf(update)).digest('base64').slice(0, 8);
    return { number, about: hash };
  }

  private *records(): Iterable<readonly [string, string]> {
    for (const [id, trace] of this.seen.all) yield [`seen!${id}`, JSON.stringify(trace)];
    for (const entry of this.entries.values()) {
      yield [keyOf('update', entry), stored(entry)];
      if (entry.state !== 'received') yield [keyOf('state', entry), progressText(entry)];
    }
  }
}

/** All that is known of an update here. */
export interface Identified {
  readonly update_id: number;
}

interface Stored {
  readonly id: number;
  /** Ms since the epoch. */
  readonly at: number;
  readonly update: unknown;
}

function stored({ id, sentAt, update }: Entry): string {
  return JSON.stringify({ id, at: sentAt, update } satisfies Stored);
}

type Progress = Pick<Entry, 'state' | 'fatal' | 'doubted'>;

function progressOf(text = 'received'): Progress {
  const [state, fatal, doubted] = text.split(' ');
  return { state: state as State, fatal: Number(fatal ?? 0), doubted: Number(doubted ?? 0) };
}

function progressText({ state, fatal, doubted }: Progress): string {
  return fatal + doubted === 0 ? state : `${state} ${fatal} ${doubted}`;
}

function keyOf(kind: 'update' | 'state', { number }: Entry): string {
  return `${kind}!${number}`;
}
