import { createHash, randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { NianjianError } from '../errors.js';
import { makeFolder } from './folder.js';
import { noPause, type Pause } from './slices.js';

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
 *     "NIANJIAN" | version u32 | sha-256 of all that follows (32 bytes) | header length u32
 *     header: JSON {key, meta, sections: {name: {type, offset, bytes}}}
 *     sections, each at a multiple of 8
 */
const magic = 'NIANJIAN';
export const formatVersion = 4;
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
  const bytes = encode(key, meta, sections);
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

export interface ReadOptions {
  /** What it must have been made from; anything when left out. */
  readonly key?: SnapshotKey;
  readonly pause?: Pause;
}

/**
 * @throws NianjianError `snapshot-missing`, `snapshot-damaged` (not one, torn, or its checksum is
 *   off), `snapshot-format` (another version) or `snapshot-foreign` (of another corpus or code):
 *   the remedy for each is to build anew.
 */
export async function readSnapshot(
  file: string,
  { key, pause = noPause }: ReadOptions = {},
): Promise<Snapshot> {
  const { buffer, checksum } = await readWhole(file, pause);
  if (buffer.length < prefixBytes || buffer.toString('latin1', 0, magic.length) !== magic) {
    throw new NianjianError('snapshot-damaged', {}, { file });
  }
  const version = buffer.readUInt32LE(magic.length);
  if (version !== formatVersion) {
    throw new NianjianError('snapshot-format', { found: version, wanted: formatVersion }, { file });
  }
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

/** Read and summed up piece by piece: a snapshot may have hundreds of megabytes. */
const pieceBytes = 1 << 20;

async function readWhole(
  file: string,
  pause: Pause,
): Promise<{ readonly buffer: Buffer<ArrayBuffer>; readonly checksum: Buffer }> {
  try {
    const handle = await open(file, 'r');
    try {
      const { size } = await handle.stat();
      // Not out of a shared pool, where typed arrays would not be aligned, and not filled first.
      const buffer = Buffer.allocUnsafeSlow(size) as Buffer<ArrayBuffer>;
      const hash = createHash('sha256');
      let length = 0;
      while (length < size) {
        const piece = Math.min(pieceBytes, size - length);
        const { bytesRead } = await handle.read(buffer, length, piece, length);
        if (bytesRead === 0) break;
        hash.update(buffer.subarray(Math.max(length, checkedFrom), length + bytesRead));
        length += bytesRead;
        await pause();
      }
      return { buffer: buffer.subarray(0, length), checksum: hash.digest() };
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
  const sections: Record<string, Section> = {};
  for (const [name, { type, offset, bytes }] of Object.entries(header.sections)) {
    const Type = types[type];
    sections[name] = new Type(
      buffer.buffer,
      buffer.byteOffset + base + offset,
      bytes / Type.BYTES_PER_ELEMENT,
    );
  }
  return { key: header.key, meta: header.meta, sections, bytes: buffer.length };
}

function encode(key: SnapshotKey, meta: unknown, sections: Sections): Buffer {
  let offset = 0;
  const places: Record<string, Header['sections'][string]> = {};
  for (const [name, section] of Object.entries(sections)) {
    places[name] = { type: typeOf(section), offset, bytes: section.byteLength };
    offset = aligned(offset + section.byteLength);
  }
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
  checksumOf(buffer).copy(buffer, checksumAt);
  return buffer;
}

function checksumOf(snapshot: Buffer): Buffer {
  return createHash('sha256').update(snapshot.subarray(checkedFrom)).digest();
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
