import type { Context } from 'telegraf';
import type { Config } from '../src/config.js';
import type { Language } from '../src/errors.js';
import type { Library } from '../src/library/service.js';
import type { Log } from '../src/log.js';
import type { Metrics } from './delivery/metrics.js';
import type { Sender } from './delivery/sender.js';
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

/** What reloading came to; `problem` in the words of the admin's language. */
export type ReloadResult =
  | {
      readonly ok: true;
      readonly added: number;
      readonly changed: number;
      readonly removed: number;
      readonly entries: number;
      readonly volumes: number;
      readonly tookMs: number;
      readonly warnings: readonly string[];
    }
  | { readonly ok: false; readonly problem: string };

/** What the bot works with. */
export interface BotDeps {
  readonly library: Library;
  readonly config: Pick<Config, 'ADMIN_IDS' | 'DEFAULT_LANGUAGE'>;
  readonly log: Log;
  readonly sender: Sender;
  readonly metrics: Metrics;
  /** Builds and loads the corpus anew; the old generation serves until the new one is whole. */
  readonly reload: (language: Language) => Promise<ReloadResult>;
  /** Updates waiting or worked on. */
  readonly waiting: () => number;
  /** Ms since an update came in, its time in the queue and before a restart included. */
  readonly ageMs: (update: object) => number;
  /** Keeps the process alive for work that outlives its update. */
  readonly background: (work: Promise<void>) => void;
}
