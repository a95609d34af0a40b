import type { InlineQueryResult, InlineQueryResultArticle, Message, User } from '@grammyjs/types';
import { defaultPatienceMs } from './bell.js';
import type { ChatType } from './chat-state.js';
import type { Journal } from './journal.js';
import type { InlineAnswer } from './queries.js';
import type { World } from './world.js';

export interface InlineReply extends InlineAnswer {
  readonly query: string;
  readonly articles: readonly InlineQueryResultArticle[];
}

/** A query typed, its answer awaited. */
export interface InlineSearch {
  readonly id: string;
  answer(timeoutMs?: number): Promise<InlineReply>;
}

export interface SearchPlace {
  /** The `next_offset` of the page before. */
  readonly offset?: string;
  /** Where it is typed; default supergroup. */
  readonly chatType?: ChatType | 'sender';
}

export interface SearchInput {
  readonly query: string;
  readonly user: User;
  readonly world: World;
  readonly journal: Journal;
}

/** Puts an inline query before the bot. */
export function searchInline(
  { query, user, world, journal }: SearchInput,
  { offset = '', chatType = 'supergroup' }: SearchPlace,
): InlineSearch {
  const id = world.inlineQueries.open();
  world.updates.add({ inline_query: { id, from: user, query, offset, chat_type: chatType } });
  return {
    id,
    answer: async (timeoutMs = defaultPatienceMs) => {
      const answer = await world.bell.until(() => world.inlineQueries.answerTo(id), {
        timeoutMs,
        failure: () =>
          `No answer to the inline query “${query}” within ${timeoutMs} ms. Newest calls:\n${journal.list()}`,
      });
      return { ...answer, query, articles: answer.results.filter(isArticle) };
    },
  };
}

/** Tells the bot what was chosen; gives the message to be sent, known to the bot if it has buttons. */
export function chooseInline(
  result: InlineQueryResult,
  query: string,
  user: User,
  world: World,
): { readonly content: Partial<Message>; readonly inlineMessageId: string | undefined } {
  if (!isArticle(result) || !('message_text' in result.input_message_content)) {
    throw new Error('Only articles with a text can be chosen here');
  }
  const { message_text: text, entities = [] } = result.input_message_content;
  const keyboard = result.reply_markup;
  const id = keyboard === undefined ? undefined : `AAIB${world.inlineMessages.size + 1}`;
  if (id !== undefined) world.inlineMessages.set(id, { id, text, entities, keyboard });
  const known = id === undefined ? {} : { inline_message_id: id };
  world.updates.add({
    chosen_inline_result: { result_id: result.id, from: user, query, ...known },
  });
  const content: Partial<Message> = {
    text,
    ...(entities.length > 0 ? { entities: [...entities] } : {}),
    ...(keyboard === undefined ? {} : { reply_markup: keyboard }),
    via_bot: world.bot,
  };
  return { content, inlineMessageId: id };
}

function isArticle(result: InlineQueryResult): result is InlineQueryResultArticle {
  return result.type === 'article';
}
