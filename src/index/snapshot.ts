import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { NianjianError } from '../errors.js';
import { checksumOf, pieceBytes } from './checksum.js';
import { makeFolder } from './folder.js';

/** A named part of a snapshot. */
export type Section = Uint8Array | Uint16Array | Uint32Array;
export type Sections = Readonly<Record<string, Section>>;

/** What a snapshot was made from: another corpus, engine or code needs another snapshot. */
export interface SnapshotKey {
  /** Hash of all the corpus's bytes that matter. */
  readonly corpus: string;
  /** Tokenizer, analysis and the code that reads, cuts and extracts. */
  readonly analysis: string;
}

/**
 * One file:
 *
 *     "NIANJIAN" | version u32 | checksum of all that follows (32 bytes) | header length u32
 *     header: JSON {key, meta, sections: {name: {type, offset, bytes}}}
 *     sections, each at a multiple of 8
 */
const magic = 'NIANJIAN';
export const formatVersion = 5;
const checksumAt = magic.length + 4;
const checkedFrom = checksumAt + 32;
const prefixBytes = checkedFrom + 4;

const types = { Uint8Array, Uint16Array, Uint32Array };

interface Header {
  readonly key: SnapshotKey;
  readonly meta: unknown;
  readonly sections: Readonly<
    Record<
      string,
      { readonly type: keyof typeof types; readonly offset: number; readonly bytes: number }
    >
  >;
}

/**
 * Writes a snapshot so that a reader sees the whole of it or none: to a file beside, synced,
 * then renamed. A crash or an abort in the middle leaves what was there before.
 *
 * @returns bytes written
 * @throws NianjianError `snapshot-unwritable`
 */
export async function writeSnapshot(
  file: string,
  key: SnapshotKey,
  meta: unknown,
  sections: Sections,
): Promise<number> {
  const bytes = await encode(key, meta, sections);
  const beside = `${file}.${randomBytes(6).toString('hex')}.tmp`;
  // `process.exit` in the middle (Ctrl-C) skips every `finally`.
  const sweep = () => rmSync(beside, { force: true });
  process.once('exit', sweep);
  try {
    await makeFolder(dirname(file));
    const handle = await open(beside, 'w');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, file);
  } catch (cause) {
    await rm(beside, { force: true }).catch(() => {});
    throw new NianjianError(
      'snapshot-unwritable',
      { reason: reasonOf(cause) },
      { file },
      { cause },
    );
  } finally {
    process.off('exit', sweep);
  }
  return bytes.length;
}

/** A snapshot as read. */
export interface Snapshot {
  readonly key: SnapshotKey;
  readonly meta: unknown;
  readonly sections: Sections;
  /** Of the whole file. */
  readonly bytes: number;
}

/**
 * Reads a snapshot; never blocks for longer than a millisecond or two.
 *
 * @param key what it must have been made from; anything when left out
 * @throws NianjianError `snapshot-missing`, `snapshot-damaged` (not one, torn, or its checksum is
 *   off), `snapshot-format` (another version) or `snapshot-foreign` (of another corpus or code):
 *   the remedy for each is to build anew.
 */
export async function readSnapshot(file: string, key?: SnapshotKey): Promise<Snapshot> {
  const buffer = await readWhole(file);
  if (buffer.length < prefixBytes || buffer.toString('latin1', 0, magic.length) !== magic) {
    throw new NianjianError('snapshot-damaged', {}, { file });
  }
  const version = buffer.readUInt32LE(magic.length);
  if (version !== formatVersion) {
    throw new NianjianError('snapshot-format', { found: version, wanted: formatVersion }, { file });
  }
  const checksum = await checksumOf(buffer.subarray(checkedFrom));
  if (!checksum.equals(buffer.subarray(checksumAt, checkedFrom))) {
    throw new NianjianError('snapshot-damaged', {}, { file });
  }
  let snapshot: Snapshot;
  try {
    snapshot = decode(buffer);
  } catch (cause) {
    throw new NianjianError('snapshot-damaged', {}, { file }, { cause });
  }
  const { corpus, analysis } = snapshot.key;
  if (key !== undefined && (corpus !== key.corpus || analysis !== key.analysis)) {
    throw new NianjianError('snapshot-foreign', {}, { file });
  }
  return snapshot;
}

/** In pieces, each by another thread: a snapshot may have hundreds of megabytes. */
async function readWhole(file: string): Promise<Buffer<ArrayBuffer>> {
  try {
    const handle = await open(file, 'r');
    try {
      const { size } = await handle.stat();
      // Not out of a shared pool, where typed arrays would not be aligned, and not filled first.
      const whole = Buffer.allocUnsafeSlow(size) as Buffer<ArrayBuffer>;
      let length = 0;
      while (length < size) {
        const piece = Math.min(pieceBytes, size - length);
        const { bytesRead } = await handle.read(whole, length, piece, length);
        if (bytesRead === 0) break;
        length += bytesRead;
      }
      return whole.subarray(0, length);
    } finally {
      await handle.close();
    }
  } catch (cause) {
    throw new NianjianError('snapshot-missing', { reason: reasonOf(cause) }, { file }, { cause });
  }
}

function decode(buffer: Buffer<ArrayBuffer>): Snapshot {
  const headerBytes = buffer.readUInt32LE(checkedFrom);
  const header = JSON.parse(
    buffer.toString('utf8', prefixBytes, prefixBytes + headerBytes),
  ) as Header;
  const base = aligned(prefixBytes + headerBytes);
  // Not by assignment: a section may be named __proto__.
  const sections = Object.fromEntries(
    Object.entries(header.sections).map(([name, { type, offset, bytes }]): [string, Section] => {
      const Type = types[type];
      const start = buffer.byteOffset + base + offset;
      return [name, new Type(buffer.buffer, start, bytes / Type.BYTES_PER_ELEMENT)];
    }),
  );
  return { key: header.key, meta: header.meta, sections, bytes: buffer.length };
}

async function encode(key: SnapshotKey, meta: unknown, sections: Sections): Promise<Buffer> {
  let offset = 0;
  const places = Object.fromEntries(
    Object.entries(sections).map(([name, section]) => {
      const place = { type: typeOf(section), offset, bytes: section.byteLength };
      offset = aligned(offset + section.byteLength);
      return [name, place];
    }),
  );
  const header = Buffer.from(JSON.stringify({ key, meta, sections: places } satisfies Header));
  const base = aligned(prefixBytes + header.length);
  const buffer = Buffer.alloc(base + offset);
  buffer.write(magic, 'latin1');
  buffer.writeUInt32LE(formatVersion, magic.length);
  buffer.writeUInt32LE(header.length, checkedFrom);
  header.copy(buffer, prefixBytes);
  for (const [name, section] of Object.entries(sections)) {
    const bytes = new Uint8Array(section.buffer, section.byteOffset, section.byteLength);
    buffer.set(bytes, base + (places[name]?.offset ?? 0));
  }
  const checksum = await checksumOf(buffer.subarray(checkedFrom));
  checksum.copy(buffer, checksumAt);
  return buffer;
}

/** A Buffer is bytes like any other. */
function typeOf(section: Section): keyof typeof types {
  if (section instanceof Uint16Array) return 'Uint16Array';
  return section instanceof Uint32Array ? 'Uint32Array' : 'Uint8Array';
}

function aligned(offset: number): number {
  return Math.ceil(offset / 8) * 8;
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
