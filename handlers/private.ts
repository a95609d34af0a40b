import { Composer } from 'telegraf';
import type { Message } from 'telegraf/types';
import { helpText } from './commands.js';
import { sendContents } from './contents.js';
import type { BotContext, BotDeps } from './context.js';
import { commandFor, repliedTo, saidIn, spokenIn } from './incoming.js';
import { isAdmin } from './middleware/admin.js';
import { reply, textMessage } from './post.js';
import { answerQuestion } from './question.js';
import { say } from './texts.js';

/** In private any text is a question; every message gets exactly one answer. */
export function privateChat(deps: BotDeps): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const lastAlbum = new Map<number, string>();

  composer.on(['message', 'edited_message'], async (ctx, next) => {
    if (ctx.chat.type !== 'private') return next();
    const message = spokenIn(ctx) as Message;
    if (isService(message)) return;
    ctx.owed = true;
    const said = saidIn(message);
    const call = commandFor(said, ctx.botInfo);
    if (said === null) return wordless(ctx, message);
    if (call === null || call === 'other') return answerQuestion(ctx, deps, said.text);
    switch (call.name) {
      case 'ask': {
        const question = call.argument || saidIn(repliedTo(message))?.text;
        return question === undefined
          ? void (await reply(ctx, deps, textMessage(say('askHow', ctx.language))))
          : answerQuestion(ctx, deps, question);
      }
      case 'toc':
        return sendContents(ctx, deps, call.argument);
      case 'start':
        return void (await reply(ctx, deps, textMessage(say('start', ctx.language))));
      case 'help': {
        const scope = isAdmin(ctx, deps.config.ADMIN_IDS) ? 'admin' : 'private';
        const text = helpText(scope, ctx.language, ctx.me);
        return void (await reply(ctx, deps, textMessage(text)));
      }
      default:
        // Commands for admins are obeyed as they are sent, not as they are edited.
        if (ctx.editedMessage !== undefined) return;
        return void (await reply(ctx, deps, textMessage(say('unknownCommand', ctx.language))));
    }
  });
  return composer;

  /** One line, and for an album of ten pictures one line too. */
  async function wordless(ctx: BotContext, message: Message): Promise<void> {
    const album = 'media_group_id' in message ? message.media_group_id : undefined;
    if (album !== undefined && lastAlbum.get(message.chat.id) === album) return;
    if (album !== undefined) {
      if (lastAlbum.size > 1000) lastAlbum.clear();
      lastAlbum.set(message.chat.id, album);
    }
    await reply(ctx, deps, textMessage(say('wordless', ctx.language)));
  }
}

/** What Telegram writes about the chat itself; nobody said it. */
function isService(message: Message): boolean {
  return serviceFields.some((field) => field in message);
}

const serviceFields = [
  'pinned_message',
  'message_auto_delete_timer_changed',
  'write_access_allowed',
  'chat_background_set',
  'new_chat_members',
  'left_chat_member',
  'forum_topic_created',
  'forum_topic_edited',
  'forum_topic_closed',
  'forum_topic_reopened',
  'boost_added',
  'gift',
  'gift_upgrade_sent',
  'unique_gift',
  'managed_bot_created',
  'paid_message_price_changed',
  'passport_data',
  'proximity_alert_triggered',
  'refunded_payment',
  'successful_payment',
  'web_app_data',
  'connected_website',
  'chat_shared',
  'users_shared',
];
