import type { MiddlewareFn } from 'telegraf';
import type { Message } from 'telegraf/types';
import type { BotContext } from '../context.js';
import { saidIn } from '../incoming.js';
import type { Replies } from '../replies.js';

/**
 * An edited message goes on only where it is known which message answers it: that one is edited
 * then. Anything else might answer a question twice.
 */
export function edits(replies: Replies): MiddlewareFn<BotContext> {
  return (ctx, next) => {
    ctx.replies = replies;
    const { editedMessage: edited } = ctx;
    if (edited === undefined) return next();
    // A live location is edited all the time, and says nothing.
    const answered = replies.to(edited.chat.id, edited.message_id) !== undefined;
    return answered && saidIn(edited as Message) !== null ? next() : Promise.resolve();
  };
}
