import { isHan } from '../text/characters.js';
import { normalise } from '../text/normalise.js';
import type { Analyzer } from './analyzer.js';

/** Keys by which headings and paths are found, one list for each class of match. */
export interface Keys {
  readonly word: readonly string[];
  readonly prefix: readonly string[];
}

/** The keys of an entry: its heading and section names whole, and the words in them. */
export function sectionKeys(heading: string, path: readonly string[], analyzer: Analyzer): Keys {
  const names = [heading, ...path].map(normalise);
  const whole = names.map(bare).filter((name) => name !== '');
  const words = names.flatMap((name) => contentWords(name, analyzer));
  const keys = [...new Set([...whole, ...words])];
  return { word: keys, prefix: keys };
}

/** The keys of a question that may name a heading, or the beginning of one. */
export function questionKeys(normal: string, analyzer: Analyzer): Keys {
  const whole = bare(normal);
  const words = contentWords(normal, analyzer);
  return {
    word: [...new Set([whole, ...words])].filter((key) => key !== ''),
    prefix: whole.length >= 2 ? [whole] : [],
  };
}

/** Letters, digits and Chinese characters alone: what two spellings of a heading share. */
export function bare(normal: string): string {
  return normal.replace(/[^\p{L}\p{N}]/gu, '');
}

function contentWords(normal: string, analyzer: Analyzer): string[] {
  return analyzer
    .words(normal)
    .map(({ text }) => text)
    .filter((text) => text.length > 1 || !isHan(text.charCodeAt(0)));
}
