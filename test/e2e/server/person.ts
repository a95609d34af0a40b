import type { InlineQueryResult, Message, MessageEntity, Update, User } from '@grammyjs/types';
import { defaultPatienceMs } from './bell.js';
import { BotMessage, type Button } from './bot-message.js';
import type { Topic } from './chat-state.js';
import { settle } from './entities.js';
import type { StoredFile } from './files.js';
import {
  chooseInline,
  type InlineSearch,
  type SearchPlace,
  searchInline,
} from './inline-search.js';
import type { Journal } from './journal.js';
import { type Privacy, reachesBot } from './privacy.js';
import type { CallbackAnswer } from './queries.js';
import { Room } from './room.js';
import { anonymousAdministrator, channelBot } from './service-accounts.js';
import type { World } from './world.js';

export interface Speaking {
  readonly in: Room;
  readonly replyTo?: Message | BotMessage;
  readonly topic?: Topic;
  /** In place of those that Telegram would find by itself. */
  readonly entities?: readonly MessageEntity[];
  /** As an anonymous administrator of the group, or in the name of a channel. */
  readonly as?: 'anonymous' | Room;
  /** Shown to the bot although privacy mode or a rule on bots would keep it back. */
  readonly forceDelivery?: boolean;
}

export interface FileInput {
  readonly name: string;
  readonly content: string | Buffer;
  readonly mimeType?: string;
  /** As announced, when it differs from the content. */
  readonly size?: number;
}

/** An answer to a pressed button, awaited. */
export interface Press {
  readonly id: string;
  answer(timeoutMs?: number): Promise<CallbackAnswer>;
}

export interface PersonContext {
  readonly world: World;
  readonly journal: Journal;
  readonly privacy: Privacy;
}

/** Somebody with a Telegram account. What is said is kept in the chat and, if it may, shown to the bot. */
export class Person {
  readonly user: User;
  private readonly context: PersonContext;
  private room: Room | undefined;

  constructor(user: User, context: PersonContext) {
    this.user = user;
    this.context = context;
  }

  get id(): number {
    return this.user.id;
  }

  /** The chat with the bot; open from the first time it is asked for. */
  privateChat(): Room {
    if (this.room === undefined) {
      const { world, journal } = this.context;
      const { id, username } = this.user;
      const name = username === undefined ? {} : { username };
      const state = world.addChat({ id, type: 'private', user: this.user, ...name });
      this.room = new Room(state, world, journal);
    }
    return this.room;
  }

  /** Trimmed and marked up (commands, mentions, addresses) as the apps do. */
  says(text: string, where: Speaking): Message {
    const settled = settle({ text, entities: [] });
    const entities = where.entities ?? settled.entities;
    return this.sends(
      {
        text: where.entities === undefined ? settled.text : text,
        ...(entities.length > 0 ? { entities: [...entities] } : {}),
      },
      where,
    );
  }

  /** Any other kind of message: a sticker, a photo, a voice note, with the fields given. */
  sends(content: Partial<Message>, where: Speaking): Message {
    const { world } = this.context;
    const chat = where.in.state;
    if (!chat.isPrivate) chat.members.set(this.user.id, this.user);
    const message: Message = {
      message_id: world.messageIdIn(chat),
      ...this.sender(where),
      chat: chat.chat,
      date: world.date,
      ...(where.topic === undefined
        ? {}
        : { message_thread_id: where.topic.id, is_topic_message: true as const }),
      ...replied(where.replyTo),
      ...content,
    };
    chat.messages.set(message.message_id, message);
    if (this.shown(message, where)) {
      const kind = chat.type === 'channel' ? 'channel_post' : 'message';
      world.updates.add({ [kind]: structuredClone(message) });
    }
    return message;
  }

  /** Announced with its size; the content is what the bot will download. */
  sendsDocument(file: FileInput, where: Speaking & { readonly caption?: string }): StoredFile {
    const content = Buffer.from(file.content);
    const type = file.mimeType ?? 'text/plain';
    const stored = this.context.world.files.add({ name: file.name, type, content }, file.size);
    this.sends(
      {
        document: {
          file_id: stored.id,
          file_unique_id: stored.uniqueId,
          file_name: stored.name,
          mime_type: stored.type,
          file_size: stored.size,
        },
        ...(where.caption === undefined ? {} : { caption: where.caption }),
      },
      where,
    );
    return stored;
  }

  edits(message: Message, text: string): Message {
    const { world } = this.context;
    const chat = world.chatOf(String(message.chat.id));
    const settled = settle({ text, entities: [] });
    const { entities: _, ...rest } = message;
    const edited = {
      ...rest,
      text: settled.text,
      ...(settled.entities.length > 0 ? { entities: [...settled.entities] } : {}),
      edit_date: world.date,
    };
    chat.messages.set(message.message_id, edited);
    if (this.shown(edited, {})) {
      world.updates.add({ edited_message: structuredClone(edited) as never });
    }
    return edited;
  }

  deletes(message: Message): void {
    this.context.world.chats.get(message.chat.id)?.messages.delete(message.message_id);
  }

  presses(button: Button): Press {
    if (button.data === undefined) throw new Error(`Button ${button.label} calls nobody back`);
    return this.pressesData(button.data, button.message);
  }

  /** As a client of one's own could: any data, below any of the bot's messages. */
  pressesData(data: string, below: BotMessage): Press {
    const { now } = below;
    return this.callback({
      data,
      message: now === undefined ? { ...below.sent, date: 0 } : this.asItStands(now),
      chat_instance: String(below.chat.id),
    });
  }

  /** A button below a message that was sent by choosing an inline result. */
  pressesInline(data: string, inlineMessageId: string): Press {
    return this.callback({ data, inline_message_id: inlineMessageId, chat_instance: '1' });
  }

  /** Types `@bot query` into some chat. */
  types(query: string, where: SearchPlace = {}): InlineSearch {
    const { world, journal } = this.context;
    return searchInline({ query, user: this.user, world, journal }, where);
  }

  /** Sends a result into a chat; the message comes from the person, by way of the bot. */
  chooses(
    result: InlineQueryResult,
    { in: room, query }: { readonly in: Room; readonly query: string },
  ): { readonly message: Message; readonly inlineMessageId: string | undefined } {
    const { content, inlineMessageId } = chooseInline(result, query, this.user, this.context.world);
    return { message: this.sends(content, { in: room }), inlineMessageId };
  }

  /** The bot is told of its place, and of itself as a new member. */
  addsBotTo(room: Room): void {
    const { world } = this.context;
    room.setsBot('member', this);
    this.sends({ new_chat_members: [world.bot] }, { in: room });
  }

  blocksBot(): void {
    const room = this.privateChat();
    room.setsBot('kicked', this);
    room.state.botStatus = 'member';
    room.state.blocked = true;
  }

  unblocksBot(): void {
    const room = this.privateChat();
    room.state.blocked = false;
    room.state.botStatus = 'kicked';
    room.setsBot('member', this);
  }

  /** The account is deleted. */
  vanishes(): void {
    this.privateChat().state.deactivated = true;
  }

  /** Where a text names the bot without its username. */
  mentionOf(name: string, within: string, whom: User): MessageEntity {
    const offset = within.indexOf(name);
    if (offset < 0) throw new Error(`“${name}” does not stand in “${within}”`);
    return { type: 'text_mention', offset, length: name.length, user: whom };
  }

  /** What a message replies to is shown as edited since, and not at all once it is deleted. */
  private asItStands(message: Message): Message {
    const { reply_to_message: to, ...rest } = structuredClone(message);
    const chat = this.context.world.chats.get(message.chat.id);
    return { ...rest, ...replied(to && chat?.messages.get(to.message_id)) };
  }

  private callback(about: Omit<NonNullable<Update['callback_query']>, 'id' | 'from'>): Press {
    const { world } = this.context;
    const id = world.callbacks.open();
    world.updates.add({ callback_query: { id, from: this.user, ...about } as never });
    return {
      id,
      answer: (timeoutMs = defaultPatienceMs) =>
        world.bell.until(() => world.callbacks.answerTo(id), {
          timeoutMs,
          failure: () => this.missing('answer to the pressed button', timeoutMs),
        }),
    };
  }

  private shown(message: Message, where: Pick<Speaking, 'forceDelivery'>): boolean {
    const { world, privacy } = this.context;
    const chat = world.chatOf(String(message.chat.id));
    return where.forceDelivery === true || reachesBot(message, chat, world, privacy);
  }

  private sender({ as, in: room }: Speaking): Pick<Message, 'from' | 'sender_chat'> {
    if (room.state.type === 'channel') return { sender_chat: room.state.chat };
    if (as === undefined) return { from: this.user };
    if (as === 'anonymous') return { from: anonymousAdministrator, sender_chat: room.state.chat };
    return { from: channelBot, sender_chat: as.state.chat };
  }

  private missing(what: string, timeoutMs: number): string {
    return `No ${what} within ${timeoutMs} ms. Newest calls:\n${this.context.journal.list()}`;
  }
}

function replied(to: Message | BotMessage | undefined): Pick<Message, 'reply_to_message'> {
  if (to === undefined) return {};
  const message = to instanceof BotMessage ? (to.now ?? to.sent) : to;
  const { reply_to_message: _, ...rest } = message;
  return { reply_to_message: rest as NonNullable<Message['reply_to_message']> };
}
