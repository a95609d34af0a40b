import { Composer } from 'telegraf';
import type { Language } from '../src/errors.js';
import type { BotContext, BotDeps } from './context.js';
import { faultOf } from './delivery/fault.js';
import { resultsFor, toArticle } from './inline-results.js';
import { say } from './texts.js';

/** Answered within this time of its arrival or not at all: a later answer is refused. */
const deadlineMs = 900;

/** Results while somebody types `@bot 问题`: the answer, then entries by their headings. */
export function inline(deps: BotDeps): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.on('inline_query', async (ctx) => {
    const { id, query, offset } = ctx.inlineQuery;
    const { language } = ctx;
    const serving = deps.library.now;
    // Somebody who types on has asked anew by now.
    if (serving === undefined || deps.ageMs(ctx.update) > deadlineMs) return;
    if (query.trim() === '') {
      const button = help('inlineHow', language);
      return respond(ctx, { inline_query_id: id, results: [], button });
    }
    const { results, next } = await resultsFor(query, offset, serving, language);
    if (deps.ageMs(ctx.update) > deadlineMs) return;
    const body = {
      inline_query_id: id,
      next_offset: next,
      ...(results.length === 0 && offset === '' && { button: help('inlineNone', language) }),
    };
    const marked = { ...body, results: results.map((result) => toArticle(result, true)) };
    await respond(ctx, marked, () => ({
      ...body,
      results: results.map((result) => toArticle(result, false)),
    }));
  });
  return composer;

  /** Too late is no failure; markup that is refused is left out. */
  async function respond(
    { update }: BotContext,
    payload: Readonly<Record<string, unknown>>,
    unmarked?: () => Readonly<Record<string, unknown>>,
  ): Promise<void> {
    // Texts are in the user's language, so nobody else may be given them.
    const rules = { cache_time: 30, is_personal: true };
    const patience = { patienceMs: deadlineMs - deps.ageMs(update) };
    try {
      await deps.sender.send('answerInlineQuery', { ...payload, ...rules }, patience);
    } catch (error) {
      const { code, reason } = faultOf(error);
      if (code === 400 && /parse entities/i.test(reason) && unmarked !== undefined) {
        await deps.sender.send('answerInlineQuery', { ...unmarked(), ...rules }, patience);
      } else {
        deps.log.info('inline-not-answered', { reason });
      }
    }
  }
}

function help(key: 'inlineHow' | 'inlineNone', language: Language) {
  return { text: say(key, language), start_parameter: 'help' };
}
