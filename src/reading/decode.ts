import { readFile, stat } from 'node:fs/promises';
import { NianjianError, type Problem } from '../errors.js';

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

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
    const { size } = await stat(path);
    if (size > maxBytes) {
      const detail = { megabytes: Math.round(size / 2 ** 20), most: maxBytes / 2 ** 20 };
      throw new NianjianError('file-too-large', detail, { file: name });
    }
    bytes = await readFile(path);
  } catch (cause) {
    if (cause instanceof NianjianError) throw cause;
    const reason = cause instanceof Error ? cause.message.replace(/,? '?[^' ]*\/[^']*'?$/, '') : '';
    throw new NianjianError('file-unreadable', { reason }, { file: name }, { cause });
  }
  return decode(bytes, name);
}

/** UTF-8 where the bytes are valid UTF-8, UTF-16 by its mark, else GB18030. */
export function decode(bytes: Uint8Array, file: string): TextFile {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null;
  if (marked !== null) return checked(decoded(bytes, marked) ?? '', marked, file);
  if (bytes.subarray(0, 65_536).includes(0)) throw new NianjianError('file-binary', {}, { file });
  const utf8 = decoded(bytes, 'utf-8');
  if (utf8 !== null) return checked(utf8, 'utf-8', file);
  const gb = decoded(bytes, 'gb18030');
  if (gb !== null && hanShare(gb) > 0.3) return checked(gb, 'gb18030', file);
  // Neither is valid throughout: a few torn bytes in UTF-8, or a stranger's code page.
  const lenient = new TextDecoder('utf-8').decode(bytes);
  const lenientGb = new TextDecoder('gb18030').decode(bytes);
  const broken = (text: string) =>
    text.split('\ufffd').length - 1 + (hanShare(text) < 0.3 ? text.length : 0);
  const [text, encoding] =
    broken(lenient) <= broken(lenientGb)
      ? [lenient, 'utf-8' as const]
      : [lenientGb, 'gb18030' as const];
  if (hanShare(text) < 0.05) throw new NianjianError('file-binary', {}, { file });
  const unsure: Problem = {
    code: 'encoding-unsure',
    detail: { encoding },
    place: { file, line: 1 },
  };
  return { ...checked(text, encoding, file), problems: [unsure] };
}

function checked(text: string, encoding: Encoding, file: string): TextFile {
  if (text.trim() === '') throw new NianjianError('file-empty', {}, { file });
  return { text, encoding, problems: [] };
}

/** Null where the bytes are not valid in that encoding. */
function decoded(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Share of Chinese characters and punctuation among what is not ASCII. */
function hanShare(text: string): number {
  const sample = text.slice(0, 20_000).replace(/[\0-\x7f]/g, '');
  if (sample === '') return 1;
  return (
    sample.replace(/[^\u3000-\u303f\u4e00-\u9fff\uff00-\uffef“”‘’—…·]/g, '').length / sample.length
  );
}
