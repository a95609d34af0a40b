/** How many of `length` ascending values lie below a limit; logarithmic in their number. */
export function countBelow(length: number, valueAt: (i: number) => number, limit: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (valueAt(middle) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
