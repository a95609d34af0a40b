import { readFile, stat } from 'node:fs/promises';
import { NianjianError, type Problem } from '../errors.js';
import { type Encoding, guessEncoding } from './guess.js';

export type { Encoding } from './guess.js';

/** A text file as decoded: byte order mark dropped, offsets into `text` from here on. */
export interface TextFile {
  readonly text: string;
  readonly encoding: Encoding;
  /** `encoding-unsure`, where another guess is possible. */
  readonly problems: readonly Problem[];
}

/** A volume is some megabytes; what is larger is not one. */
const maxBytes = 64 * 2 ** 20;

/**
 * @param name as problems should call it; the path by default
 * @throws NianjianError `file-unreadable`, `file-empty`, `file-binary`, `file-too-large`
 */
export async function readTextFile(path: string, name = path): Promise<TextFile> {
  let bytes: Buffer;
  try {
    const found = await stat(path);
    // A pipe or a device would be read for ever.
    if (!found.isFile()) throw new Error('not a regular file');
    const { size } = found;
    if (size > maxBytes) {
      const detail = { megabytes: Math.ceil(size / 2 ** 20), most: maxBytes / 2 ** 20 };
      throw new NianjianError('file-too-large', detail, { file: name });
    }
    bytes = await readFile(path);
  } catch (cause) {
    if (cause instanceof NianjianError) throw cause;
    throw new NianjianError(
      'file-unreadable',
      { reason: reasonOf(cause) },
      { file: name },
      { cause },
    );
  }
  return decode(bytes, name);
}

/**
 * UTF-16 by its mark, UTF-8 where the bytes are valid UTF-8, else GB18030.
 *
 * @throws NianjianError `file-empty`, `file-binary`
 */
export function decode(bytes: Uint8Array, file: string): TextFile {
  const guess = guessEncoding(bytes);
  if (guess === null) throw new NianjianError('file-binary', {}, { file });
  const { text, encoding, sure } = guess;
  if (text.trim() === '') throw new NianjianError('file-empty', {}, { file });
  const unsure: Problem = {
    code: 'encoding-unsure',
    detail: { encoding: encoding.toUpperCase() },
    place: { file, line: 1 },
  };
  return { text, encoding, problems: sure ? [] : [unsure] };
}

/** `EACCES: permission denied`: the system's words without call and path, which may be private. */
function reasonOf(cause: unknown): string {
  return cause instanceof Error ? (cause.message.split(',')[0] as string) : String(cause);
}
