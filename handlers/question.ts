import type { BotContext, BotDeps } from './context.js';
import { reply } from './post.js';
import { renderAnswer } from './render/answer.js';

/** Answers one question with one message. Waits for the index where it is still loading. */
export async function answerQuestion(
  ctx: BotContext,
  deps: BotDeps,
  question: string,
): Promise<void> {
  const { ask } = await deps.library.current();
  const answer = await ask(question, { language: ctx.language });
  await reply(ctx, deps, renderAnswer(answer, ctx.language));
  deps.log.debug('answered', { update: ctx.update.update_id, status: answer.status });
}
