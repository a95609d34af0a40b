import { fields } from './passage-index.js';
import type { Postings } from './postings.js';

/**
 * How a term's run is written: for each passage the gap to the one before as a varint (7 bits a
 * byte, low first), its lowest bit telling whether the frequencies follow. Most terms stand once
 * in a body and nowhere else: those cost one byte.
 *
 *     gap << 1 | 0                      once in the body
 *     gap << 1 | 1, body, heading, path frequencies, a byte each
 */
export function encodePosting(
  out: { bytes: Uint8Array; length: number },
  gap: number,
  counts: Uint8Array,
  at: number,
): void {
  if (out.length + 16 > out.bytes.length) {
    const bytes = new Uint8Array(2 * out.bytes.length + 16);
    bytes.set(out.bytes);
    out.bytes = bytes;
  }
  const once = counts[at] === 1 && counts[at + 1] === 0 && counts[at + 2] === 0;
  let code = gap * 2 + (once ? 0 : 1);
  while (code >= 0x80) {
    out.bytes[out.length++] = (code & 0x7f) | 0x80;
    code = Math.floor(code / 0x80);
  }
  out.bytes[out.length++] = code;
  if (!once)
    for (let f = 0; f < fields.length; f++) out.bytes[out.length++] = counts[at + f] as number;
}

/** Visits a term's passages in ascending order; `count` is reused from one visit to the next. */
export function decodePostings(
  postings: Pick<Postings, 'runs' | 'bytes'>,
  term: number,
  visit: (slot: number, count: Uint8Array) => void,
): void {
  const { bytes, runs } = postings;
  const end = runs[term + 1] as number;
  const count = new Uint8Array(fields.length);
  let slot = -1;
  for (let at = runs[term] as number; at < end; ) {
    let code = 0;
    let shift = 1;
    for (let byte = 0x80; byte >= 0x80; shift *= 0x80) {
      byte = bytes[at++] as number;
      code += (byte & 0x7f) * shift;
    }
    slot += Math.floor(code / 2);
    if (code % 2 === 0) {
      count[0] = 1;
      count[1] = 0;
      count[2] = 0;
    } else {
      for (let f = 0; f < fields.length; f++) count[f] = bytes[at++] as number;
    }
    visit(slot, count);
  }
}
