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
  const { questions, answers, silences, stages } = deps.metrics;
  const began = performance.now();
  const answer = await ask(question, { language: ctx.language });
  const message = renderAnswer(answer, ctx.language);
  stages.observe({ stage: 'answer' }, (performance.now() - began) / 1000);
  questions.inc();
  if (answer.status === 'answered') answers.inc();
  if (answer.status === 'no-answer') silences.inc();
  await reply(ctx, deps, message);
  if (answer.status === 'no-answer') void deps.unanswered?.append({ question });
  deps.log.debug('answered', { update: ctx.update.update_id, status: answer.status });
}
