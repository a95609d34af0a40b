import {
  matchClasses,
  type SectionEntry,
  type SectionIndex,
  type SectionMatch,
} from '../../src/index/section-index.js';

/** The SectionIndex port with nothing clever in it: looks at every key of every entry. */
export function naiveSections(entries: readonly SectionEntry[]): SectionIndex {
  const matches = { word: (key: string, own: string) => own === key, prefix: startsWith };
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
              own[matchClass]?.some((one) => matches[matchClass](key, one)),
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

function startsWith(key: string, own: string): boolean {
  return own.startsWith(key);
}
