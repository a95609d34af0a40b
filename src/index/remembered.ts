/**
 * The same function, its latest results at hand: at least `most`, and not twice as many. What was
 * not asked for while `most` others were is forgotten, a generation at a time, so that a result at
 * hand costs one look-up and nothing is moved about.
 *
 * @param sizeOf what a result counts for; 1 by default
 */
export function remembered<T>(
  read: (i: number) => T,
  { most, sizeOf = () => 1 }: { readonly most: number; readonly sizeOf?: (value: T) => number },
): (i: number) => T {
  let older = new Map<number, T>();
  let newer = new Map<number, T>();
  let size = 0;
  return (i) => {
    const known = newer.get(i);
    if (known !== undefined) return known;
    const value = older.get(i) ?? read(i);
    newer.set(i, value);
    size += sizeOf(value);
    if (size >= most) {
      older = newer;
      newer = new Map();
      size = 0;
    }
    return value;
  };
}
