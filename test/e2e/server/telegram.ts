import type { Update, UserFromGetMe } from '@grammyjs/types';
import { defaultPatienceMs } from './bell.js';
import { type Clock, systemClock } from './clock.js';
import { Exchange } from './exchange.js';
import { type FaultSource, Faults, type Match, type Times, type Trouble } from './faults.js';
import type { StoredFile } from './files.js';
import { Flood, type Rates } from './flood.js';
import { listen, type RunningServer } from './http.js';
import { Journal } from './journal.js';
import { methodTable } from './methods/table.js';
import { Person, type PersonContext } from './person.js';
import { Polling } from './polling.js';
import { Room } from './room.js';
import type { UpdateBody } from './updates.js';
import { Webhook } from './webhook.js';
import { World } from './world.js';

export interface TelegramOptions {
  /** Default `110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw1`. */
  readonly token?: string;
  /** Default `nianjian_test_bot`. */
  readonly username?: string;
  /** Privacy mode in groups. Default on, and plain mentions do not get through it. */
  readonly privacy?: boolean;
  readonly mentionsPassPrivacy?: boolean;
  /** Flood control by rates; without, only faults bring a 429. */
  readonly rates?: Rates;
  readonly clock?: Clock;
  /** Pause before the n-th repetition of a webhook request. Default 20 ms, doubled each time up to 1 s. */
  readonly webhookRetryMs?: (attempt: number) => number;
  /** How long a webhook request may take. Default 60 s. */
  readonly webhookTimeoutMs?: number;
  /** As one started with `--local`: files are kept in this folder, `getFile` names their place. */
  readonly localDir?: string;
}

export interface UserInput {
  readonly name: string;
  readonly username?: string;
  readonly languageCode?: string;
  readonly id?: number;
  readonly isBot?: boolean;
}

export interface GroupInput {
  readonly title: string;
  /** Default supergroup. */
  readonly type?: 'group' | 'supergroup' | 'channel';
  readonly forum?: boolean;
  readonly username?: string;
  readonly members?: readonly Person[];
  /** Default member; `left` until somebody adds it. */
  readonly bot?: 'member' | 'administrator' | 'left';
}

/**
 * Starts a Bot API server on loopback, for one bot. Close it, or the port stays open.
 *
 * ```ts
 * const telegram = await startTelegram();
 * const li = telegram.user({ name: '李' });
 * const chat = li.privateChat();
 * telegram.fail({ method: 'sendMessage', chat }, { status: 429, retryAfter: 2 });
 * li.says('GDP增长多少？', { in: chat });
 * const answer = await chat.nextMessage();
 * li.presses(answer.button('全文'));
 * ```
 */
export async function startTelegram(options: TelegramOptions = {}): Promise<Telegram> {
  const telegram = new Telegram(options);
  await telegram.open();
  return telegram;
}

/** A Telegram of one's own: the API for the bot, and people and chats for the test. */
export class Telegram {
  readonly token: string;
  readonly bot: UserFromGetMe;
  readonly calls: Journal;
  readonly world: World;
  readonly webhook: Webhook;
  readonly polling: Polling;
  private readonly faults = new Faults();
  private readonly flood: Flood;
  private readonly exchange: Exchange;
  private readonly people: PersonContext;
  private nextUserId = 5_000_001;
  private nextGroupId = 4_100_001;
  private server: RunningServer | undefined;
  /** The token that the server knows; revoking changes it. */
  private validToken: string;

  constructor(options: TelegramOptions) {
    const clock = options.clock ?? systemClock;
    this.token = options.token ?? '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw1';
    this.validToken = this.token;
    this.bot = botUser(this.token, options);
    this.world = new World(clock, this.bot, options.localDir ?? null);
    this.calls = new Journal(this.world.bell, clock);
    this.flood = new Flood(clock);
    this.flood.rates = options.rates ?? {};
    this.polling = new Polling(this.world.updates, clock);
    this.webhook = new Webhook({
      queue: this.world.updates,
      clock,
      bell: this.world.bell,
      retryMs: options.webhookRetryMs ?? ((attempt) => Math.min(20 * 2 ** (attempt - 1), 1000)),
      timeoutMs: options.webhookTimeoutMs ?? 60_000,
      onReply: (reply) => this.exchange.execute(reply),
    });
    this.exchange = new Exchange({
      world: this.world,
      methods: methodTable({ polling: this.polling, webhook: this.webhook }),
      journal: this.calls,
      faults: this.faults,
      flood: this.flood,
      clock,
    });
    const privacy = {
      on: options.privacy ?? true,
      mentionsPass: options.mentionsPassPrivacy ?? false,
    };
    this.people = { world: this.world, journal: this.calls, privacy };
  }

  async open(): Promise<void> {
    this.server = await listen({
      token: () => this.validToken,
      files: this.world.files,
      exchange: this.exchange,
    });
  }

  /** For `TELEGRAM_API_ROOT` and telegraf's `apiRoot`. */
  get apiRoot(): string {
    if (this.server === undefined) throw new Error('The server is closed');
    return this.server.root;
  }

  async close(): Promise<void> {
    this.webhook.close();
    await this.server?.close();
    this.server = undefined;
  }

  user({ name, username, languageCode, id, isBot = false }: UserInput): Person {
    const user = {
      id: id ?? this.nextUserId++,
      is_bot: isBot,
      first_name: name,
      ...(username === undefined ? {} : { username }),
      ...(languageCode === undefined ? {} : { language_code: languageCode }),
    };
    this.world.users.set(user.id, user);
    return new Person(user, this.people);
  }

  /** A group, supergroup, forum or channel that has been there all along; the bot is told nothing. */
  group({ title, type = 'supergroup', forum, username, members = [], bot }: GroupInput): Room {
    const n = this.nextGroupId++;
    const state = this.world.addChat({
      id: type === 'group' ? -n : -1_000_000_000_000 - n,
      type,
      title,
      isForum: forum ?? false,
      ...(username === undefined ? {} : { username }),
    });
    state.botStatus = bot ?? 'member';
    return new Room(state, this.world, this.calls).admits(...members);
  }

  /** The next matching call, or as many as named, meets the fault. */
  fail(match: Match, fault: FaultSource, times?: Times): Trouble {
    return this.faults.add(match, fault, times);
  }

  /** The network is gone: held calls are cut, new ones before they are handled, until `stop()`. */
  outage(): Trouble {
    const trouble = this.faults.add({}, { drop: 'before' }, { times: Infinity });
    this.server?.cut();
    return trouble;
  }

  /** Puts an update of any shape before the bot; undefined when it did not ask for its kind. */
  update(body: Readonly<Record<string, unknown>>): Update | undefined {
    return this.world.updates.add(body as UpdateBody);
  }

  /** Posts an update to the webhook once more, delivered or not; resolves with the HTTP status. */
  redeliver(update: Update): Promise<number | undefined> {
    return this.webhook.post(update);
  }

  /** What the bot has not confirmed. */
  get unconfirmed(): readonly Update[] {
    return this.world.updates.all;
  }

  /** Resolves once every update is confirmed. */
  async settled(timeoutMs = defaultPatienceMs): Promise<void> {
    await this.world.bell.until(() => (this.unconfirmed.length === 0 ? true : undefined), {
      timeoutMs,
      failure: () => `${this.unconfirmed.length} updates unconfirmed after ${timeoutMs} ms`,
    });
  }

  /** A file by its `file_id`, those that the bot sent included. */
  file(id: string): StoredFile | undefined {
    return this.world.files.get(id);
  }

  /** The bot's owner revokes the token: 401 from now on. */
  revokeToken(): void {
    this.validToken = `${this.bot.id}:revoked`;
  }

  restoreToken(): void {
    this.validToken = this.token;
  }
}

function botUser(
  token: string,
  { username = 'nianjian_test_bot', privacy }: TelegramOptions,
): UserFromGetMe {
  return {
    id: Number(token.split(':')[0]),
    is_bot: true,
    first_name: '年鉴问答',
    username,
    can_join_groups: true,
    can_read_all_group_messages: privacy === false,
    supports_inline_queries: true,
    can_connect_to_business: false,
    has_main_web_app: false,
    has_topics_enabled: false,
    allows_users_to_create_topics: false,
    can_manage_bots: false,
    supports_join_request_queries: false,
  };
}
