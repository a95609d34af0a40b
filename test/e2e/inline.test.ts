import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BotProcess, startBot } from './bot-process.js';
import type { Person } from './server/person.js';
import { startTelegram, type Telegram } from './server/telegram.js';

let telegram: Telegram;
let bot: BotProcess;
let li: Person;

beforeAll(async () => {
  telegram = await startTelegram();
  li = telegram.user({ name: '李' });
  bot = startBot(telegram);
  await bot.says('index-ready');
});
afterAll(async () => {
  await bot.stop();
  await telegram.close();
});

const query = '宁夏2025年粮食产量是多少';

describe('typing the bot’s name and a question', () => {
  it('shows figure and heading first, within a second, and sends the whole answer', async () => {
    const began = performance.now();
    const { articles } = await li.types(query).answer();
    expect(performance.now() - began).toBeLessThan(1000);
    expect(articles[0]?.title).toBe('76.28亿斤  【粮食生产】');
    const group = telegram.group({ title: '别的群', bot: 'left', members: [li] });
    const { message } = li.chooses(articles[0]!, { in: group, query });
    expect(message.text).toContain('—— 宁夏年鉴样卷 2026卷');
    expect(message.text).toContain('2025年,宁夏粮食总产量76.28亿斤');
  });

  it('offers entries by their headings behind the answer', async () => {
    const { articles } = await li.types('粮食').answer();
    expect(articles.length).toBeGreaterThan(1);
    expect(articles.map(({ title }) => title).join()).toContain('【粮食生产】');
  });

  it('finds a heading by its sound, as it is typed before the characters are chosen', async () => {
    const { articles } = await li.types('liangshishengchan').answer();
    const titles = articles.map(({ title }) => title);
    expect(titles[0]).toContain('【粮食生产】');
    // Several regions have it: each of them is offered.
    for (const region of ['宁夏', '广东']) {
      expect(titles).toContainEqual(expect.stringMatching(`(?=.*${region}).*【粮食生产】`));
    }
  });

  it('pages through what there is, nothing twice', async () => {
    const first = await li.types('宁夏').answer();
    expect(first.nextOffset).not.toBe('');
    const second = await li.types('宁夏', { offset: first.nextOffset }).answer();
    const ids = [...first.results, ...second.results].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(second.results.length).toBeGreaterThan(0);
  });

  it('shows how to ask before anything is typed', async () => {
    const { results, button } = await li.types('').answer();
    expect(results).toEqual([]);
    expect(button).toMatchObject({ text: expect.stringContaining('输入问题') });
  });

  it('says that nothing was found', async () => {
    const { results, button } = await li.types('qqqq').answer();
    expect(results).toEqual([]);
    expect(button?.text).toContain('没有找到');
  });

  it.each([
    ['as long as they may be', '粮'.repeat(256)],
    ['of markup', '<b>&amp;</i>'],
    ['of faces', '😀'.repeat(128)],
  ])('bears queries %s', async (_, text) => {
    expect((await li.types(text).answer()).isPersonal).toBe(true);
  });

  it('keeps up with somebody who types fast', async () => {
    const typed = [...query].map((_, i) => li.types(query.slice(0, i + 1)));
    const { articles } = await typed.at(-1)!.answer();
    expect(articles[0]?.title).toContain('【粮食生产】');
  });

  it('goes on when a query was too old to be answered', async () => {
    const description =
      'Bad Request: query is too old and response timeout expired or query ID is invalid';
    telegram.fail({ method: 'answerInlineQuery' }, { status: 400, description });
    li.types('粮食');
    expect((await li.types(query).answer()).articles[0]?.title).toContain('76.28亿斤');
  });
});
