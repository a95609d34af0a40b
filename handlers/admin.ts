import { Composer } from 'telegraf';
import type { Message } from 'telegraf/types';
import type { BotContext, BotDeps, ReloadResult } from './context.js';
import { commandFor, saidIn } from './incoming.js';
import { isAdmin } from './middleware/admin.js';
import { edit, reply, textMessage } from './post.js';
import { shorten } from './render/pages.js';
import { say } from './texts.js';

/** `/reload` and `/status`, for the ids configured alone; to others they do not exist. */
export function admin(deps: BotDeps): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  let reloading = false;

  composer.on('message', async (ctx, next) => {
    const call = commandFor(saidIn(ctx.message as Message), ctx.botInfo);
    if (call === null || call === 'other') return next();
    if (!isAdmin(ctx, deps.config.ADMIN_IDS)) return next();
    ctx.owed = true;
    if (call.name === 'status') {
      await reply(ctx, deps, textMessage(status(ctx)));
    } else if (call.name === 'reload') {
      await reload(ctx);
    } else {
      ctx.owed = false;
      await next();
    }
  });
  return composer;

  /** The chat goes on being answered meanwhile; the outcome is an edit of the first message. */
  async function reload(ctx: BotContext): Promise<void> {
    if (reloading || deps.library.now === undefined) {
      await reply(ctx, deps, textMessage(say('reloadBusy', ctx.language)));
      return;
    }
    reloading = true;
    let id: number | null;
    try {
      id = await reply(ctx, deps, textMessage(say('reloading', ctx.language)));
    } catch (error) {
      reloading = false;
      throw error;
    }
    const { chat, language } = ctx;
    const work = deps
      .reload(language)
      .catch((): ReloadResult => ({ ok: false, problem: say('apology', language) }))
      .finally(() => {
        reloading = false;
      })
      .then(async (result) => {
        const message = textMessage(reloadText(result, ctx));
        if (id === null || chat === undefined) await reply(ctx, deps, message);
        else await edit({ chat_id: chat.id, message_id: id }, deps, message);
      })
      .catch(() => deps.log.warn('reload-not-told'));
    deps.background(work);
  }

  function status({ language }: BotContext): string {
    const serving = deps.library.now;
    if (serving === undefined) return say('statusLoading', language);
    const { volumes, entries, figures } = serving.report;
    return say('status', language, {
      volumes,
      entries,
      figures,
      since: serving.since.toISOString(),
      waiting: deps.waiting(),
      hours: (process.uptime() / 3600).toFixed(1),
      megabytes: Math.round(process.memoryUsage.rss() / 1e6),
    });
  }
}

function reloadText(result: ReloadResult, { language }: BotContext): string {
  if (!result.ok) {
    return say('reloadFailed', language, { problem: shorten(result.problem, 3000) });
  }
  const { added, changed, removed, entries, volumes, tookMs, warnings } = result;
  const seconds = (tookMs / 1000).toFixed(1);
  const done = say('reloaded', language, { added, changed, removed, entries, volumes, seconds });
  if (warnings.length === 0) return done;
  const lines = warnings.slice(0, 10).map((line) => `• ${shorten(line, 250)}`);
  const left = warnings.length > 10 ? [`… +${warnings.length - 10}`] : [];
  return [done, say('reloadWarnings', language), ...lines, ...left].join('\n');
}
