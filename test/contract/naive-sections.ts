import {
  formOf,
  type MatchClass,
  matchClasses,
  type SectionEntry,
  type SectionIndex,
  type SectionMatch,
} from '../../src/index/section-index.js';

/** The SectionIndex port with nothing clever in it: looks at every key of every entry. */
export function naiveSections(entries: readonly SectionEntry[]): SectionIndex {
  return {
    find: async (keys, limit) => {
      const found: SectionMatch[] = [];
      for (const matchClass of matchClasses) {
        const wanted = [...new Set(keys[matchClass])].filter((key) => key !== '');
        const inClass = entries
          .filter(({ id }) => found.every((match) => match.id !== id))
          .map(({ id, keys: own }) => ({
            id,
            matchClass,
            matched: wanted.filter((key) =>
              own[formOf[matchClass]]?.some((one) => one !== '' && matches[matchClass](key, one)),
            ).length,
          }))
          .filter(({ matched }) => matched > 0)
          .sort((a, b) => b.matched - a.matched || a.id - b.id);
        found.push(...inClass);
      }
      return found.slice(0, limit);
    },
    without: async (ids) => naiveSections(entries.filter(({ id }) => !ids.has(id))),
  };
}

const equal = (key: string, own: string) => own === key;

const matches: Readonly<Record<MatchClass, (key: string, own: string) => boolean>> = {
  word: equal,
  prefix: (key, own) => own.startsWith(key),
  pinyin: equal,
  initials: equal,
  edit: (key, own) => key.length > 1 && distance(key, own) <= 1,
};

/** Levenshtein's distance, by the book. */
function distance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  if (a[0] === b[0]) return distance(a.slice(1), b.slice(1));
  // Three ways at each step: past two the answer no longer matters.
  if (Math.abs(a.length - b.length) > 1) return 2;
  return 1 + nearest(a, b);
}

function nearest(a: string, b: string): number {
  const rests: [string, string][] = [
    [a.slice(1), b.slice(1)],
    [a.slice(1), b],
    [a, b.slice(1)],
  ];
  return Math.min(...rests.map(([x, y]) => (x === y ? 0 : 1)));
}
