import type { Outcome } from '../src/library/outcome.js';
import { outcomeText } from '../src/library/outcome-text.js';
import { type OnStep, stepText } from '../src/library/steps.js';
import type { BotContext, BotDeps } from './context.js';
import { edit, type Place, reply, textMessage } from './post.js';
import type { Message } from './render/message.js';
import { shorten } from './render/pages.js';
import { say } from './texts.js';

export interface ShownWork {
  /** Shown at once. */
  readonly first: string;
  /** The message that shows it; a reply where there is none yet. */
  readonly place?: Place;
  readonly run: (onStep: OnStep) => Promise<Outcome>;
  readonly render?: (outcome: Outcome) => Message;
}

/** What is soon done needs no word in between; a group takes 20 messages a minute, edits included. */
const firstEditMs = 5000;
const betweenEditsMs = 3500;

/**
 * Work on the corpus, its progress and outcome edits of one message. The chat goes on being
 * answered meanwhile.
 */
export async function showWork(ctx: BotContext, deps: BotDeps, work: ShownWork): Promise<void> {
  const { language } = ctx;
  if (deps.keeper.underWay !== undefined && work.place === undefined) {
    const outcome = await work.run(() => {});
    return void (await reply(ctx, deps, textMessage(outcomeText(outcome, language))));
  }
  const place = work.place ?? (await begun(ctx, deps, work.first));
  if (work.place !== undefined) await edit(work.place, deps, textMessage(work.first));
  let latest = '';
  let next = performance.now() + firstEditMs;
  let editing: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    if (place === null || latest === '' || performance.now() < next) return;
    next = performance.now() + betweenEditsMs;
    const text = `${work.first}\n${latest}`;
    latest = '';
    editing = editing.then(() => edit(place, deps, textMessage(text))).catch(() => {});
  }, 250);
  const render = work.render ?? ((outcome) => textMessage(outcomeText(outcome, language)));
  const done = work
    .run((step, at, total) => {
      latest = stepText(step, at, total, language);
    })
    .then(render, () => textMessage(say('apology', language)))
    .then(async (message) => {
      clearInterval(timer);
      // What comes last must stand last.
      await editing;
      const bounded = { ...message, rich: message.rich.map(short) };
      if (place === null) await reply(ctx, deps, bounded);
      else await edit(place, deps, bounded);
    })
    .catch(() => deps.log.warn('outcome-not-told'))
    .finally(() => clearInterval(timer));
  deps.background(done);
}

async function begun(ctx: BotContext, deps: BotDeps, text: string): Promise<Place | null> {
  const id = await reply(ctx, deps, textMessage(text));
  return id === null || ctx.chat === undefined ? null : { chat_id: ctx.chat.id, message_id: id };
}

function short<T extends { readonly text: string }>(run: T): T {
  return { ...run, text: shorten(run.text, 4000) };
}
