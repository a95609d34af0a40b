import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../src/analysis/analyzer.js';
import { loadJieba } from '../../src/analysis/jieba.js';
import { loadLexicons } from '../../src/analysis/lexicons.js';
import { askedFigures, figureQuestion } from '../../src/answer/asked.js';
import { entryFigures } from '../../src/answer/entry-figures.js';
import { shippedWeights } from '../../src/answer/weights.js';
import type { CorpusIndex } from '../../src/index/corpus-index.js';
import type { StoredEntry } from '../../src/index/store.js';
import { openGeneration } from '../../src/library/open.js';
import { analyseQuery } from '../../src/search/query.js';
import { createUnderstanding, lexiconWords } from '../../src/search/question.js';
import { weighUnits } from '../../src/search/units.js';
import { type ChoiceQuestion, readChoices } from './choice.js';
import { type Chosen, choiceFault } from './choice-grade.js';
import { writeTextVolumes } from './texts.js';

const root = resolve(import.meta.dirname, '../..');
const lexiconDir = join(root, 'corpus', 'lexicons');
const snapshots = mkdtempSync(join(tmpdir(), 'nianjian-chosen-'));
afterAll(() => rmSync(snapshots, { recursive: true }));

/** 去年 in a question is counted from here. */
const today = new Date('2026-11-24');

/**
 * Shares of right choices that must be reached, by part and way of asking: `whole` is the answer
 * to the bare question, its entry found too; `chooser` the figures chosen from the right entry.
 * Lines of running text are no volumes to find an entry in: `chooser` alone counts them.
 */
const floors = {
  tune: { whole: 0.94, chooser: 1 },
  grade: { whole: 0.86, chooser: 0.93 },
  fresh: { whole: 0.92, chooser: 0.97 },
};

const all = readChoices(join(import.meta.dirname, 'choice.jsonl'));
const texts = resolve(root, '../shared/eval/texts');
const written = mkdtempSync(join(tmpdir(), 'nianjian-texts-'));
afterAll(() => rmSync(written, { recursive: true }));
if (existsSync(texts)) writeTextVolumes(texts, written, all);

const corpora = [
  { corpus: 'sample', source: resolve(root, '../shared/corpus') },
  { corpus: 'bundled', source: join(root, 'corpus') },
  { corpus: 'texts', source: texts, folder: written },
].filter(({ corpus, source }) => {
  const there = existsSync(source);
  if (!there) process.stdout.write(`${corpus}: skipped, no text at ${source}\n`);
  return there;
});

const asked = all.filter(({ corpus }) => corpora.some((there) => there.corpus === corpus));

/** What the parts say of each question: null for right. */
const faults = new Map<
  string,
  { readonly whole: string | null; readonly chooser: string | null }
>();

beforeAll(async () => {
  for (const { corpus, source, folder = source } of corpora) {
    const { ask, index } = await openGeneration({
      corpusDir: folder,
      snapshotDir: snapshots,
      lexiconDir,
    });
    const choose = await chooserOf(index);
    for (const question of asked.filter((one) => one.corpus === corpus)) {
      const { status, entry, figures, asked } = await ask(question.question, { today });
      const right = entry?.heading === question.entry && entry.volume === question.volume;
      faults.set(question.id, {
        whole: right ? choiceFault(question, { text: entry.text, figures, asked }) : status,
        chooser: choiceFault(question, await choose(question)),
      });
    }
  }
}, 120_000);

describe.each(['tune', 'grade', 'fresh'] as const)(
  'the figures that lead, in the part %s',
  (part) => {
    const questions = asked.filter((question) => question.part === part);

    it.each(['whole', 'chooser'] as const)('are the ones asked for: %s', (way) => {
      const graded = questions.filter(({ corpus }) => way === 'chooser' || corpus !== 'texts');
      const wrong = graded.filter(({ id }) => faults.get(id)?.[way] !== null);
      const share = 1 - wrong.length / graded.length;
      const more = wrong.filter(({ id }) => faults.get(id)?.[way] === 'more').length;
      process.stdout.write(
        `${part}, ${way}: ${graded.length - wrong.length} of ${graded.length} right, ` +
          `${more} more but for figures that nobody asked for\n`,
      );
      // Faults of the part that grades are counted and never read.
      const told = part === 'grade' ? [] : wrong;
      const lines = told.map(({ id, question }) => `${id} ${faults.get(id)?.[way]}: ${question}`);
      expect(share, lines.join('\n')).toBeGreaterThanOrEqual(floors[part][way]);
    });
  },
);

/** Chooses from the entry that a question names, its words weighed by the corpus. */
async function chooserOf(index: CorpusIndex) {
  const { store, passages } = index;
  const lexicons = await loadLexicons([lexiconDir]);
  const analyzer = createAnalyzer(loadJieba(), lexiconWords(lexicons));
  const understand = createUnderstanding(analyzer, lexicons);
  const figuresOf = entryFigures(store);
  const entries = Array.from({ length: store.entryCount }, (_, i) => store.entry(i));
  return async (question: ChoiceQuestion): Promise<Chosen> => {
    const number = entries.findIndex(
      ({ heading, volume }) =>
        heading === question.entry && store.volumes[volume]?.name === question.volume,
    );
    const entry = entries[number] as StoredEntry;
    const understood = understand(question.question, today);
    const query = analyseQuery(understood, analyzer);
    const { statistics } = await passages.candidates(query, 1);
    const chosen = askedFigures(
      figuresOf(number),
      figureQuestion(
        understood,
        weighUnits(understood, query, statistics, shippedWeights().holdRates),
      ),
    ).map(({ figure }) => figure);
    return { text: entry.text, figures: chosen, asked: chosen.length };
  };
}
