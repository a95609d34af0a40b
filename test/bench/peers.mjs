import { Index } from 'flexsearch';
import MiniSearch from 'minisearch';
import { built, latencies, megabytes, memoryHeld, openAnalyzer, share, timed } from './measure.mjs';

/** How many passages a peer is asked for. */
const limit = 100;

/**
 * The peers as they do best with our tokens, parted by spaces: MiniSearch with OR over a title and
 * a text field, FlexSearch as one Index over both, with `suggest` and its own score.
 */
export const peers = {
  minisearch: () => {
    const split = (text) => text.split(' ');
    const index = new MiniSearch({
      fields: ['title', 'text'],
      tokenize: split,
      processTerm: (term) => term,
    });
    return {
      add: (id, title, text) => index.add({ id, title: title.join(' '), text: text.join(' ') }),
      search: (terms) =>
        index
          .search(terms.join(' '), { combineWith: 'OR' })
          .slice(0, limit)
          .map(({ id }) => id),
    };
  },
  flexsearch: () => {
    const index = new Index({ tokenize: 'strict', encode: (text) => text.split(' ') });
    return {
      add: (id, title, text) => index.add(id, [...title, ...text].join(' ')),
      search: (terms) => index.search(terms.join(' '), { limit, suggest: true }),
    };
  },
};

/** Indexes the passages' terms with a peer and asks it all questions. */
export async function measurePeer(name, passages, questions) {
  const { normalise } = await built('text/normalise.js');
  const { timedAnalyzer: analyzer, spent } = await openAnalyzer();
  const cut = (text) => analyzer.terms(normalise(text));
  const before = memoryHeld();
  const peer = peers[name]();
  const { ms } = await timed(() => {
    passages.forEach(({ title, text }, i) => {
      peer.add(i, cut(title ?? ''), cut(text));
    });
  });
  const tokenizeMs = spent.ms;
  const memoryMb = megabytes(memoryHeld() - before);
  const queries = questions.map(({ question }) => cut(question));
  const { answers, ...query } = await latencies(queries, peer.search);
  const found = answers.map((ids) => ids.map((i) => passages[i].id));
  return {
    tokenizeMs,
    buildMs: ms - tokenizeMs,
    memoryMb,
    query,
    hitAt1: share(questions, found, 1),
    recall: share(questions, found, limit),
  };
}
