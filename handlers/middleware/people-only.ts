import type { MiddlewareFn } from 'telegraf';
import type { BotContext } from '../context.js';
import { isByPerson, spokenIn } from '../incoming.js';

/** Messages of other bots, and those sent by way of an inline result, go no further. */
export const peopleOnly: MiddlewareFn<BotContext> = (ctx, next) => {
  const message = spokenIn(ctx);
  return message !== undefined && !isByPerson(message) ? Promise.resolve() : next();
};
