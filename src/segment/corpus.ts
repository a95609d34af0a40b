import type { Problem } from '../errors.js';
import type { Corpus, CorpusFile } from '../reading/corpus.js';
import type { VolumeInfo } from '../reading/volume.js';
import { type FileEntry, type FileTree, segmentFile } from './file.js';
import { entryId, printing } from './identity.js';
import { passagesAndSentences } from './passages.js';
import type { Entry, Volume } from './tree.js';

/** A corpus cut into volumes and entries, with what `check` tells of it. */
export interface Segmentation {
  /** In the order of their first files. */
  readonly volumes: readonly Volume[];
  readonly files: readonly FileReport[];
  readonly duplicates: readonly Duplicate[];
}

export interface FileReport {
  readonly file: string;
  readonly encoding: string | null;
  /** Volume name. */
  readonly volume: string | null;
  /** Entries taken in. */
  readonly entries: number;
  /** Whether they are those of before, since the file is broken. */
  readonly kept: boolean;
  readonly warnings: readonly Problem[];
}

/** The same entry printed twice in one volume: the first is kept. */
export interface Duplicate {
  readonly kept: { readonly file: string; readonly line: number };
  readonly dropped: { readonly file: string; readonly line: number };
}

/** What a file held when it was last read well. */
export interface KeptFile {
  readonly volume: VolumeInfo;
  readonly entries: readonly FileEntry[];
}

/**
 * Cuts every file; files of one title and edition form one volume. Pure.
 *
 * @param keptOf what stands in for a file that is there but cannot be read, or holds no entry
 */
export function segmentCorpus(
  { files }: Corpus,
  keptOf: (file: string) => KeptFile | undefined = () => undefined,
): Segmentation {
  const volumes = new Map<string, OpenVolume>();
  const reports: FileReport[] = [];
  const duplicates: Duplicate[] = [];
  for (const file of files) {
    const tree = segmentFile(file);
    const stand = isBroken(file, tree) ? keptOf(file.file) : undefined;
    const { entries } = stand ?? tree;
    const info = stand?.volume ?? file.volume;
    let kept = 0;
    if (info !== null) {
      const volume = volumes.get(info.name) ?? openVolume(info);
      volumes.set(info.name, volume);
      for (const entry of entries) {
        const key = printing(entry.heading, entry.text);
        const twin = volume.printings.get(key);
        if (twin !== undefined) {
          duplicates.push({ kept: placeOf(twin), dropped: placeOf(entry) });
          continue;
        }
        volume.printings.set(key, entry);
        const name = [...entry.path, entry.heading].join('\u0000');
        const ordinal = (volume.equals.get(name) ?? 0) + 1;
        volume.equals.set(name, ordinal);
        volume.entries.push({
          id: entryId(info.name, entry.path, entry.heading, ordinal),
          ...entry,
          ...passagesAndSentences(entry.text),
        });
        kept++;
      }
    }
    const place = { file: file.file, line: 1 };
    const none: Problem[] =
      file.volume !== null && tree.entries.length === 0
        ? [{ code: 'file-without-entries', detail: {}, place }]
        : [];
    const standIn: Problem[] =
      stand === undefined ? [] : [{ code: 'file-kept', detail: { entries: kept }, place }];
    reports.push({
      file: file.file,
      encoding: file.encoding,
      volume: info?.name ?? null,
      entries: kept,
      kept: stand !== undefined,
      warnings: [...file.problems, ...none, ...standIn, ...tree.problems],
    });
  }
  return {
    volumes: [...volumes.values()]
      .filter(({ entries }) => entries.length > 0)
      .map(({ info, entries }) => ({ ...info, entries })),
    files: reports,
    duplicates,
  };
}

/** There, but nothing can be had from it. */
function isBroken({ volume, problems }: CorpusFile, { entries }: FileTree): boolean {
  if (volume !== null) return entries.length === 0;
  return problems.every(({ code }) => code !== 'manifest-file-missing');
}

interface OpenVolume {
  readonly info: VolumeInfo;
  readonly entries: Entry[];
  /** First entry of each printing. */
  readonly printings: Map<string, FileEntry>;
  /** How many entries have a path and heading. */
  readonly equals: Map<string, number>;
}

function openVolume(info: VolumeInfo): OpenVolume {
  return { info, entries: [], printings: new Map(), equals: new Map() };
}

function placeOf({ source }: FileEntry): Duplicate['kept'] {
  return { file: source.file, line: source.line };
}
