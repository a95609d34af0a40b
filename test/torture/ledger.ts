import type { Person } from '../e2e/server/person.js';
import type { Telegram } from '../e2e/server/telegram.js';

/** Questions of the bundled corpus; which does not matter, that they are answered does. */
const questions = [
  '宁夏2025年粮食产量是多少？',
  '广东2024年地区生产总值是多少？',
  '宁夏固定资产投资增长多少',
  '广东的海洋经济怎么样',
  '宁夏的枸杞产业',
];

interface Asked {
  readonly update: number;
  readonly chat: number;
  readonly message: number;
  readonly order: number;
}

/** What was asked, and held against it what the bot's messages reply to. */
export class Ledger {
  readonly asked: Asked[] = [];
  private readonly telegram: Telegram;
  private readonly people: readonly Person[];

  constructor(telegram: Telegram, chats: number) {
    this.telegram = telegram;
    this.people = Array.from({ length: chats }, (_, i) => telegram.user({ name: `${i}` }));
  }

  /** One more question, the chats in turn. */
  ask(): void {
    const order = this.asked.length;
    const person = this.people[order % this.people.length] as Person;
    const text = questions[order % questions.length] as string;
    const message = person.says(text, { in: person.privateChat() });
    const update = this.telegram.unconfirmed.at(-1)?.update_id ?? 0;
    this.asked.push({ update, chat: person.id, message: message.message_id, order });
  }

  /** Replies to each question so far, in the order of asking. */
  replies(): readonly (Asked & { readonly count: number })[] {
    const counts = new Map<string, number>();
    for (const person of this.people) {
      for (const { repliesTo } of person.privateChat().answers) {
        const key = `${person.id} ${repliesTo}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
    return this.asked.map((one) => ({
      ...one,
      count: counts.get(`${one.chat} ${one.message}`) ?? 0,
    }));
  }

  /** Without an answer, of those asked from the n-th on. */
  open(from = 0): number {
    return this.replies().filter(({ count, order }) => order >= from && count === 0).length;
  }

  /** Resolves when all are answered, or no answer has come for so long that none will. */
  async settled(quietMs = 8000): Promise<void> {
    let open = this.open();
    for (let quiet = 0; open > 0 && quiet < quietMs; quiet += 100) {
      await pause(100);
      const now = this.open();
      if (now !== open) quiet = 0;
      open = now;
    }
    // A second answer would come soon after.
    await pause(500);
  }

  /** Chats in which a first reply came before that to an earlier question. */
  outOfOrder(): number {
    return this.people.filter((person) => {
      const first = [
        ...new Set(person.privateChat().answers.map(({ repliesTo }) => repliesTo ?? 0)),
      ];
      return first.some((id, i) => i > 0 && id < (first[i - 1] as number));
    }).length;
  }
}

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
