import type { MiddlewareFn } from 'telegraf';
import type { Language } from '../../src/errors.js';
import type { BotContext } from '../context.js';

/** The user's own language where the bot speaks it, else the one configured. */
export function language(fallback: Language): MiddlewareFn<BotContext> {
  return (ctx, next) => {
    ctx.language = languageOf(ctx.from?.language_code, fallback);
    return next();
  };
}

/** @param code IETF, as `zh-hans` */
export function languageOf(code: unknown, fallback: Language): Language {
  const primary = typeof code === 'string' ? code.toLowerCase().split(/[-_]/)[0] : undefined;
  return primary === 'zh' || primary === 'en' ? primary : fallback;
}
