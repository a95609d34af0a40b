import { createRequire } from 'node:module';
import { hasHan } from '../text/characters.js';

/** How a name is typed by sound. */
export interface Spelling {
  /** Syllables without tones, one on the other, ü as v; letters and digits as they are. */
  readonly pinyin: string;
  /** The first letter of each syllable; letters and digits as they are. */
  readonly initials: string;
}

/**
 * Spells normalised text; words decide how a character is read (重庆 chongqing, 重要 zhongyao).
 *
 * @example spell('5g银行') // { pinyin: '5gyinhang', initials: '5gyh' }
 */
export type Spell = (normal: string) => Spelling;

/** Loads the dictionary of readings (about 40 ms, 10 MB) when first asked to spell something Chinese. */
export const spell: Spell = (normal) => {
  if (!hasHan(normal)) return { pinyin: normal, initials: normal };
  const syllables = syllablesOf(normal);
  return {
    pinyin: syllables.join(''),
    initials: syllables.map((syllable) => syllable[0]).join(''),
  };
};

/** One syllable or other character each, in order. */
export function syllablesOf(normal: string): readonly string[] {
  library ??= createRequire(import.meta.url)('pinyin-pro') as typeof import('pinyin-pro');
  return library.pinyin(normal, { toneType: 'none', type: 'array', v: true });
}

let library: typeof import('pinyin-pro') | undefined;
