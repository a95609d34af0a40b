import { Telegraf } from 'telegraf';
import type { UserFromGetMe } from 'telegraf/types';
import { admin } from './admin.js';
import { buttons } from './buttons.js';
import type { BotContext, BotDeps } from './context.js';
import { groups } from './group.js';
import { inline } from './inline.js';
import { edits } from './middleware/edits.js';
import { errorBoundary } from './middleware/error-boundary.js';
import { language } from './middleware/language.js';
import { peopleOnly } from './middleware/people-only.js';
import { privateChat } from './private.js';
import { Replies } from './replies.js';
import { volumes } from './volumes.js';

/** The updates the bot asks Telegram for. */
export const allowedUpdates = [
  'message',
  'edited_message',
  'inline_query',
  'chosen_inline_result',
  'callback_query',
  'my_chat_member',
] as const;

/** Every update takes this way, from top to bottom, until one of them keeps it. */
export function createBot(token: string, me: UserFromGetMe, deps: BotDeps): Telegraf<BotContext> {
  // Updates come from a queue that waits for them: telegraf's own deadline would only hide that.
  const bot = new Telegraf<BotContext>(token, { handlerTimeout: Infinity });
  bot.botInfo = me;
  bot.use(language(deps.config.DEFAULT_LANGUAGE));
  bot.use(errorBoundary(deps));
  bot.use(peopleOnly);
  bot.use(edits(new Replies()));
  bot.use(admin(deps));
  bot.use(volumes(deps));
  bot.use(privateChat(deps));
  bot.use(groups(deps));
  bot.use(buttons(deps));
  bot.use(inline(deps));
  bot.catch((error, ctx) => {
    const { update_id: update } = ctx.update;
    deps.log.error('boundary-failed', { update, name: (error as Error)?.name });
  });
  return bot;
}
