import { describe, expect, it } from 'vitest';
import { Seen, type Trace } from '../../../handlers/delivery/seen.js';
import { aboutOf, ageMsOf } from '../../../handlers/lane.js';

const fill = (count: number) => {
  const stored = new Map<number, Trace>();
  const seen = new Seen([], (id, trace) =>
    trace === null ? stored.delete(id) : stored.set(id, trace),
  );
  for (let id = 1; id <= count; id++) seen.add(id, { number: id, about: 'x' });
  return { stored, seen };
};

describe('the updates of late', () => {
  it('are known by id and by what they are about, over any restart', () => {
    const { stored } = fill(3);
    const seen = new Seen(stored, () => {});
    expect(seen.add(2, { number: 4, about: 'x' })).toBe(false);
    expect(seen.add(2, { number: 4, about: 'y' })).toBe(true);
    expect(seen.add(2, { number: 5, about: 'y' })).toBe(false);
    expect(seen.add(9, { number: 5, about: 'x' })).toBe(true);
  });

  it('are bounded, the oldest forgotten first', () => {
    const { stored, seen } = fill(120_000);
    expect(stored.size).toBe(50_000);
    expect(seen.add(119_000, { number: 1, about: 'x' })).toBe(false);
    expect(seen.add(60_000, { number: 1, about: 'x' })).toBe(true);
  });
});

describe('what an update is about', () => {
  const message = { message_id: 7, date: 100, chat: { id: 1 }, text: '问' };
  it.each([
    ['the same message, its sender renamed meanwhile', { message: { ...message, from: {} } }, true],
    ['another message', { message: { ...message, message_id: 8 } }, false],
    ['the same number in another chat', { message: { ...message, chat: { id: 2 } } }, false],
    ['the same number at another time', { message: { ...message, date: 101 } }, false],
    ['the message edited', { edited_message: { ...message, edit_date: 101 } }, false],
    ['a pressed button', { callback_query: { id: '1', message } }, false],
    ['nothing known', { message: null }, false],
  ])('tells %s', (_, update, same) => {
    const about = aboutOf({ update_id: 1, message });
    expect(aboutOf({ update_id: 1, ...update }) === about).toBe(same);
  });
});

it.each([
  ['three hours ago', { message: { date: 1000 } }, 3 * 3600],
  ['edited after that', { edited_message: { date: 1000, edit_date: 1000 + 3600 } }, 2 * 3600],
  ['in the future, by the sender’s server', { message: { date: 1000 + 4 * 3600 } }, 0],
  ['longer ago than Telegram keeps anything', { message: { date: 1000 - 24 * 3600 } }, 0],
  ['on no date', { message: { date: 'x' } }, 0],
  [
    'as the press of a button, whose message has a date',
    { callback_query: { message: { date: 1000 } } },
    0,
  ],
  ['as nothing', { message: null }, 0],
])('what was sent %s has the age of that', (_, update, seconds) => {
  const now = (1000 + 3 * 3600) * 1000;
  expect(ageMsOf(update, now)).toBe(seconds * 1000);
  expect(ageMsOf(update, null)).toBe(0);
});
