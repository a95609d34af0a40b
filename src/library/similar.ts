import type { Analyzer } from '../analysis/analyzer.js';
import type { Spell } from '../analysis/pinyin.js';
import { questionKeys } from '../analysis/section-keys.js';
import type { CorpusIndex } from '../index/corpus-index.js';
import { normalise } from '../text/normalise.js';
import type { EntryTitle } from './entries.js';

/**
 * Entries whose heading, section or keywords a word comes near: by its words, its beginning, its
 * sound (pinyin too), its initials, or but for one character. Best first, `limit` at most.
 */
export type Similar = (word: string, limit: number) => Promise<readonly EntryTitle[]>;

export function createSimilar(
  { sections, store }: CorpusIndex,
  analyzer: Analyzer,
  spell: Spell,
): Similar {
  return async (word, limit) => {
    const matches = await sections.find(questionKeys(normalise(word), analyzer, spell), limit);
    return matches.map(({ id: number }) => {
      const { id, heading } = store.title(number);
      return { id, heading, volume: store.volumes[store.volumeOf(number)]?.name ?? '' };
    });
  };
}
