import type { BotMessage } from './server/bot-message.js';
import type { Person } from './server/person.js';
import type { Room } from './server/room.js';

/** Sends a command that works on the corpus; gives the message once it tells the outcome. */
export async function outcomeOf(person: Person, command: string, room: Room): Promise<BotMessage> {
  person.says(command, { in: room });
  return ended(await room.nextMessage());
}

/** The message once it tells an outcome; before, its edits tell how far the work is. */
export async function ended(message: BotMessage): Promise<BotMessage> {
  for (let edits = 0; edits < 30; edits++) {
    if (!/…$/.test(message.text)) return message;
    await message.edited(120_000);
  }
  throw new Error(`Still at it: ${message.text}`);
}
