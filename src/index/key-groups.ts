import { keyCount } from './key-table.js';
import type { Pause } from './slices.js';
import type { TermTable } from './term-table.js';

/** The part of a key that it is filed under: its first units (all of a shorter one), or its last. */
export type Piece =
  | { readonly at: 'start'; readonly length: number }
  | { readonly at: 'end'; readonly length: 1 };

/** @example pieceOf('粮食产量', { at: 'start', length: 2 }) // '粮食' */
export function pieceOf(key: string, { at, length }: Piece): string {
  return at === 'start' ? key.slice(0, length) : key.slice(-length);
}

/** The keys of a table, those with the same piece together. */
export interface KeyGroups {
  /** Key numbers. */
  readonly keys: Uint32Array;
  /** Where each group's keys begin; one more than there are groups. */
  readonly starts: Uint32Array;
}

/** Builds no string; gives way to other work. */
export async function groupKeys(table: TermTable, piece: Piece, pause: Pause): Promise<KeyGroups> {
  // The table is sorted: keys that begin alike stand together already.
  const keys = piece.at === 'start' ? table.starts.slice(0, -1).map((_, k) => k) : byEnd(table);
  const starts: number[] = [];
  for (let i = 0; i < keys.length; i++) {
    if (i % 256 === 0) await pause();
    const [before, key] = [keys[i - 1], keys[i] as number];
    if (before === undefined || !isSamePiece(table, before, key, piece)) starts.push(i);
  }
  starts.push(keys.length);
  return { keys, starts: Uint32Array.from(starts) };
}

/** Key numbers by last unit, else in their order: counted into place. */
function byEnd({ units, starts }: TermTable): Uint32Array {
  const count = keyCount({ units, starts });
  const next = new Uint32Array(0x1_0001);
  const endOf = (k: number) => units[(starts[k + 1] as number) - 1] as number;
  for (let k = 0; k < count; k++) next[endOf(k) + 1] = (next[endOf(k) + 1] as number) + 1;
  for (let unit = 0; unit < 0x1_0000; unit++) {
    next[unit + 1] = (next[unit + 1] as number) + (next[unit] as number);
  }
  const keys = new Uint32Array(count);
  for (let k = 0; k < count; k++) {
    const place = next[endOf(k)] as number;
    keys[place] = k;
    next[endOf(k)] = place + 1;
  }
  return keys;
}

function isSamePiece({ units, starts }: TermTable, a: number, b: number, piece: Piece): boolean {
  const [startA, startB] = [starts[a] as number, starts[b] as number];
  const [endA, endB] = [starts[a + 1] as number, starts[b + 1] as number];
  if (piece.at === 'end') return units[endA - 1] === units[endB - 1];
  const length = Math.min(piece.length, endA - startA);
  if (length !== Math.min(piece.length, endB - startB)) return false;
  for (let i = 0; i < length; i++) if (units[startA + i] !== units[startB + i]) return false;
  return true;
}
