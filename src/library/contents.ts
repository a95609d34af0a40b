import { bare } from '../analysis/section-keys.js';
import type { Store } from '../index/store.js';
import { normalise } from '../text/normalise.js';

/** Table of contents: volumes in corpus order. */
export interface ContentsVolume {
  readonly name: string;
  readonly sections: readonly ContentsSection[];
}

export interface ContentsSection {
  /** Outermost first; empty for entries that stand in none. */
  readonly path: readonly string[];
  readonly entries: readonly { readonly number: number; readonly heading: string }[];
}

/**
 * The whole table, or the part whose headings or section names hold the word.
 * @param word as typed; empty for the whole
 */
export function contentsOf(store: Store, word = ''): ContentsVolume[] {
  const wanted = bare(normalise(word));
  const volumes = store.volumes.map(({ name }) => ({
    name,
    sections: [] as { path: readonly string[]; entries: { number: number; heading: string }[] }[],
  }));
  for (let number = 0; number < store.entryCount; number++) {
    const { heading, path } = store.title(number);
    const volume = volumes[store.volumeOf(number)];
    if (volume === undefined) continue;
    if (!bare(normalise([volume.name, ...path, heading].join(' '))).includes(wanted)) continue;
    const last = volume.sections.at(-1);
    if (last !== undefined && last.path.join('\n') === path.join('\n')) {
      last.entries.push({ number, heading });
    } else {
      volume.sections.push({ path, entries: [{ number, heading }] });
    }
  }
  return volumes.filter(({ sections }) => sections.length > 0);
}
