import { join } from 'node:path';
import {
  built,
  latencies,
  megabytes,
  memoryHeld,
  openAnalyzer,
  share,
  stopwatch,
  timed,
} from './measure.mjs';

const volumes = [{ title: '', name: '', edition: null, year: null, region: null }];
const key = { corpus: 'bench', analysis: 'bench' };
const snapshotIn = (dir) => join(dir, 'bench.snapshot');

/** Extracts, indexes and writes the snapshot that {@link measureOurs} opens. */
export async function buildOurs(passages, dir) {
  const { buildCorpusIndex } = await built('index/corpus-index.js');
  const { writeSnapshot } = await built('index/snapshot.js');
  const { passagesAndSentences } = await built('segment/passages.js');
  const { createExtractor } = await built('figures/extract.js');
  const { figureTables } = await built('library/figure-tables.js');
  const { lexicons, timedAnalyzer, spent } = await openAnalyzer();
  const extract = createExtractor(figureTables(lexicons.lines));
  const { ms: figuresMs, result: entries } = await timed(() =>
    passages.map(({ title, text }, i) => {
      const id = i.toString(36);
      const heading = title ?? '';
      return {
        id,
        volume: 0,
        path: [],
        heading,
        text,
        author: null,
        source: { file: '', line: i + 1, start: 0, end: text.length },
        origin: [],
        ...passagesAndSentences(text),
        figures: extract(text, { entryId: id, defaultYear: null, heading }),
      };
    }),
  );
  const { ms, result } = await timed(() => buildCorpusIndex(volumes, entries, timedAnalyzer));
  const bytes = await writeSnapshot(snapshotIn(dir), key, null, result.sections);
  return {
    figuresMs,
    tokenizeMs: spent.ms,
    buildMs: ms - spent.ms,
    snapshotMb: megabytes(bytes),
  };
}

/** Opens the snapshot and asks it all questions. */
export async function measureOurs(passages, questions, dir) {
  const { openCorpusIndex } = await built('index/corpus-index.js');
  const { readSnapshot } = await built('index/snapshot.js');
  const { createAsk } = await built('answer/ask.js');
  const { lexicons, analyzer, dictionaryMs } = await openAnalyzer();
  const before = memoryHeld();
  const { ms: startMs, result } = await timed(async () => {
    const { sections } = await readSnapshot(snapshotIn(dir), key);
    return { index: await openCorpusIndex(volumes, sections), sections };
  });
  const { index, sections } = result;
  const held = memoryHeld() - before;
  const texts = ['titles', 'records', 'figures', 'texts'].reduce(
    (sum, name) => sum + (sections[name]?.byteLength ?? 0),
    0,
  );

  const ask = createAsk(index, analyzer, lexicons);
  const { answers: _, ...asked } = await latencies(questions, ({ question }) => ask(question));

  const traced = await askTraced(createAsk, index, analyzer, lexicons, questions);
  const idOf = (entry) => passages[entry].id;
  return {
    dictionaryMs,
    startMs,
    memoryMb: megabytes(held - texts),
    textsMb: megabytes(texts),
    ask: asked,
    query: traced.query,
    hitAt1: share(
      questions,
      traced.entries.map((entries) => entries.map(idOf)),
      1,
    ),
    recall: share(
      questions,
      traced.candidates.map((found) => found.map((p) => idOf(index.store.entryOf(p)))),
      Infinity,
    ),
  };
}

/** Asks once more to see how the answers come about: the candidates looked at, and their order. */
async function askTraced(createAsk, index, analyzer, lexicons, questions) {
  const watch = stopwatch();
  const candidates = [];
  const entries = [];
  const watched = {
    ...index,
    passages: {
      ...index.passages,
      candidates: async (query, limit) => {
        return watch.time(() => index.passages.candidates(query, limit));
      },
    },
  };
  const ask = createAsk(watched, analyzer, lexicons);
  for (const { question } of questions) {
    let looked = [];
    let ranked = [];
    await ask(question, {
      onTrace: (trace) => {
        looked = trace.passages.map(({ id }) => id);
        ranked = trace.entries.map(({ entry }) => entry);
      },
    });
    candidates.push(looked);
    entries.push(ranked);
  }
  return { query: watch.quantiles(), candidates, entries };
}
