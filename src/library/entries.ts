import { createHash } from 'node:crypto';
import { bare } from '../analysis/section-keys.js';
import type { CitedEntry } from '../answer/answer.js';
import { noPause, type Pause } from '../index/slices.js';
import type { Store } from '../index/store.js';
import { normalise } from '../text/normalise.js';

/** An entry as a list shows it. */
export interface EntryTitle {
  readonly id: string;
  readonly volume: string;
  readonly heading: string;
}

/** 篇, as a list shows it: entries that stand together under one path. */
export interface SectionTitle {
  /** 12 characters, from volume and path: the same after a reload. */
  readonly key: string;
  readonly path: readonly string[];
  readonly entries: readonly EntryTitle[];
}

export interface VolumeTitle {
  /** 12 characters, from the name. */
  readonly key: string;
  readonly name: string;
  readonly sections: readonly SectionTitle[];
}

/** What lists and buttons ask of a corpus. */
export interface Catalogue {
  /** In corpus order. */
  readonly volumes: readonly VolumeTitle[];
  entry(id: string): CitedEntry | null;
  /** Entries whose heading, path or volume holds the word; those whose heading does come first. */
  find(word: string): readonly EntryTitle[];
}

/** Reads every title once: some 20 ms a thousand entries, in slices. */
export async function createCatalogue(store: Store, pause: Pause = noPause): Promise<Catalogue> {
  const numbers = new Map<string, number>();
  const titles: { readonly title: EntryTitle; readonly heading: string; readonly all: string }[] =
    [];
  const volumes = store.volumes.map(({ name }) => ({
    key: keyOf(name),
    name,
    sections: [] as (SectionTitle & { entries: EntryTitle[] })[],
  }));
  let place = '';
  let around = '';
  for (let number = 0; number < store.entryCount; number++) {
    await pause();
    const { id, heading, path } = store.title(number);
    const volume = volumes[store.volumeOf(number)];
    if (volume === undefined) continue;
    numbers.set(id, number);
    const title = { id, volume: volume.name, heading };
    const standsIn = [volume.name, ...path].join('\n');
    const last = volume.sections.at(-1);
    if (last !== undefined && standsIn === place) {
      last.entries.push(title);
    } else {
      place = standsIn;
      around = bare(normalise([volume.name, ...path].join(' ')));
      volume.sections.push({ key: keyOf(place), path, entries: [title] });
    }
    const own = bare(normalise(heading));
    titles.push({ title, heading: own, all: around + own });
  }
  return {
    volumes: volumes.filter(({ sections }) => sections.length > 0),
    entry: (id) => {
      const number = numbers.get(id);
      return number === undefined ? null : citedEntry(store, number);
    },
    find: (word) => {
      const wanted = bare(normalise(word));
      if (wanted === '') return [];
      const found = titles.filter(({ all }) => all.includes(wanted));
      const named = ({ heading }: { heading: string }) => (heading.includes(wanted) ? 0 : 1);
      return found.sort((a, b) => named(a) - named(b)).map(({ title }) => title);
    },
  };
}

function citedEntry(store: Store, number: number): CitedEntry {
  const { id, volume, path, heading, text, author, source } = store.entry(number);
  const { name, year } = store.volumes[volume] ?? { name: '', year: null };
  return { id, volume: name, year, path, heading, text, author, source };
}

function keyOf(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 12);
}
