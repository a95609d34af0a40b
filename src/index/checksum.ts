import { createHash, webcrypto } from 'node:crypto';

/**
 * The SHA-256 of the SHA-256 of each megabyte. Each is summed up in another thread, so that the
 * one that answers questions is held up for the copying of a megabyte alone, a fraction of a ms.
 */
export async function checksumOf(bytes: Uint8Array): Promise<Buffer> {
  const whole = createHash('sha256');
  for (let start = 0; start < bytes.length; start += pieceBytes) {
    const piece = bytes.subarray(start, start + pieceBytes);
    whole.update(new Uint8Array(await webcrypto.subtle.digest('SHA-256', piece)));
  }
  return whole.digest();
}

/** What is read or summed up in one step. */
export const pieceBytes = 1 << 20;
