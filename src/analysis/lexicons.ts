import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { NianjianError } from '../errors.js';
import { readTextFile } from '../reading/decode.js';
import { normalise } from '../text/normalise.js';

/** Words of one meaning, normalised; the first is the one yearbooks print. */
export type WordGroup = readonly string[];

/** What a person can teach the program without code: text files, one item a line, `#` comments. */
export interface Lexicons {
  /** `synonyms.txt`: `printed form = other form = …` */
  readonly synonyms: readonly WordGroup[];
  /** `regions.txt`: `name = other name = …` */
  readonly regions: readonly WordGroup[];
  /** `stopwords.txt`: words of a question that say nothing about its subject. */
  readonly stopWords: ReadonlySet<string>;
  /** `words.txt`: names to be kept whole. */
  readonly words: readonly string[];
  /** Every file by name without ending, its lines as written: for tables with forms of their own. */
  readonly lines: Readonly<Record<string, readonly string[]>>;
}

/**
 * Reads the lexicons of several folders, later ones adding to earlier; a missing folder or an
 * empty file is empty. Encodings as for volumes.
 *
 * @throws NianjianError `file-unreadable`, `file-binary`, `file-too-large`
 */
export async function loadLexicons(folders: readonly string[]): Promise<Lexicons> {
  const lines: Record<string, string[]> = {};
  for (const folder of folders) {
    const names = await readdir(folder).catch(() => []);
    for (const name of names.filter((file) => file.endsWith('.txt')).sort()) {
      const key = name.slice(0, -'.txt'.length);
      lines[key] = [...(lines[key] ?? []), ...linesOf(await textOf(join(folder, name)))];
    }
  }
  return lexiconsOf(lines);
}

/** @param lines the content lines of each lexicon by name */
export function lexiconsOf(lines: Readonly<Record<string, readonly string[]>>): Lexicons {
  return {
    synonyms: groupsOf(lines.synonyms ?? []),
    regions: groupsOf(lines.regions ?? []),
    stopWords: new Set((lines.stopwords ?? []).flatMap((line) => line.split(/\s+/)).map(normalise)),
    words: (lines.words ?? []).map(normalise),
    lines,
  };
}

async function textOf(path: string): Promise<string> {
  try {
    return (await readTextFile(path)).text;
  } catch (error) {
    if (error instanceof NianjianError && error.problem.code === 'file-empty') return '';
    throw error;
  }
}

function groupsOf(lines: readonly string[]): WordGroup[] {
  return lines.map((line) =>
    line
      .split('=')
      .map((form) => normalise(form.trim()))
      .filter((form) => form !== ''),
  );
}

function linesOf(text: string): string[] {
  return text
    .split(/\r\n|\n|\r/)
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    .filter((line) => line !== '');
}
