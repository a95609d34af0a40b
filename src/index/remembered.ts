/**
 * The same function, its latest results at hand: at least `most`, and not twice as many. What was
 * not asked for while `most` others were is forgotten, a generation at a time, so that a result at
 * hand costs one look-up and nothing is moved about.
 *
 * @param sizeOf what a result counts for; 1 by default
 */
export function remembered<K, T>(
  read: (key: K) => T,
  { most, sizeOf = () => 1 }: { readonly most: number; readonly sizeOf?: (value: T) => number },
): (key: K) => T {
  let older = new Map<K, T>();
  let newer = new Map<K, T>();
  let size = 0;
  return (key) => {
    const known = newer.get(key);
    if (known !== undefined) return known;
    const value = older.get(key) ?? read(key);
    newer.set(key, value);
    size += sizeOf(value);
    if (size >= most) {
      older = newer;
      newer = new Map();
      size = 0;
    }
    return value;
  };
}
