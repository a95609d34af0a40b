import { normalise } from '../text/normalise.js';
import type { Span } from '../text/span.js';

/** Finds listed names in a normalised text, longest first, in order, none overlapping. */
export function nameFinder(names: readonly string[]): (normal: string) => Span[] {
  const listed = names
    .map((name) => normalise(name.trim()))
    .filter((name) => name !== '')
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (listed.length === 0) return () => [];
  const pattern = new RegExp(listed.join('|'), 'g');
  return (normal) =>
    [...normal.matchAll(pattern)].map((hit) => ({
      start: hit.index,
      end: hit.index + hit[0].length,
    }));
}
