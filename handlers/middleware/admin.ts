import type { BotContext } from '../context.js';

/** By numeric user id alone; whoever writes in the name of a chat is nobody in particular. */
export function isAdmin(ctx: BotContext, adminIds: readonly number[]): boolean {
  const { message } = ctx;
  const { from } = message ?? {};
  return (
    from !== undefined &&
    from.is_bot !== true &&
    message?.sender_chat === undefined &&
    adminIds.includes(from.id)
  );
}
