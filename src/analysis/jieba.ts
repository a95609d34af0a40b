import { createRequire } from 'node:module';
import { NianjianError } from '../errors.js';
import type { Tokenizer } from './tokenizer.js';

type Nodejieba = typeof import('nodejieba');

/**
 * The process's jieba with its own dictionary, loaded here (about 1.5 s, 300 MB) unless it is
 * already. The dictionary is process-wide and `insertWord` has no inverse, so it is never
 * changed: the words of a corpus are merged by the Analyzer.
 *
 * @throws NianjianError `jieba-missing` when the native binary was not built, or not for this Node.
 */
export function loadJieba(): Tokenizer {
  engine ??= load();
  return engine;
}

/** The same, its dictionary loaded when the first text is cut: what cuts none never pays for it. */
export function lazyJieba(): Tokenizer {
  return {
    name: nameOfJieba(),
    cut: (text) => loadJieba().cut(text),
    cutForSearch: (text) => loadJieba().cutForSearch(text),
    isName: (word) => loadJieba().isName(word),
    isNoun: (word) => loadJieba().isNoun(word),
    wordsAmong: (texts) => loadJieba().wordsAmong(texts),
  };
}

/** Fails as {@link loadJieba} does, without loading the dictionary. */
export function requireJieba(): void {
  try {
    nodeRequire.resolve('nodejieba/build/Release/nodejieba.node');
  } catch (cause) {
    throw new NianjianError('jieba-missing', {}, {}, { cause });
  }
}

const nodeRequire = createRequire(import.meta.url);
let engine: Tokenizer | undefined;

function load(): Tokenizer {
  requireJieba();
  const nodejieba = nodeRequire('nodejieba') as Nodejieba;
  try {
    nodejieba.load();
  } catch (cause) {
    // Built for another version of Node, or torn.
    throw new NianjianError('jieba-missing', {}, {}, { cause });
  }
  return {
    name: nameOfJieba(),
    cut: (text) => nodejieba.cut(text),
    cutForSearch: (text) => nodejieba.cutForSearch(text),
    isName: (word) => {
      const [only, more] = nodejieba.tag(word);
      return only !== undefined && more === undefined && /^n[rstz]/.test(only.tag);
    },
    isNoun: (word) => {
      const [only, more] = nodejieba.tag(word);
      return only === undefined || more !== undefined || /^(?:n|vn|an|[lijxs]$|eng)/.test(only.tag);
    },
    wordsAmong: (texts) => {
      const words: string[] = [];
      for (let at = 0; at < texts.length; at += batchWords) {
        const batch = texts.slice(at, at + batchWords);
        const cut = new Set(nodejieba.cut(batch.join(' ')));
        words.push(...batch.filter((text) => cut.has(text)));
      }
      return words;
    },
  };
}

/** Cut in one call: each costs more than the cutting of a word. */
const batchWords = 500;

function nameOfJieba(): string {
  const { version } = nodeRequire('nodejieba/package.json') as { version: string };
  return `nodejieba ${version}`;
}
