import type { Chat, Message, User } from '@grammyjs/types';
import { badRequest, forbidden, Refusal } from './refusal.js';

export type ChatType = Chat['type'];
export type BotStatus = 'member' | 'administrator' | 'left' | 'kicked';

export interface Topic {
  readonly id: number;
  readonly name: string;
  closed: boolean;
}

export interface ChatSetup {
  readonly id: number;
  readonly type: ChatType;
  readonly title?: string;
  readonly username?: string;
  readonly isForum?: boolean;
  /** The other side of a private chat. */
  readonly user?: User;
}

/** A chat as the server keeps it. */
export class ChatState {
  readonly id: number;
  readonly type: ChatType;
  readonly title: string;
  readonly username: string | undefined;
  readonly isForum: boolean;
  readonly user: User | undefined;
  readonly members = new Map<number, User>();
  readonly administrators = new Set<number>();
  readonly topics = new Map<number, Topic>();
  /** By id; what was deleted is gone. */
  readonly messages = new Map<number, Message>();
  botStatus: BotStatus = 'member';
  /** The user stopped the bot. */
  blocked = false;
  deactivated = false;
  /** The group was deleted. */
  deleted = false;
  /** Members may not write. */
  muted = false;
  migratedTo: number | undefined;

  constructor(setup: ChatSetup) {
    this.id = setup.id;
    this.type = setup.type;
    this.title = setup.title ?? '';
    this.username = setup.username;
    this.isForum = setup.isForum ?? false;
    this.user = setup.user;
  }

  get isPrivate(): boolean {
    return this.type === 'private';
  }

  /** The chat as it stands in a message. */
  get chat(): Chat {
    const { id, type, title, user, username } = this;
    const name = username === undefined ? {} : { username };
    switch (type) {
      case 'private': {
        const person = {
          first_name: user?.first_name ?? '',
          ...(user?.last_name === undefined ? {} : { last_name: user.last_name }),
          ...(user?.username === undefined ? {} : { username: user.username }),
        };
        return { id, type, ...person };
      }
      case 'group':
        return { id, type, title };
      case 'supergroup':
        return { id, type, title, ...name, ...(this.isForum ? { is_forum: true as const } : {}) };
      default:
        return { id, type, title, ...name };
    }
  }

  /** Throws why the bot may not see this chat's messages any more. */
  assertReadable(): void {
    if (this.migratedTo !== undefined) {
      throw badRequest('group chat was upgraded to a supergroup chat', {
        migrate_to_chat_id: this.migratedTo,
      });
    }
    if (this.deleted) throw forbidden('the group chat was deleted');
    if (this.botStatus === 'kicked') throw forbidden(`bot was kicked from the ${this.type} chat`);
    if (this.botStatus === 'left') throw forbidden(`bot is not a member of the ${this.type} chat`);
  }

  /** Throws why the bot may not write, or not in this topic. */
  assertWritable(threadId: number | undefined): void {
    this.assertReadable();
    if (this.deactivated) throw forbidden('user is deactivated');
    if (this.blocked) throw forbidden('bot was blocked by the user');
    if (this.muted && this.botStatus !== 'administrator') {
      throw badRequest('not enough rights to send text messages to the chat');
    }
    const topic = threadId === undefined ? undefined : this.topics.get(threadId);
    if (threadId !== undefined && topic === undefined) {
      throw new Refusal(400, 'Bad Request: message thread not found');
    }
    if (topic?.closed && this.botStatus !== 'administrator') throw badRequest('TOPIC_CLOSED');
  }
}
