import { Composer } from 'telegraf';
import type { CallbackQuery, Message as TelegramMessage } from 'telegraf/types';
import type { Serving } from '../src/library/service.js';
import { parseCommand } from './commands.js';
import type { BotContext, BotDeps } from './context.js';
import { repliedTo, saidIn, withoutMention } from './incoming.js';
import { acknowledge, edit, type Place } from './post.js';
import { renderAnswer } from './render/answer.js';
import { choiceOf } from './render/choices.js';
import { renderFound, renderSection, renderVolume, renderVolumes } from './render/contents.js';
import { type Origin, renderEntry } from './render/entry.js';
import { callbackData } from './render/keyboard.js';
import type { Message } from './render/message.js';
import { say } from './texts.js';

/** Pressed buttons turn the message they stand under; every press is acknowledged. */
export function buttons(deps: BotDeps): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.on('callback_query', async (ctx) => {
    const query = ctx.callbackQuery;
    const place = placeOf(query);
    const data = 'data' in query && typeof query.data === 'string' ? query.data : '';
    if (data === 'noop' || place === null) return acknowledge(ctx, deps);
    const serving = deps.library.now;
    if (serving === undefined) return acknowledge(ctx, deps, say('loading', ctx.language));
    const message = await target(data, serving, ctx);
    if (message === null) {
      const gone = data.startsWith('e:') ? 'gone' : 'stale';
      return acknowledge(ctx, deps, say(gone, ctx.language));
    }
    await acknowledge(ctx, deps);
    await edit(place, deps, message);
  });
  return composer;
}

/** The message that a button leads to; null for data that leads nowhere (any more). */
async function target(data: string, serving: Serving, ctx: BotContext): Promise<Message | null> {
  const { catalogue } = serving;
  const [kind, first = '', second = '', third = ''] = data.split(':');
  const { language } = ctx;
  switch (kind) {
    case 't':
      return renderVolumes(catalogue, pageOf(first), language);
    case 'v': {
      const volume = catalogue.volumes.find(({ key }) => key === first);
      return volume === undefined ? null : renderVolume(volume, pageOf(second), language);
    }
    case 's':
      for (const volume of catalogue.volumes) {
        const section = volume.sections.find(({ key }) => key === first);
        if (section !== undefined) return renderSection(volume, section, pageOf(second), language);
      }
      return null;
    case 'w':
      return renderFound(catalogue, data.slice(data.indexOf(':', 2) + 1), pageOf(first), language);
    case 'e': {
      const entry = catalogue.entry(first);
      if (entry === null) return null;
      const origin: Origin = third === 'a' || third === 't' ? third : 'i';
      const back = wayBack(origin, first, serving, ctx);
      return renderEntry({ entry, page: pageOf(second), origin, back, language });
    }
    case 'b': {
      const question = questionAbove(ctx);
      if (question === null) return null;
      return renderAnswer(await serving.ask(question, { language }), language);
    }
    case 'q':
      return answerTo(data.slice(2), serving, ctx);
    case 'c': {
      const question = questionAbove(ctx);
      if (question === null) return null;
      const { choices } = await serving.ask(question, { language });
      const choice = choiceOf(first, choices);
      return choice === undefined ? null : answerTo(choice.question, serving, ctx);
    }
    default:
      return null;
  }
}

/** The answer to a choice, with the way back to the others. */
async function answerTo(
  question: string,
  { ask }: Serving,
  ctx: BotContext,
): Promise<Message | null> {
  if (question === '') return null;
  const { language } = ctx;
  const back = questionAbove(ctx) === null ? null : 'b';
  return renderAnswer(await ask(question, { language }), language, back);
}

function wayBack(
  origin: Origin,
  id: string,
  { catalogue }: Serving,
  ctx: BotContext,
): string | null {
  if (origin === 'a') return questionAbove(ctx) === null ? null : 'b';
  if (origin !== 't') return null;
  const section = catalogue.sectionOf(id);
  return section === null ? null : callbackData('s', section.key, 0);
}

/** The question that the pressed message answers, where Telegram tells it. */
function questionAbove(ctx: BotContext): string | null {
  const message = ctx.callbackQuery?.message;
  if (message === undefined) return null;
  const said = saidIn(repliedTo(message as TelegramMessage));
  if (said === null) return null;
  const call = parseCommand(said.text);
  const question = call === null ? (withoutMention(said, ctx.botInfo) ?? said.text) : call.argument;
  return question === '' || (call !== null && call.name !== 'ask') ? null : question;
}

function placeOf(query: CallbackQuery): Place | null {
  if (query.inline_message_id !== undefined) return { inline_message_id: query.inline_message_id };
  const { message } = query;
  return message === undefined
    ? null
    : { chat_id: message.chat.id, message_id: message.message_id };
}

function pageOf(text: string): number {
  return /^\d{1,4}$/.test(text) ? Number(text) : 0;
}
