import type { Document, Message } from '@grammyjs/types';
import type { ChatState } from '../chat-state.js';
import { Fields } from '../fields.js';
import { formattedCaption, formattedText } from '../formatted.js';
import { limits } from '../limits.js';
import { parseMarkup } from '../markup.js';
import { badRequest } from '../refusal.js';
import { type Reply, type ReplyInput, replyOf } from '../reply.js';
import type { World } from '../world.js';
import { flag, integer, json, lenientJson, method, replyMarkup, text } from './method.js';

const target = {
  chat_id: text,
  message_thread_id: integer,
  business_connection_id: text,
};
const sending = {
  ...target,
  parse_mode: text,
  disable_notification: flag,
  protect_content: flag,
  allow_paid_broadcast: flag,
  message_effect_id: text,
  reply_parameters: json("can't parse reply parameters JSON object"),
  reply_to_message_id: integer,
  allow_sending_without_reply: flag,
  reply_markup: replyMarkup,
};

export const sendMessage = method(
  {
    ...sending,
    text,
    entities: lenientJson,
    link_preview_options: json("can't parse link preview options JSON object"),
    disable_web_page_preview: flag,
  },
  (params, { world }): Message.TextMessage => {
    const content = formattedText(
      { text: params.text, parseMode: params.parse_mode, entities: params.entities },
      limits.text,
    );
    const preview = linkPreview(params.link_preview_options);
    const message = post(params, world, {
      text: content.text,
      ...(content.entities.length > 0 ? { entities: [...content.entities] } : {}),
      ...preview,
    });
    return message as Message.TextMessage;
  },
);

export const sendDocument = method(
  { ...sending, document: text, caption: text, caption_entities: lenientJson, thumbnail: text },
  (params, { world, files }): Message.DocumentMessage => {
    const caption = formattedCaption({
      text: params.caption,
      parseMode: params.parse_mode,
      entities: params.caption_entities,
    });
    const attached = /^attach:\/\/(.+)$/.exec(params.document)?.[1] ?? 'document';
    const upload = files.get(attached);
    const stored = upload ? world.files.add(upload) : world.files.get(params.document);
    if (stored === undefined) {
      throw params.document === ''
        ? badRequest('there is no document in the request')
        : badRequest('wrong remote file identifier specified: Wrong string length');
    }
    if (stored.size === 0) throw badRequest('file must be non-empty');
    if (stored.size > limits.uploadBytes) throw badRequest('file is too big');
    const document: Document = {
      file_id: stored.id,
      file_unique_id: stored.uniqueId,
      file_name: stored.name,
      mime_type: stored.type,
      file_size: stored.size,
    };
    const message = post(params, world, {
      document,
      ...(caption.text === '' ? {} : { caption: caption.text }),
      ...(caption.entities.length > 0 ? { caption_entities: [...caption.entities] } : {}),
    });
    return message as Message.DocumentMessage;
  },
);

const actions = [
  ...['typing', 'upload_photo', 'record_video', 'upload_video', 'record_voice', 'upload_voice'],
  ...['upload_document', 'choose_sticker', 'find_location', 'record_video_note'],
  ...['upload_video_note', 'cancel'],
];

export const sendChatAction = method({ ...target, action: text }, (params, { world }): true => {
  const chat = world.chatOf(params.chat_id);
  if (!actions.includes(params.action.toLowerCase())) {
    throw badRequest('wrong parameter action in request');
  }
  chat.assertWritable(params.message_thread_id || undefined);
  world.actions.push({ chatId: chat.id, action: params.action });
  return true;
});

interface SendParams extends ReplyInput {
  readonly chat_id: string;
  readonly message_thread_id: number;
  readonly reply_markup: unknown;
}

/** Puts the bot's message into the chat. */
function post(params: SendParams, world: World, content: Partial<Message>): Message {
  const markup = parseMarkup(params.reply_markup);
  const chat = world.chatOf(params.chat_id);
  chat.assertReadable();
  const reply = replyOf(params, chat, world);
  const thread = threadOf(params.message_thread_id, chat, reply);
  chat.assertWritable(thread);
  const message: Message = {
    message_id: world.messageIdIn(chat),
    from: world.bot,
    chat: chat.chat,
    date: world.date,
    ...(thread === undefined ? {} : { message_thread_id: thread, is_topic_message: true as const }),
    ...(reply === undefined ? {} : { reply_to_message: withoutReply(reply.message) }),
    ...(reply?.quote === undefined ? {} : { quote: reply.quote }),
    ...content,
    ...(markup.kind === 'inline' ? { reply_markup: markup.keyboard } : {}),
  };
  chat.messages.set(message.message_id, message);
  return message;
}

/** A reply stands in the topic of the message it replies to. The general topic has no id to name. */
function threadOf(named: number, chat: ChatState, reply: Reply | undefined): number | undefined {
  if (named > 0) return named;
  if (!chat.isForum || reply?.message.chat.id !== chat.id) return undefined;
  return reply.message.is_topic_message ? reply.message.message_thread_id : undefined;
}

function withoutReply(message: Message): NonNullable<Message['reply_to_message']> {
  const { reply_to_message: _, ...rest } = message;
  return rest as NonNullable<Message['reply_to_message']>;
}

function linkPreview(value: unknown): Pick<Message, 'link_preview_options'> {
  if (value === undefined) return {};
  const fields = Fields.of(value, 'object expected as link preview options');
  const flags = ['is_disabled', 'prefer_small_media', 'prefer_large_media', 'show_above_text'];
  for (const name of flags) fields.flag(name);
  const url = fields.text('url');
  if (url !== '' && !/^(https?:\/\/)?[^\s/]+\.[^\s/]+/.test(url)) {
    throw badRequest('WEBPAGE_URL_INVALID');
  }
  return fields.flag('is_disabled') ? { link_preview_options: { is_disabled: true } } : {};
}
