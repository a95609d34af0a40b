import type { Analyzer } from '../analysis/analyzer.js';
import type { Lexicons } from '../analysis/lexicons.js';
import { spell } from '../analysis/pinyin.js';
import type { CorpusIndex } from '../index/corpus-index.js';
import type { Correction } from '../search/correction.js';
import type { Question } from '../search/question.js';
import { applyCorrections, createSpelling } from '../search/spelling.js';
import { createWordbook } from '../search/wordbook.js';
import type { Answer } from './answer.js';

/** A question as it was probably meant. */
export interface Rereading {
  readonly text: string;
  readonly corrections: readonly Correction[];
}

/**
 * Another reading of a question by the corpus's own words; null where there is none. Where it was
 * answered as typed only what is no word at all is read as another.
 */
export type Reread = (question: Question, answer: Answer) => Promise<Rereading | null>;

export function createReread(index: CorpusIndex, analyzer: Analyzer, lexicons: Lexicons): Reread {
  const correct = createSpelling({
    analyzer,
    words: createWordbook(index.vocabulary, lexicons, spell),
    frequencies: async (terms) => {
      const query = { terms: Array.from(terms, (term) => ({ term, weight: 1 })), within: [] };
      return (await index.passages.candidates(query, 0)).statistics.documentFrequencies;
    },
    isStopWord: (word) => lexicons.stopWords.has(word),
  });
  return async (question, { status }) => {
    const corrections = await correct(question, status === 'no-answer' ? 'all' : 'sure');
    if (corrections.length === 0) return null;
    return { text: applyCorrections(question.text, corrections), corrections };
  };
}

/** Whether the answer to another reading is the better one: as sure, or in place of asking back. */
export function isBetter(reread: Answer, typed: Answer): boolean {
  if (reread.status === 'no-answer') return false;
  const answers = reread.status === 'answered' && typed.status === 'clarify';
  return answers || reread.confidence >= typed.confidence;
}

/** The answer, with how the question was read. */
export function reread(answer: Answer, typed: string, { text, corrections }: Rereading): Answer {
  return {
    ...answer,
    question: typed,
    interpreted: {
      question: answer.interpreted?.question ?? text,
      corrections: [
        ...corrections.map((correction) => `${correction.typed}→${correction.read}`),
        ...(answer.interpreted?.corrections ?? []),
      ],
      carriedFrom: null,
    },
  };
}
