import type { Catalogue } from '../src/library/entries.js';
import type { BotContext, BotDeps } from './context.js';
import { reply, textMessage } from './post.js';
import { renderFound, renderVolumes } from './render/contents.js';
import { shorten } from './render/pages.js';
import { say } from './texts.js';

/** `/toc`: the volumes; `/toc 词`: the entries that match. */
export async function sendContents(ctx: BotContext, deps: BotDeps, word: string): Promise<void> {
  const { catalogue } = await deps.library.current();
  await reply(ctx, deps, contentsMessage(catalogue, word, ctx));
}

function contentsMessage(catalogue: Catalogue, word: string, { language }: BotContext) {
  if (word === '') return renderVolumes(catalogue, 0, language);
  return (
    renderFound(catalogue, word, 0, language) ??
    textMessage(say('contentsNone', language, { word: shorten(word, 200) }))
  );
}
