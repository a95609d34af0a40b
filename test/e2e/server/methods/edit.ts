import type { Message } from '@grammyjs/types';
import type { ChatState } from '../chat-state.js';
import { formattedText } from '../formatted.js';
import type { FormattedText } from '../html.js';
import { limits } from '../limits.js';
import { type Markup, parseMarkup } from '../markup.js';
import { badRequest } from '../refusal.js';
import type { InlineMessage, World } from '../world.js';
import { flag, integer, json, lenientJson, method, replyMarkup, text } from './method.js';

const target = {
  chat_id: text,
  message_id: integer,
  inline_message_id: text,
  business_connection_id: text,
  reply_markup: replyMarkup,
};

export const editMessageText = method(
  {
    ...target,
    text,
    parse_mode: text,
    entities: lenientJson,
    link_preview_options: json("can't parse link preview options JSON object"),
    disable_web_page_preview: flag,
  },
  (params, { world }): (Message.TextMessage & { edit_date: number }) | true => {
    const content = formattedText(
      { text: params.text, parseMode: params.parse_mode, entities: params.entities },
      limits.text,
    );
    const markup = parseMarkup(params.reply_markup);
    if (params.inline_message_id !== '') {
      return editInline(params.inline_message_id, content, markup, world);
    }
    const { chat, message } = own(params.chat_id, params.message_id, world);
    if (message.text === undefined) throw badRequest('there is no text in the message to edit');
    return edit(chat, message, content, markup, world) as Message.TextMessage & {
      edit_date: number;
    };
  },
);

export const editMessageReplyMarkup = method(
  target,
  (params, { world }): (Message & { edit_date: number }) | true => {
    const markup = parseMarkup(params.reply_markup);
    if (params.inline_message_id !== '') {
      return editInline(params.inline_message_id, undefined, markup, world);
    }
    const { chat, message } = own(params.chat_id, params.message_id, world);
    return edit(chat, message, undefined, markup, world);
  },
);

export const deleteMessage = method(
  { chat_id: text, message_id: integer },
  (params, { world }): true => {
    const chat = world.chatOf(params.chat_id);
    chat.assertReadable();
    remove(chat, params.message_id, world);
    return true;
  },
);

function remove(chat: ChatState, messageId: number, world: World): void {
  const message = chat.messages.get(messageId);
  if (message === undefined) throw badRequest('message to delete not found');
  const old = (world.date - message.date) * 1000 > limits.deleteMs;
  const others = !world.isOwn(message) && !chat.isPrivate && chat.botStatus !== 'administrator';
  if (others || (old && chat.botStatus !== 'administrator')) {
    throw badRequest("message can't be deleted");
  }
  chat.messages.delete(messageId);
}

function own(chatId: string, messageId: number, world: World) {
  const chat = world.chatOf(chatId);
  chat.assertReadable();
  const message = messageId > 0 ? chat.messages.get(messageId) : undefined;
  if (message === undefined) throw badRequest('message to edit not found');
  if (!world.isOwn(message)) throw badRequest("message can't be edited");
  return { chat, message };
}

/** Replaces text (when given) and keyboard; a missing keyboard takes the old one away. */
function edit(
  chat: ChatState,
  message: Message,
  content: FormattedText | undefined,
  markup: Markup,
  world: World,
): Message & { edit_date: number } {
  const { reply_markup: oldKeyboard, entities: oldEntities, ...rest } = message;
  const keyboard = markup.kind === 'inline' ? markup.keyboard : undefined;
  const entities = content === undefined ? oldEntities : content.entities;
  const newText = content === undefined ? message.text : content.text;
  const before = [message.text ?? '', oldEntities ?? [], oldKeyboard ?? null];
  const after = [newText ?? '', entities ?? [], keyboard ?? null];
  if (JSON.stringify(before) === JSON.stringify(after)) throw notModified();
  const edited = {
    ...rest,
    ...(newText === undefined ? {} : { text: newText }),
    ...(entities !== undefined && entities.length > 0 ? { entities: [...entities] } : {}),
    ...(keyboard === undefined ? {} : { reply_markup: keyboard }),
    edit_date: world.date,
  };
  chat.messages.set(message.message_id, edited);
  world.edits.push({ chatId: chat.id, messageId: message.message_id });
  return edited;
}

function editInline(
  id: string,
  content: FormattedText | undefined,
  markup: Markup,
  world: World,
): true {
  const message: InlineMessage | undefined = world.inlineMessages.get(id);
  if (message === undefined) throw badRequest('MESSAGE_ID_INVALID');
  const keyboard = markup.kind === 'inline' ? markup.keyboard : undefined;
  const { text: newText, entities } = content ?? message;
  const before = [message.text, message.entities, message.keyboard ?? null];
  if (JSON.stringify(before) === JSON.stringify([newText, entities, keyboard ?? null])) {
    throw notModified();
  }
  Object.assign(message, { text: newText, entities, keyboard });
  return true;
}

function notModified(): Error {
  return badRequest(
    'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
  );
}
