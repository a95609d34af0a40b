import type { Figure } from './figure.js';
import { readList } from './list.js';
import type { Mention } from './mention.js';
import { listFrom } from './number-list.js';
import type { RankMention } from './rank.js';
import { attachRank, type RunDraft } from './rank-figures.js';
import type { Indicator, SentencePlace, Thread } from './thread.js';

/** The figures of one sentence from its numbers and ranks, both in printed order. */
export function readSentence(
  place: SentencePlace,
  mentions: readonly Mention[],
  ranks: readonly RankMention[],
): Figure[] {
  const { normal } = place;
  const thread: Thread = { indicator: null, met: [], items: null, base: null, whole: null };
  const drafts: RunDraft[] = [];
  let taken = place.sentence.start;
  let fromAt: number | null = null;
  let run = 0;
  let rank = 0;
  /** What was named before a bracket opened; it goes on after the bracket. */
  let outer: Indicator | null = null;

  for (let i = 0; i < mentions.length; ) {
    const list = listFrom(normal, mentions, i);
    const first = mentions[i]!;
    while (rank < ranks.length && ranks[rank]!.start < first.quantity.start) {
      attachRank(place, ranks[rank]!, drafts, thread, taken);
      taken = Math.max(taken, ranks[rank]!.end);
      rank++;
    }
    if (first.group.kind !== 'bracket') thread.indicator = outer ?? thread.indicator;
    outer = first.group.kind === 'bracket' ? (outer ?? thread.indicator) : null;
    const read = readList(place, list, mentions[i + list.length], taken, thread, fromAt);
    for (const draft of read.drafts) drafts.push({ draft, run });
    taken = Math.max(taken, read.taken);
    fromAt = read.fromAt;
    run++;
    i += list.length;
  }
  for (; rank < ranks.length; rank++) {
    attachRank(place, ranks[rank]!, drafts, thread, taken);
    taken = Math.max(taken, ranks[rank]!.end);
  }
  return drafts.map(({ draft }) => draft);
}
