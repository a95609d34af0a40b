export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

/** What bytes most likely say. */
export interface Guess {
  readonly text: string;
  readonly encoding: Encoding;
  /** False where bytes are torn or another encoding is possible. */
  readonly sure: boolean;
}

/** Shares that tell Chinese text from what only happens to decode; found on text and on noise. */
const limits = Object.freeze({
  /** Han and its punctuation among what is not ASCII: above it, the text is Chinese. */
  chinese: 0.7,
  /** Below it, no Chinese text at all. */
  foreign: 0.3,
  /** GB 2312's everyday characters among pairs of bytes: Chinese has over 0.9, Big5 read as GB under 0.5. */
  common: 0.7,
  /** Control characters: text has none. */
  controls: 0.005,
});

/**
 * UTF-16 by its mark, UTF-8 where the bytes are valid UTF-8, else GB18030; a byte order mark is
 * dropped. Torn bytes become U+FFFD and make the guess unsure. Null where the bytes are no text.
 */
export function guessEncoding(bytes: Uint8Array): Guess | null {
  const marked = utf16Of(bytes);
  if (marked !== null) {
    const text = strictly(bytes, marked);
    return { text: text ?? leniently(bytes, marked), encoding: marked, sure: text !== null };
  }
  if (bytes.subarray(0, 65_536).includes(0)) return null;
  const utf8 = leniently(bytes, 'utf-8');
  if (controlShare(utf8) > limits.controls) return null;
  if (strictly(bytes, 'utf-8') !== null) return { text: utf8, encoding: 'utf-8', sure: true };
  // Torn UTF-8 is mostly valid GB as well, so it is asked first.
  if (chineseShare(utf8) > limits.chinese) return { text: utf8, encoding: 'utf-8', sure: false };
  const strict = strictly(bytes, 'gb18030');
  const gb = strict ?? leniently(bytes, 'gb18030');
  if (chineseShare(gb) <= limits.foreign) return null;
  const sure = strict !== null && commonShare(bytes) >= limits.common;
  return { text: gb, encoding: 'gb18030', sure };
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

/** Null where the bytes are not valid in that encoding. */
function strictly(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function leniently(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** Chinese characters and punctuation among what is not ASCII; 1 where all is ASCII. */
function chineseShare(text: string): number {
  const sample = text.slice(0, 100_000).replace(/[\0-\x7f\u00a0]/g, '');
  if (sample === '') return 1;
  const foreign = sample.replace(
    /[\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\ue000-\uf8ff\uff00-\uffef“”‘’—…·]/g,
    '',
  );
  return 1 - foreign.length / sample.length;
}

/** Bytes read as GB pairs: the share of first-level characters, rows 16 to 55, and punctuation. */
function commonShare(bytes: Uint8Array): number {
  let pairs = 0;
  let common = 0;
  const end = Math.min(bytes.length, 200_000) - 1;
  for (let i = 0; i < end; i++) {
    const lead = bytes[i] as number;
    if (lead < 0x81) continue;
    const trail = bytes[++i] as number;
    pairs++;
    if (trail >= 0xa1 && (lead === 0xa1 || lead === 0xa3 || (lead >= 0xb0 && lead <= 0xd7))) {
      common++;
    }
  }
  return pairs === 0 ? 0 : common / pairs;
}

function controlShare(text: string): number {
  const sample = text.slice(0, 100_000);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is counted
  return (sample.match(/[\x00-\x08\x0e-\x19\x1b-\x1f\x7f]/g)?.length ?? 0) / (sample.length || 1);
}
