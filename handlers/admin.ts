import { Composer } from 'telegraf';
import type { Message } from 'telegraf/types';
import type { Language } from '../src/errors.js';
import type { Actor } from '../src/library/outcome.js';
import type { BotContext, BotDeps } from './context.js';
import { commandFor, saidIn } from './incoming.js';
import { isAdmin } from './middleware/admin.js';
import { reply, textMessage } from './post.js';
import { shorten } from './render/pages.js';
import { showWork } from './shown-work.js';
import { say } from './texts.js';

/** What the ids configured alone may do; to others these commands do not exist. */
export function admin(deps: BotDeps): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const { keeper } = deps;

  composer.on('message', async (ctx, next) => {
    const call = commandFor(saidIn(ctx.message as Message), ctx.botInfo);
    if (call === null || call === 'other') return next();
    if (!isAdmin(ctx, deps.config.ADMIN_IDS)) return next();
    const actor = actorOf(ctx);
    const { language } = ctx;
    ctx.owed = true;
    switch (call.name) {
      case 'reload': {
        const force = call.argument.toLowerCase() === 'force';
        return showWork(ctx, deps, {
          first: say('reloading', language),
          run: (onStep) => keeper.reload(actor, { force, onStep }),
        });
      }
      case 'rollback':
        return showWork(ctx, deps, {
          first: say('rollingBack', language),
          run: () => keeper.rollback(actor),
        });
      case 'status':
        await keeper.record(actor, 'status', 'told');
        return void (await reply(ctx, deps, textMessage(statusText(deps, language))));
      case 'unanswered':
        await keeper.record(actor, 'unanswered', 'told');
        return void (await reply(ctx, deps, textMessage(await unansweredText(deps, language))));
      default:
        ctx.owed = false;
        return next();
    }
  });
  return composer;
}

/** The admin as the audit log names them. */
export function actorOf({ from }: BotContext): Actor {
  const name = [from?.first_name, from?.username && `@${from.username}`].filter(Boolean).join(' ');
  return { id: from?.id ?? 0, name: shorten(name, 80) };
}

function statusText({ library, waiting, tally }: BotDeps, language: Language): string {
  const serving = library.now;
  if (serving === undefined) return say('statusLoading', language);
  const { report, number, builtAt, since } = serving;
  const { volumes, entries, figures } = report;
  const errors = tally().slice(0, 10);
  return [
    say('status', language, {
      ...{ volumes, entries, figures, number },
      built: minutes(builtAt),
      age: span(Date.now() - builtAt.getTime(), language),
      since: minutes(since),
      waiting: waiting(),
      up: span(process.uptime() * 1000, language),
      megabytes: Math.round(process.memoryUsage.rss() / 1e6),
    }),
    say(errors.length === 0 ? 'statusNoErrors' : 'statusErrors', language),
    ...errors.map(({ event, count, last }) => `• ${event} × ${count}  ${minutes(last)}`),
  ].join('\n');
}

async function unansweredText(
  { unanswered, config }: BotDeps,
  language: Language,
): Promise<string> {
  if (unanswered === null) return say('unansweredOff', language);
  const newest = await unanswered.newest(20);
  if (newest.length === 0) return say('unansweredNone', language);
  return [
    say('unanswered', language, { days: config.RETENTION_DAYS }),
    ...newest.map(({ at, question }) => `• ${minutes(new Date(at))}  ${shorten(question, 120)}`),
  ].join('\n');
}

/** @example '2026-03-01 08:15 UTC' */
function minutes(date: Date): string {
  return `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** In the largest unit that it has two of. */
function span(ms: number, language: Language): string {
  const [seconds, zh, en] =
    units.find(([least]) => ms >= 2000 * least) ?? (units.at(-1) as (typeof units)[number]);
  return `${Math.floor(ms / 1000 / seconds)} ${language === 'zh' ? zh : en}`;
}

const units = [
  [86_400, '天', 'days'],
  [3600, '小时', 'hours'],
  [60, '分钟', 'minutes'],
  [1, '秒', 's'],
] as const;
