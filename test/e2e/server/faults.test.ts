import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { call, refusal } from './client.js';
import { ManualClock } from './clock.js';
import type { Room } from './room.js';
import { startTelegram, type Telegram } from './telegram.js';

let telegram: Telegram;
let clock: ManualClock;
let chat: Room;
let other: Room;

beforeEach(async () => {
  clock = new ManualClock();
  telegram = await startTelegram({ clock });
  chat = telegram.user({ name: '李' }).privateChat();
  other = telegram.user({ name: '王' }).privateChat();
});
afterEach(() => telegram.close());

const send = (room = chat) => refusal(telegram, 'sendMessage', { chat_id: room.id, text: '年鉴' });
const raw = (method = 'sendMessage') =>
  fetch(`${telegram.apiRoot}/bot${telegram.token}/${method}?chat_id=${chat.id}&text=年鉴`);

describe('a fault', () => {
  it('429 names the seconds, closes that chat alone, and calls before its time are counted', async () => {
    telegram.fail({ method: 'sendMessage', chat }, { status: 429, retryAfter: 2 });
    expect(await call(telegram, 'sendMessage', { chat_id: chat.id, text: '年鉴' })).toEqual({
      ok: false,
      error_code: 429,
      description: 'Too Many Requests: retry after 2',
      parameters: { retry_after: 2 },
    });
    expect(await send(other)).toBe('ok');
    expect(telegram.calls.early).toEqual([]);
    clock.advance(1500);
    expect(await send()).toBe('Too Many Requests: retry after 1');
    expect(telegram.calls.early).toHaveLength(1);
    clock.advance(500);
    expect(await send()).toBe('ok');
    expect(telegram.calls.early).toHaveLength(1);
  });

  it('429 for all closes sending everywhere, receiving nowhere', async () => {
    telegram.fail({ chat }, { status: 429, retryAfter: 3, scope: 'all' });
    await send();
    expect(await send(other)).toBe('Too Many Requests: retry after 3');
    expect(await refusal(telegram, 'getUpdates')).toBe('ok');
    clock.advance(3000);
    expect(await send(other)).toBe('ok');
  });

  it.each([
    [500, 'Internal Server Error'],
    [502, 'Bad Gateway'],
    [409, 'Conflict'],
    [401, 'Unauthorized'],
  ])('%i is answered and nothing is done', async (status, description) => {
    telegram.fail({ method: 'sendMessage' }, { status });
    const response = await raw();
    expect([response.status, await response.json()]).toEqual([
      status,
      { ok: false, error_code: status, description },
    ]);
    expect(chat.answers).toEqual([]);
    expect(await send()).toBe('ok');
  });

  it('of the server may come after the call was handled', async () => {
    telegram.fail({}, { status: 500, handled: true });
    expect(await send()).toBe('Internal Server Error');
    expect(chat.answers).toHaveLength(1);
  });

  it('may have a body of its own', async () => {
    telegram.fail({}, { status: 502, body: '<html>Bad Gateway</html>' });
    const response = await raw();
    expect([response.status, await response.text()]).toEqual([502, '<html>Bad Gateway</html>']);
  });

  it.each([
    ['before', 0],
    ['after', 1],
  ] as const)('cuts the link %s handling: %i messages stand in the chat', async (drop, count) => {
    telegram.fail({}, { drop });
    await expect(raw()).rejects.toThrow('fetch failed');
    await telegram.calls.until((c) => c.answered === 'cut');
    expect(chat.answers).toHaveLength(count);
    expect(await send()).toBe('ok');
  });

  it('tears the JSON of an answer in two, the call being handled', async () => {
    telegram.fail({}, { torn: true });
    const response = await raw();
    expect(response.status).toBe(200);
    await expect(response.json()).rejects.toThrow('JSON');
    expect(chat.answers).toHaveLength(1);
  });

  it.each([
    ['at once', 1],
    ['late', 0],
  ] as const)(
    'delays an answer; handled %s, there are %i messages meanwhile',
    async (handle, meanwhile) => {
      telegram.fail({}, { delayMs: 5000, handle });
      const answer = send();
      await telegram.calls.until((c) => handle === 'late' || c.outcome.kind === 'ok');
      await new Promise((resolve) => setImmediate(resolve));
      clock.advance(4999);
      expect(chat.answers).toHaveLength(meanwhile);
      clock.advance(1);
      expect(await answer).toBe('ok');
      expect(chat.answers).toHaveLength(1);
    },
  );

  it('meets so many calls, after so many others, and those it is meant for', async () => {
    const trouble = telegram.fail(
      { method: 'sendMessage', chat, where: (c) => c.params.text === '年鉴' },
      { status: 500 },
      { times: 2, after: 1 },
    );
    expect(await send(other)).toBe('ok');
    expect([await send(), await send(), await send(), await send()]).toEqual([
      'ok',
      'Internal Server Error',
      'Internal Server Error',
      'ok',
    ]);
    expect(trouble.calls).toHaveLength(2);
  });

  it('lasts until it is stopped, and may be chosen anew for each call', async () => {
    let n = 0;
    const trouble = telegram.fail({}, () => (n++ % 2 === 0 ? { status: 500 } : undefined), {
      times: Infinity,
    });
    const answers = [await send(), await send(), await send(), await send()];
    expect(answers).toEqual(['Internal Server Error', 'ok', 'Internal Server Error', 'ok']);
    trouble.stop();
    expect(await send()).toBe('ok');
  });
});

describe('the journal', () => {
  it('holds every call with its time, parameters and end', async () => {
    await send();
    clock.advance(1000);
    await refusal(telegram, 'sendMessage', { chat_id: chat.id, text: '' });
    const [first, second] = telegram.calls.of('sendMessage');
    expect(first?.params).toEqual({ chat_id: chat.id, text: '年鉴' });
    expect(first?.outcome).toMatchObject({ kind: 'ok', result: { text: '年鉴' } });
    expect(second!.startedAt - first!.startedAt).toBe(1000);
    expect(telegram.calls.refused()).toEqual([second]);
    expect(telegram.calls.list()).toContain('-> Bad Request: message text is empty');
  });
});

describe('a rate', () => {
  const texts = async (room: Room, count: number) => {
    const answers: string[] = [];
    for (let i = 0; i < count; i++) answers.push(await send(room));
    return answers;
  };

  it('for a chat lets so many pass and names when the next may come', async () => {
    const limited = await startTelegram({ clock, rates: { chat: { count: 1, perMs: 1000 } } });
    const rooms = ['李', '王'].map((name) => limited.user({ name }).privateChat());
    const to = (room: Room) => refusal(limited, 'sendMessage', { chat_id: room.id, text: '一' });
    expect(await to(rooms[0]!)).toBe('ok');
    expect(await to(rooms[0]!)).toBe('Too Many Requests: retry after 1');
    expect(await to(rooms[1]!)).toBe('ok');
    expect(limited.calls.early).toEqual([]);
    clock.advance(1000);
    expect(await to(rooms[0]!)).toBe('ok');
    await limited.close();
  });

  it('for a group and for all counts besides', async () => {
    const limited = await startTelegram({
      clock,
      rates: { group: { count: 2, perMs: 60_000 }, all: { count: 3, perMs: 1000 } },
    });
    const group = limited.group({ title: '年鉴编辑部' });
    const to = (id: number) => refusal(limited, 'sendMessage', { chat_id: id, text: '一' });
    expect([await to(group.id), await to(group.id)]).toEqual(['ok', 'ok']);
    expect(await to(group.id)).toBe('Too Many Requests: retry after 60');
    const li = limited.user({ name: '李' }).privateChat();
    expect([await to(li.id), await to(li.id)]).toEqual(['ok', 'Too Many Requests: retry after 1']);
    await limited.close();
  });

  it('is not there unless it is set', async () => {
    expect(new Set(await texts(chat, 40))).toEqual(new Set(['ok']));
  });
});
