import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Analyzer, createAnalyzer } from '../analysis/analyzer.js';
import { lazyJieba } from '../analysis/jieba.js';
import { type Lexicons, loadLexicons } from '../analysis/lexicons.js';
import type { SnapshotKey } from '../index/snapshot.js';
import { type Corpus, readCorpus } from '../reading/corpus.js';
import { lexiconWords } from '../search/question.js';

/** Where all that goes into an index is read. */
export interface CorpusPlace {
  readonly corpusDir: string;
  /** Volumes in the place of the folder's own, or beside them: name to path. */
  readonly over: Readonly<Record<string, string>>;
  /** The lexicons that always load; the corpus folder's own add to them. */
  readonly lexiconDir: string;
}

/** All that goes into an index, read and not yet cut. */
export interface Inputs {
  readonly corpus: Corpus;
  readonly lexicons: Lexicons;
  /** Its dictionary is loaded when the first text is cut. */
  readonly analyzer: Analyzer;
  /** @param kept a hash of what stands in for broken files; empty for nothing */
  keyOf(kept: string): SnapshotKey;
}

/** @throws NianjianError `corpus-missing`, or what the manifest or a lexicon is refused for */
export async function readInputs({ corpusDir, over, lexiconDir }: CorpusPlace): Promise<Inputs> {
  const corpus = await readCorpus(corpusDir, over);
  const lexicons = await loadLexicons([lexiconDir, join(corpusDir, 'lexicons')]);
  const analyzer = createAnalyzer(lazyJieba(), lexiconWords(lexicons));
  const lines = JSON.stringify(lexicons.lines);
  const analysis = hashOf(analyzer.version, await codeHash(), lines);
  return {
    corpus,
    lexicons,
    analyzer,
    keyOf: (kept) => ({ corpus: hashOf(corpus.hash, lines, kept), analysis }),
  };
}

export function hashOf(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex');
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
