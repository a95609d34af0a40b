import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ClassicLevel } from 'classic-level';
import { NianjianError } from '../../src/errors.js';
import type { Log } from '../../src/log.js';
import { backOffMs, sleep } from './fault.js';

export interface StoreOptions {
  /** Exists; the store makes its own folder in it. */
  readonly dataDir: string;
  readonly log: Log;
  /** Every record there should be: written anew where a store in use turned out to be damaged. */
  readonly everything: () => Iterable<readonly [string, string]>;
}

/** A megabyte is written before tables are: the store stays at a few of them. */
const levelOptions = { writeBufferSize: 1 << 20, maxFileSize: 1 << 20 } as const;

/**
 * Records on disk, by key: written in groups, each group whole or not at all. Whatever is written
 * while a group is on its way goes with the next, so that a hundred updates cost one wait for the
 * disk. Of one process alone. A record carries a checksum, for LevelDB checks none on reading.
 */
export class Store {
  /** As they were found. */
  readonly found: ReadonlyMap<string, string>;
  private readonly options: StoreOptions;
  private db: Level;
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
    const opened = await openLevel(join(dataDir, 'journal'), log).catch(async (cause) => {
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
      await opened.db.close();
      throw new NianjianError('data-unwritable', { dir: dataDir, reason: reasonOf(cause) });
    }
    return new Store(options, opened.db, opened.records);
  }

  private constructor(options: StoreOptions, db: Level, found: ReadonlyMap<string, string>) {
    this.options = options;
    this.db = db;
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
    await this.db.close();
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
        if (changes.size > 0) await this.db.batch([...changes].map(toOperation), { sync });
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
    await this.db.close();
    const { db, damaged } = await openLevel(join(dataDir, 'journal'), log);
    this.db = db;
    if (!damaged) return;
    const operations = [...everything()].map(toOperation);
    if (operations.length > 0) await db.batch(operations, { sync: true });
  }
}

type Level = ClassicLevel<string, string>;

const unwritable =
  'The journal takes nothing: check disk space and write access to DATA_DIR. No update is confirmed until it does.';

function toOperation([key, value]: readonly [string, string | null]) {
  return value === null
    ? { type: 'del' as const, key }
    : { type: 'put' as const, key, value: seal(key, value) };
}

interface Opened {
  readonly db: Level;
  readonly records: ReadonlyMap<string, string>;
  readonly damaged: boolean;
}

/** A damaged store is set aside as it is; what can be read of it goes into the new one. */
async function openLevel(folder: string, log: Log): Promise<Opened> {
  let damage: string;
  // LevelDB makes it with Node's `recursive`, which never returns where nothing can be made (/proc).
  await mkdir(folder).catch((error) => {
    if (codeOf(error) !== 'EEXIST') throw error;
  });
  const db: Level = new ClassicLevel(folder, levelOptions);
  try {
    await db.open();
    const dropped = await droppedBy(folder);
    const { records, broken } = await readAll(db);
    if (dropped === null && broken.length === 0) return { db, records, damaged: false };
    damage = dropped ?? `${broken.length} records with a wrong checksum`;
  } catch (error) {
    if (!isDamage(error)) throw error;
    damage = reasonOf(error);
  }
  await db.close();
  const aside = `${folder}.damaged-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`;
  await rename(folder, aside);
  const { db: mended, records } = await salvage(folder, aside);
  log.error('journal-damaged', {
    damage,
    setAside: aside,
    saved: records.size,
    message:
      'The journal was damaged. It was set aside whole; what could be read of it is worked on. Keep the folder if questions are missed, else remove it.',
  });
  return { db: mended, records, damaged: true };
}

async function salvage(folder: string, aside: string): Promise<Omit<Opened, 'damaged'>> {
  try {
    await cp(aside, folder, { recursive: true });
    await ClassicLevel.repair(folder);
    const db: Level = new ClassicLevel(folder, levelOptions);
    await db.open();
    const { records, broken } = await readAll(db);
    await db.batch(broken.map((key) => ({ type: 'del', key })));
    return { db, records };
  } catch {
    await rm(folder, { recursive: true, force: true });
    const db: Level = new ClassicLevel(folder, levelOptions);
    await db.open();
    return { db, records: new Map() };
  }
}

async function readAll(
  db: Level,
): Promise<{ readonly records: Map<string, string>; readonly broken: string[] }> {
  const records = new Map<string, string>();
  const broken: string[] = [];
  for await (const [key, sealed] of db.iterator()) {
    const value = sealed.slice(sealLength);
    if (seal(key, value) === sealed) records.set(key, value);
    else broken.push(key);
  }
  return { records, broken };
}

/** LevelDB goes on without the part of its log that it cannot read, and tells its own log alone. */
async function droppedBy(folder: string): Promise<string | null> {
  const notes = await readFile(join(folder, 'LOG'), 'latin1').catch(() => '');
  return /dropping \d+ bytes; [^\n]*/.exec(notes)?.[0] ?? null;
}

const sealLength = 8;

function seal(key: string, value: string): string {
  const sum = createHash('sha1').update(key).update('\0').update(value).digest('base64');
  return sum.slice(0, sealLength) + value;
}

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

/** A table that ends early or is gone is an error of reading to LevelDB. */
function isDamage(error: unknown): boolean {
  const code = codeOf(error);
  return (
    code === 'LEVEL_CORRUPTION' ||
    (code === 'LEVEL_IO_ERROR' && /Invalid argument|No such file/.test(reasonOf(error)))
  );
}

/** abstract-level wraps what the store itself says. */
function codeOf(error: unknown): string | undefined {
  const { code, cause } = error as { readonly code?: string; readonly cause?: { code?: string } };
  return cause?.code ?? code;
}

function reasonOf(error: unknown): string {
  const { cause, message } = error as Error;
  return cause instanceof Error ? cause.message : message;
}
