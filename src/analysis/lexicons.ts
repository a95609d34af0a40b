import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { NianjianError } from '../errors.js';
import { readTextFile } from '../reading/decode.js';
import { normalise } from '../text/normalise.js';

/** Words of one meaning, normalised; the first is the one yearbooks print. */
export type WordGroup = readonly string[];

/** What a person can teach the program without code: text files, one item a line, `#` comments. */
export interface Lexicons {
  /** `synonyms.txt`: `printed form = other form = …`; lines of one printed form are one group. */
  readonly synonyms: readonly WordGroup[];
  /** `colloquial.txt`: by a word as people ask, the words of prose that may stand for it. */
  readonly colloquial: ReadonlyMap<string, readonly string[]>;
  /** `regions.txt`: `name = other name = …`; lines of one name are one group. */
  readonly regions: readonly WordGroup[];
  /** `stopwords.txt`: words of a question that say nothing about its subject. */
  readonly stopWords: ReadonlySet<string>;
  /** `plain.txt`: words that are looked for, though an answer need not repeat them. */
  readonly plainWords: ReadonlySet<string>;
  /** `places.txt`: places below the regions, white space between them. */
  readonly places: ReadonlySet<string>;
  /** `words.txt`: names to be kept whole. */
  readonly words: readonly string[];
  /** Every file by name without ending, its lines as written: for tables with forms of their own. */
  readonly lines: Readonly<Record<string, readonly string[]>>;
}

/**
 * Reads the lexicons of several folders, later ones adding to earlier; a missing folder is
 * empty, one named twice is read once. Encodings are found as those of volumes are.
 *
 * @throws NianjianError `file-unreadable`, `file-binary`, `file-too-large`
 */
export async function loadLexicons(folders: readonly string[]): Promise<Lexicons> {
  const lines = new Map<string, string[]>();
  for (const folder of new Set(folders.map((one) => resolve(one)))) {
    const names = await readdir(folder).catch(() => []);
    for (const name of names.filter((file) => file.endsWith('.txt')).sort()) {
      const key = name.slice(0, -'.txt'.length);
      lines.set(key, [...(lines.get(key) ?? []), ...(await readLines(join(folder, name)))]);
    }
  }
  return lexiconsOf(Object.fromEntries(lines));
}

/** @param lines the content lines of each lexicon by name */
export function lexiconsOf(lines: Readonly<Record<string, readonly string[]>>): Lexicons {
  return {
    synonyms: groupsOf(lines.synonyms ?? []),
    colloquial: colloquialOf(lines.colloquial ?? []),
    regions: groupsOf(lines.regions ?? []),
    stopWords: wordsOf(lines.stopwords),
    plainWords: wordsOf(lines.plain),
    places: wordsOf(lines.places),
    words: [...new Set((lines.words ?? []).map(normalise))],
    lines,
  };
}

function wordsOf(lines: readonly string[] = []): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(/\s+/)).map(normalise));
}

function groupsOf(lines: readonly string[]): WordGroup[] {
  const groups = new Map<string, Set<string>>();
  for (const line of lines) {
    const forms = normalise(line)
      .split('=')
      .map((form) => form.trim())
      .filter((form) => form !== '');
    const [first] = forms;
    if (first === undefined) continue;
    groups.set(first, new Set([...(groups.get(first) ?? []), ...forms]));
  }
  return [...groups.values()].map((forms) => [...forms]);
}

/** `word word = prose prose`: each word on the left may be told by any on the right. */
function colloquialOf(lines: readonly string[]): Map<string, readonly string[]> {
  const told = new Map<string, Set<string>>();
  for (const line of lines) {
    const [asked = [], prose = []] = normalise(line)
      .split('=')
      .map((side) => side.trim().split(/\s+/));
    for (const word of asked) told.set(word, new Set([...(told.get(word) ?? []), ...prose]));
  }
  return new Map([...told].map(([word, prose]) => [word, [...prose]]));
}

/** An empty lexicon is one without words, no mistake. */
async function readLines(path: string): Promise<string[]> {
  try {
    return linesOf((await readTextFile(path)).text);
  } catch (error) {
    if (error instanceof NianjianError && error.problem.code === 'file-empty') return [];
    throw error;
  }
}

function linesOf(text: string): string[] {
  return text
    .split(/\r\n?|\n/)
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    .filter((line) => line !== '');
}
