import { fields } from './passage-index.js';
import type { Postings } from './postings.js';

/**
 * How a term's run is written: for each passage the gap to the one before as a varint (7 bits a
 * byte, low first), its lowest bit telling whether the frequencies follow. Most terms stand once
 * in a body and nowhere else: those cost one byte.
 *
 *     gap << 1 | 0                      once in the body
 *     gap << 1 | 1, body, heading, path frequencies, a byte each
 *
 * @param counts frequencies by field, from `from` on
 * @returns where the next posting is written
 */
export function encodePosting(
  out: Uint8Array,
  at: number,
  gap: number,
  counts: Uint8Array,
  from: number,
): number {
  const once = isOnce(counts, from);
  let next = at;
  let code = gap * 2 + (once ? 0 : 1);
  while (code >= 0x80) {
    out[next++] = (code & 0x7f) | 0x80;
    code = Math.floor(code / 0x80);
  }
  out[next++] = code;
  if (!once) for (let f = 0; f < width; f++) out[next++] = counts[from + f] as number;
  return next;
}

/** Bytes that {@link encodePosting} writes. */
export function postingBytes(gap: number, counts: Uint8Array, from: number): number {
  let bytes = isOnce(counts, from) ? 1 : 1 + width;
  for (let code = gap * 2; code >= 0x80; code = Math.floor(code / 0x80)) bytes++;
  return bytes;
}

/** A run read: its passages, ascending, and where their frequencies stand. Reused between runs. */
export interface Run {
  length: number;
  readonly slots: Uint32Array;
  /** Offset of the frequencies in the bytes; 0 for once in the body. */
  readonly counts: Uint32Array;
}

export function createRun(passages: number): Run {
  return { length: 0, slots: new Uint32Array(passages), counts: new Uint32Array(passages) };
}

/** Reads a term's run into `run`. */
export function decodeRun(
  { bytes, runs }: Pick<Postings, 'bytes' | 'runs'>,
  term: number,
  run: Run,
): void {
  const { slots, counts } = run;
  const end = runs[term + 1] as number;
  let slot = -1;
  let length = 0;
  for (let at = runs[term] as number; at < end; length++) {
    let code = bytes[at++] as number;
    if (code >= 0x80) {
      code &= 0x7f;
      let shift = 0x80;
      for (let byte = 0x80; byte >= 0x80; shift *= 0x80) {
        byte = bytes[at++] as number;
        code += (byte & 0x7f) * shift;
      }
    }
    slot += code % 2 === 0 ? code / 2 : (code - 1) / 2;
    slots[length] = slot;
    if (code % 2 === 0) counts[length] = 0;
    else {
      counts[length] = at;
      at += width;
    }
  }
  run.length = length;
}

/** Writes the frequencies that a run's `counts` point at, by field, to `to[at ..]`. */
export function copyCounts(bytes: Uint8Array, from: number, to: Uint8Array, at: number): void {
  if (from === 0) {
    to[at] = 1;
    return;
  }
  for (let f = 0; f < width; f++) to[at + f] = bytes[from + f] as number;
}

const width = fields.length;

/** Whether a term stands once in the body and nowhere else. */
export function isOnce(counts: Uint8Array, from: number): boolean {
  return counts[from] === 1 && counts[from + 1] === 0 && counts[from + 2] === 0;
}
