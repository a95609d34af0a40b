import type {
  InlineKeyboardMarkup,
  Message,
  MessageEntity,
  User,
  UserFromGetMe,
} from '@grammyjs/types';
import { Bell } from './bell.js';
import { type ChatSetup, ChatState } from './chat-state.js';
import type { Clock } from './clock.js';
import { Files } from './files.js';
import { limits } from './limits.js';
import { type CallbackAnswer, type InlineAnswer, PendingQueries } from './queries.js';
import { badRequest, forbidden } from './refusal.js';
import { UpdateQueue } from './updates.js';

/** A message sent through the bot by choosing an inline result; the bot knows it by this id only. */
export interface InlineMessage {
  readonly id: string;
  text: string;
  entities: readonly MessageEntity[];
  keyboard: InlineKeyboardMarkup | undefined;
}

/** Everything that the server knows: people, chats, messages, files, open queries. */
export class World {
  readonly bell = new Bell();
  readonly clock: Clock;
  readonly bot: UserFromGetMe;
  readonly updates: UpdateQueue;
  readonly files: Files;
  readonly users = new Map<number, User>();
  readonly chats = new Map<number, ChatState>();
  readonly inlineMessages = new Map<string, InlineMessage>();
  readonly callbacks: PendingQueries<CallbackAnswer>;
  readonly inlineQueries: PendingQueries<InlineAnswer>;
  /** What the bot has said of itself, by scope and language: commands, descriptions, menu. */
  readonly profile = new Map<string, unknown>();
  /** Chat, message and the bot's reactions to it. */
  readonly reactions = new Map<string, readonly unknown[]>();
  /** Each edit of the bot, in order. */
  readonly edits: { readonly chatId: number; readonly messageId: number }[] = [];
  /** What the bot is shown doing, in order. */
  readonly actions: { readonly chatId: number; readonly action: string }[] = [];
  private lastMessageId = 100;
  private readonly lastIdIn = new Map<number, number>();

  constructor(clock: Clock, bot: UserFromGetMe, filesDir: string | null) {
    this.files = new Files(filesDir);
    this.clock = clock;
    this.bot = bot;
    this.updates = new UpdateQueue(clock, this.bell);
    this.callbacks = new PendingQueries(clock, limits.callbackAnswerMs, 4_382_000_000_000_001n);
    this.inlineQueries = new PendingQueries(clock, limits.inlineAnswerMs, 9_121_000_000_000_001n);
    this.users.set(bot.id, bot);
  }

  addChat(setup: ChatSetup): ChatState {
    const chat = new ChatState(setup);
    this.chats.set(chat.id, chat);
    return chat;
  }

  /** Unix time, seconds. */
  get date(): number {
    return Math.floor(this.clock.now() / 1000);
  }

  /**
   * Supergroups and channels count for themselves, from their creation, which is 1 (and names the
   * general topic of a forum); all other chats of a bot share one count.
   */
  messageIdIn(chat: ChatState): number {
    if (chat.type === 'supergroup' || chat.type === 'channel') {
      const id = (this.lastIdIn.get(chat.id) ?? 1) + 1;
      this.lastIdIn.set(chat.id, id);
      return id;
    }
    return ++this.lastMessageId;
  }

  /** A `chat_id` parameter; throws unless the bot has met the chat. */
  chatOf(chatId: string): ChatState {
    if (chatId === '') throw badRequest('chat_id is empty');
    const chat = chatId.startsWith('@')
      ? [...this.chats.values()].find(
          (c) => !c.isPrivate && c.username?.toLowerCase() === chatId.slice(1).toLowerCase(),
        )
      : this.chats.get(/^-?\d{1,16}$/.test(chatId) ? Number(chatId) : Number.NaN);
    if (chat !== undefined) return chat;
    const met = [...this.chats.values()].some((c) => c.members.has(Number(chatId)));
    if (met) throw forbidden("bot can't initiate conversation with a user");
    throw badRequest('chat not found');
  }

  isOwn(message: Message): boolean {
    return message.from?.id === this.bot.id;
  }
}
