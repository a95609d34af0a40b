import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BotProcess, startBot } from './bot-process.js';
import type { Person } from './server/person.js';
import type { Room } from './server/room.js';
import { startTelegram, type Telegram } from './server/telegram.js';

let telegram: Telegram;
let bot: BotProcess;
let li: Person;
let chat: Room;

beforeAll(async () => {
  telegram = await startTelegram();
  li = telegram.user({ name: '李', languageCode: 'zh-hans' });
  chat = li.privateChat();
  // Asked while the index is still being loaded.
  li.says('宁夏粮食产量是多少？', { in: chat });
  bot = startBot(telegram);
});
afterAll(async () => {
  await bot.stop();
  await telegram.close();
});

describe('in private', () => {
  it('answers a question that came before the index was loaded', async () => {
    const answer = await chat.nextMessage(45_000);
    expect(answer.text).toContain('76.28亿斤');
  });

  it('shows the asked figure, the sentence, other figures, then volume and heading', async () => {
    const question = li.says('宁夏2025年粮食产量是多少？', { in: chat });
    const answer = await chat.nextMessage();
    expect(answer.repliesTo).toBe(question.message_id);
    expect(answer.marked('bold')[0]).toBe('76.28亿斤');
    const parts = [
      '76.28亿斤',
      '2025年,宁夏粮食总产量76.28亿斤,超过国家下达的任务。',
      '同条其他数据',
      '64%',
      '宁夏年鉴样卷 2026卷',
      '【粮食生产】',
    ];
    const places = parts.map((part) => answer.text.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    await chat.staysSilent();
  });

  it('marks the words of the question in the sentence', async () => {
    li.says('宁夏2025年粮食产量是多少？', { in: chat });
    expect((await chat.nextMessage()).marked('underline')).toEqual(['2025年', '宁夏粮食', '产量']);
  });

  it('folds the whole of a short entry into the answer, as printed', async () => {
    li.says('宁夏2025年粮食产量是多少？', { in: chat });
    const [whole] = (await chat.nextMessage()).marked('expandable_blockquote');
    expect(whole).toMatch(/^2025年,宁夏粮食总产量.*\n“十四五”期间粮食连年丰收.*都在全国前列。$/s);
  });

  it('says that there is no answer, why, and what comes nearest', async () => {
    li.says('宁夏1987年粮食产量是多少？', { in: chat });
    const answer = await chat.nextMessage();
    expect(answer.text).toMatch(/^没有找到/);
    expect(answer.text).toContain('1987');
    expect(answer.text).toMatch(/【.+】/);
  });

  it('says so in English to those whose app is in English', async () => {
    const ann = telegram.user({ name: 'Ann', languageCode: 'en-GB' });
    ann.says('宁夏1987年粮食产量是多少？', { in: ann.privateChat() });
    expect((await ann.privateChat().nextMessage()).text).toContain('No answer found');
  });

  it('says in its last line for what it looked where that is not what was typed', async () => {
    li.says('宁夏和广东2025年的粮食产量是多少？', { in: chat });
    const { text } = await chat.nextMessage();
    expect(text).toMatch(/\n按“(?:宁夏|广东)2025年的粮食产量是多少？?”查找$/);
  });

  it.each([
    ['markup', '<b>粮食</b> & <script>'],
    ['signs', '＠＃￥%……&*（）'],
    ['faces', '😀😀😀'],
    ['as much text as a message holds', '粮'.repeat(4096)],
    ['a stroke before Chinese', '/粮食产量'],
    ['placeholders', '{volumes} $& \\n'],
  ])('gives one answer to %s', async (_, text) => {
    const question = li.says(text, { in: chat });
    expect((await chat.nextMessage()).repliesTo).toBe(question.message_id);
    await chat.staysSilent(50);
  });

  it('gives a sticker one friendly line', async () => {
    li.sends({ sticker: { file_id: 'x' } as never }, { in: chat });
    expect((await chat.nextMessage()).text).toContain('打成一句话');
    await chat.staysSilent(50);
  });

  it('gives an album of pictures one line, not three', async () => {
    for (let i = 0; i < 3; i++) {
      li.sends({ photo: [] as never, media_group_id: '77' }, { in: chat });
    }
    await chat.nextMessage();
    await chat.staysSilent();
  });

  it('takes the words below a picture as the question', async () => {
    li.sends({ photo: [] as never, caption: '宁夏2025年粮食产量' }, { in: chat });
    expect((await chat.nextMessage()).text).toContain('76.28亿斤');
  });

  it('answers twenty questions at once, each once and in order', async () => {
    const questions = Array.from({ length: 20 }, () => li.says('宁夏粮食产量', { in: chat }));
    const answers = await chat.nextMessages(20);
    expect(answers.map(({ repliesTo }) => repliesTo)).toEqual(
      questions.map(({ message_id }) => message_id),
    );
    await chat.staysSilent(100);
  });

  it('does not take for a question what was sent by way of its own inline results', async () => {
    li.sends({ text: '【粮食生产】', via_bot: telegram.bot }, { in: chat });
    await chat.staysSilent();
  });

  it.each([
    ['/start', '直接发问题就行'],
    ['/HELP', '/toc'],
    ['/ask@Nianjian_Test_Bot 宁夏2025年粮食产量', '76.28亿斤'],
    ['/ask', '请在 /ask 后面写上问题'],
    ['/nonsense', '没有这个命令'],
    ['/reload', '没有这个命令'],
    ['/status', '没有这个命令'],
  ])('answers %s', async (text, expected) => {
    li.says(text, { in: chat });
    expect((await chat.nextMessage()).text).toContain(expected);
  });

  it('asks the message that /ask replies to', async () => {
    const first = li.says('宁夏2025年粮食产量', { in: chat });
    await chat.nextMessage();
    li.says('/ask', { in: chat, replyTo: first });
    expect((await chat.nextMessage()).text).toContain('76.28亿斤');
  });

  it('does not try again with somebody who blocked it, and goes on with others', async () => {
    const wang = telegram.user({ name: '王' });
    const { id } = wang.privateChat();
    const description = 'Forbidden: bot was blocked by the user';
    telegram.fail({ method: 'sendMessage', chat: id }, { status: 403, description });
    wang.says('宁夏粮食产量', { in: wang.privateChat() });
    li.says('宁夏粮食产量', { in: chat });
    await chat.nextMessage();
    await wang.privateChat().staysSilent();
    expect(telegram.calls.to(id)).toHaveLength(1);
  });

  it('was refused nothing by Telegram all along', () => {
    const refusals = telegram.calls
      .refused()
      .flatMap(({ outcome }) => (outcome.kind === 'refused' ? [outcome.error] : []));
    expect(refusals.filter(({ error_code }) => error_code === 400)).toEqual([]);
  });
});
