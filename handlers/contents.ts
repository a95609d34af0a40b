import type { Serving } from '../src/library/service.js';
import type { BotContext, BotDeps } from './context.js';
import { reply, textMessage } from './post.js';
import { renderFound, renderSimilar, renderVolumes } from './render/contents.js';
import type { Message } from './render/message.js';
import { shorten } from './render/pages.js';
import { say } from './texts.js';

/** Headings shown in place of those that hold the word. */
const mostSimilar = 8;

/** `/toc`: the volumes; `/toc 词`: the entries that match, or come near where none does. */
export async function sendContents(ctx: BotContext, deps: BotDeps, word: string): Promise<void> {
  await reply(ctx, deps, await contentsMessage(await deps.library.current(), word, ctx));
}

async function contentsMessage(
  { catalogue, similar }: Serving,
  word: string,
  { language }: BotContext,
): Promise<Message> {
  if (word === '') return renderVolumes(catalogue, 0, language);
  return (
    renderFound(catalogue, word, 0, language) ??
    renderSimilar(await similar(word, mostSimilar), word, language) ??
    textMessage(say('contentsNone', language, { word: shorten(word, 200) }))
  );
}
