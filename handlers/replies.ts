/** Pairs remembered, newest first to stay: some 100 bytes each. */
const most = 20_000;

/**
 * Which message of the bot replies to which of a chat, so that an edited question has its answer
 * edited. Of this process alone: what was asked before a restart keeps the answer it has.
 */
export class Replies {
  private readonly ids = new Map<string, number>();

  remember(chatId: number, messageId: number, replyId: number): void {
    const key = `${chatId} ${messageId}`;
    this.ids.delete(key);
    this.ids.set(key, replyId);
    if (this.ids.size > most) this.ids.delete(this.ids.keys().next().value as string);
  }

  to(chatId: number, messageId: number): number | undefined {
    return this.ids.get(`${chatId} ${messageId}`);
  }
}
