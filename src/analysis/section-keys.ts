import { isHan } from '../text/characters.js';
import { normalise } from '../text/normalise.js';
import type { Analyzer } from './analyzer.js';
import { type Spell, type Spelling, soundsOf } from './pinyin.js';

/** The keys by which an entry is found, one list for each form. */
export interface Keys {
  readonly name: readonly string[];
  readonly pinyin: readonly string[];
  readonly initials: readonly string[];
}

/** Keys to look for, one list for each class of match. */
export interface QuestionKeys {
  readonly word: readonly string[];
  readonly prefix: readonly string[];
  readonly pinyin: readonly string[];
  readonly initials: readonly string[];
  readonly edit: readonly string[];
}

/** Makes the keys of entries: heading and section names whole, the words in them, and their sounds. */
export function sectionKeysOf(
  analyzer: Analyzer,
  spell: Spell,
): (heading: string, path: readonly string[]) => Keys {
  const spellings = new Map<string, Spelling>();
  const spelled = (name: string): Spelling => {
    const spelling = spellings.get(name) ?? spell(name);
    spellings.set(name, spelling);
    return spelling;
  };
  return (heading, path) => {
    const names = namesOf([heading, ...path].map(normalise), analyzer);
    return { name: names, ...soundsOf(names, spelled) };
  };
}

/** The keys of a question that may name a heading, the beginning of one, or one misspelled. */
export function questionKeys(normal: string, analyzer: Analyzer, spell: Spell): QuestionKeys {
  const whole = bare(normal);
  const names = namesOf([normal], analyzer);
  const typed = whole.replaceAll('ü', 'v');
  const latin = /^[a-z]+$/.test(typed);
  return {
    word: names,
    prefix: whole.length >= 2 ? [whole] : [],
    pinyin: latin ? [typed] : soundsOf(names, spell).pinyin,
    initials: latin && typed.length >= 2 ? [typed] : [],
    edit: whole.length >= 3 ? [whole] : [],
  };
}

/** Letters, digits and Chinese characters alone: what two spellings of a heading share. */
export function bare(normal: string): string {
  return normal.replace(/[^\p{L}\p{N}]/gu, '');
}

/** The texts whole, and the words in them but for single characters. */
function namesOf(normals: readonly string[], analyzer: Analyzer): string[] {
  const whole = normals.map(bare).filter((name) => name !== '');
  const words = normals.flatMap((normal) => analyzer.words(normal).map(({ text }) => text));
  return distinct([
    ...whole,
    ...words.filter((text) => text.length > 1 || !isHan(text.charCodeAt(0))),
  ]);
}

function distinct(keys: readonly string[]): string[] {
  return [...new Set(keys)];
}
