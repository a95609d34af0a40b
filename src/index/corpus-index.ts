import type { Analyzer } from '../analysis/analyzer.js';
import { type Keys, sectionKeys } from '../analysis/section-keys.js';
import type { VolumeInfo } from '../reading/volume.js';
import { normalise } from '../text/normalise.js';
import { flexsearchSections } from './flexsearch-sections.js';
import type { PassageIndex, PassageTerms } from './passage-index.js';
import { buildPostings, type Postings, postingsIndex } from './postings.js';
import type { SectionIndex } from './section-index.js';
import type { Section, Sections } from './snapshot.js';
import { buildStore, openStore, type Store, type StoredEntry } from './store.js';

/** A corpus made ready to be asked. Immutable. */
export interface CorpusIndex {
  readonly store: Store;
  readonly passages: PassageIndex;
  readonly sections: SectionIndex;
}

/**
 * Indexes entries that were read and cut. Blocks while it runs: about a second a million
 * characters.
 *
 * @param entries in corpus order: those of a volume stand together, volumes ascending.
 */
export function buildCorpusIndex(
  volumes: readonly VolumeInfo[],
  entries: readonly StoredEntry[],
  analyzer: Analyzer,
): { readonly index: CorpusIndex; readonly sections: Sections } {
  const store = buildStore(volumes, entries);
  const postings = buildPostings(passageTerms(volumes, entries, analyzer));
  const keys = entries.map(({ heading, path }) => sectionKeys(heading, path, analyzer));
  return { index: assemble(store, postings, keys), sections: toSections(store, postings, keys) };
}

/** The index of a snapshot's sections, as {@link buildCorpusIndex} gave them. */
export function openCorpusIndex(volumes: readonly VolumeInfo[], sections: Sections): CorpusIndex {
  const part = <T extends Section>(name: string) => sections[name] as T;
  const store = openStore({
    volumes,
    titles: part<Uint8Array>('titles'),
    titleStarts: part<Uint32Array>('titleStarts'),
    records: part<Uint8Array>('records'),
    recordStarts: part<Uint32Array>('recordStarts'),
    texts: part<Uint16Array>('texts'),
    textStarts: part<Uint32Array>('textStarts'),
    entryVolumes: part<Uint16Array>('entryVolumes'),
    entryPassages: part<Uint32Array>('entryPassages'),
    passages: part<Uint32Array>('passages'),
    sentenceEnds: part<Uint32Array>('sentenceEnds'),
    sentenceStarts: part<Uint32Array>('sentenceStarts'),
  });
  const postings: Postings = {
    units: part<Uint16Array>('units'),
    starts: part<Uint32Array>('starts'),
    runs: part<Uint32Array>('runs'),
    frequencies: part<Uint32Array>('frequencies'),
    bytes: part<Uint8Array>('bytes'),
    ids: part<Uint32Array>('ids'),
    lengths: part<Uint32Array>('lengths'),
  };
  const keys = JSON.parse(new TextDecoder().decode(part<Uint8Array>('keys'))) as Keys[];
  return assemble(store, postings, keys);
}

function assemble(store: Store, postings: Postings, keys: readonly Keys[]): CorpusIndex {
  const sections = flexsearchSections(keys.map((own, id) => ({ id, keys: own })));
  return { store, passages: postingsIndex(postings), sections };
}

function* passageTerms(
  volumes: readonly VolumeInfo[],
  entries: readonly StoredEntry[],
  analyzer: Analyzer,
): Generator<PassageTerms> {
  let id = 0;
  for (const entry of entries) {
    const heading = analyzer.terms(normalise(entry.heading));
    const path = analyzer.terms(
      normalise([volumes[entry.volume]?.name ?? '', ...entry.path].join(' ')),
    );
    for (const { start, end } of entry.passages) {
      const body = analyzer.terms(normalise(entry.text.slice(start, end)));
      yield { id: id++, terms: { body, heading, path } };
    }
  }
}

function toSections(store: Store, postings: Postings, keys: readonly Keys[]): Sections {
  const { volumes: _, ...parts } = store.parts;
  return { ...parts, ...postings, keys: new TextEncoder().encode(JSON.stringify(keys)) };
}
