/** A line of a stream. */
export interface StreamLine {
  /** From 1. */
  readonly number: number;
  /** Without its end; null where it is longer than the limit and was dropped. */
  readonly text: string | null;
}

/** Lines of a stream, ended by LF or CRLF, holding no more than one of them and a piece in memory. */
export async function* linesOf(
  pieces: AsyncIterable<string>,
  maxChars: number,
): AsyncGenerator<StreamLine> {
  let number = 1;
  let parts: string[] = [];
  let length = 0;
  const end = (): StreamLine => {
    const text = length > maxChars ? null : parts.join('').replace(/\r$/, '');
    parts = [];
    length = 0;
    return { number: number++, text };
  };
  const add = (part: string) => {
    length += part.length;
    if (length <= maxChars) parts.push(part);
    else parts = [];
  };
  for await (const piece of pieces) {
    let from = 0;
    for (let at = piece.indexOf('\n'); at >= 0; at = piece.indexOf('\n', from)) {
      add(piece.slice(from, at));
      yield end();
      from = at + 1;
    }
    if (from < piece.length) add(piece.slice(from));
  }
  if (length > 0) yield end();
}

/** A run of whole lines of a stream. */
export interface Block {
  readonly text: string;
  /** Offset of the block in the stream, and the number of its first line. */
  readonly start: number;
  readonly line: number;
}

/** Blocks of at least `chars` characters, each but the last ending with a line where there is one. */
export async function* blocksOf(
  pieces: AsyncIterable<string>,
  chars: number,
): AsyncGenerator<Block> {
  let held: string[] = [];
  let length = 0;
  let start = 0;
  let line = 1;
  const take = (text: string): Block => {
    const block = { text, start, line };
    start += text.length;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) line++;
    return block;
  };
  for await (const piece of pieces) {
    held.push(piece);
    length += piece.length;
    if (length < chars) continue;
    const text = held.join('');
    const cut = text.lastIndexOf('\n') + 1 || text.length;
    yield take(text.slice(0, cut));
    held = cut < text.length ? [text.slice(cut)] : [];
    length = text.length - cut;
  }
  if (length > 0) yield take(held.join(''));
}
