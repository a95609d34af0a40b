import { smallTalk } from '../src/conversation/small-talk.js';
import type { BotContext, BotDeps } from './context.js';
import { reply, textMessage } from './post.js';
import { renderAnswer } from './render/answer.js';
import { say } from './texts.js';

/**
 * Answers one question with one message; a greeting with a line on how to ask, the number of a
 * choice that was offered with the answer to it. Waits for the index where it is still loading.
 */
export async function answerQuestion(ctx: BotContext, deps: BotDeps, text: string): Promise<void> {
  const { ask, example } = await deps.library.current();
  const talk = smallTalk(text);
  if (talk !== null) {
    const shown = await example();
    const line = say(shown === null ? 'askAnything' : 'askLike', ctx.language, {
      example: shown ?? '',
    });
    return void (await reply(ctx, deps, textMessage(`${say(talk, ctx.language)}${line}`)));
  }
  const { questions, answers, silences, stages } = deps.metrics;
  const person = `${ctx.chat?.id} ${ctx.from?.id}`;
  const question = deps.pendingChoices.chosen(person, text) ?? text;
  const began = performance.now();
  const answer = await ask(question, { language: ctx.language });
  const message = renderAnswer(answer, ctx.language);
  stages.observe({ stage: 'answer' }, (performance.now() - began) / 1000);
  questions.inc();
  if (answer.status === 'answered') answers.inc();
  if (answer.status === 'no-answer') silences.inc();
  await reply(ctx, deps, message);
  deps.pendingChoices.remember(person, answer.choices);
  if (answer.status === 'no-answer') void deps.unanswered?.append({ question });
  deps.log.debug('answered', { update: ctx.update.update_id, status: answer.status });
}
