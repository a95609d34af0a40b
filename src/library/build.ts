import type { Lexicons } from '../analysis/lexicons.js';
import type { Problem } from '../errors.js';
import { createExtractor } from '../figures/extract.js';
import { buildSections, storeOf } from '../index/corpus-index.js';
import type { Sections, Snapshot, SnapshotKey } from '../index/snapshot.js';
import type { EntryInput, Store } from '../index/store.js';
import type { VolumeInfo } from '../reading/volume.js';
import { type KeptFile, type Segmentation, segmentCorpus } from '../segment/corpus.js';
import { type Comparison, compareEntries } from './compare.js';
import { figureTables } from './figure-tables.js';
import { hashOf, type Inputs } from './inputs.js';
import { BuildRefused } from './refused.js';
import type { OnStep } from './steps.js';

/** What a snapshot tells of itself beside its sections. */
export interface SnapshotMeta {
  readonly volumes: readonly VolumeInfo[];
  readonly report: SnapshotReport;
  /** The corpus folder as configured. */
  readonly corpusDir: string;
  /** What went in. */
  readonly files: readonly FileRecord[];
  /** {@link Lexicons} as read: the words by which it is to be asked. */
  readonly lexicons: Lexicons['lines'];
}

export interface FileRecord {
  readonly file: string;
  /** Of the text; of a broken file that of the text its entries come from. */
  readonly hash: string;
  readonly volume: string | null;
  readonly entries: number;
}

export interface SnapshotReport {
  readonly volumes: number;
  readonly entries: number;
  readonly passages: number;
  readonly sentences: number;
  readonly figures: number;
  readonly duplicates: number;
}

/** A generation that another is built after: compared with it, and out of what did not change. */
export interface Before {
  readonly key: SnapshotKey;
  readonly meta: SnapshotMeta;
  readonly sections: Sections;
  readonly store: Store;
}

export function beforeOf({ key, meta, sections }: Snapshot): Before {
  const known = meta as SnapshotMeta;
  return { key, meta: known, sections, store: storeOf(known.volumes, sections) };
}

/** A corpus cut into entries, and how it differs from the one before. */
export interface Cut {
  readonly key: SnapshotKey;
  readonly segmentation: Segmentation;
  readonly files: readonly FileRecord[];
  readonly entries: number;
  /** Null where there is none before. */
  readonly comparison: Comparison | null;
}

/** Cuts what was read; where a file is broken, its entries of before stand in. */
export function cutInputs(inputs: Inputs, before: Before | null): Cut {
  const segmentation = segmentCorpus(inputs.corpus, before === null ? undefined : keeper(before));
  const known = new Map(before?.meta.files.map((record) => [record.file, record]));
  const texts = new Map(inputs.corpus.files.map(({ file, text }) => [file, text]));
  const files = segmentation.files.map(({ file, volume, entries, kept }): FileRecord => {
    const hash = (kept ? known.get(file)?.hash : undefined) ?? hashOf(texts.get(file) ?? '');
    return { file, hash, volume, entries };
  });
  const kept = segmentation.files.filter((file) => file.kept).map(({ file }) => file);
  const keptHashes = files.filter(({ file }) => kept.includes(file)).map((f) => JSON.stringify(f));
  return {
    key: inputs.keyOf(keptHashes.join('\n')),
    segmentation,
    files,
    entries: segmentation.volumes.reduce((sum, { entries }) => sum + entries.length, 0),
    comparison: before === null ? null : compareEntries(before.store, segmentation.volumes),
  };
}

/** The entries of before by file; read only where a file is broken. */
function keeper({ store, meta }: Before): (file: string) => KeptFile | undefined {
  let byFile: Map<string, number[]> | undefined;
  return (file) => {
    if (!meta.files.some((record) => record.file === file && record.entries > 0)) return undefined;
    if (byFile === undefined) {
      byFile = new Map();
      for (let i = 0; i < store.entryCount; i++) {
        const { source } = store.entry(i);
        byFile.set(source.file, [...(byFile.get(source.file) ?? []), i]);
      }
    }
    const entries = (byFile.get(file) ?? []).map((i) => store.entry(i));
    const volume = store.volumes[entries[0]?.volume ?? -1];
    return volume === undefined ? undefined : { volume, entries };
  };
}

/** An index as it goes to disk. */
export interface Built {
  readonly meta: SnapshotMeta;
  readonly sections: Sections;
  /** Entries taken over from the generation before. */
  readonly reused: number;
}

/**
 * Extracts and indexes what was cut; entries that did not change, nor what reads them, are taken
 * over. Gives way between entries, so that an abort is noticed.
 *
 * @throws BuildRefused `corpus-empty`, `corpus-unreadable`; NianjianError `jieba-missing`
 */
export async function buildCut(
  cut: Cut,
  inputs: Inputs,
  before: Before | null,
  onStep?: OnStep,
): Promise<Built> {
  const { corpus, lexicons, analyzer } = inputs;
  if (cut.entries === 0) throw emptyCorpus(cut, corpus.dir);
  const sameAnalysis = before !== null && before.key.analysis === cut.key.analysis;
  const unchanged = sameAnalysis ? (cut.comparison?.unchanged ?? new Map()) : new Map();
  const extract = createExtractor(figureTables(lexicons.lines));
  const entries: EntryInput[] = [];
  for (const [number, volume] of cut.segmentation.volumes.entries()) {
    for (const entry of volume.entries) {
      const place = entries.length;
      if (place % 64 === 0) {
        onStep?.('extract', place, cut.entries);
        await new Promise((resolve) => setImmediate(resolve));
      }
      const known = unchanged.get(place);
      const context = { entryId: entry.id, defaultYear: volume.year, heading: entry.heading };
      const figures =
        before !== null && known !== undefined
          ? before.store.figuresOf(known)
          : extract(entry.text, context);
      entries.push({ ...entry, volume: number, figures });
    }
  }
  onStep?.('index', 0, cut.entries);
  const volumes = cut.segmentation.volumes.map(({ entries: _, ...info }) => info);
  const sections = buildSections({
    volumes,
    entries,
    analyzer,
    ...(before !== null &&
      unchanged.size > 0 && {
        reuse: { sections: before.sections, numberOf: (place: number) => unchanged.get(place) },
      }),
    onEntry: (place) => {
      if (place % 256 === 0) onStep?.('index', place, cut.entries);
    },
  });
  const store = storeOf(volumes, sections);
  const report: SnapshotReport = {
    volumes: volumes.length,
    entries: entries.length,
    passages: store.passageCount,
    sentences: store.sentenceCount,
    figures: store.parts.figureCounts.reduce((sum, count) => sum + count, 0),
    duplicates: cut.segmentation.duplicates.length,
  };
  const meta: SnapshotMeta = {
    ...{ volumes, report, corpusDir: corpus.dir, files: cut.files },
    lexicons: lexicons.lines,
  };
  return { meta, sections, reused: unchanged.size };
}

/** Names the files that gave nothing, where there are any. */
export function emptyCorpus({ segmentation: { files } }: Cut, dir: string): BuildRefused {
  const broken = files.flatMap(({ warnings }): readonly Problem[] => warnings.slice(0, 1));
  const code = broken.length === 0 ? 'corpus-empty' : 'corpus-unreadable';
  return new BuildRefused({ code, detail: { dir }, place: {} }, broken);
}
