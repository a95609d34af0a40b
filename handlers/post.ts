import type { BotContext, BotDeps } from './context.js';
import { faultOf, whyUndeliverable } from './delivery/fault.js';
import { acknowledged, type CallOptions, TooLate } from './delivery/sender.js';
import { toInlineKeyboard } from './render/keyboard.js';
import type { Message } from './render/message.js';
import { plain, toHtml, toPlain } from './render/rich.js';

type Deps = Pick<BotDeps, 'sender' | 'log' | 'metrics' | 'ageMs'>;

/** An answer that is older is of no use any more. */
const staleAfterMs = { private: 24 * 3_600_000, group: 600_000 };

/** A message of one plain text. */
export function textMessage(text: string): Message {
  return { rich: [plain(text)], keyboard: [] };
}

/**
 * Sends one message in reply to the update's, in its topic; to its chat where it has none. To an
 * edited message the reply is there already: it is edited. Gives its id, or null where it was
 * sent but the id never came, or the chat is closed to the bot.
 */
export async function reply(ctx: BotContext, deps: Deps, message: Message): Promise<number | null> {
  const { chat, message: to, editedMessage: edited } = ctx;
  if (chat === undefined) return null;
  if (edited !== undefined) {
    const id = ctx.replies.to(chat.id, edited.message_id) ?? null;
    if (id !== null) await edit({ chat_id: chat.id, message_id: id }, deps, message);
    return id;
  }
  const inTopic = to !== undefined && 'is_topic_message' in to && to.is_topic_message === true;
  const payload = {
    chat_id: chat.id,
    ...(inTopic && { message_thread_id: to.message_thread_id }),
    ...(to !== undefined && {
      reply_parameters: { message_id: to.message_id, allow_sending_without_reply: true },
    }),
    ...bodyOf(message),
  };
  const staleMs = staleAfterMs[chat.type === 'private' ? 'private' : 'group'];
  const options = {
    patienceMs: staleMs - deps.ageMs(ctx.update),
    update: ctx.update.update_id,
  };
  const began = performance.now();
  const sent = await attempt('sendMessage', payload, message, deps, options);
  const { stages } = deps.metrics;
  stages.observe({ stage: 'send' }, (performance.now() - began) / 1000);
  stages.observe({ stage: 'whole' }, deps.ageMs(ctx.update) / 1000);
  if (sent === null || sent === acknowledged) return null;
  const { message_id: id } = sent as { message_id?: unknown };
  if (typeof id !== 'number') return null;
  if (to !== undefined) ctx.replies.remember(chat.id, to.message_id, id);
  return id;
}

/** Where a message that can be edited stands. */
export type Place =
  | { readonly chat_id: number; readonly message_id: number }
  | { readonly inline_message_id: string };

/** Puts another content into a message; that it is there already counts as done. */
export async function edit(place: Place, deps: Deps, message: Message): Promise<void> {
  await attempt('editMessageText', { ...place, ...bodyOf(message) }, message, deps);
}

/** Answers a pressed button. Too late is no failure: the message is turned all the same. */
export async function acknowledge(ctx: BotContext, deps: Deps, text?: string): Promise<void> {
  const payload = {
    callback_query_id: ctx.callbackQuery?.id,
    ...(text !== undefined && { text }),
  };
  await deps.sender.send('answerCallbackQuery', payload, { patienceMs: 5000 }).catch((error) => {
    deps.log.debug('press-not-acknowledged', { reason: faultOf(error).reason });
  });
}

/** With markup, then without where Telegram refuses the markup; null where it can reach nobody. */
async function attempt(
  method: string,
  payload: Readonly<Record<string, unknown>>,
  message: Message,
  { sender, log, metrics }: Deps,
  options: CallOptions = {},
): Promise<unknown> {
  try {
    return await sender.send(method, payload, options);
  } catch (error) {
    const { update } = options;
    if (error instanceof TooLate) {
      metrics.dropped.inc({ why: 'stale' });
      log.warn('answer-dropped', { method, update, reason: error.last?.reason });
      return null;
    }
    const fault = faultOf(error);
    const { code, reason } = fault;
    if (code === 400 && /message is not modified/i.test(reason)) return null;
    if (code === 400 && /parse entities|MESSAGE_TOO_LONG|is too long/i.test(reason)) {
      log.warn('markup-refused', { method, reason });
      const { parse_mode: _, ...rest } = payload;
      return sender.send(method, { ...rest, text: toPlain(message.rich) }, options);
    }
    const why = whyUndeliverable(fault);
    if (why === null) throw error;
    metrics.dropped.inc({ why });
    log.info('answer-undeliverable', { method, update, why });
    return null;
  }
}

function bodyOf({ rich, keyboard }: Message): Readonly<Record<string, unknown>> {
  const rows = toInlineKeyboard(keyboard);
  return {
    text: toHtml(rich),
    parse_mode: 'HTML',
    link_preview_options: { is_disabled: true },
    ...(rows.length > 0 && { reply_markup: { inline_keyboard: rows } }),
  };
}
