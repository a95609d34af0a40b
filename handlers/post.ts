import type { BotContext, BotDeps } from './context.js';
import { acknowledged, faultOf } from './delivery/sender.js';
import { toInlineKeyboard } from './render/keyboard.js';
import type { Message } from './render/message.js';
import { plain, toHtml, toPlain } from './render/rich.js';

type Deps = Pick<BotDeps, 'sender' | 'log'>;

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
  const sent = await attempt('sendMessage', payload, message, deps);
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

/** With markup, then without where Telegram refuses the markup; null where the chat is closed. */
async function attempt(
  method: string,
  payload: Readonly<Record<string, unknown>>,
  message: Message,
  { sender, log }: Deps,
): Promise<unknown> {
  try {
    return await sender.send(method, payload);
  } catch (error) {
    const { code, reason } = faultOf(error);
    if (code === 400 && /message is not modified/i.test(reason)) return null;
    if (code === 400 && /parse entities|MESSAGE_TOO_LONG|is too long/i.test(reason)) {
      log.warn('markup-refused', { method, reason });
      const { parse_mode: _, ...rest } = payload;
      return sender.send(method, { ...rest, text: toPlain(message.rich) });
    }
    if (code === 403 || (code === 400 && closed.test(reason))) {
      log.info('chat-closed', { method, reason });
      return null;
    }
    throw error;
  }
}

/** Nobody can be told anything there: no apology is due either. */
const closed =
  /chat not found|TOPIC_CLOSED|TOPIC_DELETED|message thread not found|not enough rights|CHAT_WRITE_FORBIDDEN|CHAT_RESTRICTED|message to edit not found|message can't be edited|MESSAGE_ID_INVALID/i;

function bodyOf({ rich, keyboard }: Message): Readonly<Record<string, unknown>> {
  const rows = toInlineKeyboard(keyboard);
  return {
    text: toHtml(rich),
    parse_mode: 'HTML',
    link_preview_options: { is_disabled: true },
    ...(rows.length > 0 && { reply_markup: { inline_keyboard: rows } }),
  };
}
