import { setMaxListeners } from 'node:events';
import type { Telegraf } from 'telegraf';
import type { Update } from 'telegraf/types';
import type { Config } from '../src/config.js';
import { NianjianError } from '../src/errors.js';
import type { Library, Serving } from '../src/library/service.js';
import type { Log } from '../src/log.js';
import { allowedUpdates, createBot } from './bot.js';
import type { BotContext, BotDeps } from './context.js';
import { type Call, createCall } from './delivery/api.js';
import { backOffMs, faultOf, sleep } from './delivery/fault.js';
import { Intake } from './delivery/intake.js';
import { type Entry, Journal } from './delivery/journal.js';
import { createMetrics } from './delivery/metrics.js';
import { startPolling } from './delivery/polling.js';
import { ratesOf } from './delivery/rates.js';
import { Sender } from './delivery/sender.js';
import { serveHttp } from './delivery/webhook.js';
import { introduce, register } from './introduce.js';
import { aboutOf, ageMsOf, kindOf, laneOf } from './lane.js';
import { languageOf } from './middleware/language.js';
import { PendingChoices } from './pending-choices.js';
import { say } from './texts.js';

export interface RunOptions {
  /** `DATA_DIR` exists. */
  readonly config: Config & { readonly BOT_TOKEN: string };
  readonly log: Log;
  readonly library: Library;
  /** Puts the first generation into the library. */
  readonly load: () => Promise<void>;
  readonly keeper: BotDeps['keeper'];
  readonly unanswered: BotDeps['unanswered'];
  readonly tally: BotDeps['tally'];
  /** The wish to end. */
  readonly stop: AbortSignal;
}

/** What is in hand may take so long to finish once the end is wished for. */
const drainMs = 7000;

/**
 * Runs the bot until it is told to stop.
 *
 * @throws NianjianError `data-held`, `data-unwritable`; `token-refused`, at start or later; or what
 *   loading the first generation fails with
 */
export async function runBot(options: RunOptions): Promise<void> {
  const { config, log } = options;
  const api = createCall(config.TELEGRAM_API_ROOT, config.BOT_TOKEN);
  const journal = await Journal.open({
    dataDir: config.DATA_DIR,
    log,
    aboutOf,
    ageMsOf: (update) => ageMsOf(update, api.now()),
  });
  try {
    await serve(options, journal, api.call);
  } finally {
    await journal.close();
    api.close();
  }
}

async function serve(options: RunOptions, journal: Journal, call: Call): Promise<void> {
  const { config, log, library, keeper, unanswered, tally, load, stop } = options;
  const me = await introduce(call, log, stop);
  if (me === undefined) return;
  log.info('started', { bot: me.username, mode: config.WEBHOOK_URL ? 'webhook' : 'polling' });

  const ending = new AbortController();
  // Every call and wait listens to one of them.
  setMaxListeners(0, stop, ending.signal);
  const metrics = createMetrics({
    journal: () => journal.size,
    updates: () => intake.size,
    messages: () => sender.waiting,
    index: () => (library.now === undefined ? null : sizesOf(library.now)),
  });
  keeper.watch(({ kind }) => metrics.reloads.inc({ outcome: kind }));
  let refuse: (error: NianjianError) => void = () => {};
  const refused = new Promise<never>((_, reject) => {
    refuse = reject;
  });
  const sender = new Sender({
    call,
    log,
    journal,
    metrics,
    rates: ratesOf(config.SEND_RATE, config.CHAT_RATE, config.GROUP_RATE),
    onRefusedToken: () => {
      // At once, so that nothing which cannot be sent is taken for done.
      ending.abort();
      refuse(new NianjianError('token-refused'));
    },
    signal: ending.signal,
  });
  const background = new Set<Promise<void>>();
  const bornAt = new WeakMap<object, number>();
  const ageMs = (update: object) => performance.now() - (bornAt.get(update) ?? performance.now());
  const deps: BotDeps = {
    library,
    config,
    log,
    sender,
    metrics,
    ageMs,
    keeper,
    unanswered,
    tally,
    pendingChoices: new PendingChoices(),
    waiting: () => intake.size,
    background: (work) => {
      background.add(work);
      void work.finally(() => background.delete(work));
    },
  };
  const bot: Telegraf<BotContext> = createBot(config.BOT_TOKEN, me, deps);
  const intake = new Intake({
    journal,
    log,
    metrics,
    laneOf,
    handle: async (entry: Entry) => {
      bornAt.set(entry.update as object, entry.bornAt);
      metrics.stages.observe({ stage: 'queue' }, ageMs(entry.update as object) / 1000);
      await bot.handleUpdate(entry.update as Update);
    },
    kindOf,
    onFlood: (update) => void tell(update, 'busy', deps),
    onSetAside: (update) => void tell(update, 'apology', deps),
    ending: ending.signal,
  });

  void register(call, config, log, stop);
  const loaded = load();
  const failed = new Promise<never>((_, reject) => loaded.catch(reject));
  // Never where loading fails: what ends the run is then no update.
  intake.resume(new Promise<void>((resolve) => loaded.then(resolve, () => {})));
  try {
    await Promise.race([config.WEBHOOK_URL ? hooked() : polled(), failed, refused]);
  } finally {
    ending.abort();
  }

  async function polled(): Promise<void> {
    const http = await listen(null);
    // A webhook that is still set would keep every poll from coming through.
    await stubborn(() => call('deleteWebhook', {}, { signal: stop }));
    const polling = startPolling({
      call,
      log,
      allowedUpdates,
      onUpdates: (updates) => intake.take(updates),
      room: () => intake.room(stop),
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
      hasRoom: () => !intake.full,
      onUpdate: (update) => intake.take([update]),
    });
    const payload = { url: url.href, secret_token: secret, allowed_updates: allowedUpdates };
    await stubborn(() => call('setWebhook', payload, { signal: stop }));
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
      healthy: () => library.now !== undefined && journal.healthy,
      metrics: metrics.registry,
    });
  }

  /** What is in hand is finished; what waits is in the journal, for the next start. */
  async function finish(): Promise<void> {
    log.info('stopping', { waiting: intake.size });
    const late = new AbortController();
    await Promise.race([
      Promise.all([intake.finish(drainMs), ...background]),
      sleep(drainMs, late.signal),
    ]);
    late.abort();
    if (journal.size > 0) log.info('left-to-the-next-start', { updates: journal.size });
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

function sizesOf({ report, bytes }: Serving): Readonly<Record<string, number>> {
  const { volumes, entries, passages, sentences, figures } = report;
  return { volumes, entries, passages, sentences, figures, bytes };
}

/** To a person alone, in a message beside the answers, which come in their turn. */
async function tell(
  update: unknown,
  what: 'busy' | 'apology',
  { sender, config, log }: BotDeps,
): Promise<void> {
  const { message } = update as {
    message?: {
      message_id: number;
      chat: { id: number; type: string };
      from?: { language_code?: string };
    };
  };
  if (message?.chat?.type !== 'private') return;
  const language = languageOf(message.from?.language_code, config.DEFAULT_LANGUAGE);
  const payload = {
    chat_id: message.chat.id,
    text: say(what, language),
    ...(what === 'apology' && {
      reply_parameters: { message_id: message.message_id, allow_sending_without_reply: true },
    }),
  };
  await sender
    .send('sendMessage', payload)
    .catch((error) => log.info('not-told', { what, reason: faultOf(error).reason }));
}
