import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BotProcess, startBot } from './bot-process.js';
import { type TestCorpus, testCorpus, volumeOf } from './corpus.js';
import type { Person } from './server/person.js';
import type { Room } from './server/room.js';
import { startTelegram, type Telegram } from './server/telegram.js';

/** Heading and body as a volume may print them: markup, faces, marks that turn the line around. */
const entries: readonly (readonly [heading: string, body: string])[] = [
  ['<b>粗体</b>鱼塘', '全市建成鱼塘12座，<a href="https://example.com">详见</a>网站。'],
  ['&lt;转义&amp;林场', '全市建成林场13座 &lt;b&gt; &#x200F; &nbsp;，保存率95%。'],
  ['未闭合<blockquote expandable>牧场', '全市建成牧场14座</blockquote><pre>，其中 < 3 座 > 2 座。'],
  ['😀👨‍👩‍👧‍👦茶园🀄', '全市建成茶园15座😀，𠀀村𪚥乡各1座👨‍👩‍👧‍👦。'],
  ['零宽\u200b温\u200d室\u2060', '全市建成温室16座\u200b，\ufeff总面积7公顷。'],
  ['反向\u202e果园\u200f', '全市建成果园17座\u202e，产果3万吨\u200f。'],
  ['_斜体_*粗*[链接](x)粮仓', '全市建成粮仓18座，`代码`||遮盖||@wang #话题 /reload。'],
];

let telegram: Telegram;
let corpus: TestCorpus;
let bot: BotProcess;
let li: Person;
let chat: Room;

beforeAll(async () => {
  corpus = testCorpus({ '内蒙古年鉴-2023.txt': volumeOf(Object.fromEntries(entries)) });
  telegram = await startTelegram();
  li = telegram.user({ name: '李' });
  chat = li.privateChat();
  bot = startBot(telegram, { CORPUS_DIR: corpus.dir });
  await bot.says('index-ready');
});
afterAll(async () => {
  await bot.stop();
  corpus.remove();
  await telegram.close();
});

/** What Telegram leaves of a text: it keeps no mark that turns lines around. */
const kept = (text: string) => text.replace(/[\r\u2028-\u202e]/g, '').trim();

describe('an entry of markup, faces and marks that cannot be seen', () => {
  it.each(entries)('%j is quoted as printed, none of it set as markup', async (heading, body) => {
    const subject = /[鱼林牧茶果粮][塘场园仓]|温.?室/.exec(heading)?.[0] ?? '';
    li.says(`${subject.replace(/\p{Cf}/gu, '')}建成多少座？`, { in: chat });
    const answer = await chat.nextMessage();
    const lead = body.split('。')[0] as string;
    expect(answer.text).toContain(kept(lead));
    expect(answer.text).toContain(`【${kept(heading)}】`);
    const types = new Set(answer.entities.map(({ type }) => type));
    for (const type of ['text_link', 'pre', 'code', 'spoiler']) expect(types).not.toContain(type);
  });

  it('stands in the contents, and each opens from there', async () => {
    li.says('/toc 内蒙古', { in: chat });
    const toc = await chat.nextMessage();
    for (const [i, [heading, body]] of entries.entries()) {
      expect(toc.text).toContain(`${i + 1}. 【${kept(heading)}】`);
      const opened = li.presses(toc.buttons[i]!);
      await toc.edited();
      await opened.answer();
      expect(toc.marked('blockquote')).toEqual([kept(body)]);
      await li.presses(toc.button('返回')).answer();
      await toc.edited();
    }
  });

  it('is offered inline, none of it refused', async () => {
    const { articles } = await li.types('鱼塘').answer();
    expect(articles.length).toBeGreaterThan(0);
  });
});

describe('a word asked for', () => {
  it.each(['<b>粗</b>', '&lt;', '“{n}”{word}', '😀'.repeat(60), '\u202e反', '𠀀'.repeat(110)])(
    '%j is said back as typed',
    async (word) => {
      li.says(`/toc ${word}`, { in: chat });
      expect((await chat.nextMessage()).text).toContain(`“${kept(word).slice(0, 100)}`);
    },
  );
});

it('was refused nothing by Telegram all along', () => {
  const refusals = telegram.calls.refused().map(({ method, outcome }) => [method, outcome]);
  expect(refusals).toEqual([]);
});
