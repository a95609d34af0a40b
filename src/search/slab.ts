/**
 * Small arrays of zeros, cut one after the other from large ones: an array of its own costs ten
 * times as much, and a question needs hundreds. A large one lives as long as any of its pieces.
 */
export const slab = Object.freeze({
  bytes: pieces((length) => new Uint8Array(length)),
  counts: pieces((length) => new Uint16Array(length)),
  numbers: pieces((length) => new Float64Array(length)),
});

function pieces<T extends Uint8Array | Uint16Array | Float64Array>(
  create: (length: number) => T,
): (length: number) => T {
  let whole = create(0);
  let used = 0;
  return (length) => {
    if (used + length > whole.length) {
      whole = create(Math.max(wholeLength, length));
      used = 0;
    }
    used += length;
    return whole.subarray(used - length, used) as T;
  };
}

const wholeLength = 1 << 15;
