import type { MessageEntity } from '@grammyjs/types';
import { settle } from './entities.js';
import { checkedLink, type FormattedText, parseHtml } from './html.js';
import { limits } from './limits.js';
import { badRequest, notImitated } from './refusal.js';
import { isWellFormed } from './unicode.js';

export interface TextInput {
  readonly text: string;
  readonly parseMode: string;
  /** As given, unchecked; read only when there is no parse mode. */
  readonly entities: unknown;
}

/**
 * A text as a message holds it: parsed, cleaned, its entities settled. Throws what Telegram
 * answers to text that is empty, blank, badly encoded, badly marked up, or longer than `maxChars`
 * (UTF-16 units after parsing), the last with `tooLong` as its words.
 */
export function formattedText(
  input: TextInput,
  maxChars: number,
  tooLong = 'message is too long',
): FormattedText {
  if (input.text === '') throw badRequest('message text is empty');
  const settled = settle(parsed(input));
  if (settled.text === '') throw badRequest('text must be non-empty');
  if (settled.text.length > maxChars) throw badRequest(tooLong);
  return settled;
}

/** As `formattedText`, for a caption: it may be missing or blank. */
export function formattedCaption(input: TextInput): FormattedText {
  if (input.text === '') return { text: '', entities: [] };
  const settled = settle(parsed(input));
  if (settled.text.length > limits.caption) throw badRequest('message caption is too long');
  return settled;
}

function parsed({ text, parseMode, entities }: TextInput): FormattedText {
  if (!isWellFormed(text)) throw badRequest('strings must be encoded in UTF-8');
  if (Buffer.byteLength(text) > limits.rawTextBytes) throw badRequest('text is too long');
  switch (parseMode.toLowerCase()) {
    case 'html':
      return parseHtml(text);
    case '':
    case 'none':
      return { text, entities: Array.isArray(entities) ? entities.map(explicit(text)) : [] };
    case 'markdown':
    case 'markdownv2':
      throw notImitated('Markdown; the bot speaks HTML');
    default:
      throw badRequest('unsupported parse_mode');
  }
}

const plainTypes: ReadonlySet<string> = new Set<MessageEntity.CommonMessageEntity['type']>([
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'spoiler',
  'blockquote',
  'expandable_blockquote',
  'code',
]);
/** Telegram finds these by itself and ignores them when given. */
const detectedTypes = new Set([
  ...['mention', 'hashtag', 'cashtag', 'bot_command', 'url', 'email'],
  ...['phone_number', 'bank_card_number'],
]);

function explicit(text: string): (value: unknown) => MessageEntity {
  return (value) => {
    const fields = record(value);
    if (fields === undefined) throw wrong('expected an Object');
    const offset = numberField(fields, 'offset');
    const length = numberField(fields, 'length');
    const entity = typed(fields, offset, length);
    if (offset < 0) throw badRequest(`receive an entity with incorrect offset ${offset}`);
    if (length < 0) throw badRequest(`receive an entity with incorrect length ${length}`);
    if (offset > text.length) {
      throw badRequest(`entity begins after the end of the text at UTF-16 offset ${offset}`);
    }
    const end = offset + length;
    if (end > text.length) {
      throw badRequest(
        `entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${end}`,
      );
    }
    for (const [at, verb] of [
      [offset, 'begins'],
      [end, 'ends'],
    ] as const) {
      if (!isWellFormed(text.slice(0, at))) {
        throw badRequest(`entity ${verb} in a middle of a UTF-16 symbol at byte offset ${at}`);
      }
    }
    return entity;
  };
}

function typed(fields: Record<string, unknown>, offset: number, length: number): MessageEntity {
  const span = { offset, length };
  const { type, url, user, language, custom_emoji_id: emoji } = fields;
  if (typeof type !== 'string') throw wrong('Can\'t find field "type"');
  if (detectedTypes.has(type)) return { type: 'bold', offset: 0, length: 0 };
  if (plainTypes.has(type)) {
    return { type: type as MessageEntity.CommonMessageEntity['type'], ...span };
  }
  if (type === 'pre') {
    return typeof language === 'string' && language !== ''
      ? { type, ...span, language }
      : { type, ...span };
  }
  if (type === 'text_link') {
    if (typeof url !== 'string') throw wrong('Can\'t find field "url"');
    const checked = checkedLink(url);
    if (checked !== undefined) return { type, ...span, url: checked };
    const why = url === '' ? 'URL host is empty' : 'Wrong HTTP URL';
    throw badRequest(`entity URL '${url}' is invalid: ${why}`);
  }
  if (type === 'text_mention') {
    const id = record(user)?.id;
    if (record(user) === undefined) throw wrong('Can\'t find field "user"');
    if (typeof id !== 'number' || id <= 0) throw badRequest('user not found');
    return { type, ...span, user: { id, is_bot: false, first_name: '' } };
  }
  if (type === 'custom_emoji') {
    if (typeof emoji !== 'string') throw wrong('Can\'t find field "custom_emoji_id"');
    return { type, ...span, custom_emoji_id: emoji };
  }
  throw wrong('Unsupported type specified');
}

function numberField(fields: Record<string, unknown>, name: string): number {
  const value = fields[name];
  if (value === undefined) throw wrong(`Can't find field "${name}"`);
  if (typeof value !== 'number') throw wrong(`Field "${name}" must be of type Number`);
  return value;
}

function record(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

function wrong(reason: string): Error {
  return badRequest(`can't parse MessageEntity: ${reason}`);
}
