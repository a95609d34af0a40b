import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { poll, result } from './client.js';
import type { Person } from './person.js';
import type { Room } from './room.js';
import { startTelegram, type Telegram, type TelegramOptions } from './telegram.js';

let telegram: Telegram;
let li: Person;
let chat: Room;

const start = async (options: TelegramOptions = {}) => {
  telegram = await startTelegram(options);
  li = telegram.user({ name: '李', languageCode: 'zh-hans' });
  chat = li.privateChat();
};
beforeEach(() => start());
afterEach(() => telegram.close());

const send = (room: Room, text: string, more = {}) =>
  result<{ message_id: number }>(telegram, 'sendMessage', { chat_id: room.id, text, ...more });
/** Texts of the messages that the bot was shown; polls afresh. */
const shown = async () => (await poll(telegram)).map((u) => (u.message ?? u.edited_message)?.text);

describe('a private chat', () => {
  it('shows the bot who says what, and the test what the bot answers, in order', async () => {
    const question = li.says('GDP增长多少？', { in: chat });
    const [update] = await poll(telegram);
    expect(update?.message).toMatchObject({
      text: 'GDP增长多少？',
      from: { first_name: '李', language_code: 'zh-hans' },
      chat: { id: li.id, type: 'private' },
    });
    await send(chat, '<b>5.2%</b>，比上年高', {
      parse_mode: 'HTML',
      reply_parameters: { message_id: question.message_id },
    });
    await send(chat, '另有一条');
    const [first, second] = await chat.nextMessages(2);
    expect(first?.text).toBe('5.2%，比上年高');
    expect(first?.marked('bold')).toEqual(['5.2%']);
    expect(first?.repliesTo).toBe(question.message_id);
    expect(second?.text).toBe('另有一条');
  });

  it('waits for a message that is still to come, and says what came when none does', async () => {
    const waiting = chat.nextMessage();
    await send(chat, '来了');
    expect((await waiting).text).toBe('来了');
    await expect(chat.nextMessage(20)).rejects.toThrow(/No new message within 20 ms[\s\S]*来了/);
    await expect(chat.staysSilent(20)).resolves.toBeUndefined();
    await send(chat, '多嘴');
    await expect(chat.staysSilent(20)).rejects.toThrow('多嘴');
  });

  it('marks commands, mentions and addresses in what people say', async () => {
    li.says('/ask@nianjian_test_bot 见 https://a.cn', { in: chat });
    const [update] = await poll(telegram);
    expect(update?.message?.entities).toEqual([
      { type: 'bot_command', offset: 0, length: 22 },
      { type: 'url', offset: 25, length: 12 },
    ]);
  });

  it('shows edits of both sides', async () => {
    const question = li.says('人口？', { in: chat });
    li.edits(question, '2022年末人口？');
    expect((await poll(telegram))[1]?.edited_message).toMatchObject({
      message_id: question.message_id,
      text: '2022年末人口？',
    });
    const { message_id } = await send(chat, '查找中');
    const answer = await chat.nextMessage();
    await result(telegram, 'editMessageText', { chat_id: chat.id, message_id, text: '100万人' });
    expect((await answer.edited()).text).toBe('100万人');
    expect(answer.sent.text).toBe('查找中');
    await expect(answer.edited(20)).rejects.toThrow('not edited within 20 ms');
  });

  it('carries messages without text', async () => {
    li.sends(
      {
        sticker: {
          file_id: 'S',
          file_unique_id: 's',
          type: 'regular',
          width: 1,
          height: 1,
          is_animated: false,
          is_video: false,
        },
      },
      { in: chat },
    );
    expect((await poll(telegram))[0]?.message).toMatchObject({ sticker: { file_id: 'S' } });
  });

  it('tells the bot that it was blocked and unblocked', async () => {
    li.blocksBot();
    li.says('听不见', { in: chat });
    li.unblocksBot();
    const kinds = (await poll(telegram)).map((u) => u.my_chat_member?.new_chat_member.status);
    expect(kinds).toEqual(['kicked', 'member']);
    await send(chat, '又来了');
  });
});

describe('buttons', () => {
  const keyboard = {
    inline_keyboard: [
      [
        { text: '全文', callback_data: 'entry:1' },
        { text: '下一页 ›', callback_data: 'page:2' },
      ],
      [{ text: '网站', url: 'https://a.cn' }],
    ],
  };

  it('are found by label and pressed; the test awaits the answer', async () => {
    await send(chat, '100万人', { reply_markup: keyboard });
    const answer = await chat.nextMessage();
    expect(answer.keyboard.map((row) => row.map((b) => b.label))).toEqual([
      ['全文', '下一页 ›'],
      ['网站'],
    ]);
    const press = li.presses(answer.button(/^下一页/));
    const [update] = await poll(telegram);
    expect(update?.callback_query).toMatchObject({
      data: 'page:2',
      from: { id: li.id },
      message: { text: '100万人' },
    });
    await result(telegram, 'answerCallbackQuery', {
      callback_query_id: update!.callback_query!.id,
      text: '第2页',
    });
    expect(await press.answer()).toEqual({ text: '第2页', showAlert: false, url: '' });
    expect(() => answer.button('删除')).toThrow('buttons: 全文 | 下一页 › | 网站');
    expect(() => li.presses(answer.button('网站'))).toThrow('calls nobody back');
  });

  it('may be pressed with data that no button has, and below a deleted message', async () => {
    const { message_id } = await send(chat, '100万人', { reply_markup: keyboard });
    const answer = await chat.nextMessage();
    await result(telegram, 'deleteMessage', { chat_id: chat.id, message_id });
    expect(answer.deleted).toBe(true);
    li.pressesData('%%%', answer);
    expect((await poll(telegram))[0]?.callback_query).toMatchObject({
      data: '%%%',
      message: { message_id, date: 0 },
    });
  });
});

describe('a group', () => {
  it.each([
    ['人口多少？', false],
    ['/ask 人口多少？', true],
    ['/ask@nianjian_test_bot 人口多少？', true],
    ['/ask@Nianjian_Test_Bot 人口多少？', true],
    ['/ask@other_bot 人口多少？', false],
    ['@nianjian_test_bot 人口多少？', false],
  ])('under privacy mode shows the bot “%s”: %s', async (text, reaches) => {
    const group = telegram.group({ title: '年鉴编辑部', members: [li] });
    li.says(text, { in: group });
    expect(await shown()).toEqual(reaches ? [text] : []);
  });

  it('under privacy mode shows replies to the bot, not those to others', async () => {
    const group = telegram.group({ title: '年鉴编辑部' });
    await send(group, '有问必答');
    const mine = await group.nextMessage();
    li.says('那人口呢？', { in: group, replyTo: mine });
    li.says('你说呢', { in: group, replyTo: li.says('早', { in: group }) });
    expect(await shown()).toEqual(['那人口呢？']);
  });

  it('without privacy mode, or to an administrator, shows all', async () => {
    await telegram.close();
    await start({ privacy: false });
    li.says('早', { in: telegram.group({ title: '一组' }) });
    expect(await shown()).toEqual(['早']);
    await telegram.close();
    await start();
    li.says('晚', { in: telegram.group({ title: '二组', bot: 'administrator' }) });
    expect(await shown()).toEqual(['晚']);
  });

  it('lets mentions by name and by link through where that is so', async () => {
    await telegram.close();
    await start({ mentionsPassPrivacy: true });
    const group = telegram.group({ title: '年鉴编辑部' });
    li.says('@Nianjian_Test_Bot 人口？', { in: group });
    const named = '问年鉴：人口？';
    li.says(named, { in: group, entities: [li.mentionOf('年鉴', named, telegram.bot)] });
    li.says('@somebody 人口？', { in: group });
    expect(await shown()).toEqual(['@Nianjian_Test_Bot 人口？', named]);
  });

  it('keeps what other bots say from the bot, unless a test insists', async () => {
    await telegram.close();
    await start({ privacy: false });
    const group = telegram.group({ title: '年鉴编辑部' });
    const robot = telegram.user({ name: '别的机器人', isBot: true });
    robot.says('/ask 一', { in: group });
    robot.says('/ask 二', { in: group, forceDelivery: true });
    expect(await shown()).toEqual(['/ask 二']);
  });

  it('shows anonymous administrators and channels under their own names', async () => {
    const group = telegram.group({ title: '年鉴编辑部' });
    const channel = telegram.group({ title: '年鉴频道', type: 'channel' });
    li.says('/reload', { in: group, as: 'anonymous' });
    li.says('/status', { in: group, as: channel });
    const [first, second] = await poll(telegram);
    expect(first?.message).toMatchObject({
      from: { id: 1087968824, username: 'GroupAnonymousBot' },
      sender_chat: { id: group.id },
    });
    expect(second?.message).toMatchObject({
      from: { id: 136817688 },
      sender_chat: { id: channel.id },
    });
  });

  it('tells the bot when it is added and when it is removed', async () => {
    const group = telegram.group({ title: '年鉴编辑部', bot: 'left' });
    li.says('/ask 还没来', { in: group });
    li.addsBotTo(group);
    group.setsBot('kicked', li);
    const updates = await poll(telegram);
    expect(
      updates.map(
        (u) => u.my_chat_member?.new_chat_member.status ?? u.message?.new_chat_members?.[0]?.id,
      ),
    ).toEqual(['member', telegram.bot.id, 'kicked']);
  });

  it('tells of its move to a supergroup on both sides', async () => {
    const group = telegram.group({ title: '年鉴编辑部', type: 'group', members: [li] });
    const next = group.migrates(li);
    const [from, to] = await poll(telegram);
    expect(from?.message).toMatchObject({ chat: { id: group.id }, migrate_to_chat_id: next.id });
    expect(to?.message).toMatchObject({ chat: { id: next.id }, migrate_from_chat_id: group.id });
  });

  it('keeps topics apart; a reply stands in the topic of what it replies to', async () => {
    const forum = telegram.group({ title: '年鉴论坛', forum: true });
    const topic = forum.topic('人口');
    const asked = li.says('/ask 人口？', { in: forum, topic });
    expect((await poll(telegram))[0]?.message).toMatchObject({
      message_thread_id: topic.id,
      is_topic_message: true,
      chat: { is_forum: true },
    });
    await send(forum, '有主题', { message_thread_id: topic.id });
    await send(forum, '回复', { reply_parameters: { message_id: asked.message_id } });
    await send(forum, '无主题');
    expect((await forum.nextMessages(3)).map((m) => m.topic)).toEqual([
      topic.id,
      topic.id,
      undefined,
    ]);
  });

  it('knows its members and administrators', async () => {
    const wang = telegram.user({ name: '王' });
    const group = telegram.group({ title: '年鉴编辑部', members: [li] });
    group.promotes(wang);
    const status = (user_id: number) =>
      result<{ status: string }>(telegram, 'getChatMember', { chat_id: group.id, user_id });
    expect((await status(li.id)).status).toBe('member');
    expect((await status(wang.id)).status).toBe('administrator');
    expect((await status(telegram.bot.id)).status).toBe('member');
    expect((await status(telegram.user({ name: '张' }).id)).status).toBe('left');
    expect(await result(telegram, 'getChatAdministrators', { chat_id: group.id })).toMatchObject([
      { user: { id: wang.id } },
    ]);
    expect(await result(telegram, 'getChatMemberCount', { chat_id: group.id })).toBe(3);
    expect(await result(telegram, 'getChat', { chat_id: group.id })).toMatchObject({
      type: 'supergroup',
      title: '年鉴编辑部',
    });
  });
});

describe('inline mode', () => {
  const results = [
    {
      type: 'article',
      id: 'e1',
      title: '人口',
      input_message_content: { message_text: '<b>100万人</b>', parse_mode: 'HTML' },
      reply_markup: { inline_keyboard: [[{ text: '全文', callback_data: 'e1' }]] },
    },
  ];

  it('asks while typing, pages by offset and tells what was chosen', async () => {
    const search = li.types('人口', { chatType: 'private' });
    const [update] = await poll(telegram);
    expect(update?.inline_query).toMatchObject({ query: '人口', offset: '', chat_type: 'private' });
    await result(telegram, 'answerInlineQuery', {
      inline_query_id: update!.inline_query!.id,
      results,
      next_offset: '10',
      is_personal: true,
      cache_time: 60,
      button: { text: '怎么问', start_parameter: 'help' },
    });
    const reply = await search.answer();
    expect(reply).toMatchObject({
      nextOffset: '10',
      isPersonal: true,
      cacheTime: 60,
      button: { text: '怎么问' },
    });
    li.types('人口', { offset: reply.nextOffset });
    expect((await poll(telegram)).at(-1)?.inline_query?.offset).toBe('10');

    const group = telegram.group({ title: '年鉴编辑部' });
    const { message, inlineMessageId } = li.chooses(reply.articles[0]!, {
      in: group,
      query: '人口',
    });
    expect(message).toMatchObject({
      text: '100万人',
      via_bot: { id: telegram.bot.id },
      entities: [{ type: 'bold' }],
    });
    const updates = await poll(telegram);
    expect(updates.at(-2)?.chosen_inline_result).toMatchObject({
      result_id: 'e1',
      inline_message_id: inlineMessageId,
    });
    li.pressesInline('e1', inlineMessageId!);
    expect((await poll(telegram)).at(-1)?.callback_query).toMatchObject({
      inline_message_id: inlineMessageId,
      data: 'e1',
    });
    await result(telegram, 'editMessageText', {
      inline_message_id: inlineMessageId,
      text: '全文在此',
    });
    expect(telegram.world.inlineMessages.get(inlineMessageId!)?.text).toBe('全文在此');
  });

  it('says what was called instead when no answer comes', async () => {
    await expect(li.types('人口').answer(20)).rejects.toThrow(
      'No answer to the inline query “人口” within 20 ms',
    );
  });
});

describe('documents', () => {
  it('are found by getFile and downloaded byte for byte', async () => {
    const content = Buffer.from([0xb9, 0xab, 0x0d, 0x0a, 0xff, 0x00]);
    li.sendsDocument({ name: '内蒙古年鉴.txt', content }, { in: chat, caption: '新卷' });
    const [update] = await poll(telegram);
    expect(update?.message).toMatchObject({
      caption: '新卷',
      document: { file_name: '内蒙古年鉴.txt', file_size: 6 },
    });
    const { file_path } = await result<{ file_path: string }>(telegram, 'getFile', {
      file_id: update!.message!.document!.file_id,
    });
    const response = await fetch(`${telegram.apiRoot}/file/bot${telegram.token}/${file_path}`);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(content);
  });

  it('of the bot arrive whole, with name and caption', async () => {
    const form = new FormData();
    form.set('chat_id', String(chat.id));
    form.set('caption', '<b>表</b>');
    form.set('parse_mode', 'HTML');
    form.set('document', 'attach://table');
    form.set('table', new Blob(['年份,人口\n2022,100'], { type: 'text/csv' }), '人口.csv');
    await fetch(`${telegram.apiRoot}/bot${telegram.token}/sendDocument`, {
      method: 'POST',
      body: form,
    });
    const answer = await chat.nextMessage();
    expect([answer.text, answer.marked('bold')]).toEqual(['表', ['表']]);
    const file = telegram.file(answer.sent.document!.file_id);
    expect([file?.name, file?.content.toString()]).toEqual(['人口.csv', '年份,人口\n2022,100']);
  });
});
