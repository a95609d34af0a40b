import type { InlineKeyboardButton, InlineKeyboardMarkup } from '@grammyjs/types';
import { Fields } from './fields.js';
import { limits } from './limits.js';
import { badRequest } from './refusal.js';
import { isWellFormed } from './unicode.js';

/** What a message carries below it. Reply keyboards are accepted and kept out of the message. */
export type Markup =
  | { readonly kind: 'none' }
  | { readonly kind: 'other' }
  | { readonly kind: 'inline'; readonly keyboard: InlineKeyboardMarkup };

/** Reads a `reply_markup` as Telegram does; undefined when the parameter is missing. */
export function parseMarkup(value: unknown): Markup {
  if (value === undefined) return { kind: 'none' };
  const markup = Fields.of(value, 'object expected as reply markup');
  for (const name of ['resize_keyboard', 'one_time_keyboard', 'is_persistent', 'selective']) {
    markup.flag(name);
  }
  if (markup.list('keyboard').length > 0) return { kind: 'other' };
  const rows = markup
    .list('inline_keyboard')
    .map(row)
    .filter((buttons) => buttons.length > 0);
  if (rows.length > 0) {
    const wide = rows.some((buttons) => buttons.length > limits.buttonsInRow);
    if (wide || rows.flat().length > limits.buttons) throw badRequest('reply markup is too long');
    return { kind: 'inline', keyboard: { inline_keyboard: rows } };
  }
  return markup.flag('remove_keyboard') || markup.flag('force_reply')
    ? { kind: 'other' }
    : { kind: 'none' };
}

function row(value: unknown): InlineKeyboardButton[] {
  if (!Array.isArray(value)) {
    throw badRequest(
      'Field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
    );
  }
  return value.map(button);
}

function button(value: unknown): InlineKeyboardButton {
  const prefix = "can't parse inline keyboard button: ";
  const fields = Fields.of(value, `${prefix}InlineKeyboardButton must be an Object`, prefix);
  const text = fields.text('text', 'required');
  const action = actionOf(fields);
  if (!isWellFormed(text)) throw badRequest('inline keyboard button text must be encoded in UTF-8');
  if (text.trim() === '') throw badRequest('inline keyboard button text must be non-empty');
  return { text, ...action } as InlineKeyboardButton;
}

/** The first action in Telegram's order counts; any further one is dropped without a word. */
function actionOf(fields: Fields): Record<string, unknown> {
  const url = fields.text('url');
  if (url !== '') return { url: checkedUrl(url) };
  const data = fields.text('callback_data');
  if (data !== '') {
    if (!isWellFormed(data)) throw badRequest('strings must be encoded in UTF-8');
    if (Buffer.byteLength(data) > limits.callbackDataBytes) throw badRequest('BUTTON_DATA_INVALID');
    return { callback_data: data };
  }
  if (fields.has('pay') || fields.has('callback_game')) throw badRequest('BUTTON_TYPE_INVALID');
  for (const name of ['switch_inline_query', 'switch_inline_query_current_chat']) {
    if (fields.has(name)) return { [name]: fields.text(name) };
  }
  if (fields.has('switch_inline_query_chosen_chat')) {
    return { switch_inline_query_chosen_chat: fields.raw('switch_inline_query_chosen_chat') };
  }
  if (fields.has('web_app')) {
    const app = Fields.of(fields.raw('web_app'), 'Field "web_app" must be of type Object');
    const address = app.text('url');
    if (!address.startsWith('https://')) {
      throw badRequest(
        `inline keyboard button Web App URL '${address}' is invalid: Only HTTPS links are allowed`,
      );
    }
    return { web_app: { url: address } };
  }
  if (fields.has('copy_text')) {
    const copied = Fields.of(
      fields.raw('copy_text'),
      'Field "copy_text" must be of type Object',
    ).text('text', 'required');
    if (copied === '' || copied.length > limits.copyText)
      throw badRequest('BUTTON_COPY_TEXT_INVALID');
    return { copy_text: { text: copied } };
  }
  throw fields.refusal('Text buttons are unallowed in the inline keyboard');
}

function checkedUrl(url: string): string {
  const why = /^(https?|tg|ton|tonsite):\/\/[^\s/]+/i.test(url)
    ? /^https?:\/\/[^/]*\.[^/.]+|^(tg|ton)/i.test(url)
      ? undefined
      : 'Wrong HTTP URL'
    : /^[a-z]+:\/\//i.test(url)
      ? 'Unsupported URL protocol'
      : /^[^\s/]+\.[^\s/]+/.test(url)
        ? undefined
        : 'Wrong HTTP URL';
  if (why !== undefined) {
    throw badRequest(`inline keyboard button URL '${url}' is invalid: ${why}`);
  }
  return url;
}
