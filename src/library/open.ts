import { createHash } from 'node:crypto';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createAnalyzer } from '../analysis/analyzer.js';
import { loadJieba } from '../analysis/jieba.js';
import { type Lexicons, loadLexicons } from '../analysis/lexicons.js';
import { type Ask, createAsk } from '../answer/ask.js';
import { NianjianError, type Problem } from '../errors.js';
import { createExtractor } from '../figures/extract.js';
import { buildCorpusIndex, type CorpusIndex, openCorpusIndex } from '../index/corpus-index.js';
import { readSnapshot, type SnapshotKey, writeSnapshot } from '../index/snapshot.js';
import type { StoredEntry } from '../index/store.js';
import { type Corpus, readCorpus } from '../reading/corpus.js';
import type { VolumeInfo } from '../reading/volume.js';
import { lexiconWords } from '../search/question.js';
import { segmentCorpus } from '../segment/corpus.js';
import { figureTables } from './figure-tables.js';

/** A corpus ready to be asked. */
export interface Generation {
  readonly ask: Ask;
  readonly index: CorpusIndex;
  readonly report: GenerationReport;
}

export interface GenerationReport {
  readonly volumes: number;
  readonly entries: number;
  readonly passages: number;
  readonly sentences: number;
  readonly figures: number;
  readonly duplicates: number;
  /** Of the snapshot; 0 when none was written. */
  readonly bytes: number;
  /** From reading to the index, the snapshot's writing included; 0 when loaded from one. */
  readonly buildMs: number;
}

export type Step = 'read' | 'segment' | 'extract' | 'index' | 'save' | 'load';

export interface OpenOptions {
  readonly corpusDir: string;
  /** Where snapshots are kept; null keeps none. */
  readonly snapshotDir: string | null;
  /** The lexicons that always load; the corpus folder's own add to them. */
  readonly lexiconDir: string;
  /** Snapshots kept beside the newest. Default 3 in all. */
  readonly keep?: number;
  /** Builds even where a fresh snapshot is at hand. */
  readonly rebuild?: boolean;
  readonly onStep?: (step: Step, done: number, total: number) => void;
  /** A snapshot that could not be used or written: the work goes on without it. */
  readonly onProblem?: (problem: Problem) => void;
}

/**
 * Opens a corpus: from its snapshot where there is a fresh one, else by reading, cutting,
 * extracting and indexing it, and writes the snapshot for the next time.
 *
 * @throws NianjianError `corpus-missing`, `corpus-empty`, `jieba-missing`, or what the manifest
 *   is refused for
 */
export async function openGeneration(options: OpenOptions): Promise<Generation> {
  const { corpusDir, snapshotDir, lexiconDir, onStep, onProblem } = options;
  onStep?.('read', 0, 1);
  const corpus = await readCorpus(corpusDir);
  for (const { volume, problems } of corpus.files) {
    if (volume === null) for (const problem of problems) onProblem?.(problem);
  }
  const lexicons = await loadLexicons([lexiconDir, join(corpusDir, 'lexicons')]);
  const analyzer = createAnalyzer(loadJieba(), lexiconWords(lexicons));
  const key: SnapshotKey = {
    corpus: hashOf(corpus.hash, JSON.stringify(lexicons.lines)),
    analysis: hashOf(analyzer.version, await codeHash()),
  };
  const file = snapshotDir && join(snapshotDir, `${key.corpus.slice(0, 16)}.snapshot`);

  if (file !== null && options.rebuild !== true) {
    try {
      const { meta, sections, bytes } = await readSnapshot(file, { key });
      onStep?.('load', 0, 1);
      const { volumes, report } = meta as Meta;
      const index = await openCorpusIndex(volumes, sections);
      onStep?.('load', 1, 1);
      return {
        ask: createAsk(index, analyzer, lexicons),
        index,
        report: { ...report, bytes, buildMs: 0 },
      };
    } catch (error) {
      if (!(error instanceof NianjianError)) throw error;
      if (error.problem.code !== 'snapshot-missing') onProblem?.(error.problem);
    }
  }

  const began = performance.now();
  const { volumes, entries, duplicates } = await readEntries(corpus, lexicons, onStep);
  if (entries.length === 0) throw new NianjianError('corpus-empty', { dir: corpusDir });
  onStep?.('index', 0, 1);
  const { index, sections } = buildCorpusIndex(volumes, entries, analyzer);
  const report = {
    volumes: volumes.length,
    entries: entries.length,
    passages: index.store.passageCount,
    sentences: index.store.sentenceCount,
    figures: entries.reduce((sum, { figures }) => sum + figures.length, 0),
    duplicates,
  };
  let bytes = 0;
  if (file !== null && snapshotDir !== null) {
    onStep?.('save', 0, 1);
    try {
      bytes = await writeSnapshot(file, key, { volumes, report } satisfies Meta, sections);
      await prune(snapshotDir, options.keep ?? 3);
    } catch (error) {
      if (!(error instanceof NianjianError)) throw error;
      onProblem?.(error.problem);
    }
  }
  onStep?.('index', 1, 1);
  return {
    ask: createAsk(index, analyzer, lexicons),
    index,
    report: { ...report, bytes, buildMs: performance.now() - began },
  };
}

interface Meta {
  readonly volumes: readonly VolumeInfo[];
  readonly report: Omit<GenerationReport, 'bytes' | 'buildMs'>;
}

/** Volume by volume, giving way between entries so that an abort is noticed. */
async function readEntries(
  corpus: Corpus,
  lexicons: Lexicons,
  onStep: OpenOptions['onStep'],
): Promise<{ volumes: VolumeInfo[]; entries: StoredEntry[]; duplicates: number }> {
  onStep?.('segment', 0, 1);
  const { volumes, duplicates } = segmentCorpus(corpus);
  const extract = createExtractor(figureTables(lexicons.lines));
  const total = volumes.reduce((sum, volume) => sum + volume.entries.length, 0);
  const entries: StoredEntry[] = [];
  for (const [number, volume] of volumes.entries()) {
    for (const entry of volume.entries) {
      if (entries.length % 64 === 0) {
        onStep?.('extract', entries.length, total);
        await new Promise((resolve) => setImmediate(resolve));
      }
      const figures = extract(entry.text, {
        entryId: entry.id,
        defaultYear: volume.year,
        heading: entry.heading,
      });
      entries.push({ ...entry, volume: number, figures });
    }
  }
  onStep?.('extract', total, total);
  return {
    volumes: volumes.map(({ entries: _, ...info }) => info),
    entries,
    duplicates: duplicates.length,
  };
}

/** Of the modules whose change may change an index: a snapshot never outlives the code that made it. */
async function codeHash(): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of ['text', 'reading', 'segment', 'figures', 'analysis', 'index']) {
    const dir = join(import.meta.dirname, '..', folder);
    const names = (await readdir(dir, { recursive: true })).filter((name) => /\.[jt]s$/.test(name));
    for (const name of names.sort()) hash.update(name).update(await readFile(join(dir, name)));
  }
  return hash.digest('hex');
}

function hashOf(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex');
}

/** Keeps the newest snapshots, and drops what a killed process left half-written. */
async function prune(dir: string, keep: number): Promise<void> {
  const names = (await readdir(dir)).filter((name) => /\.snapshot(?:\.\w+\.tmp)?$/.test(name));
  const dated = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(join(dir, name))).mtimeMs })),
  );
  dated.sort((a, b) => b.at - a.at || (a.name < b.name ? -1 : 1));
  const whole = dated.filter(({ name }) => name.endsWith('.snapshot'));
  const torn = dated.filter(
    ({ name, at }) => name.endsWith('.tmp') && Date.now() - at > tornAfterMs,
  );
  for (const { name } of [...whole.slice(keep), ...torn])
    await rm(join(dir, name), { force: true });
}

/** No snapshot takes this long to write. */
const tornAfterMs = 3_600_000;
