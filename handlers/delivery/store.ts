import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NianjianError } from '../../src/errors.js';
import type { Log } from '../../src/log.js';
import { backOffMs, sleep } from './fault.js';
import { Level } from './level.js';
import { codeOf, reasonOf } from './level-reading.js';

export interface StoreOptions {
  /** Exists; the store makes its own folder in it. */
  readonly dataDir: string;
  readonly log: Log;
  /** Every record there should be: written anew where a store in use turned out to be damaged. */
  readonly everything: () => Iterable<readonly [string, string]>;
}

/**
 * Records on disk, by key: written in groups, each group whole or not at all. Whatever is written
 * while a group is on its way goes with the next, so that a hundred updates cost one wait for the
 * disk. Of one process alone.
 */
export class Store {
  /** As they were found. */
  readonly found: ReadonlyMap<string, string>;
  private readonly options: StoreOptions;
  private level: Level;
  private readonly closing = new AbortController();
  /** Null removes. */
  private pending = new Map<string, string | null>();
  private durable = false;
  private waiting: (() => void)[] = [];
  private writing: Promise<void> | undefined;
  private failing = false;

  /**
   * @throws NianjianError `data-held` where another bot works in the folder, `data-unwritable`
   */
  static async open(options: StoreOptions): Promise<Store> {
    const { dataDir, log } = options;
    const opened = await Level.open(join(dataDir, 'journal'), log).catch(async (cause) => {
      if (codeOf(cause) === 'LEVEL_LOCKED') {
        const { pid, since } = await holderOf(dataDir);
        throw new NianjianError('data-held', { dir: dataDir, pid, since }, {}, { cause });
      }
      throw new NianjianError('data-unwritable', { dir: dataDir, reason: reasonOf(cause) });
    });
    try {
      const holder = { pid: process.pid, since: new Date().toISOString() };
      await writeFile(join(dataDir, 'bot.json'), `${JSON.stringify(holder)}\n`);
    } catch (cause) {
      await opened.level.close();
      throw new NianjianError('data-unwritable', { dir: dataDir, reason: reasonOf(cause) });
    }
    return new Store(options, opened.level, opened.records);
  }

  private constructor(options: StoreOptions, level: Level, found: ReadonlyMap<string, string>) {
    this.options = options;
    this.level = level;
    this.found = found;
  }

  /** False while the disk takes nothing; what is to be written waits. */
  get healthy(): boolean {
    return !this.failing;
  }

  /** Goes with the next group. Without a wait for the disk it outlives the process, not the power. */
  put(key: string, value: string | null): void {
    this.pending.set(key, value);
  }

  /**
   * Resolves when all that was put is written; with `durable`, when it would outlive a power cut.
   * Never rejects: where the disk takes nothing, it goes on trying.
   */
  flush(durable = false): Promise<void> {
    this.durable ||= durable;
    const written = new Promise<void>((resolve) => this.waiting.push(resolve));
    this.writing ??= this.write().finally(() => {
      this.writing = undefined;
    });
    return written;
  }

  /** Writes what is pending, as far as the disk takes it within the time. */
  async close(timeoutMs = 1000): Promise<void> {
    const done = new AbortController();
    await Promise.race([this.flush(true), sleep(timeoutMs, done.signal)]);
    done.abort();
    this.closing.abort();
    await this.writing;
    await this.level.close();
  }

  private async write(): Promise<void> {
    while (this.waiting.length > 0) {
      const { pending, durable, waiting } = this;
      this.pending = new Map();
      this.durable = false;
      this.waiting = [];
      await this.persist(pending, durable);
      for (const tell of waiting) tell();
    }
  }

  private async persist(changes: ReadonlyMap<string, string | null>, sync: boolean): Promise<void> {
    const { log } = this.options;
    for (let attempt = 0; !this.closing.signal.aborted || attempt === 0; attempt++) {
      try {
        if (attempt > 0) await this.reopen();
        await this.level.write(changes, sync);
        if (this.failing) log.info('journal-writable-again');
        this.failing = false;
        return;
      } catch (error) {
        const reason = reasonOf(error);
        if (!this.failing) log.error('journal-unwritable', { reason, message: unwritable });
        this.failing = true;
        await sleep(Math.min(backOffMs(attempt), 5000), this.closing.signal);
      }
    }
  }

  /** After a failed write LevelDB's log may end in half a record: what followed it would be lost. */
  private async reopen(): Promise<void> {
    const { dataDir, log, everything } = this.options;
    await this.level.close();
    const { level, damaged } = await Level.open(join(dataDir, 'journal'), log);
    this.level = level;
    if (damaged) await level.write(new Map(everything()), true);
  }
}

const unwritable =
  'The journal takes nothing: check disk space and write access to DATA_DIR. No update is confirmed until it does.';

async function holderOf(
  dataDir: string,
): Promise<{ readonly pid: string | number; readonly since: string }> {
  try {
    const text = await readFile(join(dataDir, 'bot.json'), 'utf8');
    const { pid, since } = JSON.parse(text) as { pid: number; since: string };
    return { pid, since };
  } catch {
    return { pid: '?', since: '?' };
  }
}
