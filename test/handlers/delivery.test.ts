import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Fault } from '../e2e/server/faults.js';
import type { Person } from '../e2e/server/person.js';
import type { Room } from '../e2e/server/room.js';
import { startTelegram, type Telegram } from '../e2e/server/telegram.js';
import { type BotInput, type RunningBot, runInProcess } from './running-bot.js';

let telegram: Telegram;
let bot: RunningBot;
let li: Person;
let chat: Room;

beforeEach(async () => {
  telegram = await startTelegram();
  li = telegram.user({ name: '李' });
  chat = li.privateChat();
});
afterEach(async () => {
  await bot.stop();
  await telegram.close();
});

const start = (input?: BotInput) => {
  bot = runInProcess(telegram, input);
};
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('an answer', () => {
  it.each<[string, Fault]>([
    ['the server fails', { status: 500 }],
    ['a gateway sends a page instead', { status: 502, body: '<html>bad gateway</html>' }],
    ['the link breaks before the call is handled', { drop: 'before' }],
    ['there is too much', { status: 429, retryAfter: 1 }],
    ['the acknowledgement is torn', { torn: true }],
    ['the server is slow', { delayMs: 300 }],
  ])('arrives once when %s', async (_, fault) => {
    start();
    telegram.fail({ method: 'sendMessage' }, fault);
    const question = li.says('粮食产量', { in: chat });
    expect((await chat.nextMessage()).repliesTo).toBe(question.message_id);
    await chat.staysSilent(700);
    expect(telegram.calls.early).toEqual([]);
  });

  it('keeps its place in the chat’s order while the chat is closed', async () => {
    start();
    telegram.fail({ method: 'sendMessage', chat }, { status: 429, retryAfter: 1 });
    const asked = ['一', '二', '三'].map((text) => li.says(`第${text}问`, { in: chat }));
    const answers = await chat.nextMessages(3);
    expect(answers.map(({ repliesTo }) => repliesTo)).toEqual(asked.map((m) => m.message_id));
    expect(telegram.calls.early).toEqual([]);
  });

  it('comes in plain text when Telegram refuses the markup', async () => {
    start();
    const description = "Bad Request: can't parse entities: Unsupported start tag";
    telegram.fail({ method: 'sendMessage' }, { status: 400, description });
    li.says('粮食<产量>', { in: chat });
    const answer = await chat.nextMessage();
    expect([answer.entities, answer.text.includes('粮食<产量>')]).toEqual([[], true]);
  });

  it('comes although the question was deleted meanwhile', async () => {
    start({ sentence: () => sleep(200).then(() => '产量76亿斤。') });
    const question = li.says('粮食产量', { in: chat });
    await sleep(50);
    li.deletes(question);
    expect((await chat.nextMessage()).text).toContain('76亿斤');
  });

  it('comes once when the reply to a poll is lost on the way', async () => {
    start();
    telegram.fail({ method: 'getUpdates' }, { drop: 'after' }, { after: 1 });
    li.says('粮食产量', { in: chat });
    await chat.nextMessage();
    await chat.staysSilent(500);
  });

  it('is an apology when the work fails, and what was asked is not logged', async () => {
    start({
      sentence: (question) => {
        if (question.includes('秘密')) throw new Error(`cannot answer ${question}`);
        return question;
      },
    });
    li.says('秘密的问题', { in: chat });
    expect((await chat.nextMessage()).text).toContain('抱歉');
    li.says('粮食产量', { in: chat });
    expect((await chat.nextMessage()).text).toContain('粮食产量');
    expect(bot.logged.join()).toContain('handler-failed');
    expect(bot.logged.join()).not.toContain('秘密');
  });

  it('of one chat that takes two seconds holds up nobody else', async () => {
    start({
      sentence: async (question) => {
        if (question === '慢') await sleep(2000);
        return question;
      },
    });
    const people = Array.from({ length: 50 }, (_, i) => telegram.user({ name: `${i}` }));
    const round = async () => {
      const took = await Promise.all(
        people.map(async (person) => {
          const began = performance.now();
          person.says('快', { in: person.privateChat() });
          await person.privateChat().nextMessage();
          return performance.now() - began;
        }),
      );
      return Math.max(...took);
    };
    await round();
    const before = await round();
    li.says('慢', { in: chat });
    const during = await round();
    expect(chat.answers).toHaveLength(0);
    expect(during).toBeLessThan(before + 1000);
    expect((await chat.nextMessage()).text).toContain('慢');
  });

  it('of every question comes to a chat that floods, which is told once, and others do not notice', async () => {
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    start({ sentence: async (q) => (q.startsWith('洪') ? gate.then(() => q) : q) });
    for (let i = 0; i < 260; i++) li.says(`洪水${i}`, { in: chat });
    const wang = telegram.user({ name: '王' });
    wang.says('粮食产量', { in: wang.privateChat() });
    await wang.privateChat().nextMessage();
    open();
    const said = await chat.nextMessages(261);
    const answers = said.filter(({ text }) => !text.includes('太快'));
    expect(answers.map(({ text }) => /洪水\d+/.exec(text)?.[0])).toEqual(
      Array.from({ length: 260 }, (_, i) => `洪水${i}`),
    );
    await chat.staysSilent();
  });
});

describe('a question asked while the bot was away', () => {
  it.each([
    ['three hours', 'group', 10_800, 0],
    ['nine minutes', 'group', 540, 1],
    ['three hours', 'private', 10_800, 1],
  ] as const)(
    'for %s in a %s is answered only where that is of use',
    async (_, type, seconds, count) => {
      const date = Math.floor(Date.now() / 1000) - seconds;
      const from = { id: li.id, is_bot: false, first_name: '李' };
      const room = type === 'private' ? chat : telegram.group({ title: '群', members: [li] });
      const entities = [{ type: 'bot_command', offset: 0, length: 4 }];
      const body = { message_id: 900, date, text: '/ask 粮食产量', entities, from };
      telegram.update({ message: { ...body, chat: { id: room.id, type } } });
      start();
      if (count === 0) await expect.poll(() => bot.logged.join()).toContain('answer-dropped');
      else expect((await room.nextMessage()).text).toContain('粮食产量');
      expect(room.answers).toHaveLength(count);
    },
  );
});

describe('polling', () => {
  it('goes on after a second poller, faults of the server and torn replies', async () => {
    start();
    const faults: Fault[] = [
      { status: 409, description: 'Conflict: terminated by other getUpdates request' },
      { status: 502, body: '<html>' },
      { torn: true },
      { drop: 'before' },
    ];
    let n = 0;
    telegram.fail({ method: 'getUpdates' }, () => faults[n++ % 4], { times: 4 });
    li.says('粮食产量', { in: chat });
    expect((await chat.nextMessage(15_000)).text).toContain('粮食产量');
    expect(bot.logged.join()).toContain('second-poller');
  });

  it('comes back by itself when the network was gone, and nothing is lost', async () => {
    start();
    li.says('网断之前', { in: chat });
    await chat.nextMessage();
    const outage = telegram.outage();
    li.says('网断之时', { in: chat });
    await sleep(1500);
    outage.stop();
    expect((await chat.nextMessage(15_000)).text).toContain('网断之时');
    await chat.staysSilent();
  });

  it('survives updates of any shape', async () => {
    start();
    li.says('先问', { in: chat });
    await chat.nextMessage();
    const junk: unknown[] = [null, 0, '', [], {}, true, 'x', { id: 'x' }, { id: 1 }, -1];
    const kinds = ['message', 'edited_message', 'callback_query', 'inline_query', 'my_chat_member'];
    const fields = ['chat', 'from', 'text', 'entities', 'data', 'query', 'id', 'message'];
    for (let i = 0; i < 2000; i++) {
      const body = Object.fromEntries(
        fields.flatMap((field, f) =>
          (i >> f) & 1 ? [[field, junk[(i * 7 + f * 3) % junk.length]]] : [],
        ),
      );
      const kind = kinds[i % kinds.length] as string;
      telegram.update({ [kind]: i % 11 === 0 ? junk[i % junk.length] : body });
    }
    telegram.update({});
    await telegram.settled();
    li.says('还在吗', { in: chat });
    expect((await chat.nextMessage()).text).toContain('还在吗');
  });
});

describe('the end', () => {
  it('waits for the answer in hand, and a restart does not answer it again', async () => {
    start({ sentence: (q) => sleep(500).then(() => q) });
    li.says('粮食产量', { in: chat });
    await telegram.settled().catch(() => {});
    await sleep(100);
    await bot.stop();
    expect((await chat.nextMessage(10)).text).toContain('粮食产量');
    expect(telegram.unconfirmed).toEqual([]);
    start();
    await chat.staysSilent(500);
  });

  it('comes at once when Telegram cannot be reached', async () => {
    telegram.outage();
    start();
    await sleep(300);
    const began = performance.now();
    await bot.stop();
    expect(performance.now() - began).toBeLessThan(1000);
  });
});
