import { afterEach, beforeEach } from 'vitest';
import { ManualClock } from './clock.js';
import type { Person } from './person.js';
import type { Room } from './room.js';
import { startTelegram, type Telegram } from './telegram.js';

/** A Telegram with a clock of the test's own, and one person in a private chat. */
export interface Scene {
  telegram: Telegram;
  clock: ManualClock;
  li: Person;
  chat: Room;
}

/** Set anew before each test of the file that calls it. */
export function scene(): Scene {
  const at = {} as Scene;
  beforeEach(async () => {
    at.clock = new ManualClock();
    at.telegram = await startTelegram({ clock: at.clock });
    at.li = at.telegram.user({ name: '李' });
    at.chat = at.li.privateChat();
  });
  afterEach(() => at.telegram.close());
  return at;
}
