import type { InlineKeyboardButton, Message, MessageEntity } from '@grammyjs/types';
import { defaultPatienceMs } from './bell.js';
import type { ChatState } from './chat-state.js';
import type { World } from './world.js';

/** A button as people see it. */
export interface Button {
  readonly label: string;
  readonly raw: InlineKeyboardButton;
  /** The callback data, or undefined for a button of another kind. */
  readonly data: string | undefined;
  readonly message: BotMessage;
}

/** A message of the bot. It reads as it stands now: after edits, and empty once deleted. */
export class BotMessage {
  readonly id: number;
  readonly chat: ChatState;
  /** As it was first sent. */
  readonly sent: Message;
  private readonly world: World;
  private editsSeen: number;

  constructor(sent: Message, chat: ChatState, world: World) {
    this.id = sent.message_id;
    this.chat = chat;
    this.sent = structuredClone(sent);
    this.world = world;
    this.editsSeen = 0;
  }

  get now(): Message | undefined {
    return this.chat.messages.get(this.id);
  }

  get deleted(): boolean {
    return this.now === undefined;
  }

  get text(): string {
    return this.now?.text ?? this.now?.caption ?? '';
  }

  get entities(): readonly MessageEntity[] {
    return this.now?.entities ?? this.now?.caption_entities ?? [];
  }

  /** The stretches of text that carry an entity of this type. */
  marked(type: MessageEntity['type']): string[] {
    return this.entities
      .filter((entity) => entity.type === type)
      .map(({ offset, length }) => this.text.slice(offset, offset + length));
  }

  get repliesTo(): number | undefined {
    return this.sent.reply_to_message?.message_id;
  }

  get topic(): number | undefined {
    return this.sent.is_topic_message ? this.sent.message_thread_id : undefined;
  }

  /** Row by row. */
  get keyboard(): readonly (readonly Button[])[] {
    const rows = this.now?.reply_markup?.inline_keyboard ?? [];
    return rows.map((row) =>
      row.map((raw) => ({
        label: raw.text,
        raw,
        data: 'callback_data' in raw ? raw.callback_data : undefined,
        message: this,
      })),
    );
  }

  get buttons(): readonly Button[] {
    return this.keyboard.flat();
  }

  /** The first button whose label contains the text or matches; throws with the labels there are. */
  button(label: string | RegExp): Button {
    const found = this.buttons.find((button) =>
      typeof label === 'string' ? button.label.includes(label) : label.test(button.label),
    );
    if (found !== undefined) return found;
    const labels = this.buttons.map((button) => button.label).join(' | ') || '(none)';
    throw new Error(`No button ${label} below “${this.text.slice(0, 80)}”; buttons: ${labels}`);
  }

  /** Resolves at the next edit not yet awaited, those already made included. */
  async edited(timeoutMs = defaultPatienceMs): Promise<BotMessage> {
    await this.world.bell.until(() => (this.editCount > this.editsSeen ? true : undefined), {
      timeoutMs,
      failure: () =>
        `The message was not edited within ${timeoutMs} ms: “${this.text.slice(0, 200)}”`,
    });
    this.editsSeen++;
    return this;
  }

  get editCount(): number {
    return this.world.edits.filter((e) => e.chatId === this.chat.id && e.messageId === this.id)
      .length;
  }
}
