import type { Analyzer } from '../analysis/analyzer.js';
import { spell } from '../analysis/pinyin.js';
import { sectionKeysOf } from '../analysis/section-keys.js';
import type { VolumeInfo } from '../reading/volume.js';
import { normalise } from '../text/normalise.js';
import { type CountedPassage, countTerms } from './counted.js';
import { flexsearchSections } from './flexsearch-sections.js';
import { buildSectionTables, byKeyForm, keysByEntry, type SectionTables } from './key-table.js';
import type { PassageIndex, PassageTerms } from './passage-index.js';
import { buildPostings } from './posting-build.js';
import { type Postings, postingsIndex } from './postings.js';
import { keyForms, type SectionEntry, type SectionIndex } from './section-index.js';
import type { Pause } from './slices.js';
import type { Section, Sections } from './snapshot.js';
import { buildStore, type EntryInput, openStore, type Store } from './store.js';
import { buildTitleTables, type TitleTables } from './titles.js';
import { buildVocabulary, openVocabulary, type Vocabulary } from './vocabulary.js';

/** A corpus made ready to be asked. Immutable. */
export interface CorpusIndex {
  readonly store: Store;
  readonly passages: PassageIndex;
  readonly sections: SectionIndex;
  readonly vocabulary: Vocabulary;
  readonly titles: TitleTables;
}

/**
 * Indexes entries that were read and cut. Blocks while it runs: about a second a million
 * characters.
 *
 * @param entries in corpus order: those of a volume stand together, volumes ascending.
 */
export function buildCorpusIndex(
  volumes: readonly VolumeInfo[],
  entries: readonly EntryInput[],
  analyzer: Analyzer,
): { readonly index: CorpusIndex; readonly sections: Sections } {
  const sections = buildSections({ volumes, entries, analyzer });
  const found = flexsearchSections(sectionTablesOf('heading', sections));
  return { index: assemble(storeOf(volumes, sections), sections, found), sections };
}

/** What an index is built from; entries in corpus order, volumes ascending. */
export interface IndexInput {
  readonly volumes: readonly VolumeInfo[];
  readonly entries: readonly EntryInput[];
  readonly analyzer: Analyzer;
  /** Another index by the same analyzer, and which of its entries each entry is, unchanged. */
  readonly reuse?: {
    readonly sections: Sections;
    readonly numberOf: (entry: number) => number | undefined;
  };
  readonly onEntry?: (entry: number) => void;
}

/** All that an index is made of, as it goes to disk: the same with and without `reuse`. */
export function buildSections(input: IndexInput): Sections {
  const { volumes, entries } = input;
  const { volumes: _, ...parts } = buildStore(volumes, entries).parts;
  const postings = buildPostings(passagesOf(input));
  const tables = buildSectionTables(sectionEntries(input));
  const { tables: words, frequencies } = buildVocabulary(postings, input.analyzer, spell);
  const { ids, idEntries, sectionStarts, names, headingStarts } = buildTitleTables(
    volumes,
    entries,
  );
  return {
    ...parts,
    ...postings,
    ...{ 'title.id.units': ids.units, 'title.id.starts': ids.starts, 'title.idEntries': idEntries },
    ...{ 'title.name.units': names.units, 'title.name.starts': names.starts },
    ...{ 'title.sectionStarts': sectionStarts, 'title.headingStarts': headingStarts },
    ...sectionsOf('heading', tables),
    ...sectionsOf('word', words),
    wordFrequencies: frequencies,
  };
}

/**
 * The index of a snapshot's sections, as {@link buildSections} gave them.
 *
 * @param pause given where questions wait beside: what finds headings is then made ready at once, in
 *   slices, else when a question first needs it
 */
export async function openCorpusIndex(
  volumes: readonly VolumeInfo[],
  sections: Sections,
  pause?: Pause,
): Promise<CorpusIndex> {
  const found = flexsearchSections(sectionTablesOf('heading', sections));
  if (pause !== undefined) await found.prepare(pause);
  return assemble(storeOf(volumes, sections), sections, found);
}

/** The texts and titles of a snapshot, without what finds them. */
export function storeOf(volumes: readonly VolumeInfo[], sections: Sections): Store {
  const part = partsOf(sections);
  return openStore({
    volumes,
    titles: part('titles'),
    titleStarts: part('titleStarts'),
    records: part('records'),
    recordStarts: part('recordStarts'),
    figures: part('figures'),
    figureStarts: part('figureStarts'),
    figureCounts: part('figureCounts'),
    texts: part('texts'),
    textStarts: part('textStarts'),
    entryVolumes: part('entryVolumes'),
    entryPassages: part('entryPassages'),
    passages: part('passages'),
    sentenceEnds: part('sentenceEnds'),
    sentenceStarts: part('sentenceStarts'),
  });
}

function titlesOf(sections: Sections): TitleTables {
  const part = partsOf(sections);
  return {
    ids: { units: part('title.id.units'), starts: part('title.id.starts') },
    idEntries: part('title.idEntries'),
    sectionStarts: part('title.sectionStarts'),
    names: { units: part('title.name.units'), starts: part('title.name.starts') },
    headingStarts: part('title.headingStarts'),
  };
}

function postingsOf(sections: Sections): Postings {
  const part = partsOf(sections);
  return {
    units: part('units'),
    starts: part('starts'),
    runs: part('runs'),
    frequencies: part('frequencies'),
    bytes: part('bytes'),
    ids: part('ids'),
    lengths: part('lengths'),
  };
}

/** A section by its name; one that is missing fails here rather than in the middle of a question. */
function partsOf(sections: Sections): <T extends Section>(name: string) => T {
  return <T extends Section>(name: string) => {
    const section = sections[name];
    if (section === undefined) throw new Error(`the snapshot has no section ${name}`);
    return section as T;
  };
}

function assemble(store: Store, sections: Sections, found: SectionIndex): CorpusIndex {
  const vocabulary = openVocabulary({
    tables: sectionTablesOf('word', sections),
    frequencies: partsOf(sections)('wordFrequencies'),
  });
  return {
    ...{ store, vocabulary, sections: found },
    passages: postingsIndex(postingsOf(sections)),
    titles: titlesOf(sections),
  };
}

function* sectionEntries({ entries, analyzer, reuse }: IndexInput): Generator<SectionEntry> {
  const keysOf = sectionKeysOf(analyzer, spell);
  const held = reuse && keysByEntry(sectionTablesOf('heading', reuse.sections));
  for (const [id, { heading, path }] of entries.entries()) {
    const known = reuse?.numberOf(id);
    const keys = held !== undefined && known !== undefined ? held(known) : keysOf(heading, path);
    yield { id, keys };
  }
}

function sectionsOf(of: 'heading' | 'word', tables: SectionTables): Sections {
  return Object.fromEntries(
    keyForms.flatMap((form) =>
      Object.entries(tables[form]).map(([part, array]) => [
        `${of}.${form}.${part}`,
        array as Section,
      ]),
    ),
  );
}

function sectionTablesOf(of: 'heading' | 'word', sections: Sections): SectionTables {
  const part = partsOf(sections);
  return byKeyForm((form) => ({
    units: part(`${of}.${form}.units`),
    starts: part(`${of}.${form}.starts`),
    entryStarts: part(`${of}.${form}.entryStarts`),
    entries: part(`${of}.${form}.entries`),
  }));
}

function* passagesOf(input: IndexInput): Generator<PassageTerms | CountedPassage> {
  const { volumes, entries, analyzer, reuse } = input;
  const counted = reuse && countTerms(postingsOf(reuse.sections));
  const firsts = reuse && partsOf(reuse.sections)<Uint32Array>('entryPassages');
  let id = 0;
  for (const [i, entry] of entries.entries()) {
    input.onEntry?.(i);
    const known = reuse?.numberOf(i);
    if (counted !== undefined && firsts !== undefined && known !== undefined) {
      for (const [j] of entry.passages.entries()) {
        yield { id: id++, from: counted, slot: (firsts[known] as number) + j };
      }
      continue;
    }
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
