import type { Figure } from '../figures/figure.js';
import type { VolumeInfo } from '../reading/volume.js';
import type { Entry } from '../segment/tree.js';
import type { Span } from '../text/span.js';
import { concatenated, startsOf } from './concatenated.js';
import { decodeFigures, encodeFigures } from './figure-code.js';
import { remembered } from './remembered.js';

/** An entry of one of the store's volumes. */
export interface StoredEntry extends Entry {
  /** Position in `volumes`. */
  readonly volume: number;
}

/** Figures as a store keeps them: taken over from another store without being read. */
export interface EncodedFigures {
  readonly json: Uint8Array;
  readonly count: number;
}

/** An entry as a store takes it in, with the figures found in it. */
export interface EntryInput extends StoredEntry {
  readonly figures: readonly Figure[] | EncodedFigures;
}

/** What lists and comparisons need of an entry. */
export type EntryTitle = Pick<StoredEntry, 'id' | 'heading' | 'path' | 'author'>;

/**
 * Text and structure by number, fetched only for the few entries and passages that survive the
 * search. Entries are kept as encoded JSON, parsed when asked for; text as UTF-16, so that
 * spans are offsets. Immutable; goes to disk as it is.
 */
export interface Store {
  readonly volumes: readonly VolumeInfo[];
  readonly entryCount: number;
  readonly passageCount: number;
  readonly sentenceCount: number;
  /** Entry `i`, 0-based in corpus order. Parses JSON unless it was asked for lately. */
  entry(i: number): StoredEntry;
  /** Its figures, as printed. Parses JSON unless they were asked for lately. */
  figures(i: number): readonly Figure[];
  /** What it is called, and by whom it is. Parses JSON, little, unless it was asked for lately. */
  title(i: number): EntryTitle;
  text(i: number): string;
  figuresOf(i: number): EncodedFigures;
  /** Number of the entry that passage `p` belongs to. */
  entryOf(p: number): number;
  volumeOf(entry: number): number;
  /** Passage `p` in its entry's text. */
  passage(p: number): Span;
  passageText(p: number): string;
  /** The sentences of passage `p`, tiling it, in its entry's text. */
  sentences(p: number): readonly Span[];
  /** Passage numbers of an entry. */
  passagesOfEntry(entry: number): Span;
  /** Passage numbers of a volume: consecutive, as entries are. */
  passagesOfVolume(volume: number): Span;
  readonly parts: StoreParts;
}

/** What a store is made of, as it stands on disk. */
export interface StoreParts {
  readonly volumes: readonly VolumeInfo[];
  /** Each entry's {@link EntryTitle} as JSON, one after the other, UTF-8. */
  readonly titles: Uint8Array;
  /** Byte offset of each title, one more than entries. */
  readonly titleStarts: Uint32Array;
  /** The rest of each entry but text and figures as JSON, one after the other, UTF-8. */
  readonly records: Uint8Array;
  /** Byte offset of each entry's JSON, one more than entries. */
  readonly recordStarts: Uint32Array;
  /** The figures of each entry as `figure-code.ts` writes them, one after the other, UTF-8. */
  readonly figures: Uint8Array;
  /** Byte offset of each entry's figures, one more than entries. */
  readonly figureStarts: Uint32Array;
  readonly figureCounts: Uint32Array;
  /** The entries' texts, one after the other, UTF-16. */
  readonly texts: Uint16Array;
  /** Offset of each entry's text in `texts`, one more than entries. */
  readonly textStarts: Uint32Array;
  readonly entryVolumes: Uint16Array;
  /** Number of each entry's first passage, one more than entries. */
  readonly entryPassages: Uint32Array;
  /** By passage: its entry, start and end in the entry's text. */
  readonly passages: Uint32Array;
  /** End of each sentence in its entry's text; the sentences of a passage tile it. */
  readonly sentenceEnds: Uint32Array;
  /** Number of each passage's first sentence, one more than passages. */
  readonly sentenceStarts: Uint32Array;
}

/** @param entries in corpus order: those of a volume stand together, volumes ascending. */
export function buildStore(volumes: readonly VolumeInfo[], entries: readonly EntryInput[]): Store {
  const encode = (value: unknown) => encoder.encode(JSON.stringify(value));
  const titles = entries.map(({ id, heading, path, author }) =>
    encode({ id, heading, path, author } satisfies EntryTitle),
  );
  const records = entries.map(({ source, origin, passages, sentences }) =>
    encode({ source, origin, passages, sentences } satisfies EntryRecord),
  );
  const figures = entries.map(
    (entry): EncodedFigures =>
      'json' in entry.figures
        ? entry.figures
        : { json: encoder.encode(encodeFigures(entry.figures)), count: entry.figures.length },
  );
  const textStarts = startsOf(entries.map(({ text }) => text.length));
  const texts = new Uint16Array(textStarts[entries.length] as number);
  entries.forEach(({ text }, i) => {
    const start = textStarts[i] as number;
    for (let j = 0; j < text.length; j++) texts[start + j] = text.charCodeAt(j);
  });
  const passages: number[] = [];
  const sentenceEnds: number[] = [];
  const sentenceCounts: number[] = [];
  entries.forEach((entry, i) => {
    for (const { start, end } of entry.passages) {
      passages.push(i, start, end);
      const inside = entry.sentences.filter((s) => s.start >= start && s.end <= end);
      for (const sentence of inside) sentenceEnds.push(sentence.end);
      sentenceCounts.push(inside.length);
    }
  });
  return openStore({
    volumes,
    titles: concatenated(titles),
    titleStarts: startsOf(titles.map((title) => title.length)),
    records: concatenated(records),
    recordStarts: startsOf(records.map((record) => record.length)),
    figures: concatenated(figures.map(({ json }) => json)),
    figureStarts: startsOf(figures.map(({ json }) => json.length)),
    figureCounts: Uint32Array.from(figures.map(({ count }) => count)),
    texts,
    textStarts,
    entryVolumes: Uint16Array.from(entries.map(({ volume }) => volume)),
    entryPassages: startsOf(entries.map((entry) => entry.passages.length)),
    passages: Uint32Array.from(passages),
    sentenceEnds: Uint32Array.from(sentenceEnds),
    sentenceStarts: startsOf(sentenceCounts),
  });
}

type EntryRecord = Pick<StoredEntry, 'source' | 'origin' | 'passages' | 'sentences'>;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export function openStore(parts: StoreParts): Store {
  const units = Buffer.from(parts.texts.buffer, parts.texts.byteOffset, parts.texts.byteLength);
  const textSlice = (start: number, end: number) => units.toString('utf16le', start * 2, end * 2);
  const passageCount = parts.passages.length / 3;
  const entryOf = (p: number) => parts.passages[p * 3] as number;
  const passage = (p: number) => ({
    start: parts.passages[p * 3 + 1] as number,
    end: parts.passages[p * 3 + 2] as number,
  });
  const piece = (all: Uint8Array, starts: Uint32Array, i: number) =>
    decoder.decode(all.subarray(starts[i], starts[i + 1]));
  const parsed = <T>(all: Uint8Array, starts: Uint32Array, i: number) =>
    JSON.parse(piece(all, starts, i)) as T;
  const title = remembered((i: number) => parsed<EntryTitle>(parts.titles, parts.titleStarts, i), {
    most: rememberedEntries,
  });
  const text = (i: number) =>
    textSlice(parts.textStarts[i] as number, parts.textStarts[i + 1] as number);
  const volumeSpans = spansByVolume(parts);

  return {
    volumes: parts.volumes,
    entryCount: parts.entryVolumes.length,
    passageCount,
    sentenceCount: parts.sentenceEnds.length,
    entry: remembered(
      (i) => {
        const { id, heading, path, author } = title(i);
        const { source, origin, passages, sentences } = parsed<EntryRecord>(
          parts.records,
          parts.recordStarts,
          i,
        );
        const volume = parts.entryVolumes[i] as number;
        const whole = text(i);
        return {
          id,
          heading,
          path,
          author,
          volume,
          text: whole,
          source,
          origin,
          passages,
          sentences,
        };
      },
      { most: rememberedEntries },
    ),
    figures: remembered(
      (i) => decodeFigures(piece(parts.figures, parts.figureStarts, i), title(i).id, text(i)),
      { most: rememberedEntries },
    ),
    title,
    text,
    figuresOf: (i) => ({
      json: parts.figures.subarray(parts.figureStarts[i], parts.figureStarts[i + 1]),
      count: parts.figureCounts[i] as number,
    }),
    entryOf,
    volumeOf: (entry) => parts.entryVolumes[entry] as number,
    passage,
    passageText: (p) => {
      const base = parts.textStarts[entryOf(p)] as number;
      const { start, end } = passage(p);
      return textSlice(base + start, base + end);
    },
    sentences: (p) => {
      let { start } = passage(p);
      const sentences: Span[] = [];
      const to = parts.sentenceStarts[p + 1] as number;
      for (let s = parts.sentenceStarts[p] as number; s < to; s++) {
        const end = parts.sentenceEnds[s] as number;
        sentences.push({ start, end });
        start = end;
      }
      return sentences;
    },
    passagesOfEntry: (entry) => ({
      start: parts.entryPassages[entry] as number,
      end: parts.entryPassages[entry + 1] as number,
    }),
    passagesOfVolume: (volume) => volumeSpans[volume] ?? { start: 0, end: 0 },
    parts,
  };
}

/** How many entries are kept parsed: many times what one question looks at. */
const rememberedEntries = 256;

function spansByVolume({ passages, entryVolumes }: StoreParts): Span[] {
  const spans: { start: number; end: number }[] = [];
  for (let p = 0; p < passages.length / 3; p++) {
    const volume = entryVolumes[passages[p * 3] as number] as number;
    const span = spans[volume];
    if (span === undefined) spans[volume] = { start: p, end: p + 1 };
    else span.end = p + 1;
  }
  return spans;
}
