import type { Problem } from '../errors.js';
import type { Duplicate } from '../segment/corpus.js';
import type { Before, Cut, SnapshotReport } from './build.js';
import type { Difference } from './compare.js';

/** What building a corpus anew came to, for those who keep it. Long lists are cut, and counted. */
export interface ChangeReport extends Difference {
  /** Entries of before; 0 where nothing served. */
  readonly before: number;
  /** How many fewer there are now than before: an entry renamed or replaced is none fewer. */
  readonly lost: number;
  /** Share of those before: 0 to 1. */
  readonly lostShare: number;
  readonly volumes: number;
  readonly entries: number;
  /** Null before they are extracted. */
  readonly figures: number | null;
  readonly duplicates: Cropped<Duplicate>;
  readonly warnings: Cropped<Problem>;
  /** Files that came by Telegram and stand over the corpus folder's. */
  readonly applied: Cropped<string>;
  /** Entries that did not have to be analysed again. */
  readonly reused: number;
}

export interface Cropped<T> {
  readonly total: number;
  readonly first: readonly T[];
}

export function changeReport(
  { segmentation, comparison, entries }: Cut,
  before: Before | null,
  {
    built = null,
    applied,
  }: {
    readonly built?: { readonly report: SnapshotReport; readonly reused: number } | null;
    readonly applied: readonly string[];
  },
): ChangeReport {
  const { volumes, files, duplicates } = segmentation;
  const { added, changed, removed } = comparison ?? { added: entries, changed: 0, removed: 0 };
  const had = before?.store.entryCount ?? 0;
  const lost = Math.max(0, had - entries);
  return {
    added,
    changed,
    removed,
    before: had,
    lost,
    lostShare: had === 0 ? 0 : lost / had,
    volumes: volumes.length,
    entries,
    figures: built?.report.figures ?? null,
    duplicates: cropped(duplicates),
    applied: cropped(applied),
    warnings: cropped(files.flatMap(({ warnings }) => warnings)),
    reused: built?.reused ?? 0,
  };
}

/** What is broken comes before what looks odd: it must be among those shown. */
function cropped<T extends object | string>(all: readonly T[]): Cropped<T> {
  const grave = (one: T) =>
    typeof one === 'object' && 'code' in one && String(one.code).startsWith('file-') ? 0 : 1;
  return {
    total: all.length,
    first: [...all].sort((a, b) => grave(a) - grave(b)).slice(0, most),
  };
}

const most = 100;
