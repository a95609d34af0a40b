import type { CitedEntry } from '../../src/answer/answer.js';
import type { Language } from '../../src/errors.js';
import { citation } from './answer.js';
import { backRow, callbackData, turner } from './keyboard.js';
import type { Message } from './message.js';
import { pagesOf, shorten } from './pages.js';
import { bold, italic, plain, quote } from './rich.js';

/** Units of the entry on a page; heading and citation take at most 600 more. */
export const pageChars = 3400;

/** Where an entry was opened from, and so where its way back leads: answer, contents, nowhere. */
export type Origin = 'a' | 't' | 'i';

export interface EntryView {
  readonly entry: CitedEntry;
  /** 0-based; brought into range. */
  readonly page: number;
  readonly origin: Origin;
  /** Callback data of the way back, if there is one. */
  readonly back: string | null;
  readonly language: Language;
}

/** One page of a whole entry; the pages' quotes joined are its text, character by character. */
export function renderEntry({ entry, page, origin, back, language }: EntryView): Message {
  const pages = pagesOf(entry.text, pageChars);
  const number = Math.min(Math.max(page, 0), pages.length - 1);
  const { start, end } = pages[number] as { start: number; end: number };
  const count = pages.length < 2 ? '' : ` (${number + 1}/${pages.length})`;
  return {
    rich: [
      bold(`【${shorten(entry.heading, 100)}】`),
      plain(`${count}\n`),
      quote(entry.text.slice(start, end)),
      plain('\n'),
      italic(citation(entry)),
    ],
    keyboard: [
      turner(number, pages.length, (to) => callbackData('e', entry.id, to, origin)),
      backRow(back, language),
    ],
  };
}
