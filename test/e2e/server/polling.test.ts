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

const texts = async (params = {}) => (await poll(telegram, params)).map((u) => u.message?.text);
/** A poll that the server is known to be holding. */
const heldPoll = async (params = {}) => {
  const calls = telegram.calls.all.length;
  const answer = call(telegram, 'getUpdates', { timeout: 50, ...params });
  while (telegram.calls.all.length === calls || !telegram.polling.held) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { answer };
};

describe('getUpdates', () => {
  it('brings an update again until a higher offset confirms it', async () => {
    for (const text of ['一', '二', '三']) li.says(text, { in: chat });
    expect(await texts()).toEqual(['一', '二', '三']);
    expect(await texts({ offset: 0 })).toEqual(['一', '二', '三']);
    const [first] = await poll(telegram);
    expect(await texts({ offset: first!.update_id })).toEqual(['一', '二', '三']);
    expect(await texts({ offset: first!.update_id + 1 })).toEqual(['二', '三']);
    expect(await texts()).toEqual(['二', '三']);
  });

  it('confirms what lies below the offset even when the answer gets lost', async () => {
    for (const text of ['一', '二']) li.says(text, { in: chat });
    const [first] = await poll(telegram);
    telegram.fail({ method: 'getUpdates' }, { drop: 'after' });
    await expect(texts({ offset: first!.update_id + 1 })).rejects.toThrow('fetch failed');
    expect(await texts()).toEqual(['二']);
  });

  it('with a negative offset forgets all but so many from the end', async () => {
    for (const text of ['一', '二', '三']) li.says(text, { in: chat });
    expect(await texts({ offset: -1 })).toEqual(['三']);
    expect(await texts()).toEqual(['三']);
    expect(await texts({ offset: -9 })).toEqual(['三']);
  });

  it('does not believe an offset far in the future', async () => {
    li.says('一', { in: chat });
    expect(await texts({ offset: 2_000_000_000 })).toEqual(['一']);
  });

  it('brings a hundred at most, fewer when told', async () => {
    for (let i = 0; i < 120; i++) li.says(`第${i}问`, { in: chat });
    expect(await texts()).toHaveLength(100);
    expect(await texts({ limit: 3 })).toEqual(['第0问', '第1问', '第2问']);
    expect(await texts({ limit: 500 })).toHaveLength(100);
  });

  it('forgets updates after a day', async () => {
    li.says('一', { in: chat });
    clock.advance(25 * 3600_000);
    expect(await texts()).toEqual([]);
  });

  it('numbers updates one after another', async () => {
    for (const text of ['一', '二', '三']) li.says(text, { in: chat });
    const ids = (await poll(telegram)).map((update) => update.update_id);
    expect(ids).toEqual([ids[0], ids[0]! + 1, ids[0]! + 2]);
  });
});

describe('a long poll', () => {
  it('is answered as soon as something happens, with all of that moment', async () => {
    const { answer } = await heldPoll();
    li.says('一', { in: chat });
    li.says('二', { in: chat });
    expect(await answer).toMatchObject({
      result: [{ message: { text: '一' } }, { message: { text: '二' } }],
    });
  });

  it('is answered empty when its time is up, not before', async () => {
    const { answer } = await heldPoll({ timeout: 30 });
    clock.advance(29_999);
    expect(telegram.polling.held).toBe(true);
    clock.advance(1);
    expect(await answer).toEqual({ ok: true, result: [] });
  });

  it('is ended with 409 by a second one, which is held in its place', async () => {
    const first = await heldPoll();
    const second = await heldPoll();
    expect(await first.answer).toEqual({
      ok: false,
      error_code: 409,
      description:
        'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    });
    li.says('一', { in: chat });
    expect(await second.answer).toMatchObject({ ok: true, result: [{ message: { text: '一' } }] });
  });

  it('is ended with 409 when a webhook is set, and none begins while it is', async () => {
    const { answer } = await heldPoll();
    await result(telegram, 'setWebhook', { url: 'https://a.cn/hook' });
    expect(await answer).toMatchObject({
      error_code: 409,
      description: 'Conflict: terminated by setWebhook request',
    });
    expect(await refusal(telegram, 'getUpdates')).toBe(
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    );
    await result(telegram, 'deleteWebhook');
    expect(await texts()).toEqual([]);
  });

  it('leaves its updates for the next one when the bot is gone before the answer', async () => {
    const dying = new AbortController();
    const url = `${telegram.apiRoot}/bot${telegram.token}/getUpdates?timeout=50`;
    const lost = fetch(url, { signal: dying.signal }).catch(() => 'gone');
    while (!telegram.polling.held) await new Promise((resolve) => setImmediate(resolve));
    dying.abort();
    expect(await lost).toBe('gone');
    await telegram.calls.until((c) => c.method === 'getUpdates' && c.answered === 'cut');
    li.says('一', { in: chat });
    expect(await texts()).toEqual(['一']);
  });
});

describe('an outage', () => {
  it('cuts what is held and what comes, and ends as it began', async () => {
    const { answer } = await heldPoll();
    const cut = expect(answer).rejects.toThrow('fetch failed');
    const outage = telegram.outage();
    await cut;
    await expect(poll(telegram)).rejects.toThrow('fetch failed');
    li.says('一', { in: chat });
    outage.stop();
    expect(await texts()).toEqual(['一']);
  });
});

describe('allowed_updates', () => {
  it('keeps other kinds away from then on, until it is set anew', async () => {
    await poll(telegram, { allowed_updates: ['inline_query'] });
    li.says('一', { in: chat });
    li.types('人口');
    expect((await poll(telegram)).map((u) => Object.keys(u)[1])).toEqual(['inline_query']);
    await poll(telegram, { allowed_updates: [] });
    li.says('二', { in: chat });
    expect((await texts()).at(-1)).toBe('二');
  });

  it('brings members and reactions only when they are named', async () => {
    expect(telegram.update({ chat_member: {} })).toBeUndefined();
    await poll(telegram, { allowed_updates: ['message', 'chat_member'] });
    expect(telegram.update({ chat_member: {} })).toBeDefined();
  });
});

describe('a raw update', () => {
  it.each([
    ['of an unknown kind', { moon_landing: { by: '嫦娥' } }],
    ['with missing fields', { message: {} }],
    ['with wrong types', { message: { chat: 'x', text: 7, from: null } }],
    ['with nothing', {}],
  ])('%s reaches the bot as it is', async (_, body) => {
    telegram.update(body);
    expect(await poll(telegram)).toEqual([{ update_id: expect.any(Number), ...body }]);
  });
});
