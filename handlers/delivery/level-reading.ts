import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ClassicLevel } from 'classic-level';

export type LevelDb = ClassicLevel<string, string>;

/** A megabyte is written before tables are: the store stays at a few of them. */
const levelOptions = { writeBufferSize: 1 << 20, maxFileSize: 1 << 20 } as const;

/** Holds count and sum of all records; beside them, never among them. */
export const totalKey = 'total';

export function levelAt(folder: string): LevelDb {
  return new ClassicLevel(folder, levelOptions);
}

/** How the reading of a store went. */
export interface Reading {
  /** What is wrong with it, in words. */
  readonly damage: string | null;
  /** LevelDB has no more to give. */
  readonly toTheEnd: boolean;
}

/** A record, or how the reading went: what is said from one process to another. */
export type Line = readonly [key: string, value: string] | Reading;

/**
 * Gives every record that is as it was written, and tells whether that is all. LevelDB checks no
 * sums on reading: it gives altered records, passes over those it does not find, and goes on without
 * the part of its log that it cannot read, which it tells its own log alone.
 *
 * @param db open
 * @param reverse from the last key to the first
 */
export async function readRecords(
  db: LevelDb,
  give: (key: string, value: string) => void,
  reverse = false,
): Promise<Reading> {
  const dropped = await droppedBy(db.location);
  const total = new Total();
  let told: string | undefined;
  let altered = 0;
  try {
    for await (const [key, sealed] of db.iterator({ reverse })) {
      const value = sealed.slice(sealLength);
      if (seal(key, value) !== sealed) altered++;
      else if (key === totalKey) told = value;
      else {
        total.put(key, sealed);
        give(key, value);
      }
    }
  } catch (error) {
    if (!isDamage(error)) throw error;
    return { damage: reasonOf(error), toTheEnd: false };
  }
  const whole = told === total.toString() || (told === undefined && total.size === 0);
  const missing = whole ? null : `records are missing: ${total}, written were ${told}`;
  const broken = altered > 0 ? `${altered} records were altered` : null;
  return { damage: dropped ?? broken ?? missing, toTheEnd: true };
}

/** How many records there are, and the sum of their checksums: tells whether one is missing. */
export class Total {
  /** Checksum of each record, by key. */
  private readonly sums = new Map<string, number>();
  private sum = 0;

  get size(): number {
    return this.sums.size;
  }

  /** Once or twice makes no difference. Null removes. */
  put(key: string, sealed: string | null): void {
    const sum = sealed === null ? 0 : numberOf(sealed.slice(0, sealLength));
    this.sum = (this.sum + sum - (this.sums.get(key) ?? 0) + sumRange) % sumRange;
    if (sealed === null) this.sums.delete(key);
    else this.sums.set(key, sum);
  }

  toString(): string {
    return `${this.size} ${this.sum.toString(36)}`;
  }
}

/** A checksum of 48 bits in base64. */
const sealLength = 8;
const sumRange = 2 ** 48;

/** The value behind a checksum of it and its key. */
export function seal(key: string, value: string): string {
  const sum = createHash('sha1').update(key).update('\0').update(value).digest('base64');
  return sum.slice(0, sealLength) + value;
}

function numberOf(sum: string): number {
  return Buffer.from(sum, 'base64').readUIntBE(0, 6);
}

async function droppedBy(folder: string): Promise<string | null> {
  const notes = await readFile(join(folder, 'LOG'), 'latin1').catch(() => '');
  return /dropping \d+ bytes; [^\n]*/.exec(notes)?.[0] ?? null;
}

/** A table that ends early or is gone is an error of reading to LevelDB. */
export function isDamage(error: unknown): boolean {
  const code = codeOf(error);
  return (
    code === 'LEVEL_CORRUPTION' ||
    (code === 'LEVEL_IO_ERROR' && /Invalid argument|No such file/.test(reasonOf(error)))
  );
}

/** abstract-level wraps what the store itself says. */
export function codeOf(error: unknown): string | undefined {
  const { code, cause } = error as { readonly code?: string; readonly cause?: { code?: string } };
  return cause?.code ?? code;
}

export function reasonOf(error: unknown): string {
  const { cause, message } = error as Error;
  return cause instanceof Error ? cause.message : message;
}
