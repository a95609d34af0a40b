import type { FigureKind } from './figure.js';
import type { Left } from './left.js';
import type { Quantity } from './quantity.js';

const POINTS: ReadonlySet<string> = new Set(['百分点', '千分点', '基点']);

/** What sort of figure a quantity is; informative. */
export function kindOf(quantity: Quantity, left: Left, share: boolean): FigureKind {
  if (quantity.values !== undefined) return 'ratio';
  if (left.difference !== null) return 'difference';
  if (quantity.unitKind === 'multiple') return 'multiple';
  if (share) return 'share';
  if (quantity.unitKind === 'part') {
    if (POINTS.has(quantity.unit ?? '')) return 'delta';
    return left.movement === null ? 'share' : 'growth';
  }
  if (left.movement !== null) return 'delta';
  return quantity.unitKind === 'count' ? 'count' : 'level';
}
