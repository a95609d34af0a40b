import { describe, expect, it } from 'vitest';
import type { Call } from '../../../handlers/delivery/api.js';
import { CallError, refusal, whyUndeliverable } from '../../../handlers/delivery/fault.js';
import { createMetrics } from '../../../handlers/delivery/metrics.js';
import { type Rates, ratesOf, Turnstile } from '../../../handlers/delivery/rates.js';
import { Sender, TooLate } from '../../../handlers/delivery/sender.js';
import { createLog } from '../../../src/log.js';

const log = createLog({ level: 'error', secrets: [], write: () => {} });
const none = () => 0;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function senderOf(call: Call, rates: Rates = ratesOf(1000, undefined, undefined)) {
  const ending = new AbortController();
  const notes: string[] = [];
  const sender = new Sender({
    call,
    log,
    rates,
    journal: {
      sending: async (id) => void notes.push(`sending ${id}`),
      done: (id) => void notes.push(`done ${id}`),
    },
    metrics: createMetrics({ journal: none, updates: none, messages: none, index: () => null }),
    onRefusedToken: () => ending.abort(),
    signal: ending.signal,
  });
  return { sender, notes, ending };
}
const refuses = (code: number, description: string, parameters = {}) => {
  throw new CallError(refusal(code, { description, parameters }));
};
const dropped = { kind: 'passing', code: undefined, reason: 'ECONNRESET', inDoubt: true } as const;

describe('the sender', () => {
  it('waits out retry_after for that chat alone', async () => {
    const calls: [chat: unknown, at: number][] = [];
    const began = performance.now();
    const { sender } = senderOf(async (_, { chat_id: chat }) => {
      calls.push([chat, performance.now() - began]);
      if (chat === 1 && calls.length === 1) refuses(429, 'Too Many Requests', { retry_after: 1 });
      return {};
    });
    const first = sender.send('sendMessage', { chat_id: 1 });
    await pause(20);
    await sender.send('sendMessage', { chat_id: 2 });
    await sender.send('editMessageText', { chat_id: 1 });
    await first;
    expect(calls.map(([chat]) => chat)).toEqual([1, 2, 1, 1]);
    expect(calls[1]?.[1]).toBeLessThan(500);
    expect(calls[2]?.[1]).toBeGreaterThan(999);
  });

  it('marks a message before it goes and after it was taken, at each try', async () => {
    let tries = 0;
    const { sender, notes } = senderOf(async () => {
      notes.push('call');
      if (tries++ === 0) throw new CallError(dropped);
      return {};
    });
    await sender.send('sendMessage', { chat_id: 1 }, { update: 7 });
    expect(notes).toEqual(['sending 7', 'call', 'sending 7', 'call', 'done 7']);
  });

  it.each([
    ['is too old before it is sent', 0],
    ['becomes too old while Telegram is away', 300],
  ])('gives up an answer that %s', async (_, patienceMs) => {
    const { sender, notes } = senderOf(async () => refuses(502, 'Bad Gateway'));
    const sent = sender.send('sendMessage', { chat_id: 1 }, { patienceMs, update: 7 });
    await expect(sent).rejects.toBeInstanceOf(TooLate);
    expect(notes).not.toContain('done 7');
  });

  it('follows a group that became a supergroup', async () => {
    const chats: unknown[] = [];
    const { sender } = senderOf(async (_, { chat_id: chat }) => {
      chats.push(chat);
      if (chat === -1) refuses(400, 'group chat was upgraded', { migrate_to_chat_id: -1001 });
      return {};
    });
    await sender.send('sendMessage', { chat_id: -1 });
    expect(chats).toEqual([-1, -1001]);
  });

  it('ends with a refused token, and takes nothing for done', async () => {
    const { sender, notes, ending } = senderOf(async () => refuses(401, 'Unauthorized'));
    const sent = sender.send('sendMessage', { chat_id: 1 }, { update: 7 });
    await expect(sent).rejects.toBeInstanceOf(CallError);
    expect([ending.signal.aborted, notes]).toEqual([true, ['sending 7']]);
  });
});

describe('the rates', () => {
  it('let private chats go before groups, each class in its order', async () => {
    const order: string[] = [];
    const gate = new Turnstile({ ...ratesOf(50, 50, 3000), all: { intervalMs: 20, burst: 1 } });
    await gate.turn(true);
    await Promise.all(
      (['g1', 'g2', 'p1', 'p2'] as const).map(async (name) => {
        const arrived = await gate.turn(name.startsWith('g'));
        order.push(name);
        arrived();
      }),
    );
    expect(order).toEqual(['p1', 'p2', 'g1', 'g2']);
  });

  it.each([
    ['a person', false, 1000],
    ['a group', true, 3000],
  ])('of %s give 20 at once, and then one at a time', (_, isGroup, intervalMs) => {
    const gate = new Turnstile(ratesOf(25, undefined, undefined));
    const waits = Array.from({ length: 21 }, () => gate.waitMs('1', isGroup));
    expect(waits.slice(0, 20)).toEqual(new Array(20).fill(0));
    expect(waits[20]).toBeGreaterThan(intervalMs - 200);
    expect(waits[20]).toBeLessThanOrEqual(intervalMs);
    expect(gate.waitMs('2', isGroup)).toBe(0);
  });

  it('let eight be on their way, and one that is slow hold up nobody', async () => {
    const gate = new Turnstile(ratesOf(1000, undefined, undefined));
    const underway = Array.from({ length: 8 }, () => gate.turn(false));
    const [first] = await Promise.all(underway);
    let ninth = false;
    const waiting = gate.turn(false).then(() => {
      ninth = true;
    });
    await pause(30);
    expect(ninth).toBe(false);
    first?.();
    await waiting;
    await gate.turn(false);
  });
});

describe('an answer that can reach nobody', () => {
  it.each([
    [403, 'Forbidden: bot was blocked by the user', 'blocked'],
    [403, 'Forbidden: user is deactivated', 'blocked'],
    [403, 'Forbidden: bot was kicked from the supergroup chat', 'not-in-chat'],
    [400, 'Bad Request: chat not found', 'chat-gone'],
    [400, 'Bad Request: TOPIC_CLOSED', 'topic-closed'],
    [400, 'Bad Request: message thread not found', 'topic-closed'],
    [400, 'Bad Request: not enough rights to send text messages to the chat', 'not-allowed'],
    [400, 'Bad Request: message to edit not found', 'message-gone'],
    [400, "Bad Request: can't parse entities", null],
    [500, 'Internal Server Error', null],
  ])('after %i %s is given up as %s', (code, description, why) => {
    expect(whyUndeliverable(refusal(code, { description }))).toBe(why);
  });
});
