import type { Language } from '../errors.js';
import type { Answer } from './answer.js';

/** The question as it was read, where that is not as it was typed; else null. One line. */
export function readingWords({ interpreted }: Answer, language: Language): string | null {
  if (interpreted === null) return null;
  const { question, corrections, carriedFrom } = interpreted;
  if (corrections.length === 0 && carriedFrom === null) return null;
  const line = question.replace(/\s+/g, ' ').trim();
  return language === 'zh' ? `按“${line}”查找` : `Searched for “${line}”`;
}

/** Asks which of an answer's choices is meant. */
export const choosingWords: Readonly<Record<Language, string>> = {
  zh: '您问的是哪一个？',
  en: 'Which one do you mean?',
};
