import { describe, expect, it } from 'vitest';
import { refusal } from './client.js';
import { scene } from './scene.js';

const at = scene();
const send = (params: Record<string, unknown>) =>
  refusal(at.telegram, 'sendMessage', { chat_id: at.chat.id, text: '年鉴', ...params });
const button = (fields: Record<string, unknown>) =>
  send({ reply_markup: { inline_keyboard: [[{ text: '全文', ...fields }]] } });

describe('a message', () => {
  it.each([
    ['without text', { text: '' }, 'message text is empty'],
    ['of blanks', { text: ' \n' }, 'text must be non-empty'],
    ['of 4,097 units', { text: '年'.repeat(4097) }, 'message is too long'],
    [
      'with broken markup',
      { text: '<b>年', parse_mode: 'HTML' },
      'can\'t parse entities: Can\'t find end tag corresponding to start tag "b"',
    ],
    ['without a chat', { chat_id: '' }, 'chat_id is empty'],
    ['to an unknown chat', { chat_id: 77 }, 'chat not found'],
    ['to an unknown name', { chat_id: '@nobody_at_all' }, 'chat not found'],
    ['to no chat id', { chat_id: 'not_a_chat' }, 'chat not found'],
    ['in a topic of a chat without topics', { message_thread_id: 5 }, 'message thread not found'],
    [
      'in reply to none',
      { reply_parameters: { message_id: 9999 } },
      'message to be replied not found',
    ],
    [
      'in reply to none, the old way',
      { reply_to_message_id: 9999 },
      'message to be replied not found',
    ],
    [
      'in reply to a message unnamed',
      { reply_parameters: { quote: '年' } },
      'can\'t find field "message_id"',
    ],
    [
      'with null for reply parameters',
      { reply_parameters: null },
      'object expected as reply parameters',
    ],
    ['with null for a markup', { reply_markup: null }, 'object expected as reply markup'],
    [
      'with a torn markup',
      { reply_markup: '{"inline' },
      "can't parse reply keyboard markup JSON object",
    ],
    [
      'with a keyboard that is no list',
      { reply_markup: { inline_keyboard: '全文' } },
      'field "inline_keyboard" must be of type Array',
    ],
    [
      'with a row that is no list',
      { reply_markup: { inline_keyboard: [{ text: '全文' }] } },
      'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
    ],
    [
      'with force_reply of another type',
      { reply_markup: { force_reply: 'yes' } },
      'field "force_reply" must be of type Boolean',
    ],
    [
      'with a preview flag of another type',
      { link_preview_options: { is_disabled: 'yes' } },
      'field "is_disabled" must be of type Boolean',
    ],
    ['with a preview of no address', { link_preview_options: { url: 'x' } }, 'WEBPAGE_URL_INVALID'],
  ])('%s is refused', async (_, params, reason) => {
    expect(await send(params)).toBe(`Bad Request: ${reason}`);
  });

  it('in reply to none is sent where that is allowed', async () => {
    expect(
      await send({ reply_parameters: { message_id: 9, allow_sending_without_reply: true } }),
    ).toBe('ok');
    expect(await send({ reply_to_message_id: 9, allow_sending_without_reply: true })).toBe('ok');
  });

  it('quotes only what stands in the message', async () => {
    const asked = at.li.says('2022年末人口多少？', { in: at.chat });
    const quoting = (quote: string) =>
      send({ reply_parameters: { message_id: asked.message_id, quote } });
    expect(await quoting('年末人口')).toBe('ok');
    expect(await quoting('年初人口')).toBe('Bad Request: QUOTE_TEXT_INVALID');
    expect((await at.chat.nextMessage()).sent.quote).toMatchObject({
      text: '年末人口',
      position: 4,
    });
  });
});

describe('a button', () => {
  it.each([
    [
      'without an action',
      {},
      "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
    [
      'with empty data',
      { callback_data: '' },
      "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
    [
      'with 66 bytes of data, 22 characters',
      { callback_data: '年'.repeat(22) },
      'BUTTON_DATA_INVALID',
    ],
    ['with 65 letters of data', { callback_data: 'x'.repeat(65) }, 'BUTTON_DATA_INVALID'],
    [
      'without a label',
      { text: undefined, callback_data: 'x' },
      'can\'t parse inline keyboard button: Can\'t find field "text"',
    ],
    [
      'with an empty label',
      { text: '', callback_data: 'x' },
      'inline keyboard button text must be non-empty',
    ],
    [
      'with half a surrogate pair',
      { text: '🎌'.slice(0, 1), callback_data: 'x' },
      'inline keyboard button text must be encoded in UTF-8',
    ],
    ['that copies nothing', { copy_text: { text: '' } }, 'BUTTON_COPY_TEXT_INVALID'],
    [
      'that copies 257 characters',
      { copy_text: { text: '年'.repeat(257) } },
      'BUTTON_COPY_TEXT_INVALID',
    ],
    [
      'that leads nowhere',
      { url: '年鉴' },
      "inline keyboard button URL '年鉴' is invalid: Wrong HTTP URL",
    ],
    [
      'that leads to a machine without a dot',
      { url: 'http://localhost/' },
      "inline keyboard button URL 'http://localhost/' is invalid: Wrong HTTP URL",
    ],
    [
      'with a foreign scheme',
      { url: 'ftp://a.cn' },
      "inline keyboard button URL 'ftp://a.cn' is invalid: Unsupported URL protocol",
    ],
    ['that takes money', { pay: true }, 'BUTTON_TYPE_INVALID'],
    [
      'with an app over http',
      { web_app: { url: 'http://a.cn' } },
      "inline keyboard button Web App URL 'http://a.cn' is invalid: Only HTTPS links are allowed",
    ],
  ])('%s is refused', async (_, fields, reason) => {
    expect(await button(fields)).toBe(`Bad Request: ${reason}`);
  });

  it.each([
    ['64 bytes of data', { callback_data: `${'年'.repeat(21)}x` }],
    ['256 characters to copy', { copy_text: { text: '年'.repeat(256) } }],
    ['an address', { url: 'https://a.cn/年鉴' }],
    ['a query to type', { switch_inline_query_current_chat: '' }],
  ])('may have %s', async (_, fields) => {
    expect(await button(fields)).toBe('ok');
  });

  it('is one of 100 at most, and of 8 in a row', async () => {
    const rows = (count: number, wide: number) =>
      Array.from({ length: count }, () => Array(wide).fill({ text: '一', callback_data: 'x' }));
    const keyboard = (count: number, wide: number) =>
      send({ reply_markup: { inline_keyboard: rows(count, wide) } });
    expect(await keyboard(25, 4)).toBe('ok');
    expect(await keyboard(26, 4)).toBe('Bad Request: reply markup is too long');
    expect(await keyboard(1, 9)).toBe('Bad Request: reply markup is too long');
  });
});
