import type { FigureKind } from './figure.js';
import type { Left } from './left.js';
import type { Quantity } from './quantity.js';

/** What sort of figure a quantity is; informative. */
export function kindOf(quantity: Quantity, left: Left, share: boolean): FigureKind {
  if (quantity.values !== undefined) return 'ratio';
  if (left.difference !== null) return 'difference';
  if (quantity.unitKind === 'multiple') return 'multiple';
  if (share) return 'share';
  if (quantity.unitKind === 'part') {
    if (quantity.unit === '百分点') return 'delta';
    return left.movement === null ? 'share' : 'growth';
  }
  if (left.movement !== null) return 'delta';
  return quantity.unitKind === 'count' ? 'count' : 'level';
}
