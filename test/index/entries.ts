import type { Figure } from '../../src/figures/figure.js';
import type { EntryInput, StoredEntry } from '../../src/index/store.js';
import type { VolumeInfo } from '../../src/reading/volume.js';
import { passagesAndSentences } from '../../src/segment/passages.js';

/** An entry as the corpus's reading would give it, for a test to name what matters. */
export function storedEntry(
  heading: string,
  text: string,
  { volume = 0, path = [] as readonly string[] } = {},
): EntryInput & { readonly figures: readonly Figure[] } {
  return {
    id: `id-${heading.length}-${text.length}`,
    path,
    heading,
    text,
    author: null,
    source: { file: 'a.txt', line: 1, start: 0, end: heading.length + 2 + text.length },
    origin: [{ at: 0, source: heading.length + 2, length: text.length }],
    ...passagesAndSentences(text),
    volume,
    figures: [],
  };
}

/** The entry itself, as a store gives it back. */
export function withoutFigures({ figures: _, ...entry }: EntryInput): StoredEntry {
  return entry;
}

export function volumeOf(title: string, edition: number): VolumeInfo {
  return { title, name: `${title} ${edition}卷`, edition, year: edition - 1, region: null };
}
