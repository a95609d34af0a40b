import type { Message, MessageEntity, UserFromGetMe } from 'telegraf/types';
import { type CommandCall, parseCommand } from './commands.js';
import type { BotContext } from './context.js';

/** The message of an update, new or edited. */
export function spokenIn(ctx: BotContext): Message | undefined {
  return (ctx.message ?? ctx.editedMessage) as Message | undefined;
}

/** The text of a message, or its caption, and what is marked in it. */
export interface Said {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
}

export function saidIn(message: Message | undefined): Said | null {
  if (message === undefined) return null;
  if ('text' in message && typeof message.text === 'string') {
    return { text: message.text, entities: message.entities ?? [] };
  }
  if ('caption' in message && typeof message.caption === 'string') {
    return { text: message.caption, entities: message.caption_entities ?? [] };
  }
  return null;
}

/** The command of a message if it is for this bot; `other` if it names another. */
export function commandFor(said: Said | null, me: UserFromGetMe): CommandCall | 'other' | null {
  const call = said === null ? null : parseCommand(said.text);
  if (call === null || call.bot === null) return call;
  return call.bot === me.username.toLowerCase() ? call : 'other';
}

/** Written by a person: not by a bot, nor sent by way of one. Anonymous administrators count. */
export function isByPerson(message: Message): boolean {
  if ('via_bot' in message && message.via_bot !== undefined) return false;
  return message.from?.is_bot !== true || message.sender_chat !== undefined;
}

/** What a reply asks about: the message replied to, unless it is only the topic's first. */
export function repliedTo(message: Message): Message | undefined {
  const to = 'reply_to_message' in message ? message.reply_to_message : undefined;
  return to === undefined || 'forum_topic_created' in to ? undefined : (to as Message);
}

/** The text without the mentions of the bot, or null where it is not mentioned. */
export function withoutMention({ text, entities }: Said, me: UserFromGetMe): string | null {
  const name = `@${me.username.toLowerCase()}`;
  const own = entities.filter(
    (entity) =>
      (entity.type === 'text_mention' && entity.user.id === me.id) ||
      (entity.type === 'mention' &&
        text.slice(entity.offset, entity.offset + entity.length).toLowerCase() === name),
  );
  if (own.length === 0) return null;
  let rest = '';
  let at = 0;
  for (const { offset, length } of [...own].sort((a, b) => a.offset - b.offset)) {
    rest += text.slice(at, offset);
    at = offset + length;
  }
  // What parted mention and question does not belong to the question.
  return `${rest}${text.slice(at)}`.replace(/^[\s,，:：、]+|\s+$/g, '');
}
