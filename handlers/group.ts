import { Composer } from 'telegraf';
import type { Message } from 'telegraf/types';
import { helpText } from './commands.js';
import { sendContents } from './contents.js';
import type { BotContext, BotDeps } from './context.js';
import { commandFor, repliedTo, type Said, saidIn, spokenIn, withoutMention } from './incoming.js';
import { reply, textMessage } from './post.js';
import { answerQuestion } from './question.js';
import { say } from './texts.js';

/** In groups the bot speaks when spoken to: command, mention, or a reply to it. */
export function groups(deps: BotDeps): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const greetedAt = new Map<number, number>();

  composer.on(['message', 'edited_message'], async (ctx, next) => {
    if (ctx.chat.type !== 'group' && ctx.chat.type !== 'supergroup') return next();
    const message = spokenIn(ctx) as Message;
    if ('new_chat_members' in message) {
      if (message.new_chat_members.some(({ id }) => id === ctx.botInfo.id)) await greet(ctx);
      return;
    }
    const said = saidIn(message);
    if (said === null) return;
    const call = commandFor(said, ctx.botInfo);
    if (call === 'other') return;
    if (call === null) return addressed(ctx, message, said);
    ctx.owed = true;
    switch (call.name) {
      case 'ask':
        return question(ctx, message, call.argument);
      case 'toc':
        return sendContents(ctx, deps, call.argument);
      case 'help':
      case 'start':
        return void (await reply(ctx, deps, textMessage(helpText('group', ctx.language, ctx.me))));
      default:
        // Another bot's, or nobody's: but with this bot's name on it somebody waits.
        if (call.bot === null) return;
        return void (await reply(ctx, deps, textMessage(say('unknownCommand', ctx.language))));
    }
  });

  composer.on('my_chat_member', async (ctx, next) => {
    const { chat, old_chat_member: before, new_chat_member: now } = ctx.myChatMember;
    if (chat.type !== 'group' && chat.type !== 'supergroup') return next();
    const outside = before.status === 'left' || before.status === 'kicked';
    if (outside && (now.status === 'member' || now.status === 'administrator')) await greet(ctx);
  });
  return composer;

  /** Telegram tells of being added in one way or in two; a new group in one only. */
  async function greet(ctx: BotContext): Promise<void> {
    const id = ctx.chat?.id ?? 0;
    const last = greetedAt.get(id);
    if (last !== undefined && performance.now() - last < 60_000) return;
    if (greetedAt.size > 1000) greetedAt.clear();
    greetedAt.set(id, performance.now());
    await reply(ctx, deps, textMessage(say('groupHello', ctx.language)));
  }

  async function addressed(ctx: BotContext, message: Message, said: Said): Promise<void> {
    const mentioned = withoutMention(said, ctx.botInfo);
    if (mentioned !== null) {
      ctx.owed = true;
      return question(ctx, message, mentioned);
    }
    if (repliedTo(message)?.from?.id !== ctx.botInfo.id) return;
    ctx.owed = true;
    return answerQuestion(ctx, deps, said.text);
  }

  /** What was said, or the message replied to; a line on how to ask where there is neither. */
  async function question(ctx: BotContext, message: Message, text: string): Promise<void> {
    const asked = text || saidIn(repliedTo(message))?.text;
    if (asked !== undefined) return answerQuestion(ctx, deps, asked);
    await reply(ctx, deps, textMessage(say('askHow', ctx.language)));
  }
}
