import { createHash } from 'node:crypto';
import { normalise } from '../text/normalise.js';

/**
 * An entry's id: 16 characters of a hash of volume, path, heading and the ordinal among equal
 * ones, so that a correction in the body keeps it.
 */
export function entryId(
  volume: string,
  path: readonly string[],
  heading: string,
  ordinal: number,
): string {
  const key = [volume, ...path, heading, String(ordinal)].join('\u0000');
  return createHash('sha256').update(key).digest('hex').slice(0, 16);
}

/** What two printings of the same entry share: its characters without white space and width. */
export function printing(heading: string, text: string): string {
  return createHash('sha256')
    .update(normalise(`${heading}\u0000${text}`).replace(/\s+/g, ''))
    .digest('base64');
}
