import type { ChatFullInfo, ChatMember, ChatMemberAdministrator, User } from '@grammyjs/types';
import type { ChatState } from '../chat-state.js';
import { badRequest } from '../refusal.js';
import type { World } from '../world.js';
import { flag, integer, json, method, text } from './method.js';

const chatId = { chat_id: text };

export const getChat = method(chatId, (params, { world }): ChatFullInfo => {
  const chat = world.chatOf(params.chat_id);
  if (chat.botStatus === 'kicked') chat.assertReadable();
  const full = { ...chat.chat, accent_color_id: 0, max_reaction_count: 11 };
  // The many further fields of the type are of no use to the bot.
  return full as unknown as ChatFullInfo;
});

export const getChatMember = method(
  { ...chatId, user_id: integer },
  (params, { world }): ChatMember => {
    const chat = world.chatOf(params.chat_id);
    chat.assertReadable();
    if (params.user_id <= 0) throw badRequest('invalid user_id specified');
    if (params.user_id === world.bot.id) return botMember(chat, world);
    const user = chat.members.get(params.user_id) ?? world.users.get(params.user_id);
    if (user === undefined) throw badRequest('user not found');
    if (!chat.members.has(user.id)) return { status: 'left', user };
    return chat.administrators.has(user.id) ? administrator(user) : { status: 'member', user };
  },
);

export const getChatAdministrators = method(
  chatId,
  (params, { world }): ChatMemberAdministrator[] => {
    const chat = world.chatOf(params.chat_id);
    chat.assertReadable();
    if (chat.isPrivate) throw badRequest('there are no administrators in the private chat');
    return [...chat.members.values()]
      .filter((u) => chat.administrators.has(u.id))
      .map(administrator);
  },
);

export const getChatMemberCount = method(chatId, (params, { world }): number => {
  const chat = world.chatOf(params.chat_id);
  chat.assertReadable();
  return chat.members.size + 1;
});

export const leaveChat = method(chatId, (params, { world }): true => {
  const chat = world.chatOf(params.chat_id);
  chat.assertReadable();
  if (chat.isPrivate) throw badRequest("chat member status can't be changed in private chats");
  chat.botStatus = 'left';
  return true;
});

export const setMessageReaction = method(
  {
    ...chatId,
    message_id: integer,
    is_big: flag,
    reaction: json("can't parse reaction types JSON object"),
  },
  (params, { world }): true => {
    const chat = world.chatOf(params.chat_id);
    chat.assertReadable();
    if (!chat.messages.has(params.message_id)) throw badRequest('message to react not found');
    const reactions = params.reaction ?? [];
    if (!Array.isArray(reactions)) throw badRequest('expected an Array of ReactionType');
    if (reactions.length > 1) throw badRequest('REACTIONS_TOO_MANY');
    for (const { type, emoji } of reactions as { type?: unknown; emoji?: unknown }[]) {
      if (type !== 'emoji') throw badRequest('REACTION_INVALID');
      if (typeof emoji !== 'string' || !allowedReactions.has(emoji)) {
        throw badRequest('REACTION_INVALID');
      }
    }
    world.reactions.set(`${chat.id} ${params.message_id}`, reactions);
    return true;
  },
);

function botMember(chat: ChatState, world: World): ChatMember {
  if (chat.botStatus === 'administrator') return administrator(world.bot);
  return { status: 'member', user: world.bot };
}

function administrator(user: User): ChatMemberAdministrator {
  const rights = {
    can_be_edited: false,
    is_anonymous: false,
    can_manage_chat: true,
    can_delete_messages: true,
    can_manage_video_chats: false,
    can_restrict_members: false,
    can_promote_members: false,
    can_change_info: false,
    can_invite_users: true,
    can_post_stories: false,
    can_edit_stories: false,
    can_delete_stories: false,
    can_send_welcome_messages: false,
  };
  return { status: 'administrator', user, ...rights };
}

/** What a bot may react with; Telegram names 73, those that a bot of words needs are here. */
const allowedReactions = new Set([
  ...['👍', '👎', '❤', '🔥', '🥰', '👏', '😁', '🤔', '🤯', '😱', '🎉', '🙏', '👌', '🤝', '✍', '👀'],
  ...[
    '💯',
    '🏆',
    '🤗',
    '🫡',
    '🆒',
    '🤷',
    '😢',
    '💔',
    '🤨',
    '😐',
    '🎄',
    '⚡',
    '🤓',
    '👨‍💻',
    '🙈',
    '😴',
  ],
]);
