import { Composer } from 'telegraf';
import type { Answer } from '../src/answer/answer.js';
import { figureValue } from '../src/answer/figure-words.js';
import type { Language } from '../src/errors.js';
import type { Serving } from '../src/library/service.js';
import type { BotContext, BotDeps } from './context.js';
import { faultOf } from './delivery/sender.js';
import { renderAnswer } from './render/answer.js';
import { renderEntry } from './render/entry.js';
import { toInlineKeyboard } from './render/keyboard.js';
import type { Message } from './render/message.js';
import { shorten } from './render/pages.js';
import { toHtml, toPlain } from './render/rich.js';
import { say } from './texts.js';

/** Answered within this time of its arrival or not at all: a later answer is refused. */
const deadlineMs = 900;
const perPage = 10;
/** Telegram shows 50 results a page; nobody scrolls through more than these in all. */
const mostResults = 50;

/** Results while somebody types `@bot 问题`: the answer, then entries by their headings. */
export function inline(deps: BotDeps): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.on('inline_query', async (ctx) => {
    const { id, query, offset } = ctx.inlineQuery;
    const { language } = ctx;
    const serving = deps.library.now;
    // Somebody who types on has asked anew by now.
    if (serving === undefined || deps.ageMs(ctx.update) > deadlineMs) return;
    if (query.trim() === '') {
      return respond({ inline_query_id: id, results: [], button: help('inlineHow', language) });
    }
    const { results, next } = await resultsFor(query, startOf(offset), serving, language);
    if (deps.ageMs(ctx.update) > deadlineMs) return;
    const body = {
      inline_query_id: id,
      next_offset: next,
      ...(results.length === 0 && offset === '' && { button: help('inlineNone', language) }),
    };
    await respond({ ...body, results: results.map((r) => article(r, true)) }, () => ({
      ...body,
      results: results.map((r) => article(r, false)),
    }));
  });
  return composer;

  /** Too late is no failure; markup that is refused is left out. */
  async function respond(
    payload: Readonly<Record<string, unknown>>,
    unmarked?: () => Readonly<Record<string, unknown>>,
  ): Promise<void> {
    // Texts are in the user's language, so nobody else may be given them.
    const rules = { cache_time: 30, is_personal: true };
    const patience = { patienceMs: deadlineMs };
    try {
      await deps.sender.send('answerInlineQuery', { ...payload, ...rules }, patience);
    } catch (error) {
      const { code, reason } = faultOf(error);
      if (code === 400 && /parse entities/i.test(reason) && unmarked !== undefined) {
        await deps.sender.send('answerInlineQuery', { ...unmarked(), ...rules }, patience);
      } else {
        deps.log.info('inline-not-answered', { reason });
      }
    }
  }
}

interface Result {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly message: Message;
}

async function resultsFor(
  query: string,
  start: number,
  { ask, catalogue }: Serving,
  language: Language,
): Promise<{ readonly results: readonly Result[]; readonly next: string }> {
  const answer = await ask(query, { language });
  const best = answer.entry === null ? [] : [answer.entry.id];
  const more = [...answer.alternatives, ...catalogue.find(query)].map(({ id }) => id);
  const ids = [...new Set([...best, ...more])].slice(0, mostResults);
  const results = ids.slice(start, start + perPage).flatMap((id): Result[] => {
    if (id === answer.entry?.id) return [answerResult(answer, language)];
    const entry = catalogue.entry(id);
    if (entry === null) return [];
    return [
      {
        id,
        title: `【${shorten(entry.heading, 80)}】`,
        description: shorten(`${entry.volume}  ${entry.text}`, 200),
        message: renderEntry({ entry, page: 0, origin: 'i', back: null, language }),
      },
    ];
  });
  const end = start + perPage;
  return { results, next: end < ids.length ? String(end) : '' };
}

function answerResult(answer: Answer, language: Language): Result {
  const figure = answer.asked > 0 ? answer.figures[0] : undefined;
  const value = figure === undefined ? '' : `${figureValue(figure)}  `;
  const message = renderAnswer(answer, language);
  return {
    id: answer.entry?.id ?? '0',
    title: `${shorten(value, 60)}【${shorten(answer.entry?.heading ?? '', 80)}】`,
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

function article({ id, title, description, message }: Result, marked: boolean) {
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

function help(key: 'inlineHow' | 'inlineNone', language: Language) {
  return { text: say(key, language), start_parameter: 'help' };
}

function startOf(offset: unknown): number {
  return typeof offset === 'string' && /^\d{1,3}$/.test(offset) ? Number(offset) : 0;
}
