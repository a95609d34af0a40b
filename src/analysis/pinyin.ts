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

/** The sounds of those names that have two Chinese characters at least: one is the sound of too many. */
export function soundsOf(
  names: readonly string[],
  spell: Spell,
): { readonly pinyin: readonly string[]; readonly initials: readonly string[] } {
  const sounding = names.filter(hasSound).map(spell);
  return {
    pinyin: [...new Set(sounding.map(({ pinyin }) => pinyin))],
    initials: [...new Set(sounding.map(({ initials }) => initials))],
  };
}

/** Whether a name has enough Chinese characters to be known by its sound. */
export function hasSound(name: string): boolean {
  return [...name].filter(hasHan).length >= 2;
}

/**
 * Every pinyin of a name that its characters allow, 16 at most and the likely one: of a misspelled
 * word no dictionary tells how it is read (宁厦 is 宁夏 by one reading of 厦).
 */
export function soundsLike(normal: string): readonly string[] {
  let sounds = [''];
  let whole = true;
  for (const character of normal) {
    const longer = sounds.flatMap((sound) => readingsOf(character).map((own) => sound + own));
    if (longer.length > mostSounds) whole = false;
    sounds = longer.slice(0, mostSounds);
  }
  return whole ? sounds : [...new Set([spell(normal).pinyin, ...sounds])];
}

const mostSounds = 16;

/** The readings of one character. Finding them takes 16 µs, so each is looked up once. */
function readingsOf(character: string): readonly string[] {
  const known = readings.get(character);
  if (known !== undefined) return known;
  const found = loaded().pinyin(character, {
    toneType: 'none',
    type: 'array',
    v: true,
    multiple: true,
  });
  readings.set(character, found);
  return found;
}

/** At most as many as there are characters. */
const readings = new Map<string, readonly string[]>();

/** One syllable or other character each, in order. */
function syllablesOf(normal: string): readonly string[] {
  return loaded().pinyin(normal, { toneType: 'none', type: 'array', v: true });
}

function loaded(): typeof import('pinyin-pro') {
  library ??= createRequire(import.meta.url)('pinyin-pro') as typeof import('pinyin-pro');
  return library;
}

let library: typeof import('pinyin-pro') | undefined;
