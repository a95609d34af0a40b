import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { call, poll, refusal, result } from './client.js';
import { ManualClock } from './clock.js';
import type { Person } from './person.js';
import type { Room } from './room.js';
import { startTelegram, type Telegram } from './telegram.js';

let telegram: Telegram;
let clock: ManualClock;
let li: Person;
let chat: Room;

beforeEach(async () => {
  clock = new ManualClock();
  telegram = await startTelegram({ clock });
  li = telegram.user({ name: '李' });
  chat = li.privateChat();
});
afterEach(() => telegram.close());

const send = (params: Record<string, unknown>) =>
  refusal(telegram, 'sendMessage', { chat_id: chat.id, text: '年鉴', ...params });
const button = (fields: Record<string, unknown>) =>
  send({ reply_markup: { inline_keyboard: [[{ text: '全文', ...fields }]] } });

describe('the address of a call', () => {
  const get = async (path: string) => {
    const response = await fetch(`${telegram.apiRoot}${path}`);
    return [response.status, ((await response.json()) as { description: string }).description];
  };

  it('with another token is refused', async () => {
    expect(await get('/bot1:abc/getMe')).toEqual([401, 'Unauthorized']);
    expect(await get('/file/bot1:abc/x')).toEqual([401, 'Unauthorized']);
  });

  it('without a token, or with an unknown method or file, is not found', async () => {
    const { token } = telegram;
    for (const path of ['/', '/botx/getMe', `/bot${token}/sendHugs`, `/file/bot${token}/x`]) {
      expect(await get(path), path).toEqual([404, 'Not Found']);
    }
  });

  it('may be written in any letter case', async () => {
    expect(await call(telegram, 'GETME')).toMatchObject({ ok: true });
  });

  it('with a revoked token is refused until it is good again', async () => {
    telegram.revokeToken();
    expect(await refusal(telegram, 'getMe')).toBe('Unauthorized');
    telegram.restoreToken();
    expect(await refusal(telegram, 'getMe')).toBe('ok');
  });
});

describe('parameters', () => {
  const url = () => `${telegram.apiRoot}/bot${telegram.token}/sendMessage`;
  const sent = async (response: Response) =>
    ((await response.json()) as { result: { text: string } }).result.text;

  it('come in JSON, in a form, in parts or in the address', async () => {
    const fields = { chat_id: String(chat.id), text: '年鉴' };
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    const query = new URLSearchParams(fields);
    expect(await sent(await fetch(url(), { method: 'POST', body: query }))).toBe('年鉴');
    expect(await sent(await fetch(url(), { method: 'POST', body: form }))).toBe('年鉴');
    expect(await sent(await fetch(`${url()}?${query}`))).toBe('年鉴');
  });

  it('that are not JSON are refused', async () => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(url(), { method: 'POST', headers, body: '{"text": ' });
    expect(await response.json()).toMatchObject({
      error_code: 400,
      description: "Bad Request: can't parse request parameters as JSON object",
    });
  });

  it('that a method does not know are ignored, and named in the journal', async () => {
    expect(await send({ reply_to: 7 })).toBe('ok');
    expect(telegram.calls.of('sendMessage')[0]?.unknown).toEqual(['reply_to']);
  });
});

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
    const asked = li.says('2022年末人口多少？', { in: chat });
    const quoting = (quote: string) =>
      send({ reply_parameters: { message_id: asked.message_id, quote } });
    expect(await quoting('年末人口')).toBe('ok');
    expect(await quoting('年初人口')).toBe('Bad Request: QUOTE_TEXT_INVALID');
    expect((await chat.nextMessage()).sent.quote).toMatchObject({ text: '年末人口', position: 4 });
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

describe('an edit', () => {
  const edit = (params: Record<string, unknown>) =>
    refusal(telegram, 'editMessageText', { chat_id: chat.id, text: '新', ...params });
  const keyboard = { inline_keyboard: [[{ text: '全文', callback_data: 'x' }]] };

  it('of a message that is gone or was never there is refused', async () => {
    expect(await edit({ message_id: 99_999 })).toBe('Bad Request: message to edit not found');
    await send({});
    const { id } = await chat.nextMessage();
    await result(telegram, 'deleteMessage', { chat_id: chat.id, message_id: id });
    expect(await edit({ message_id: id })).toBe('Bad Request: message to edit not found');
    expect(await edit({ message_id: id, inline_message_id: 'AAx' })).toBe(
      'Bad Request: MESSAGE_ID_INVALID',
    );
  });

  it("of somebody else's message is refused", async () => {
    const { message_id } = li.says('人口多少？', { in: chat });
    expect(await edit({ message_id })).toBe("Bad Request: message can't be edited");
  });

  it('that changes neither text, marks nor keyboard is refused', async () => {
    const reason =
      'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';
    await send({ text: '<b>新</b>', parse_mode: 'HTML', reply_markup: keyboard });
    const { id } = await chat.nextMessage();
    const same = { message_id: id, text: '<strong>新</strong>', parse_mode: 'HTML' };
    expect(await edit({ ...same, reply_markup: keyboard })).toBe(reason);
    expect(await edit(same)).toBe('ok');
    expect(await edit(same)).toBe(reason);
    expect(await edit({ message_id: id })).toBe('ok');
    const markup = (reply_markup: unknown) =>
      refusal(telegram, 'editMessageReplyMarkup', {
        chat_id: chat.id,
        message_id: id,
        reply_markup,
      });
    expect(await markup(undefined)).toBe(reason);
    expect(await markup(keyboard)).toBe('ok');
    expect(await markup(keyboard)).toBe(reason);
  });

  it('takes the keyboard away when it names none', async () => {
    await send({ reply_markup: keyboard });
    const answer = await chat.nextMessage();
    expect(answer.buttons).toHaveLength(1);
    await edit({ message_id: answer.id });
    expect((await answer.edited()).buttons).toEqual([]);
  });

  it('of a document as text is refused', async () => {
    const form = new FormData();
    form.set('chat_id', String(chat.id));
    form.set('document', new Blob(['一']), '卷.txt');
    await fetch(`${telegram.apiRoot}/bot${telegram.token}/sendDocument`, {
      method: 'POST',
      body: form,
    });
    const { id } = await chat.nextMessage();
    expect(await edit({ message_id: id })).toBe(
      'Bad Request: there is no text in the message to edit',
    );
  });
});

describe('deleting', () => {
  const remove = (room: Room, message_id: number) =>
    refusal(telegram, 'deleteMessage', { chat_id: room.id, message_id });

  it('a message twice is refused', async () => {
    await send({});
    const { id } = await chat.nextMessage();
    expect(await remove(chat, id)).toBe('ok');
    expect(await remove(chat, id)).toBe('Bad Request: message to delete not found');
  });

  it("others' messages in a group, or any after two days, is refused", async () => {
    const group = telegram.group({ title: '年鉴编辑部', members: [li] });
    expect(await remove(group, li.says('早', { in: group }).message_id)).toBe(
      "Bad Request: message can't be deleted",
    );
    await send({});
    const { id } = await chat.nextMessage();
    clock.advance(49 * 3600_000);
    expect(await remove(chat, id)).toBe("Bad Request: message can't be deleted");
  });
});

describe('a chat that does not want the bot', () => {
  const to = (room: Room, more = {}) =>
    call(telegram, 'sendMessage', { chat_id: room.id, text: '年鉴', ...more });

  it.each([
    ['whose user blocked it', 403, 'Forbidden: bot was blocked by the user', () => li.blocksBot()],
    ['whose user is gone', 403, 'Forbidden: user is deactivated', () => li.vanishes()],
  ] as const)('%s refuses', async (_, code, description, happens) => {
    happens();
    expect(await to(chat)).toEqual({ ok: false, error_code: code, description });
  });

  it.each([
    ['group', 'kicked', 'Forbidden: bot was kicked from the group chat'],
    ['supergroup', 'kicked', 'Forbidden: bot was kicked from the supergroup chat'],
    ['supergroup', 'left', 'Forbidden: bot is not a member of the supergroup chat'],
  ] as const)('a %s that it was %s from refuses', async (type, status, description) => {
    const group = telegram.group({ title: '年鉴编辑部', type });
    group.setsBot(status, li);
    expect(await to(group)).toEqual({ ok: false, error_code: 403, description });
  });

  it('a group that became a supergroup names its new id', async () => {
    const group = telegram.group({ title: '年鉴编辑部', type: 'group' });
    const next = group.migrates(li);
    expect(await to(group)).toEqual({
      ok: false,
      error_code: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: next.id },
    });
    expect(await to(next)).toMatchObject({ ok: true });
  });

  it('a deleted group, a muted one and a stranger met in a group refuse', async () => {
    const group = telegram.group({ title: '年鉴编辑部', type: 'group', members: [li] });
    const wang = telegram.user({ name: '王' });
    group.admits(wang);
    const stranger = await call(telegram, 'sendMessage', { chat_id: wang.id, text: '好' });
    expect(stranger).toMatchObject({
      description: "Forbidden: bot can't initiate conversation with a user",
    });
    group.state.muted = true;
    expect(await to(group)).toMatchObject({
      description: 'Bad Request: not enough rights to send text messages to the chat',
    });
    group.state.deleted = true;
    expect(await to(group)).toMatchObject({ description: 'Forbidden: the group chat was deleted' });
  });

  it('a closed topic, the general one by number and an unknown one refuse', async () => {
    const forum = telegram.group({ title: '年鉴论坛', forum: true });
    const topic = forum.topic('人口');
    const inTopic = async (message_thread_id: number) => {
      const answer = await to(forum, { message_thread_id });
      return answer.ok ? 'ok' : answer.description;
    };
    expect(await inTopic(topic.id)).toBe('ok');
    topic.closed = true;
    expect(await inTopic(topic.id)).toBe('Bad Request: TOPIC_CLOSED');
    for (const id of [1, topic.id + 1]) {
      expect(await inTopic(id)).toBe('Bad Request: message thread not found');
    }
  });
});

describe('answering a pressed button', () => {
  const late = 'Bad Request: query is too old and response timeout expired or query ID is invalid';
  const answer = (id: string, text = '') =>
    refusal(telegram, 'answerCallbackQuery', { callback_query_id: id, text });
  const press = async () => {
    await send({ reply_markup: { inline_keyboard: [[{ text: '全文', callback_data: 'x' }]] } });
    return li.presses((await chat.nextMessage()).button('全文'));
  };

  it('twice, too late or for none is refused', async () => {
    const { id } = await press();
    expect(await answer(id)).toBe('ok');
    expect(await answer(id)).toBe(late);
    expect(await answer('12')).toBe(late);
    const second = await press();
    clock.advance(61_000);
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
  const answer = (params: Record<string, unknown>, id = li.types('人口').id) =>
    refusal(telegram, 'answerInlineQuery', { inline_query_id: id, ...params });
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
    const { id } = li.types('人口');
    expect(await answer({ results: [article()] }, id)).toBe('ok');
    expect(await answer({ results: [article()] }, id)).toBe(late);
    expect(await answer({ results: [] }, '5')).toBe(late);
    const slow = li.types('人口');
    clock.advance(10_001);
    expect(await answer({ results: [] }, slow.id)).toBe(late);
  });

  it('may hold 50 results', async () => {
    const results = Array.from({ length: 50 }, (_, i) => article({ id: `${i}` }));
    expect(await answer({ results, next_offset: 'x'.repeat(64) })).toBe('ok');
  });
});

describe('commands', () => {
  const set = (command: string, description: string, more = {}) =>
    refusal(telegram, 'setMyCommands', { commands: [{ command, description }], ...more });

  it.each([
    ['in capitals', 'ASK', '提问', 'BOT_COMMAND_INVALID'],
    ['in Chinese', '问', '提问', 'BOT_COMMAND_INVALID'],
    ['of 33 letters', 'x'.repeat(33), '提问', 'command length must not exceed 32'],
    ['of none', '', '提问', 'command must be non-empty'],
    ['undescribed', 'ask', '', 'command description must be non-empty'],
    [
      'described in 257 characters',
      'ask',
      '年'.repeat(257),
      'command description length must not exceed 256',
    ],
  ])('%s are refused', async (_, command, description, reason) => {
    expect(await set(command, description)).toBe(`Bad Request: ${reason}`);
  });

  it.each([
    ['a language of three letters', { language_code: 'zho' }, 'invalid language code specified'],
    [
      'an unknown scope',
      { scope: { type: 'moon' } },
      "can't parse BotCommandScope: Unsupported type specified",
    ],
    ['the scope of an unknown chat', { scope: { type: 'chat', chat_id: 5 } }, 'chat not found'],
    [
      'the administrators of a private chat',
      { scope: { type: 'chat_administrators', chat_id: 5_000_001 } },
      "can't use specified scope in private chats",
    ],
  ])('for %s are refused', async (_, more, reason) => {
    expect(await set('ask', '提问', more)).toBe(`Bad Request: ${reason}`);
  });

  it('over 100 are refused', async () => {
    const commands = Array.from({ length: 101 }, (_, i) => ({
      command: `c${i}`,
      description: '一',
    }));
    expect(await refusal(telegram, 'setMyCommands', { commands })).toBe(
      'Bad Request: BOT_COMMANDS_TOO_MUCH',
    );
  });

  it('are kept by scope and language', async () => {
    const scope = { type: 'all_private_chats' };
    const get = (more = {}) => result(telegram, 'getMyCommands', more);
    await set('ask', '提问', { scope, language_code: 'zh' });
    await set('help', 'Help');
    expect(await get({ scope, language_code: 'zh' })).toEqual([
      { command: 'ask', description: '提问' },
    ]);
    expect(await get()).toEqual([{ command: 'help', description: 'Help' }]);
    expect(await get({ scope })).toEqual([]);
    await result(telegram, 'deleteMyCommands', { scope, language_code: 'zh' });
    expect(await get({ scope, language_code: 'zh' })).toEqual([]);
  });
});

describe('what the bot says of itself', () => {
  it.each([
    ['setMyDescription', { description: '年'.repeat(513) }],
    ['setMyShortDescription', { short_description: '年'.repeat(121) }],
    ['setChatMenuButton', { menu_button: { type: 'sandwich' } }],
    ['setChatMenuButton', { menu_button: 'commands' }],
    ['setMyDescription', { language_code: 'ZH' }],
  ])('is refused by %s with %j', async (method, params) => {
    expect(await refusal(telegram, method, params)).toMatch(/^Bad Request: /);
  });

  it('is kept', async () => {
    await result(telegram, 'setMyDescription', { description: '年'.repeat(512) });
    await result(telegram, 'setMyShortDescription', {
      short_description: '年鉴问答',
      language_code: 'zh',
    });
    await result(telegram, 'setChatMenuButton', { menu_button: { type: 'commands' } });
    expect(await result(telegram, 'getMyDescription')).toEqual({ description: '年'.repeat(512) });
    expect(await result(telegram, 'getMyShortDescription', { language_code: 'zh' })).toEqual({
      short_description: '年鉴问答',
    });
    expect(await result(telegram, 'getChatMenuButton')).toEqual({ type: 'commands' });
  });
});

describe('other calls', () => {
  it('an unknown action, reaction or member is refused', async () => {
    const asked = li.says('人口多少？', { in: chat });
    const react = (message_id: number, emoji: string) =>
      refusal(telegram, 'setMessageReaction', {
        chat_id: chat.id,
        message_id,
        reaction: [{ type: 'emoji', emoji }],
      });
    expect(
      await refusal(telegram, 'sendChatAction', { chat_id: chat.id, action: 'thinking' }),
    ).toBe('Bad Request: wrong parameter action in request');
    expect(await refusal(telegram, 'sendChatAction', { chat_id: chat.id, action: 'typing' })).toBe(
      'ok',
    );
    expect(await react(asked.message_id, '👍')).toBe('ok');
    expect(await react(asked.message_id, '🍜')).toBe('Bad Request: REACTION_INVALID');
    expect(await react(1, '👍')).toBe('Bad Request: message to react not found');
    expect(await refusal(telegram, 'getChatMember', { chat_id: chat.id, user_id: 9 })).toBe(
      'Bad Request: user not found',
    );
    expect(await refusal(telegram, 'leaveChat', { chat_id: chat.id })).toBe(
      "Bad Request: chat member status can't be changed in private chats",
    );
  });

  it('after leaving a group nothing can be sent there', async () => {
    const group = telegram.group({ title: '年鉴编辑部' });
    await result(telegram, 'leaveChat', { chat_id: group.id });
    expect(await refusal(telegram, 'sendMessage', { chat_id: group.id, text: '好' })).toBe(
      'Forbidden: bot is not a member of the supergroup chat',
    );
  });

  it('a file unnamed, unknown or over 20 MB is refused', async () => {
    const file = (file_id: string) => refusal(telegram, 'getFile', { file_id });
    const huge = li.sendsDocument({ name: '卷.txt', content: '一', size: 21 << 20 }, { in: chat });
    expect(await file('')).toBe('Bad Request: file_id not specified');
    expect(await file('x')).toBe('Bad Request: invalid file_id');
    expect(await file(huge.id)).toBe('Bad Request: file is too big');
  });

  it('a document that is missing, empty or captioned too long is refused', async () => {
    const document = async (fields: Record<string, string | Blob>) => {
      const form = new FormData();
      form.set('chat_id', String(chat.id));
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      const response = await fetch(`${telegram.apiRoot}/bot${telegram.token}/sendDocument`, {
        method: 'POST',
        body: form,
      });
      return ((await response.json()) as { description?: string }).description;
    };
    expect(await document({})).toBe('Bad Request: there is no document in the request');
    expect(await document({ document: new Blob([]) })).toBe('Bad Request: file must be non-empty');
    expect(await document({ document: new Blob(['一']), caption: '年'.repeat(1025) })).toBe(
      'Bad Request: message caption is too long',
    );
    expect(
      await document({ document: new Blob(['一']), caption: '年'.repeat(1024) }),
    ).toBeUndefined();
  });

  it('what this server does not imitate is said so, never taken for granted', async () => {
    expect(await send({ text: '*年鉴*', parse_mode: 'MarkdownV2' })).toMatch(
      'does not imitate Markdown',
    );
    expect(await poll(telegram)).toEqual([]);
  });
});
