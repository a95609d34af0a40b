import type { Decimal } from './decimal.js';
import type { Rough } from './magnitude.js';

/** One numeral without sign, fraction or percent. */
export interface Numeral {
  readonly end: number;
  /** Null where only an order is given (数百); undefined where there is no numeral. */
  readonly value: Decimal | null | undefined;
  readonly high?: Decimal;
  readonly rough: Rough | null;
  readonly script: 'arabic' | 'chinese';
  readonly magnitude: number;
}

/** Where no numeral stands: `end` is where to go on looking. */
export function none(end: number): Numeral {
  return { end, value: undefined, rough: null, script: 'chinese', magnitude: 0 };
}

/** Digits beyond this are nobody's quantity; they are stepped over in one go. */
export const MAX_DIGITS = 40;
