import type { Context } from 'telegraf';
import type { Config } from '../src/config.js';
import type { Language } from '../src/errors.js';
import type { DatedLog } from '../src/library/dated-log.js';
import type { Keeper } from '../src/library/keeper.js';
import type { Library } from '../src/library/service.js';
import type { UnansweredLine } from '../src/library/unanswered.js';
import type { Log, Tally } from '../src/log.js';
import type { Metrics } from './delivery/metrics.js';
import type { Sender } from './delivery/sender.js';
import type { PendingChoices } from './pending-choices.js';
import type { Replies } from './replies.js';

/** What handlers are given beside telegraf's own. */
export interface BotContext extends Context {
  /** The user's, set by the language middleware. */
  language: Language;
  /** A failure of this update is owed an apology: it was meant for the bot. */
  owed?: boolean;
  /** What was replied to what, set by the middleware for edits. */
  replies: Replies;
}

/** What the bot works with. */
export interface BotDeps {
  readonly library: Library;
  readonly keeper: Keeper;
  /** Questions without an answer; null where they are not kept. */
  readonly unanswered: DatedLog<UnansweredLine> | null;
  /** What went wrong of late. */
  readonly tally: Tally;
  readonly config: Pick<
    Config,
    'ADMIN_IDS' | 'DEFAULT_LANGUAGE' | 'BOT_TOKEN' | 'TELEGRAM_API_ROOT' | 'RETENTION_DAYS'
  >;
  readonly log: Log;
  readonly sender: Sender;
  readonly pendingChoices: PendingChoices;
  readonly metrics: Metrics;
  /** Updates waiting or worked on. */
  readonly waiting: () => number;
  /** Ms since an update was sent, its time with Telegram, in the queue and before a restart included. */
  readonly ageMs: (update: object) => number;
  /** Keeps the process alive for work that outlives its update. */
  readonly background: (work: Promise<void>) => void;
}
