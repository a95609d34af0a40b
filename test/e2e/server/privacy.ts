import type { Message } from '@grammyjs/types';
import type { ChatState } from './chat-state.js';
import type { World } from './world.js';

export interface Privacy {
  /** Privacy mode, as set with BotFather; on for a new bot. */
  readonly on: boolean;
  /** Whether a plain mention gets through it. In the field it may or may not. */
  readonly mentionsPass: boolean;
}

/** Whether Telegram shows the bot this message. */
export function reachesBot(
  message: Message,
  chat: ChatState,
  world: World,
  privacy: Privacy,
): boolean {
  if (chat.botStatus === 'left' || chat.botStatus === 'kicked' || chat.blocked) return false;
  if (chat.type === 'private' || chat.type === 'channel') return true;
  const byPerson = message.from?.is_bot !== true || message.sender_chat !== undefined;
  if (!byPerson) return false;
  if (!privacy.on || chat.botStatus === 'administrator') return true;
  const text = message.text ?? message.caption ?? '';
  const entities = message.entities ?? message.caption_entities ?? [];
  const name = world.bot.username.toLowerCase();
  const command = /^\/[A-Za-z0-9_]+(?:@(\w+))?/.exec(text);
  if (command !== null) {
    return command[1] === undefined || command[1].toLowerCase() === name;
  }
  if (message.reply_to_message?.from?.id === world.bot.id) return true;
  if (message.via_bot?.id === world.bot.id) return true;
  if (message.new_chat_members !== undefined || message.left_chat_member !== undefined) return true;
  return (
    privacy.mentionsPass &&
    entities.some(
      (entity) =>
        (entity.type === 'text_mention' && entity.user.id === world.bot.id) ||
        (entity.type === 'mention' &&
          text.slice(entity.offset + 1, entity.offset + entity.length).toLowerCase() === name),
    )
  );
}
