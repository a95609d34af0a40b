import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BotProcess, startBot } from './bot-process.js';
import type { Person } from './server/person.js';
import type { Room } from './server/room.js';
import { startTelegram, type Telegram } from './server/telegram.js';

let telegram: Telegram;
let bot: BotProcess;
let li: Person;
let wang: Person;
let group: Room;

beforeAll(async () => {
  telegram = await startTelegram({ mentionsPassPrivacy: true });
  li = telegram.user({ name: '李' });
  wang = telegram.user({ name: '王' });
  group = telegram.group({ title: '年鉴组', members: [li, wang] });
  bot = startBot(telegram);
  await bot.says('index-ready');
});
afterAll(async () => {
  await bot.stop();
  await telegram.close();
});

const question = '宁夏2025年粮食产量是多少？';

describe('in a group', () => {
  it.each([
    ['/ask', `/ask ${question}`],
    ['/ask with its name', `/ask@nianjian_test_bot ${question}`],
    ['both in any letter case', `/ASK@NianJian_Test_Bot ${question}`],
    ['a mention before the question', `@nianjian_test_bot ${question}`],
    ['a mention in any letter case, behind it', `${question} @NIANJIAN_test_bot`],
  ])('answers %s, once, replying to it', async (_, text) => {
    const asked = li.says(text, { in: group });
    const answer = await group.nextMessage();
    expect([answer.repliesTo, answer.marked('bold')[0]]).toEqual([asked.message_id, '76.28亿斤']);
    await group.staysSilent(50);
  });

  it('answers a mention by name, without username', async () => {
    const text = `年鉴问答 ${question}`;
    li.says(text, { in: group, entities: [li.mentionOf('年鉴问答', text, telegram.bot)] });
    expect((await group.nextMessage()).text).toContain('76.28亿斤');
  });

  it('asks the message of somebody else that /ask replies to', async () => {
    const said = wang.says(question, { in: group });
    const asked = li.says('/ask', { in: group, replyTo: said });
    const answer = await group.nextMessage();
    expect([answer.repliesTo, answer.marked('bold')[0]]).toEqual([asked.message_id, '76.28亿斤']);
  });

  it('asks the message that a bare mention replies to', async () => {
    const said = wang.says(question, { in: group });
    li.says('@nianjian_test_bot', { in: group, replyTo: said });
    expect((await group.nextMessage()).text).toContain('76.28亿斤');
  });

  it('takes a reply to one of its messages for a question', async () => {
    li.says(`/ask ${question}`, { in: group });
    const answer = await group.nextMessage();
    wang.says(question, { in: group, replyTo: answer });
    expect((await group.nextMessage()).text).toContain('76.28亿斤');
  });

  it('tells how to ask when /ask comes alone', async () => {
    li.says('/ask', { in: group });
    expect((await group.nextMessage()).text).toContain('/ask 宁夏');
  });

  it('answers an anonymous administrator', async () => {
    li.says(`/ask ${question}`, { in: group, as: 'anonymous' });
    expect((await group.nextMessage()).text).toContain('76.28亿斤');
  });

  it('answers somebody who writes in the name of a channel', async () => {
    const channel = telegram.group({ title: '频道', type: 'channel', bot: 'left' });
    const asked = li.says(`/ask ${question}`, { in: group, as: channel });
    expect((await group.nextMessage()).repliesTo).toBe(asked.message_id);
  });

  it('is silent in a channel, where nobody can ask', async () => {
    const channel = telegram.group({ title: '频道', type: 'channel', bot: 'administrator' });
    li.says(`/ask ${question}`, { in: channel });
    await channel.staysSilent(150);
  });

  it('answers in the general topic of a forum, where messages bear no topic', async () => {
    const forum = telegram.group({ title: '论坛', forum: true, members: [li] });
    li.says(`/ask ${question}`, { in: forum });
    const answer = await forum.nextMessage();
    expect([answer.topic, answer.marked('bold')[0]]).toEqual([undefined, '76.28亿斤']);
  });

  it('does not take the first message of a topic for one that is asked about', async () => {
    const forum = telegram.group({ title: '论坛', forum: true, members: [li] });
    const topic = forum.topic('农业');
    const root = { message_id: topic.id, forum_topic_created: { name: '农业' } } as never;
    li.says('/ask', { in: forum, topic, replyTo: root });
    expect((await forum.nextMessage()).text).toContain('/ask 宁夏');
  });

  it.each([
    ['talk among people', question],
    ['/ask for another bot', `/ask@OtherBot ${question}`],
    ['a command of another bot', '/ban 王'],
    ['a mention of somebody else', `@wang ${question}`],
    ['a name that only begins with its own', `@nianjian_test_bot2 ${question}`],
  ])('is silent to %s', async (_, text) => {
    li.says(text, { in: group, forceDelivery: true });
    await group.staysSilent(150);
  });

  it('is silent to a reply to its message that is a command of another bot', async () => {
    li.says(`/ask ${question}`, { in: group });
    const answer = await group.nextMessage();
    li.says('/ban@OtherBot', { in: group, replyTo: answer, forceDelivery: true });
    await group.staysSilent(150);
  });

  it('is silent to other bots, whatever they write', async () => {
    const other = telegram.user({ name: '别的机器人', isBot: true });
    other.says(`/ask ${question}`, { in: group, forceDelivery: true });
    await group.staysSilent(150);
  });

  it('is silent to pictures and stickers', async () => {
    li.sends({ sticker: { file_id: 'x' } as never }, { in: group, forceDelivery: true });
    await group.staysSilent(150);
  });

  it('answers in the topic of the question', async () => {
    const forum = telegram.group({ title: '论坛', forum: true, members: [li] });
    const topic = forum.topic('农业');
    li.says(`/ask ${question}`, { in: forum, topic });
    expect((await forum.nextMessage()).topic).toBe(topic.id);
  });

  it('says in one line how to ask when it is added', async () => {
    const other = telegram.group({ title: '新群', bot: 'left' });
    li.addsBotTo(other);
    expect((await other.nextMessage()).text).toContain('/ask');
    await other.staysSilent();
  });

  it('says so as well in a group that is made with it, and nothing when it is thrown out', async () => {
    const made = telegram.group({ title: '建群时就在', type: 'group', bot: 'left' });
    made.setsBot('member', li);
    expect((await made.nextMessage()).text).toContain('/ask');
    made.setsBot('kicked', li);
    await made.staysSilent();
  });

  it('follows a group that becomes a supergroup', async () => {
    const small = telegram.group({ title: '小群', type: 'group', members: [li] });
    li.says(`/ask ${question}`, { in: small });
    await small.nextMessage();
    const grown = small.migrates(li);
    li.says(`/ask ${question}`, { in: grown });
    expect((await grown.nextMessage()).text).toContain('76.28亿斤');
  });
});
