/**
 * A set of terms as two typed arrays, sorted by UTF-16 unit: term `i` is
 * `units[starts[i] .. starts[i + 1])`. Loads from disk without building anything.
 */
export interface TermTable {
  readonly units: Uint16Array;
  readonly starts: Uint32Array;
}

/** @param sorted distinct terms in the order of {@link compareTerms}. */
export function termTable(sorted: readonly string[]): TermTable {
  const starts = new Uint32Array(sorted.length + 1);
  let length = 0;
  sorted.forEach((term, i) => {
    length += term.length;
    starts[i + 1] = length;
  });
  const units = new Uint16Array(length);
  sorted.forEach((term, i) => {
    for (let j = 0; j < term.length; j++) units[(starts[i] as number) + j] = term.charCodeAt(j);
  });
  return { units, starts };
}

/** By UTF-16 unit, as `<` compares strings. */
export function compareTerms(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The term's number, or -1. Logarithmic in the number of terms. */
export function findTerm(table: TermTable, term: string): number {
  let low = 0;
  let high = table.starts.length - 2;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const order = compareAt(table, middle, term);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Term `i`. */
export function termAt({ units, starts }: TermTable, i: number): string {
  const term = units.subarray(starts[i], starts[i + 1]);
  return Buffer.from(term.buffer, term.byteOffset, term.byteLength).toString('utf16le');
}

function compareAt({ units, starts }: TermTable, i: number, term: string): number {
  const start = starts[i] as number;
  const length = (starts[i + 1] as number) - start;
  const shared = Math.min(length, term.length);
  for (let j = 0; j < shared; j++) {
    const difference = (units[start + j] as number) - term.charCodeAt(j);
    if (difference !== 0) return difference;
  }
  return length - term.length;
}
