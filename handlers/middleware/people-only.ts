import type { MiddlewareFn } from 'telegraf';
import type { BotContext } from '../context.js';
import { isByPerson } from '../incoming.js';

/** Messages of other bots, and those sent by way of an inline result, go no further. */
export const peopleOnly: MiddlewareFn<BotContext> = (ctx, next) =>
  ctx.message !== undefined && !isByPerson(ctx.message) ? Promise.resolve() : next();
