import type { Quantity } from './quantity.js';
import type { Group, Structure } from './structure.js';

/** A quantity in its surroundings, as the rules see it. `text` is normalised throughout. */
export interface Candidate {
  readonly quantity: Quantity;
  readonly text: string;
  readonly structure: Structure;
  readonly group: Group;
  /** How often each numeral with its noun stands in the text. */
  readonly recurring: ReadonlyMap<string, number>;
}

/** A reason for which a number is no figure. */
export interface LookalikeRule {
  readonly name: string;
  readonly holds: (candidate: Candidate) => boolean;
}

/** A candidate that is no look-alike. */
export interface Mention extends Candidate {
  /** The clause around it, within its group. */
  readonly clauseStart: number;
  readonly clauseEnd: number;
}

export function before(mention: Candidate, chars: number): string {
  return mention.text.slice(
    Math.max(0, mention.quantity.number.start - chars),
    mention.quantity.number.start,
  );
}

/** What follows the number itself, its unit included. */
export function after(mention: Candidate, chars: number): string {
  return mention.text.slice(mention.quantity.unitStart, mention.quantity.unitStart + chars);
}

/** What follows the whole quantity. */
export function beyond(mention: Candidate, chars: number): string {
  return mention.text.slice(mention.quantity.end, mention.quantity.end + chars);
}
