import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CarefulBot } from './careful-bot.js';
import type { Fault } from './faults.js';
import { startTelegram, type Telegram } from './telegram.js';

let telegram: Telegram;
beforeEach(async () => {
  telegram = await startTelegram();
});
afterEach(() => telegram.close());

describe('a careful bot', () => {
  it('answers each question once and in order, whatever happens on the way', async () => {
    const bot = new CarefulBot(telegram).start();
    const people = Array.from({ length: 6 }, (_, i) => telegram.user({ name: `${i}` }));
    const faults: Fault[] = [
      { status: 500 },
      { drop: 'before' },
      { status: 502, body: '<html>' },
      { drop: 'after' },
      { torn: true },
      { delayMs: 5 },
      { status: 429, retryAfter: 1 },
    ];
    let n = 0;
    const trouble = telegram.fail(
      { method: 'sendMessage' },
      () => (++n % 5 === 0 ? faults[(n / 5) % faults.length] : undefined),
      { times: 12 },
    );
    telegram.fail({ method: 'getUpdates' }, { drop: 'after' }, { times: 2, after: 1 });
    telegram.fail({ method: 'getUpdates' }, { torn: true }, { times: 2, after: 3 });
    for (let round = 0; round < 10; round++) {
      for (const person of people)
        person.says(`第${round}问：1<2 & 3？`, { in: person.privateChat() });
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await telegram.settled(10_000);
    await bot.stop();

    const doubled = trouble.calls.filter(
      (c) => c.outcome.kind === 'ok' && c.answered === 'cut',
    ).length;
    let answers = 0;
    for (const person of people) {
      const texts = person.privateChat().answers.map((answer) => answer.text);
      answers += texts.length;
      expect([...new Set(texts)]).toEqual(
        Array.from({ length: 10 }, (_, i) => `第${i}问：1<2 & 3？`),
      );
    }
    expect(doubled).toBeGreaterThan(0);
    expect(answers).toBe(60 + doubled);
    expect(telegram.calls.early).toEqual([]);
    expect(trouble.calls).toHaveLength(12);
  });

  it('answers once although it is started again before it has confirmed', async () => {
    const answered = new Set<number>();
    const li = telegram.user({ name: '李' });
    const confirming = telegram.fail(
      { method: 'getUpdates', where: (c) => Number(c.params.offset) > 0 },
      { drop: 'before' },
      { times: Infinity },
    );
    const first = new CarefulBot(telegram, answered).start();
    li.says('年鉴', { in: li.privateChat() });
    await li.privateChat().nextMessage();
    await first.stop();
    confirming.stop();
    const second = new CarefulBot(telegram, answered).start();
    await telegram.settled();
    await second.stop();
    expect(li.privateChat().answers).toHaveLength(1);
  });

  it('is alone with its questions: a minute of 409 and it is back by itself', async () => {
    const li = telegram.user({ name: '李' });
    const conflict = telegram.fail({ method: 'getUpdates' }, { status: 409 }, { times: 5 });
    const bot = new CarefulBot(telegram).start();
    li.says('年鉴', { in: li.privateChat() });
    expect((await li.privateChat().nextMessage()).text).toBe('年鉴');
    expect(conflict.calls).toHaveLength(5);
    await bot.stop();
  });
});
