import { compareTerms } from './term-table.js';

/** Numbers terms in the order in which they are first seen. */
export interface TermNumbers {
  /** The term's number, a new one at first sight. */
  of(term: string): number;
  text(number: number): string;
  /** The numbers in the order of their terms, as {@link compareTerms} has it. */
  sorted(): Uint32Array;
}

/**
 * Most terms are pairs of characters: those are found by their two units in an open hash table,
 * without hashing strings; all others in a Map.
 */
export function createTermNumbers(): TermNumbers {
  const texts: string[] = [];
  const longer = new Map<string, number>();
  let keys = new Uint32Array(1 << 12);
  /** By place in the table, the term's number, 1-based; 0 where the place is free. */
  let numbers = new Uint32Array(1 << 12);
  let held = 0;

  return {
    of: (term) => {
      if (isShort(term)) return shortNumber(term);
      const known = longer.get(term);
      if (known !== undefined) return known;
      longer.set(term, texts.length);
      return texts.push(term) - 1;
    },
    text: (number) => texts[number] as string,
    sorted: () => sortedNumbers(texts),
  };

  function shortNumber(term: string): number {
    const key = leadingUnits(term);
    const place = placeOf(key);
    const known = numbers[place] as number;
    if (known > 0) return known - 1;
    keys[place] = key;
    numbers[place] = texts.push(term);
    if (++held * 2 > keys.length) rehash();
    return texts.length - 1;
  }

  /** Where the key stands, or the free place for it. */
  function placeOf(key: number): number {
    const mask = keys.length - 1;
    let place = (Math.imul(key, 0x9e3779b1) >>> 7) & mask;
    while (numbers[place] !== 0 && keys[place] !== key) place = (place + 1) & mask;
    return place;
  }

  function rehash(): void {
    const [oldKeys, oldNumbers] = [keys, numbers];
    keys = new Uint32Array(2 * oldKeys.length);
    numbers = new Uint32Array(2 * oldKeys.length);
    oldNumbers.forEach((number, i) => {
      if (number === 0) return;
      const key = oldKeys[i] as number;
      const place = placeOf(key);
      keys[place] = key;
      numbers[place] = number;
    });
  }
}

/** Whether the first two units are all of it; a second unit of 0 would look like none. */
function isShort(term: string): boolean {
  return term.length === 1 || (term.length === 2 && term.charCodeAt(1) !== 0);
}

function leadingUnits(term: string): number {
  const second = term.length > 1 ? term.charCodeAt(1) : 0;
  return ((term.length > 0 ? term.charCodeAt(0) : 0) * 0x10000 + second) >>> 0;
}

/** By the first two units as numbers, which a typed array sorts fast; only then as strings. */
function sortedNumbers(texts: readonly string[]): Uint32Array {
  const pairs = new BigUint64Array(texts.length);
  // Little-endian, as every platform of Node: the number below, the units above.
  const halves = new Uint32Array(pairs.buffer);
  texts.forEach((term, number) => {
    halves[2 * number] = number;
    halves[2 * number + 1] = leadingUnits(term);
  });
  pairs.sort();
  const order = Uint32Array.from(texts, (_, i) => halves[2 * i] as number);
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && halves[2 * end + 1] === halves[2 * start + 1]) end++;
    if (end > start + 1)
      order
        .subarray(start, end)
        .sort((a, b) => compareTerms(texts[a] as string, texts[b] as string));
    start = end;
  }
  return order;
}
