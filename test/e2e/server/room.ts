import type { Message, Update, User } from '@grammyjs/types';
import { defaultPatienceMs } from './bell.js';
import { BotMessage } from './bot-message.js';
import type { BotStatus, ChatState, Topic } from './chat-state.js';
import type { Journal } from './journal.js';
import type { Person } from './person.js';
import type { World } from './world.js';

/** A chat as those in it see it: what the bot wrote, and what can be done to the bot. */
export class Room {
  readonly state: ChatState;
  private readonly world: World;
  private readonly journal: Journal;
  private readonly seen = new Set<number>();

  constructor(state: ChatState, world: World, journal: Journal) {
    this.state = state;
    this.world = world;
    this.journal = journal;
  }

  get id(): number {
    return this.state.id;
  }

  /** What the bot has written here and not deleted, oldest first. */
  get answers(): readonly BotMessage[] {
    return this.botMessages.map((message) => new BotMessage(message, this.state, this.world));
  }

  /** The bot's oldest message that no test has read yet; rejects with what came instead. */
  async nextMessage(timeoutMs = defaultPatienceMs): Promise<BotMessage> {
    const message = await this.world.bell.until(
      () => this.botMessages.find((m) => !this.seen.has(m.message_id)),
      { timeoutMs, failure: () => `No new message within ${timeoutMs} ms.\n${this.report()}` },
    );
    this.seen.add(message.message_id);
    return new BotMessage(message, this.state, this.world);
  }

  /** As many messages as named, in order. */
  async nextMessages(count: number, timeoutMs = defaultPatienceMs): Promise<BotMessage[]> {
    const found: BotMessage[] = [];
    while (found.length < count) found.push(await this.nextMessage(timeoutMs));
    return found;
  }

  /** Rejects if the bot writes a message here that no test has read, now or within the time. */
  async staysSilent(ms = 300): Promise<void> {
    const message = await this.nextMessage(ms).catch(() => undefined);
    if (message !== undefined) {
      throw new Error(`The bot was to be silent, but wrote “${message.text.slice(0, 200)}”`);
    }
  }

  /** Opens a topic; the forum needs no service message for it. */
  topic(name: string): Topic {
    if (!this.state.isForum) throw new Error(`${this.state.title} is not a forum`);
    const topic: Topic = { id: this.world.messageIdIn(this.state), name, closed: false };
    this.state.topics.set(topic.id, topic);
    return topic;
  }

  /** Somebody who was here all along; the bot is told nothing. */
  admits(...people: readonly Person[]): this {
    for (const { user } of people) this.state.members.set(user.id, user);
    return this;
  }

  promotes(person: Person): void {
    this.state.members.set(person.user.id, person.user);
    this.state.administrators.add(person.user.id);
  }

  /** The bot's place here changes, and it is told. */
  setsBot(status: BotStatus, by: Person): Update | undefined {
    const before = this.state.botStatus;
    this.state.botStatus = status;
    return this.world.updates.add({
      my_chat_member: {
        chat: this.state.chat,
        from: by.user,
        date: this.world.date,
        old_chat_member: { status: before, user: this.world.bot } as never,
        new_chat_member: { status, user: this.world.bot, until_date: 0 } as never,
      },
    });
  }

  /** The basic group becomes a supergroup under a new id, both sides told by service messages. */
  migrates(by: Person): Room {
    const { title, members } = this.state;
    const id = -1_000_000_000_000 - Math.abs(this.id);
    const next = this.world.addChat({ id, type: 'supergroup', title });
    for (const [key, user] of members) next.members.set(key, user);
    this.world.updates.add({
      message: { ...this.service(this.state, by.user), migrate_to_chat_id: id } as never,
    });
    this.world.updates.add({
      message: { ...this.service(next, by.user), migrate_from_chat_id: this.id } as never,
    });
    this.state.migratedTo = id;
    return new Room(next, this.world, this.journal);
  }

  /** What happened here, for the failure of a test. */
  report(): string {
    const said = this.answers.map((m) => `#${m.id} “${m.text.slice(0, 200)}”`).join('\n');
    return `The bot's messages here:\n${said || '(none)'}\nCalls here:\n${this.journal.list(this.journal.to(this.id))}\nNewest calls at all:\n${this.journal.list()}`;
  }

  private service(chat: ChatState, from: User): Message {
    const message: Message = {
      message_id: this.world.messageIdIn(chat),
      from,
      chat: chat.chat,
      date: this.world.date,
    };
    chat.messages.set(message.message_id, message);
    return message;
  }

  private get botMessages(): Message[] {
    return [...this.state.messages.values()].filter((message) => this.world.isOwn(message));
  }
}
