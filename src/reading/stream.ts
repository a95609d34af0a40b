import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { NianjianError } from '../errors.js';
import { decode, readTextFile } from './decode.js';

/** Up to this size a file is decoded in one go, every byte of it having a say in the encoding. */
const wholeBytes = 4 * 2 ** 20;

/**
 * A text file of any size, decoded piece by piece; byte order mark dropped. Of a large file the
 * beginning decides the encoding.
 *
 * @throws NianjianError `file-unreadable`, `file-empty`, `file-binary`
 */
export async function* streamText(path: string): AsyncGenerator<string> {
  const head = await headOf(path);
  if (head === null) {
    yield (await readTextFile(path)).text;
    return;
  }
  const { encoding } = decode(head, path);
  yield* decoded(createReadStream(path), encoding);
}

/** Bytes as text, torn ones as U+FFFD; byte order mark dropped. */
export async function* decoded(
  chunks: AsyncIterable<Uint8Array>,
  encoding = 'utf-8',
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

/** Whole lines of the beginning of a large file; null where the file is small. */
async function headOf(path: string): Promise<Uint8Array | null> {
  try {
    const file = await open(path);
    try {
      const { size } = await file.stat();
      if (size <= wholeBytes) return null;
      const { buffer, bytesRead } = await file.read(Buffer.alloc(2 ** 18), 0, 2 ** 18, 0);
      const head = buffer.subarray(0, bytesRead);
      const end = head.lastIndexOf(0x0a);
      return end > 0 ? head.subarray(0, end + 1) : head;
    } finally {
      await file.close();
    }
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.message.split(',')[0] as string) : String(cause);
    throw new NianjianError('file-unreadable', { reason }, { file: path }, { cause });
  }
}
