import type {
  InlineQueryResult,
  InlineQueryResultArticle,
  InlineQueryResultsButton,
} from '@grammyjs/types';
import { Fields } from './fields.js';
import { formattedText } from './formatted.js';
import { limits } from './limits.js';
import { parseMarkup } from './markup.js';
import { badRequest, notImitated } from './refusal.js';

/** The results of answerInlineQuery, checked one by one and as a whole. Articles only. */
export function parseResults(value: unknown): readonly InlineQueryResult[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw badRequest('expected an Array of inline query results');
  const results = value.map(result);
  if (results.length > limits.inlineResults) throw badRequest('RESULTS_TOO_MUCH');
  const ids = results.map((r) => r.id);
  if (ids.some((id) => id === '' || Buffer.byteLength(id) > limits.inlineResultIdBytes)) {
    throw badRequest('RESULT_ID_INVALID');
  }
  if (new Set(ids).size < ids.length) throw badRequest('RESULT_ID_DUPLICATE');
  return results;
}

/** The button above the results. */
export function parseResultsButton(value: unknown): InlineQueryResultsButton | undefined {
  if (value === undefined) return undefined;
  const prefix = "can't parse inline query results button: ";
  const fields = Fields.of(value, 'object expected as inline query results button', prefix);
  const text = fields.text('text', 'required');
  if (text === '') throw badRequest('SWITCH_PM_TEXT_EMPTY');
  if (fields.has('web_app')) throw notImitated('web apps');
  const start = fields.text('start_parameter', 'required');
  if (start === '') throw badRequest('START_PARAM_EMPTY');
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(start)) throw badRequest('START_PARAM_INVALID');
  return { text, start_parameter: start };
}

const prefix = "can't parse inline query result: ";

function result(value: unknown): InlineQueryResult {
  const fields = Fields.of(value, `${prefix}Inline query result must be an object`, prefix);
  const type = fields.text('type', 'required').toLowerCase();
  const id = fields.text('id', 'required');
  if (!known.has(type)) {
    throw fields.refusal(`type "${type}" is unsupported for the inline query result`);
  }
  if (type !== 'article') throw notImitated(`inline results of type ${type}`);
  const content = fields.raw('input_message_content');
  const sent = messageContent(
    Fields.of(content, `${prefix}Input message content is not specified`, prefix),
  );
  const markup = fields.has('reply_markup') ? parseMarkup(fields.raw('reply_markup')) : undefined;
  const title = fields.text('title', 'required');
  if (title.trim() === '') throw badRequest('ARTICLE_TITLE_EMPTY');
  const description = fields.text('description');
  const article: InlineQueryResultArticle = {
    type,
    id,
    title,
    input_message_content: sent,
    ...(description === '' ? {} : { description }),
    ...(markup?.kind === 'inline' ? { reply_markup: markup.keyboard } : {}),
  };
  return article;
}

/** The text as it will stand in the message: already parsed. */
function messageContent(fields: Fields): InlineQueryResultArticle['input_message_content'] {
  const raw = fields.text('message_text');
  if (raw === '') throw fields.refusal('Message text is empty');
  const { text, entities } = formattedText(
    { text: raw, parseMode: fields.text('parse_mode'), entities: fields.raw('entities') },
    limits.text,
    'MESSAGE_TOO_LONG',
  );
  return { message_text: text, entities: [...entities] };
}

const known = new Set([
  ...['article', 'audio', 'contact', 'document', 'game', 'gif', 'location', 'mpeg4_gif', 'photo'],
  ...['sticker', 'venue', 'video', 'voice'],
]);
