import { createHash } from 'node:crypto';
import { bare } from '../analysis/section-keys.js';
import type { CitedEntry } from '../answer/answer.js';
import { noPause, type Pause } from '../index/slices.js';
import type { Store } from '../index/store.js';
import { entriesNamed, entryWithId, type TitleTables } from '../index/titles.js';
import { normalise } from '../text/normalise.js';

/** An entry as a list shows it. */
export interface EntryTitle {
  readonly id: string;
  readonly volume: string;
  readonly heading: string;
}

/** A list of entries, read where it is looked at: it may be as long as the corpus. */
export interface EntryTitles {
  readonly length: number;
  /** As of an array. */
  slice(start: number, end: number): readonly EntryTitle[];
}

/** 篇, as a list shows it: entries that stand together under one path. */
export interface SectionTitle {
  /** 12 characters, from volume and path: the same after a reload. */
  readonly key: string;
  readonly path: readonly string[];
  readonly entries: EntryTitles;
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
  /** The section that an entry stands in. */
  sectionOf(id: string): SectionTitle | null;
  /** Entries whose heading, path or volume holds the word; those whose heading does come first. */
  find(word: string): EntryTitles;
}

/** Reads one title of each section. */
export async function createCatalogue(
  store: Store,
  titles: TitleTables,
  pause: Pause = noPause,
): Promise<Catalogue> {
  const volumes = store.volumes.map(({ name }) => ({
    key: keyOf(name),
    name,
    sections: [] as SectionTitle[],
  }));
  const { sectionStarts } = titles;
  const sections: SectionTitle[] = [];
  for (let s = 0; s < sectionStarts.length; s++) {
    await pause();
    const start = sectionStarts[s] as number;
    const end = sectionStarts[s + 1] ?? store.entryCount;
    const { path } = store.title(start);
    const volume = volumes[store.volumeOf(start)];
    const section = {
      key: keyOf([volume?.name, ...path].join('\n')),
      path,
      entries: titlesOf(store, end - start, (i) => start + i),
    };
    sections.push(section);
    volume?.sections.push(section);
  }
  return {
    volumes: volumes.filter(({ sections }) => sections.length > 0),
    entry: (id) => {
      const number = entryWithId(titles, id);
      return number === undefined ? null : citedEntry(store, number);
    },
    sectionOf: (id) => {
      const number = entryWithId(titles, id);
      if (number === undefined) return null;
      return sections[sectionStarts.findLastIndex((start) => start <= number)] ?? null;
    },
    find: (word) => {
      const found = entriesNamed(titles, bare(normalise(word)));
      return titlesOf(store, found.length, (i) => found[i] as number);
    },
  };
}

function titlesOf(store: Store, length: number, numberOf: (i: number) => number): EntryTitles {
  const titleOf = (i: number) => {
    const number = numberOf(i);
    const { id, heading } = store.title(number);
    return { id, volume: store.volumes[store.volumeOf(number)]?.name ?? '', heading };
  };
  return {
    length,
    slice: (start, end) => {
      const count = Math.max(0, Math.min(end, length) - start);
      return Array.from({ length: count }, (_, i) => titleOf(start + i));
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
