import { describe, expect, it } from 'vitest';
import { refusal } from './client.js';
import { scene } from './scene.js';

const at = scene();
const send = (params: Record<string, unknown>) =>
  refusal(at.telegram, 'sendMessage', { chat_id: at.chat.id, text: '年鉴', ...params });

describe('answering a pressed button', () => {
  const late = 'Bad Request: query is too old and response timeout expired or query ID is invalid';
  const answer = (id: string, text = '') =>
    refusal(at.telegram, 'answerCallbackQuery', { callback_query_id: id, text });
  const press = async () => {
    await send({ reply_markup: { inline_keyboard: [[{ text: '全文', callback_data: 'x' }]] } });
    return at.li.presses((await at.chat.nextMessage()).button('全文'));
  };

  it('twice, too late or for none is refused', async () => {
    const { id } = await press();
    expect(await answer(id)).toBe('ok');
    expect(await answer(id)).toBe(late);
    expect(await answer('12')).toBe(late);
    const second = await press();
    at.clock.advance(61_000);
    expect(await answer(second.id)).toBe(late);
  });

  it('with more than 200 characters is refused', async () => {
    const { id } = await press();
    expect(await answer(id, '年'.repeat(201))).toBe('Bad Request: MESSAGE_TOO_LONG');
    expect(await answer(id, '年'.repeat(200))).toBe('ok');
  });
});

describe('answering an inline query', () => {
  const article = (fields: Record<string, unknown> = {}) => ({
    type: 'article',
    id: '1',
    title: '人口',
    input_message_content: { message_text: '100万人' },
    ...fields,
  });
  const answer = (params: Record<string, unknown>, id = at.li.types('人口').id) =>
    refusal(at.telegram, 'answerInlineQuery', { inline_query_id: id, ...params });
  const of = "can't parse inline query result: ";

  it.each([
    [
      '51 results',
      { results: Array.from({ length: 51 }, (_, i) => article({ id: `${i}` })) },
      'RESULTS_TOO_MUCH',
    ],
    ['two of one id', { results: [article(), article()] }, 'RESULT_ID_DUPLICATE'],
    ['an id of 65 bytes', { results: [article({ id: 'x'.repeat(65) })] }, 'RESULT_ID_INVALID'],
    ['an empty id', { results: [article({ id: '' })] }, 'RESULT_ID_INVALID'],
    ['no id', { results: [article({ id: undefined })] }, `${of}Can't find field "id"`],
    ['no type', { results: [article({ type: undefined })] }, `${of}Can't find field "type"`],
    [
      'an unknown type',
      { results: [article({ type: 'hug' })] },
      `${of}type "hug" is unsupported for the inline query result`,
    ],
    ['no title', { results: [article({ title: undefined })] }, `${of}Can't find field "title"`],
    ['an empty title', { results: [article({ title: '' })] }, 'ARTICLE_TITLE_EMPTY'],
    [
      'no content',
      { results: [article({ input_message_content: undefined })] },
      `${of}Input message content is not specified`,
    ],
    [
      'an empty text',
      { results: [article({ input_message_content: { message_text: '' } })] },
      `${of}Message text is empty`,
    ],
    [
      'a text of 4,097 units',
      { results: [article({ input_message_content: { message_text: '年'.repeat(4097) } })] },
      'MESSAGE_TOO_LONG',
    ],
    [
      'broken markup',
      {
        results: [article({ input_message_content: { message_text: '<b>', parse_mode: 'HTML' } })],
      },
      'can\'t parse entities: Can\'t find end tag corresponding to start tag "b"',
    ],
    [
      'data of 65 bytes',
      {
        results: [
          article({
            reply_markup: { inline_keyboard: [[{ text: '全文', callback_data: 'x'.repeat(65) }]] },
          }),
        ],
      },
      'BUTTON_DATA_INVALID',
    ],
    [
      'a next offset of 65 bytes',
      { results: [], next_offset: 'x'.repeat(65) },
      'NEXT_OFFSET_INVALID',
    ],
    ['results that are no list', { results: {} }, 'expected an Array of inline query results'],
    ['a torn list', { results: '[{' }, "can't parse JSON encoded inline query results"],
    [
      'a button without label',
      { results: [], button: { text: '', start_parameter: 'x' } },
      'SWITCH_PM_TEXT_EMPTY',
    ],
    [
      'a button with a Chinese parameter',
      { results: [], button: { text: '帮助', start_parameter: '年' } },
      'START_PARAM_INVALID',
    ],
  ])('with %s is refused', async (_, params, reason) => {
    expect(await answer(params)).toBe(`Bad Request: ${reason}`);
  });

  it('twice, late or for none is refused', async () => {
    const late =
      'Bad Request: query is too old and response timeout expired or query ID is invalid';
    const { id } = at.li.types('人口');
    expect(await answer({ results: [article()] }, id)).toBe('ok');
    expect(await answer({ results: [article()] }, id)).toBe(late);
    expect(await answer({ results: [] }, '5')).toBe(late);
    const slow = at.li.types('人口');
    at.clock.advance(10_001);
    expect(await answer({ results: [] }, slow.id)).toBe(late);
  });

  it('may hold 50 results', async () => {
    const results = Array.from({ length: 50 }, (_, i) => article({ id: `${i}` }));
    expect(await answer({ results, next_offset: 'x'.repeat(64) })).toBe('ok');
  });
});
