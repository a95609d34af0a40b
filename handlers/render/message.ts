import type { Keyboard } from './keyboard.js';
import type { Rich } from './rich.js';

/** What Telegram takes, counted in UTF-16 units after its markup is parsed. */
export const maxMessageChars = 4096;

/** A message as the bot means it. */
export interface Message {
  readonly rich: Rich;
  readonly keyboard: Keyboard;
}
