import { parseResults, parseResultsButton } from '../inline-results.js';
import { limits } from '../limits.js';
import { badRequest } from '../refusal.js';
import { flag, integer, json, method, text } from './method.js';

export const answerCallbackQuery = method(
  { callback_query_id: text, text, show_alert: flag, url: text, cache_time: integer },
  (params, { world }): true => {
    const id = params.callback_query_id;
    world.callbacks.assertOpen(id);
    if (params.text.length > limits.callbackAnswer) throw badRequest('MESSAGE_TOO_LONG');
    if (params.url !== '') {
      const own = `https://t.me/${world.bot.username}?start=`;
      if (!params.url.toLowerCase().startsWith(own.toLowerCase())) throw badRequest('URL_INVALID');
    }
    world.callbacks.close(id, {
      text: params.text,
      showAlert: params.show_alert,
      url: params.url,
    });
    return true;
  },
);

export const answerInlineQuery = method(
  {
    inline_query_id: text,
    results: json("can't parse JSON encoded inline query results"),
    cache_time: text,
    is_personal: flag,
    next_offset: text,
    button: json("can't parse inline query results button JSON object"),
  },
  (params, { world }): true => {
    const results = parseResults(params.results);
    const button = parseResultsButton(params.button);
    if (Buffer.byteLength(params.next_offset) > limits.nextOffsetBytes) {
      throw badRequest('NEXT_OFFSET_INVALID');
    }
    world.inlineQueries.close(params.inline_query_id, {
      results,
      nextOffset: params.next_offset,
      cacheTime: params.cache_time === '' ? 300 : Number.parseInt(params.cache_time, 10) || 0,
      isPersonal: params.is_personal,
      button,
    });
    return true;
  },
);
