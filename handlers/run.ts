import { setMaxListeners } from 'node:events';
import type { Telegraf } from 'telegraf';
import { Telegram } from 'telegraf';
import type { Update, UserFromGetMe } from 'telegraf/types';
import type { Config } from '../src/config.js';
import { NianjianError } from '../src/errors.js';
import type { Library } from '../src/library/service.js';
import type { Log } from '../src/log.js';
import { allowedUpdates, createBot } from './bot.js';
import { registrations } from './commands.js';
import type { BotContext, BotDeps } from './context.js';
import { Intake } from './delivery/intake.js';
import { memoryJournal } from './delivery/journal.js';
import { startPolling } from './delivery/polling.js';
import { backOffMs, type Call, faultOf, Sender, sleep } from './delivery/sender.js';
import { serveHttp } from './delivery/webhook.js';
import { laneOf } from './lane.js';
import { languageOf } from './middleware/language.js';
import { say } from './texts.js';

export interface RunOptions {
  readonly config: Config & { readonly BOT_TOKEN: string };
  readonly log: Log;
  readonly library: Library;
  /** Puts the first generation into the library. */
  readonly load: () => Promise<void>;
  readonly reload: BotDeps['reload'];
  /** The wish to end. */
  readonly stop: AbortSignal;
}

/** What is in hand may take so long to finish once the end is wished for. */
const drainMs = 7000;

/**
 * Runs the bot until it is told to stop.
 *
 * @throws NianjianError `token-refused`, at start or later; or what loading the first generation
 *   fails with
 */
export async function runBot(options: RunOptions): Promise<void> {
  const { config, log, library, load, reload, stop } = options;
  const telegram = new Telegram(config.BOT_TOKEN, { apiRoot: config.TELEGRAM_API_ROOT });
  // Newer methods than telegraf knows pass through it unchanged.
  const call: Call = (method, payload, signal) =>
    telegram.callApi(method as never, payload as never, signal && { signal: signal as never });

  const me = await introduce(call, log, stop);
  if (me === undefined) return;
  log.info('started', { bot: me.username, mode: config.WEBHOOK_URL ? 'webhook' : 'polling' });

  const ending = new AbortController();
  // Every call and wait listens to one of them.
  setMaxListeners(0, stop, ending.signal);
  const background = new Set<Promise<void>>();
  const sender = new Sender({
    call,
    log,
    ratePerSecond: config.SEND_RATE,
    signal: ending.signal,
  });
  const journal = memoryJournal();
  const arrivals = new WeakMap<object, number>();
  const take = (update: unknown) => {
    arrivals.set(update as object, performance.now());
    intake.take(update);
  };
  const deps: BotDeps = {
    library,
    config,
    log,
    sender,
    reload,
    waiting: () => intake.size,
    ageMs: (update) => performance.now() - (arrivals.get(update) ?? 0),
    background: (work) => {
      background.add(work);
      void work.finally(() => background.delete(work));
    },
  };
  const bot: Telegraf<BotContext> = createBot(config.BOT_TOKEN, me, deps);
  const intake = new Intake({
    journal,
    log,
    laneOf,
    handle: (update) => bot.handleUpdate(update as Update),
    onOverflow: (update) => tooMuch(update, deps),
    signal: stop,
  });

  void register(call, config, log, stop);
  const loading = load();
  const failed = new Promise<never>((_, reject) => loading.catch(reject));
  try {
    await Promise.race([config.WEBHOOK_URL ? hooked() : polled(), failed]);
  } finally {
    ending.abort();
  }

  async function polled(): Promise<void> {
    const http = await listen(null);
    // A webhook that is still set would keep every poll from coming through.
    await stubborn(() => call('deleteWebhook', {}, stop));
    const polling = startPolling({
      call,
      log,
      allowedUpdates,
      onUpdate: take,
      room: () => intake.room(),
      oldestOpen: () => journal.oldestOpen,
      signal: stop,
    });
    if ((await polling.ended) === 'unauthorised') throw new NianjianError('token-refused');
    await finish();
    await polling.confirm();
    await http?.close();
  }

  async function hooked(): Promise<void> {
    const url = new URL(config.WEBHOOK_URL as string);
    const secret = config.WEBHOOK_SECRET as string;
    const http = await listen({
      path: url.pathname,
      secret,
      onUpdate: take,
    });
    const payload = { url: url.href, secret_token: secret, allowed_updates: allowedUpdates };
    await stubborn(() => call('setWebhook', payload, stop));
    log.info('webhook-set');
    while (!stop.aborted) await sleep(2 ** 30, stop);
    await http?.close();
    await finish();
  }

  function listen(webhook: Parameters<typeof serveHttp>[0]['webhook']) {
    if (config.HTTP_PORT === undefined && webhook === null) return undefined;
    return serveHttp({
      host: config.HTTP_HOST,
      port: config.HTTP_PORT ?? 8080,
      webhook,
      healthy: () => library.now !== undefined,
    });
  }

  async function finish(): Promise<void> {
    log.info('stopping', { waiting: intake.size });
    await Promise.race([Promise.all(background), sleep(drainMs, new AbortController().signal)]);
    const idle = await intake.idle(drainMs);
    if (!idle) log.warn('left-unfinished', { waiting: intake.size });
  }

  /** Until it works, is refused for good, or the end is wished for. */
  async function stubborn(work: () => Promise<unknown>): Promise<void> {
    for (let attempt = 0; !stop.aborted; attempt++) {
      try {
        await work();
        return;
      } catch (error) {
        const { kind, code, reason, retryAfterMs } = faultOf(error);
        if (code === 401) throw new NianjianError('token-refused');
        log.warn('start-up-call-failed', { reason });
        if (kind === 'final' || attempt >= 3) return;
        await sleep(retryAfterMs ?? backOffMs(attempt), stop);
      }
    }
  }
}

/** Who the token belongs to; asked until Telegram can be reached. */
async function introduce(
  call: Call,
  log: Log,
  stop: AbortSignal,
): Promise<UserFromGetMe | undefined> {
  for (let attempt = 0; !stop.aborted; attempt++) {
    try {
      const deadline = AbortSignal.any([stop, AbortSignal.timeout(15_000)]);
      const me = (await call('getMe', {}, deadline)) as UserFromGetMe;
      if (typeof me?.id === 'number' && typeof me.username === 'string') return me;
      log.warn('api-unreadable');
    } catch (error) {
      const { code, reason } = faultOf(error);
      // 404 is Telegram's answer to what has no token's form.
      if (code === 401 || code === 404) throw new NianjianError('token-refused');
      if (!stop.aborted) log.warn('api-unreachable', { reason, attempt, message: unreachable });
    }
    await sleep(Math.min(backOffMs(attempt), 5000), stop);
  }
  return undefined;
}

const unreachable =
  'Telegram cannot be reached; check the network and TELEGRAM_API_ROOT. Trying again.';

/** What people see of the bot before they use it. None of it is needed to answer. */
async function register(call: Call, config: Config, log: Log, stop: AbortSignal): Promise<void> {
  for (const payload of registrations(config.ADMIN_IDS)) {
    if (stop.aborted) return;
    await call(
      'setMyCommands',
      payload,
      AbortSignal.any([stop, AbortSignal.timeout(10_000)]),
    ).catch((error) => log.warn('commands-not-registered', { reason: faultOf(error).reason }));
  }
}

/** A chat that floods is told once. */
async function tooMuch(update: unknown, { sender, config }: BotDeps): Promise<void> {
  const { message } = update as {
    message?: {
      message_id: number;
      chat: { id: number; type: string };
      from?: { language_code?: string };
    };
  };
  if (message?.chat?.type !== 'private') return;
  const language = languageOf(message.from?.language_code, config.DEFAULT_LANGUAGE);
  await sender.send('sendMessage', {
    chat_id: message.chat.id,
    text: say('busy', language),
    reply_parameters: { message_id: message.message_id, allow_sending_without_reply: true },
  });
}
