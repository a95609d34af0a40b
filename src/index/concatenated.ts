/** Where each of several parts begins when they stand one after the other; the end is the last. */
export function startsOf(lengths: readonly number[]): Uint32Array {
  const starts = new Uint32Array(lengths.length + 1);
  lengths.forEach((length, i) => {
    starts[i + 1] = (starts[i] as number) + length;
  });
  return starts;
}

export function concatenated(chunks: readonly Uint8Array[]): Uint8Array {
  const starts = startsOf(chunks.map((chunk) => chunk.length));
  const all = new Uint8Array(starts[chunks.length] as number);
  chunks.forEach((chunk, i) => {
    all.set(chunk, starts[i]);
  });
  return all;
}
