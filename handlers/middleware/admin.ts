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

/** The same for a pressed button: who pressed it, not who wrote the message above it. */
export function isAdminPress(ctx: BotContext, adminIds: readonly number[]): boolean {
  const from = ctx.callbackQuery?.from;
  return from !== undefined && from.is_bot !== true && adminIds.includes(from.id);
}
