import type { MiddlewareFn } from 'telegraf';
import type { BotContext, BotDeps } from '../context.js';
import { faultOf } from '../delivery/fault.js';
import { kindOf } from '../lane.js';
import { reply, textMessage } from '../post.js';
import { say } from '../texts.js';

/** The one place where failures of handlers end: logged without any text, apologised for once. */
export function errorBoundary(deps: BotDeps): MiddlewareFn<BotContext> {
  return async (ctx, next) => {
    try {
      await next();
    } catch (error) {
      const { reason } = faultOf(error);
      const at = error instanceof Error ? (error.stack?.split('\n')[1]?.trim() ?? '') : '';
      const update = ctx.update.update_id;
      deps.log.error('handler-failed', { update, kind: kindOf(ctx.update), reason, at });
      if (ctx.owed !== true) return;
      await reply(ctx, deps, textMessage(say('apology', ctx.language))).catch(() => {});
    }
  };
}
