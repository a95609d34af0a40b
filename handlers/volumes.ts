import { Composer } from 'telegraf';
import type { Message as TelegramMessage } from 'telegraf/types';
import { describe, NianjianError } from '../src/errors.js';
import type { Outcome } from '../src/library/outcome.js';
import { outcomeText } from '../src/library/outcome-text.js';
import { maxUploadBytes } from '../src/library/volumes.js';
import { actorOf } from './admin.js';
import type { BotContext, BotDeps } from './context.js';
import { fileContent } from './file-content.js';
import { repliedTo, saidIn, withoutMention } from './incoming.js';
import { isAdmin, isAdminPress } from './middleware/admin.js';
import { acknowledge, edit, reply, textMessage } from './post.js';
import type { Button } from './render/keyboard.js';
import type { Message } from './render/message.js';
import { showWork } from './shown-work.js';
import { say } from './texts.js';

/** A volume file that an admin sends: checked, shown with 应用 and 取消, applied by a press. */
export function volumes(deps: BotDeps): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const { keeper, config } = deps;

  composer.on('message', async (ctx, next) => {
    const message = ctx.message as TelegramMessage;
    if (!('document' in message) || !isAdmin(ctx, config.ADMIN_IDS)) return next();
    if (!isForUs(message, ctx)) return next();
    const { file_id: fileId, file_name: name = '', file_size: size = 0 } = message.document;
    ctx.owed = true;
    const { language } = ctx;
    if (size > maxUploadBytes) {
      const { problem } = new NianjianError('upload-too-large', { most: maxUploadBytes / 2 ** 20 });
      await keeper.record(actorOf(ctx), 'check', problem.code);
      return void (await reply(ctx, deps, textMessage(describe(problem, language))));
    }
    await showWork(ctx, deps, {
      first: say('checkingVolume', language, { name: name.slice(0, 100) }),
      run: (onStep) => {
        const content = fileContent(fileId, deps);
        return keeper.check(actorOf(ctx), { name, content }, onStep);
      },
      render: (outcome) => withButtons(outcome, ctx),
    });
  });

  composer.on('callback_query', async (ctx, next) => {
    const query = ctx.callbackQuery;
    const data = 'data' in query ? query.data : '';
    const [, id = '', choice = ''] = /^u:([0-9a-f]{16}):([afc])$/.exec(data) ?? [];
    if (id === '') return next();
    const { language } = ctx;
    if (!isAdminPress(ctx, config.ADMIN_IDS)) {
      return acknowledge(ctx, deps, say('adminsOnly', language));
    }
    await acknowledge(ctx, deps);
    const { message } = query;
    if (message === undefined) return;
    const place = { chat_id: message.chat.id, message_id: message.message_id };
    if (choice === 'c') {
      const text = await keeper.discard(actorOf(ctx), id).then(
        (name) => say('volumeCancelled', language, { name }),
        (error: NianjianError) => describe(error.problem, language),
      );
      return edit(place, deps, textMessage(text));
    }
    await showWork(ctx, deps, {
      first: say('applyingVolume', language),
      place,
      run: (onStep) => keeper.apply(actorOf(ctx), id, { force: choice === 'f', onStep }),
      // Whoever was turned away, or met a passing fault, may press again.
      render: (outcome) =>
        outcome.kind === 'reloaded' || isGone(outcome)
          ? textMessage(outcomeText(outcome, language))
          : { ...textMessage(outcomeText(outcome, language)), keyboard: choices(id, choice, ctx) },
    });
  });
  return composer;
}

function isGone(outcome: Outcome): boolean {
  return outcome.kind === 'failed' && outcome.problem.code === 'upload-gone';
}

/** In private any document is; in a group one that is sent to the bot. */
function isForUs(message: TelegramMessage.DocumentMessage, ctx: BotContext): boolean {
  if (message.chat.type === 'private') return true;
  const said = saidIn(message);
  if (said !== null && withoutMention(said, ctx.botInfo) !== null) return true;
  return repliedTo(message)?.from?.id === ctx.botInfo.id;
}

function withButtons(outcome: Outcome, ctx: BotContext): Message {
  const message = textMessage(outcomeText(outcome, ctx.language));
  if (outcome.kind !== 'checked') return message;
  return { ...message, keyboard: choices(outcome.id, outcome.shrinks ? 'f' : 'a', ctx) };
}

function choices(id: string, apply: string, { language }: BotContext): Button[][] {
  const label = say(apply === 'f' ? 'volumeForce' : 'volumeApply', language);
  return [
    [
      { label, data: `u:${id}:${apply}` },
      { label: say('volumeCancel', language), data: `u:${id}:c` },
    ],
  ];
}
