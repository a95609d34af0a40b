import type { Answer } from '../../src/answer/answer.js';
import type { Language } from '../../src/errors.js';
import type { Message } from './message.js';
import { shorten } from './pages.js';
import { bold, plain } from './rich.js';

/** What is shown at most. */
const most = Object.freeze({ reasonChars: 300, nearest: 5, nameChars: 100 });

/** That there is no answer, why, and the headings that come nearest. */
export function renderSilence(
  { reason, nearest }: Pick<Answer, 'reason' | 'nearest'>,
  language: Language,
): Message {
  const words = texts[language];
  return {
    rich: [
      bold(words.none),
      ...(reason === null ? [] : [plain(`\n${shorten(reason, most.reasonChars)}`)]),
      ...(nearest.length === 0 ? [] : [plain(`\n\n${words.nearest}`)]),
      ...nearest
        .slice(0, most.nearest)
        .map(({ volume, heading }) =>
          plain(`\n• ${shorten(volume, most.nameChars)} 【${shorten(heading, most.nameChars)}】`),
        ),
    ],
    keyboard: [],
  };
}

const texts = {
  zh: { none: '没有找到', nearest: '最接近的条目：' },
  en: { none: '没有找到 (No answer found)', nearest: 'Nearest headings:' },
} as const satisfies Record<Language, Record<string, string>>;
