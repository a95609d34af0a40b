import { type Analyzer, createAnalyzer } from '../analysis/analyzer.js';
import { loadJieba } from '../analysis/jieba.js';
import { type Lexicons, lexiconsOf } from '../analysis/lexicons.js';
import { spell } from '../analysis/pinyin.js';
import { type Ask, createAsk } from '../answer/ask.js';
import { answersAtHand } from '../answer/at-hand.js';
import { NianjianError } from '../errors.js';
import { openCorpusIndex } from '../index/corpus-index.js';
import { createPause, type Pause } from '../index/slices.js';
import { readSnapshot } from '../index/snapshot.js';
import type { Store } from '../index/store.js';
import { lexiconWords } from '../search/question.js';
import type { SnapshotMeta } from './build.js';
import { createCatalogue } from './entries.js';
import { exampleQuestion } from './example.js';
import type { Serving } from './service.js';
import { createSimilar } from './similar.js';

/** A generation as it comes from disk, not yet in service. */
export type LoadedGeneration = Omit<Serving, 'since' | 'number' | 'builtAt'>;

/**
 * Loads a snapshot beside questions: in slices, none of which holds a question up for long. All
 * it takes is in the snapshot; neither corpus nor lexicons are read.
 *
 * @throws NianjianError what the snapshot is refused for, or `generation-unusable`
 */
export async function loadGeneration(file: string): Promise<LoadedGeneration> {
  const pause = createPause();
  const { meta, sections, bytes } = await readSnapshot(file);
  try {
    const { volumes, report, corpusDir, lexicons: lines } = meta as SnapshotMeta;
    const { lexicons, analyzer } = wordsOf(lines);
    const index = await openCorpusIndex(volumes, sections, pause);
    const catalogue = await createCatalogue(index.store, index.titles, pause);
    const similar = createSimilar(index, analyzer, spell);
    const ask = answersAtHand(createAsk(index, analyzer, lexicons));
    await tryOut(ask, index.store, pause);
    let found: Promise<string | null> | undefined;
    const example = () => {
      found ??= exampleQuestion(ask, catalogue);
      return found;
    };
    return { ask, catalogue, similar, example, report, bytes, corpusDir };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new NianjianError('generation-unusable', { reason }, { file }, { cause });
  }
}

/**
 * Asks what a generation surely holds, and what it surely does not, which is looked for in every
 * way there is. What another version of the program wrote may open and yet not answer; and the
 * first questions compile the program and read dictionaries, a quarter of a second that nobody
 * then waits for.
 */
async function tryOut(ask: Ask, store: Store, pause: Pause): Promise<void> {
  const asked = Math.min(store.entryCount, 8);
  for (let i = 0; i < asked; i++) {
    const { heading } = store.title(Math.floor((i * store.entryCount) / asked));
    await ask(heading);
    await pause();
    await ask([...heading].reverse().join(''));
    await pause();
  }
}

/** What a question is read by. */
interface Words {
  readonly source: string;
  readonly lexicons: Lexicons;
  readonly analyzer: Analyzer;
}

/** Of the generation loaded last: seldom does a reload bring other lexicons. */
let lastWords: Words | undefined;

function wordsOf(lines: Lexicons['lines']): Words {
  const source = JSON.stringify(lines);
  if (lastWords?.source === source) return lastWords;
  const lexicons = lexiconsOf(lines);
  const analyzer = createAnalyzer(loadJieba(), lexiconWords(lexicons));
  lastWords = { source, lexicons, analyzer };
  return lastWords;
}
