import { type ExecFileException, execFile } from 'node:child_process';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../../src/log.js';
import { packageRoot } from '../../src/package-root.js';
import {
  codeOf,
  isDamage,
  type LevelDb,
  type Line,
  levelAt,
  type Reading,
  readRecords,
  reasonOf,
  seal,
  Total,
  totalKey,
} from './level-reading.js';

/** What was found in a folder. */
export interface Opened {
  readonly level: Level;
  readonly records: ReadonlyMap<string, string>;
  /** It was set aside; `records` are those that could be read. */
  readonly damaged: boolean;
}

/** A LevelDB folder that knows whether it is whole: each record carries a checksum, all a total. */
export class Level {
  private readonly db: LevelDb;
  private readonly total: Total;

  /**
   * A damaged store is set aside as it is; what can be read of it goes into a new one.
   *
   * @throws an error of LevelDB: `LEVEL_LOCKED` where another process has it open, or the disk's
   */
  static async open(folder: string, log: Log): Promise<Opened> {
    // LevelDB makes it with Node's `recursive`, which never returns where nothing can be made (/proc).
    await mkdir(folder).catch((error) => {
      if (codeOf(error) !== 'EEXIST') throw error;
    });
    const found = await readBeside('check', folder);
    const opened = found.damage ?? (await openWhole(folder));
    if (typeof opened !== 'string') return { ...opened, damaged: false };
    const aside = `${folder}.damaged-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`;
    await rename(folder, aside);
    const records = await salvage(aside, folder);
    const { level } = (await openWhole(folder)) as Omit<Opened, 'damaged'>;
    await level.write(records, true);
    log.error('journal-damaged', {
      damage: opened,
      setAside: aside,
      saved: records.size,
      message:
        'The journal was damaged. It was set aside whole; what could be read of it is worked on. Keep the folder if questions are missed, else remove it.',
    });
    return { level, records, damaged: true };
  }

  constructor(db: LevelDb, total: Total) {
    this.db = db;
    this.total = total;
  }

  /**
   * All of it or nothing. May be tried again with the same changes.
   *
   * @param changes by key; null removes
   * @param sync whether it would outlive a power cut
   */
  async write(changes: ReadonlyMap<string, string | null>, sync: boolean): Promise<void> {
    if (changes.size === 0) return;
    const operations = [...changes].map(([key, value]) => {
      const sealed = value === null ? null : seal(key, value);
      this.total.put(key, sealed);
      return operation(key, sealed);
    });
    operations.push(operation(totalKey, seal(totalKey, this.total.toString())));
    await this.db.batch(operations, { sync });
  }

  close(): Promise<void> {
    return this.db.close();
  }
}

function operation(key: string, sealed: string | null) {
  return sealed === null
    ? { type: 'del' as const, key }
    : { type: 'put' as const, key, value: sealed };
}

/** What is wrong with it is told in place of an opened one. */
async function openWhole(folder: string): Promise<Omit<Opened, 'damaged'> | string> {
  const db = levelAt(folder);
  try {
    await db.open();
    const records = new Map<string, string>();
    const total = new Total();
    const { damage } = await readRecords(db, (key, value) => {
      records.set(key, value);
      total.put(key, seal(key, value));
    });
    if (damage === null) return { level: new Level(db, total), records };
    await db.close();
    return damage;
  } catch (error) {
    // Left open, it would be locked at the next try.
    await db.close();
    if (!isDamage(error)) throw error;
    return reasonOf(error);
  }
}

/** Leaves no folder. What LevelDB mends may be older than what it reads, so it comes last. */
async function salvage(aside: string, folder: string): Promise<ReadonlyMap<string, string>> {
  const records = new Map<string, string>();
  for (const mode of ['forward', 'backward', 'repair'] as const) {
    await cp(aside, folder, { recursive: true });
    const found = await readBeside(mode, folder);
    for (const [key, value] of found.records) if (!records.has(key)) records.set(key, value);
    await rm(folder, { recursive: true, force: true });
    if (found.toTheEnd) break;
  }
  return records;
}

type Mode = 'check' | 'forward' | 'backward' | 'repair';

interface Found extends Reading {
  /** None for `check`. */
  readonly records: readonly (readonly [key: string, value: string])[];
}

const program = join(packageRoot, 'dist', 'handlers', 'delivery', 'level-main.js');

/** Runs `level-main.js`. No damage is told where it could not run. */
function readBeside(mode: Mode, folder: string): Promise<Found> {
  return new Promise((resolve) => {
    const tell = (error: ExecFileException | null, output: string, errors: string) => {
      const lines: Line[] = output
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line));
      const records = lines.filter((line) => 'length' in line);
      const reading = lines.find((line) => 'damage' in line);
      const fell = error !== null && deadly.has(error.signal ?? '');
      const damage = fell ? `${error.signal}: ${errors.trim().split('\n').at(-1)}` : null;
      resolve({ records, ...(reading ?? { damage, toTheEnd: false }) });
    };
    execFile(process.execPath, [program, mode, folder], { maxBuffer: Infinity }, tell);
  });
}

/** By these a process falls by what it does itself; by others it is ended. */
const deadly: ReadonlySet<string> = new Set(['SIGABRT', 'SIGSEGV', 'SIGBUS', 'SIGILL', 'SIGFPE']);
