import type { MatchClass } from './section-index.js';
import type { TermTable } from './term-table.js';

/** Whether key `k` of the table matches what was asked for in the class. Builds no string. */
export function matchesKey(
  matchClass: MatchClass,
  table: TermTable,
  k: number,
  asked: string,
): boolean {
  const start = table.starts[k] as number;
  const length = (table.starts[k + 1] as number) - start;
  if (matchClass === 'edit') return isOneEdit(table.units, start, length, asked);
  if (matchClass === 'prefix' ? length < asked.length : length !== asked.length) return false;
  return sharedStart(table.units, start, asked, asked.length) === asked.length;
}

/** Equal, or equal but for one unit that is wrong, missing or extra. */
function isOneEdit(units: Uint16Array, start: number, length: number, asked: string): boolean {
  if (Math.abs(length - asked.length) > 1) return false;
  const shorter = Math.min(length, asked.length);
  const head = sharedStart(units, start, asked, shorter);
  let tail = 0;
  while (
    tail < shorter - head &&
    units[start + length - 1 - tail] === asked.charCodeAt(asked.length - 1 - tail)
  ) {
    tail++;
  }
  return Math.max(length, asked.length) - head - tail <= 1;
}

/** How many units the key and what was asked for have in common at the start, `most` at most. */
function sharedStart(units: Uint16Array, start: number, asked: string, most: number): number {
  let shared = 0;
  while (shared < most && units[start + shared] === asked.charCodeAt(shared)) shared++;
  return shared;
}
