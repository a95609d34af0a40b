import type { Message, TextQuote } from '@grammyjs/types';
import type { ChatState } from './chat-state.js';
import { Fields } from './fields.js';
import { formattedText } from './formatted.js';
import { limits } from './limits.js';
import { badRequest } from './refusal.js';
import type { World } from './world.js';

export interface Reply {
  readonly message: Message;
  readonly quote: TextQuote | undefined;
}

export interface ReplyInput {
  readonly reply_parameters: unknown;
  readonly reply_to_message_id: number;
  readonly allow_sending_without_reply: boolean;
}

/** The message replied to; undefined when there is none to reply to and that is allowed. */
export function replyOf(input: ReplyInput, chat: ChatState, world: World): Reply | undefined {
  if (input.reply_parameters === undefined) {
    if (input.reply_to_message_id <= 0) return undefined;
    const message = chat.messages.get(input.reply_to_message_id);
    if (message !== undefined) return { message, quote: undefined };
    return missing(input.allow_sending_without_reply);
  }
  const fields = Fields.of(input.reply_parameters, 'object expected as reply parameters');
  const id = fields.integer('message_id');
  if (id === undefined) throw fields.refusal('Can\'t find field "message_id"');
  const optional = fields.flag('allow_sending_without_reply');
  const other = fields.raw('chat_id');
  const source = other === undefined || other === null ? chat : world.chatOf(String(other));
  const message = source.messages.get(id);
  if (message === undefined) return missing(optional);
  return { message, quote: quoteOf(fields, message) };
}

function missing(allowed: boolean): undefined {
  if (!allowed) throw badRequest('message to be replied not found');
}

/** A quote must stand in the message word for word. */
function quoteOf(fields: Fields, message: Message): TextQuote | undefined {
  const quoted = fields.text('quote');
  if (quoted === '') return undefined;
  const { text, entities } = formattedText(
    {
      text: quoted,
      parseMode: fields.text('quote_parse_mode'),
      entities: fields.raw('quote_entities'),
    },
    limits.quote,
    'QUOTE_TEXT_INVALID',
  );
  const position = (message.text ?? message.caption ?? '').indexOf(text);
  if (position < 0) throw badRequest('QUOTE_TEXT_INVALID');
  return {
    text,
    position,
    is_manual: true,
    ...(entities.length > 0 ? { entities: [...entities] } : {}),
  };
}
