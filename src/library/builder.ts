import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../errors.js';
import { readSnapshot, type SnapshotKey, writeSnapshot } from '../index/snapshot.js';
import {
  type Before,
  beforeOf,
  buildCut,
  type Cut,
  cutInputs,
  emptyCorpus,
  type SnapshotMeta,
} from './build.js';
import { type ChangeReport, changeReport } from './change.js';
import { type CorpusPlace, readInputs } from './inputs.js';
import { snapshotName } from './open.js';
import { BuildRefused } from './refused.js';
import type { OnStep } from './steps.js';

/** What one is to build. Plain data: it crosses to another process. */
export interface BuildOrder extends CorpusPlace {
  readonly dataDir: string;
  /** File of the snapshot in service; null where nothing is. */
  readonly before: string | null;
  /** More than this share of its entries may not be lost; null for any. */
  readonly maxLostShare: number | null;
  /** Only looks what would come of it. */
  readonly previewOnly: boolean;
  /** A file that must be good for anything to be built. */
  readonly focus: string | null;
  /** `inputs` that are not to be built again. */
  readonly heldBack: string | null;
}

export interface BuildOutcome {
  readonly change: ChangeReport;
  readonly focus: FocusReport | null;
  /** Name of the snapshot. */
  readonly snapshot: string;
  /** Hash of corpus and lexicons, whatever stands in for broken files. */
  readonly inputs: string;
  /** Whether it is there now: not so for a preview, nor where it is held back. */
  readonly built: boolean;
}

/** What was read of one file. */
export interface FocusReport {
  readonly encoding: string | null;
  readonly volume: string | null;
  readonly entries: number;
  readonly warnings: readonly Problem[];
}

/**
 * Reads, checks, compares, extracts and indexes, and leaves a snapshot. One that is there
 * already, of the same corpus and code, is taken as it is.
 *
 * @throws BuildRefused `corpus-empty`, `corpus-unreadable`, `corpus-shrunk`, or what is wrong with
 *   the file in focus; NianjianError `corpus-missing`, `snapshot-unwritable`, `jieba-missing`, or what manifest or lexicons are refused for
 */
export async function buildGeneration(order: BuildOrder, onStep: OnStep): Promise<BuildOutcome> {
  onStep('read', 0, 1);
  const [inputs, before] = await Promise.all([readInputs(order), readBefore(order.before)]);
  onStep('segment', 0, 1);
  const cut = cutInputs(inputs, before);
  const readable = cut.segmentation.files.some(({ entries, kept }) => entries > 0 && !kept);
  if (!readable) throw emptyCorpus(cut, order.corpusDir);
  const snapshot = snapshotName(cut.key);
  const { corpus: hash } = inputs.keyOf('');
  const applied = Object.keys(order.over);
  const change = changeReport(cut, before, { applied });
  const focus = focusOf(cut, order.focus);
  const found = { focus, snapshot, inputs: hash };
  if (order.previewOnly || hash === order.heldBack) return { ...found, change, built: false };
  if (order.maxLostShare !== null && change.lostShare > order.maxLostShare) {
    const detail = {
      lost: change.lost,
      before: change.before,
      share: Math.round(order.maxLostShare * 100),
      force: '/reload force',
    };
    throw new BuildRefused({ code: 'corpus-shrunk', detail, place: {} }, change.warnings.first);
  }
  const known = await knownSnapshot(order.dataDir, snapshot, cut.key, before);
  if (known !== null) {
    const { figures } = known.report;
    return { ...found, change: { ...change, figures, reused: change.entries }, built: true };
  }
  const { meta, sections, reused } = await buildCut(cut, inputs, before, onStep);
  onStep('save', 0, 1);
  await writeSnapshot(join(order.dataDir, snapshot), cut.key, meta, sections);
  const whole = changeReport(cut, before, { applied, built: { report: meta.report, reused } });
  return { ...found, change: whole, built: true };
}

/** @throws BuildRefused what is wrong with the file first of all */
function focusOf({ segmentation: { files } }: Cut, name: string | null): FocusReport | null {
  const found = files.find(({ file }) => file === name);
  if (found === undefined) return null;
  const { encoding, volume, entries, warnings, kept } = found;
  const [first] = warnings;
  if ((entries === 0 || kept) && first !== undefined) throw new BuildRefused(first, []);
  return { encoding, volume, entries, warnings: warnings.slice(0, 20) };
}

/** A snapshot that cannot be read is none to build after. */
async function readBefore(file: string | null): Promise<Before | null> {
  if (file === null) return null;
  try {
    return beforeOf(await readSnapshot(file));
  } catch {
    return null;
  }
}

/** What the snapshot of this key tells of itself, where there is a whole one. */
async function knownSnapshot(
  dir: string,
  name: string,
  key: SnapshotKey,
  before: Before | null,
): Promise<SnapshotMeta | null> {
  if (before?.key.corpus === key.corpus && before.key.analysis === key.analysis) return before.meta;
  try {
    await access(join(dir, name));
    return (await readSnapshot(join(dir, name), key)).meta as SnapshotMeta;
  } catch {
    return null;
  }
}
