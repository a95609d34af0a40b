/**
 * Where pairs of letters stand in a question. Made to be asked for every letter of many texts, so
 * letters are numbered by a small hash table, and pairs stand in a square of two numbers: a Map
 * would cost more than all else that is done with a letter.
 */
export class LetterPairs {
  /** By the low bits of a UTF-16 unit, the number of the latest letter that has them; 0 for none. */
  private readonly latest = new Uint8Array(buckets);
  /** By number: the letter's unit, and the number of the one before it with the same low bits. */
  private readonly units: number[] = [0];
  private readonly earlier: number[] = [0];
  /** By the numbers of two letters: 1 + where that pair begins last; 0 where it does nowhere. */
  private readonly lastPlaces: Uint8Array;
  /** By where a pair begins: 1 + where the same pair begins before; 0 where it does not. */
  private readonly placesBefore: Uint8Array;
  private readonly width: number;

  /**
   * @param text at most {@link mostLetters} UTF-16 units
   * @param starts where pairs begin, ascending
   * @param others letters to be numbered although they may stand in no pair
   */
  constructor(text: string, starts: readonly number[], others: string) {
    for (const at of starts) {
      this.add(text.charCodeAt(at));
      this.add(text.charCodeAt(at + 1));
    }
    for (let i = 0; i < others.length; i++) this.add(others.charCodeAt(i));
    this.width = this.units.length;
    this.lastPlaces = new Uint8Array(this.width * this.width);
    this.placesBefore = new Uint8Array(text.length);
    for (const at of starts) {
      const first = this.numberOf(text.charCodeAt(at));
      const pair = first * this.width + this.numberOf(text.charCodeAt(at + 1));
      this.placesBefore[at] = this.lastPlaces[pair] as number;
      this.lastPlaces[pair] = at + 1;
    }
  }

  /** Letters are numbered from 1. */
  get size(): number {
    return this.width - 1;
  }

  /** The letter's number; 0 for one that is not in the question. */
  numberOf(unit: number): number {
    let number = this.latest[unit & (buckets - 1)] as number;
    while (number !== 0 && this.units[number] !== unit) number = this.earlier[number] as number;
    return number;
  }

  /** Where the pair of two letters, by their numbers, begins last in the question; else -1. */
  lastPlaceOf(first: number, second: number): number {
    return (this.lastPlaces[first * this.width + second] as number) - 1;
  }

  /** Where the pair that begins at `place` begins before; else -1. */
  placeBefore(place: number): number {
    return (this.placesBefore[place] as number) - 1;
  }

  private add(unit: number): void {
    if (this.numberOf(unit) !== 0) return;
    const bucket = unit & (buckets - 1);
    this.units.push(unit);
    this.earlier.push(this.latest[bucket] as number);
    this.latest[bucket] = this.units.length - 1;
  }
}

/** Numbers of letters and places are kept as bytes. */
export const mostLetters = 254;

/** A power of two. */
const buckets = 1024;
