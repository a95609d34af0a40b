import type { Answer } from '../src/answer/answer.js';
import { figureValue } from '../src/answer/figure-words.js';
import type { Language } from '../src/errors.js';
import type { Serving } from '../src/library/service.js';
import { renderAnswer } from './render/answer.js';
import { renderEntry } from './render/entry.js';
import { toInlineKeyboard } from './render/keyboard.js';
import type { Message } from './render/message.js';
import { shorten } from './render/pages.js';
import { toHtml, toPlain } from './render/rich.js';

const perPage = 10;
/** Telegram shows 50 results a page; nobody scrolls through more than these in all. */
const mostResults = 50;
/** Of a question that may mean several things, answered side by side. */
const mostChoices = 5;

/** One line of the list, and the message that choosing it sends. */
export interface Result {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly message: Message;
}

/** A page of them; `next` is the offset of the page after it, empty where there is none. */
export interface ResultPage {
  readonly results: readonly Result[];
  readonly next: string;
}

/**
 * The answer, or one for each meaning of the question; then entries by their headings.
 *
 * @param offset as Telegram hands it back: anything
 */
export async function resultsFor(
  query: string,
  offset: string,
  serving: Serving,
  language: Language,
): Promise<ResultPage> {
  const start = startOf(offset, serving.number);
  if (start === null) return { results: [], next: '' };
  const answer = await serving.ask(query, { language });
  const answers = await meaningsOf(answer, serving, language);
  const shown = new Set(answers.map(({ answer }) => answer.entry?.id));
  const headed = [
    ...serving.catalogue.find(query).slice(0, mostResults + shown.size),
    ...(await serving.similar(query, mostResults)),
  ];
  const others = [...answer.alternatives, ...headed].map(({ id }) => id);
  const lines = [
    ...answers.map(
      ({ label, answer }, i) =>
        () =>
          answerResult(`a${i}`, label, answer, language),
    ),
    ...[...new Set(others)]
      .filter((id) => !shown.has(id))
      .map((id) => () => entryResult(id, serving, language)),
  ].slice(0, mostResults);
  const end = start + perPage;
  return {
    results: lines.slice(start, end).flatMap((line) => line() ?? []),
    next: end < lines.length ? `${end}.${serving.number}` : '',
  };
}

/** Telegram's `InlineQueryResultArticle`. */
export function toArticle({ id, title, description, message }: Result, marked: boolean) {
  const rows = toInlineKeyboard(message.keyboard);
  return {
    type: 'article',
    id,
    title,
    description,
    input_message_content: {
      message_text: marked ? toHtml(message.rich) : toPlain(message.rich),
      ...(marked && { parse_mode: 'HTML' }),
      link_preview_options: { is_disabled: true },
    },
    ...(rows.length > 0 && { reply_markup: { inline_keyboard: rows } }),
  };
}

async function meaningsOf(
  answer: Answer,
  { ask }: Serving,
  language: Language,
): Promise<{ readonly label: string; readonly answer: Answer }[]> {
  const meant = answer.status === 'clarify' ? answer.choices.slice(0, mostChoices) : [];
  const answers = await Promise.all(
    meant.map(async ({ label, question }) => ({
      label,
      answer: await ask(question, { language }),
    })),
  );
  return [{ label: '', answer }, ...answers].filter(({ answer }) => answer.entry !== null);
}

function answerResult(id: string, label: string, answer: Answer, language: Language): Result {
  const figure = answer.asked > 0 ? answer.figures[0] : undefined;
  const value = figure === undefined ? '' : shorten(figureValue(figure), 60);
  const heading = `【${shorten(answer.entry?.heading ?? '', 80)}】`;
  const message = renderAnswer(answer, language);
  return {
    id,
    title: [value, shorten(label, 60), heading].filter((part) => part !== '').join('  '),
    description: shorten(answer.lead?.text.trim() ?? '', 200),
    message: {
      ...message,
      // Below a message of somebody's own there is no question to go back to.
      keyboard: message.keyboard.map((row) =>
        row.map(({ label, data }) => ({ label, data: data.replace(/:a$/, ':i') })),
      ),
    },
  };
}

function entryResult(id: string, { catalogue }: Serving, language: Language): Result | null {
  const entry = catalogue.entry(id);
  if (entry === null) return null;
  return {
    id,
    title: `【${shorten(entry.heading, 80)}】 ${shorten(entry.volume, 60)}`,
    description: shorten(entry.text, 200),
    message: renderEntry({ entry, page: 0, origin: 'i', back: null, language }),
  };
}

/** Null where the list began in another generation: a page of this one would not go on with it. */
function startOf(offset: unknown, generation: number): number | null {
  const [, start, begun] = /^(\d{1,3})\.(\d{1,9})$/.exec(String(offset)) ?? [];
  if (start === undefined) return 0;
  return Number(begun) === generation ? Number(start) : null;
}
