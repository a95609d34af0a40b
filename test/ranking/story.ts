import { resolve } from 'node:path';
import { createAnalyzer } from '../../src/analysis/analyzer.js';
import { loadJieba } from '../../src/analysis/jieba.js';
import { loadLexicons } from '../../src/analysis/lexicons.js';
import { createAsk } from '../../src/answer/ask.js';
import { createExtractor } from '../../src/figures/extract.js';
import { buildCorpusIndex } from '../../src/index/corpus-index.js';
import { figureTables } from '../../src/library/figure-tables.js';
import type { VolumeInfo } from '../../src/reading/volume.js';
import { lexiconWords } from '../../src/search/question.js';
import { storedEntry } from '../index/entries.js';

/** One question of a tiny corpus, and the places its entries must take. */
export interface Story {
  /** What decides the order. */
  readonly name: string;
  readonly question: string;
  readonly entries: readonly StoryEntry[];
  /** Headings from the first place on, each with the reason why it stands there. */
  readonly order: readonly (readonly [heading: string, reason: string])[];
}

export interface StoryEntry {
  readonly heading: string;
  readonly text: string;
  readonly path?: readonly string[];
  /** Region and the year reported on: "宁夏 2024". One volume of no region or year if left out. */
  readonly volume?: string;
}

const lexicons = await loadLexicons([resolve(import.meta.dirname, '../../corpus/lexicons')]);
const analyzer = createAnalyzer(loadJieba(), lexiconWords(lexicons));
const extract = createExtractor(figureTables(lexicons.lines));

/** 去年 in a story is counted from here. */
const today = new Date('2025-06-01');

/** Headings of the story's entries as they are ranked, best first; with several volumes `volume heading`. */
export async function tell({ question, entries }: Story): Promise<string[]> {
  const names = [...new Set(entries.map(({ volume = '' }) => volume))];
  const stored = names.flatMap((name, volume) =>
    entries
      .filter((entry) => (entry.volume ?? '') === name)
      .map(({ heading, text, path = [] }) => ({
        ...storedEntry(heading, text, { volume, path }),
        figures: extract(text, {
          entryId: heading,
          defaultYear: volumeOf(name).year,
          heading,
        }),
      })),
  );
  const { index } = buildCorpusIndex(names.map(volumeOf), stored, analyzer);
  let ranked: number[] = [];
  await createAsk(
    index,
    analyzer,
    lexicons,
  )(question, {
    today,
    onTrace: (trace) => {
      ranked = trace.entries.map(({ entry }) => entry);
    },
  });
  return ranked.map((entry) => {
    const name = names[index.store.volumeOf(entry)];
    return [...(name ? [name] : []), index.store.title(entry).heading].join(' ');
  });
}

function volumeOf(name: string): VolumeInfo {
  const [region, year] = name.split(' ');
  if (region === undefined || year === undefined)
    return { title: '', name: '', edition: null, year: null, region: null };
  const edition = Number(year) + 1;
  const title = `${region}年鉴`;
  return { title, name: `${title} ${edition}卷`, edition, year: edition - 1, region };
}
