import type { Span } from '../text/span.js';
import { topicBase } from './base.js';
import { distribute } from './distribute.js';
import type { FigureContext } from './extract.js';
import type { Figure, Rank } from './figure.js';
import { indicatorOf, type Name } from './indicator.js';
import { kindOf } from './kind.js';
import { type Left, readLeft } from './left.js';
import type { Mention } from './mention.js';
import { trimLeads, trimTail } from './noun.js';
import type { RankMention } from './rank.js';
import { type Right, readRight } from './right.js';
import { type Share, shareAtEnd } from './share.js';
import type { Structure } from './structure.js';
import { isTarget } from './target.js';
import type { Years } from './year.js';

export interface SentencePlace {
  readonly text: string;
  readonly normal: string;
  readonly structure: Structure;
  readonly sentence: Span;
  readonly years: Years;
  readonly context: FigureContext;
}

/** What goes on from one figure of a sentence to the next. */
interface Thread {
  indicator: Indicator | null;
  base: { base: string; indicator: string } | null;
  /** The whole that the next share is taken of: 年初预算数60999万元的40.4%. */
  whole: string | null;
}

interface Indicator {
  readonly name: string;
  readonly verbatim: boolean;
}

type Draft = { -readonly [K in keyof Figure]: Figure[K] };

/** The figures of one sentence from its numbers and ranks, both in printed order. */
export function readSentence(
  place: SentencePlace,
  mentions: readonly Mention[],
  ranks: readonly RankMention[],
): Figure[] {
  const thread: Thread = { indicator: null, base: null, whole: null };
  const drafts: { draft: Draft; run: number }[] = [];
  let taken = place.sentence.start;
  let fromAt: number | null = null;
  let run = 0;
  let rank = 0;

  for (let i = 0; i < mentions.length; ) {
    const list = listFrom(place, mentions, i);
    const first = mentions[i]!;
    while (rank < ranks.length && ranks[rank]!.start < first.quantity.start) {
      attach(place, ranks[rank]!, drafts, thread, taken);
      taken = Math.max(taken, ranks[rank]!.end);
      rank++;
    }
    const read = readList(place, list, mentions[i + list.length], taken, thread, fromAt);
    for (const draft of read.drafts) drafts.push({ draft, run });
    taken = Math.max(taken, read.taken);
    fromAt = read.fromAt;
    run++;
    i += list.length;
  }
  for (; rank < ranks.length; rank++) {
    attach(place, ranks[rank]!, drafts, thread, taken);
    taken = Math.max(taken, ranks[rank]!.end);
  }
  return drafts.map(({ draft }) => draft);
}

const JOIN = /^ ?(?:、|和|与|及|以及|或)? ?$/;

/** Numbers with only a list mark between them: 9位、7位. */
function listFrom(
  place: SentencePlace,
  mentions: readonly Mention[],
  i: number,
): readonly Mention[] {
  let end = i + 1;
  while (end < mentions.length) {
    const previous = mentions[end - 1]!.quantity;
    const next = mentions[end]!.quantity;
    if (next.start - previous.end > 4 || mentions[end]!.group !== mentions[i]!.group) break;
    const between = place.normal.slice(previous.end, next.start);
    if (between === '' || !JOIN.test(between)) break;
    end++;
  }
  return mentions.slice(i, end);
}

interface ListReading {
  readonly drafts: readonly Draft[];
  /** The words up to here are used and name nothing for the next number. */
  readonly taken: number;
  readonly fromAt: number | null;
}

function readList(
  place: SentencePlace,
  list: readonly Mention[],
  next: Mention | undefined,
  taken: number,
  thread: Thread,
  fromAt: number | null,
): ListReading {
  const { normal } = place;
  const first = list[0]!;
  const last = list.at(-1)!;
  const leftStart = afterBrackets(
    place,
    first,
    Math.max(
      first.clauseStart,
      first.group.kind === 'bracket' ? 0 : Math.min(taken, first.quantity.start),
    ),
  );
  const left = readLeft(normal, leftStart, first.quantity.start);
  const nextInClause =
    next !== undefined && next.group === last.group && next.clauseStart === last.clauseStart;
  const limit = nextInClause ? next.quantity.start : last.clauseEnd;
  const right = readRight(normal, last.quantity.end, limit, nextInClause);
  const words = normal.slice(leftStart, left.subjectEnd);
  const isPart =
    /^[ 、,]*(?:其中|包括)/.test(words) ||
    /其中[,:]$/.test(normal.slice(Math.max(0, leftStart - 3), leftStart));

  const share = shareOf(first, left, words, right, thread);
  const wholeOfNext =
    nextInClause &&
    next.quantity.start === last.quantity.end + 1 &&
    normal[last.quantity.end] === '的' &&
    next.quantity.unitKind === 'part';

  let name: Name | null;
  if (share !== null && share.follows !== true)
    name =
      share.subject === null ? null : indicatorName(place, leftStart, leftStart + share.subject);
  else
    name = indicatorOf({
      text: normal,
      leftStart,
      left,
      right: wholeOfNext ? NO_RIGHT : right,
      quantity: first.quantity,
      isPart,
    });
  if (wholeOfNext && name !== null) name = withoutTaking(normal, name);

  const own = name === null ? null : printed(place, name);
  const indicator = own ?? thread.indicator ?? fallback(place, first);
  let end = last.quantity.end;
  if (indicator === null) return { drafts: [], taken: end, fromAt: null };
  if (name !== null && right.noun !== null && name.at(-1)!.end > end) end = name.at(-1)!.end;
  if (own !== null && !wholeOfNext) thread.indicator = own;
  thread.whole = wholeOfNext ? indicator.name : null;

  const base = baseFor(place, first, left, indicator, own === null, thread);
  const items = list.length > 1 && own !== null ? distribute(own.name, list.length) : null;
  const listYears =
    list.length > 1 ? yearsBefore(normal, leftStart, first.quantity.start, list.length) : null;

  const drafts = list
    .filter((mention) => isStated(mention, left, right, share !== null))
    .map((mention, k): Draft => {
      const { quantity } = mention;
      const name = items?.[k] ?? indicator.name;
      const ownYear = listYears?.[k] ?? left.ownYear;
      const unit = quantity.unit ?? inferredUnit(normal, quantity.end);
      const chosen = place.years.choose({
        indicator: name,
        clauseStart: first.clauseStart,
        sentenceStart: place.sentence.start,
        at: quantity.start,
        ownYear,
        ignoreFrom: left.reached ? fromAt : null,
      });
      return {
        entryId: place.context.entryId,
        start: quantity.start,
        end: quantity.end,
        span: place.text.slice(quantity.start, quantity.end),
        number: quantity.number,
        value: quantity.value,
        ...(quantity.valueHigh === undefined ? {} : { valueHigh: quantity.valueHigh }),
        ...(quantity.values === undefined ? {} : { values: quantity.values }),
        unit,
        unitText: quantity.unitText,
        indicator: name,
        indicatorVerbatim: items === null ? indicator.verbatim : place.text.includes(name),
        change: left.reached ? null : (left.movement?.change ?? null),
        changeWord: left.reached ? null : (left.movement?.changeWord ?? null),
        direction: left.difference ?? (left.reached ? null : (left.movement?.direction ?? null)),
        approx: quantity.approx,
        bound: quantity.bound,
        base,
        rank: null,
        ...chosen,
        kind: kindOf(quantity, left, share !== null),
        ...(share === null ? {} : { shareOf: share.of }),
        ...(isTarget(
          normal.slice(Math.max(place.sentence.start, quantity.start - 80), quantity.start),
        )
          ? { target: true }
          : {}),
      };
    });
  return { drafts, taken: end, fromAt: left.from ? left.subjectEnd : left.reached ? null : fromAt };
}

const NO_RIGHT: Right = { noun: null, predicate: null, possessive: false };

interface FoundShare {
  /** Length of the words that hold the numerator's noun; null when it is the one before. */
  readonly subject: number | null;
  readonly of: string | null;
  /** The numerator's noun follows the number: 成果中52%的论文. */
  readonly follows?: boolean;
}

const AMONG = /^[ 、,]*([^,;。]{2,24}?)(?:中|里|当中)有?$/;

/** Rule 10: 占D的x%, 完成D的x%, D中x%的N. */
function shareOf(
  first: Mention,
  left: Left,
  words: string,
  right: Right,
  thread: Thread,
): FoundShare | null {
  if (first.quantity.unitKind !== 'part' || left.movement !== null || left.difference !== null)
    return null;
  if (first.quantity.unit === '百分点') return null;
  if (words === '的' || words === '')
    return words === '的' ? { subject: null, of: thread.whole } : null;
  if (right.possessive && right.noun !== null && !left.linked) {
    const among = AMONG.exec(words);
    if (among !== null) return { subject: null, of: among[1]!, follows: true };
  }
  const share: Share | null = shareAtEnd(words);
  if (share === null) return null;
  if (left.linked && /(?:比重|比例|份额|比率)$/.test(words))
    return { subject: words.length, of: share.of };
  return { subject: share.subjectEnd === 0 ? null : share.subjectEnd, of: share.of };
}

function indicatorName(place: SentencePlace, start: number, end: number): Name | null {
  const tailed = trimTail(place.normal, start, end);
  const lead = trimLeads(place.normal, tailed.start, tailed.end);
  return lead.end > lead.start &&
    /[\u4e00-\u9fffa-z]/.test(place.normal.slice(lead.start, lead.end))
    ? [lead]
    : null;
}

/** 完成年初预算数60999万元的40.4%: the whole is 年初预算数. */
function withoutTaking(text: string, name: Name): Name {
  const first = name[0]!;
  const verb = /^(?:超额完成|完成|达到|为|占)/.exec(text.slice(first.start, first.end));
  return verb === null
    ? name
    : [{ start: first.start + verb[0].length, end: first.end }, ...name.slice(1)];
}

function printed(place: SentencePlace, name: Name): Indicator {
  return {
    name: name.map(({ start, end }) => place.text.slice(start, end)).join(''),
    verbatim: name.length === 1,
  };
}

/** A noun phrase standing alone in the clause before: 一般公共预算收入,累计完成100亿元. */
function fallback(place: SentencePlace, first: Mention): Indicator | null {
  if (first.clauseStart <= place.sentence.start || first.group.kind === 'heading') return null;
  const clause = place.structure.clauseAt(first.clauseStart - 1);
  if (clause.start < place.sentence.start) return null;
  const name = indicatorName(place, clause.start, clause.end);
  if (name === null || name[0]!.end - name[0]!.start > 20) return null;
  return printed(place, name);
}

/** Brackets right after the number before belong to it: 废止93件(不含文中废止). */
function afterBrackets(place: SentencePlace, first: Mention, start: number): number {
  let at = start;
  for (;;) {
    const c = place.normal[at];
    if (c === ')' || c === '、') at++;
    else if (c === '(') {
      const group = place.structure.groupAt(at + 1);
      if (group.start !== at || group.end > first.quantity.start) return at;
      at = group.end;
    } else return at;
  }
}

function baseFor(
  place: SentencePlace,
  first: Mention,
  left: Left,
  indicator: Indicator,
  continues: boolean,
  thread: Thread,
): string | null {
  if (left.base !== null) {
    if (left.difference === null) thread.base = { base: left.base, indicator: indicator.name };
    return left.base;
  }
  if (left.movement === null || left.reached) return null;
  if (thread.base !== null && continues && thread.base.indicator === indicator.name)
    return thread.base.base;
  const sentenceBefore = place.normal.slice(
    Math.max(place.sentence.start, first.quantity.start - 200),
    first.quantity.start,
  );
  return topicBase(sentenceBefore);
}

/** A bare number needs a verb that states it; a bare number with magnitude needs a noun. */
function isStated(mention: Mention, left: Left, right: Right, share: boolean): boolean {
  const { quantity } = mention;
  if (quantity.unit !== null || quantity.values !== undefined) return true;
  if (!quantity.plain) return left.linked || left.movement !== null || right.noun !== null;
  return share || left.linked || left.movement !== null;
}

/** 2400多万人民: people are counted in 人. */
function inferredUnit(text: string, end: number): string | null {
  return /^(?:人民|人口|群众|民众|农民|居民|职工|百姓|老百姓|同胞|党员|干部)/.test(
    text.slice(end, end + 3),
  )
    ? '人'
    : null;
}

/** 2019年至2021年…分别为a、b、c and 2019、2020年…: one year for each number. */
function yearsBefore(text: string, start: number, end: number, count: number): number[] | null {
  const words = text.slice(Math.max(0, start - 40), end);
  const span = /((?:19|20)[0-9]{2})年?(?:至|到|-|—|~)((?:19|20)[0-9]{2})年/.exec(words);
  if (span !== null) {
    const years = Array.from(
      { length: Math.max(0, Number(span[2]) - Number(span[1]) + 1) },
      (_, k) => Number(span[1]) + k,
    );
    return years.length === count ? years : null;
  }
  const listed = [...words.matchAll(/((?:19|20)[0-9]{2})(?=年|[、和])/g)].map((hit) =>
    Number(hit[1]),
  );
  return listed.length === count ? listed : null;
}

/** Joins a rank to the figure before it, or states it as a figure of its own. */
function attach(
  place: SentencePlace,
  rank: RankMention,
  drafts: { draft: Draft; run: number }[],
  thread: Thread,
  taken: number,
): void {
  const { normal } = place;
  if (place.structure.groupAt(rank.start).kind === 'quote') return;
  const clause = place.structure.clauseAt(rank.start);
  const start = Math.max(clause.start, Math.min(taken, rank.start));
  const words = normal.slice(start, rank.start).replace(SPAN_OF_YEARS, (w) => ' '.repeat(w.length));
  const end = start + words.trimEnd().length;
  const subject = /[\u4e00-\u9fffa-z]/.test(words) ? indicatorName(place, start, end) : null;
  const previous = drafts.at(-1);
  if (subject === null && previous !== undefined) {
    const same = drafts.filter((d) => d.run === previous.run);
    const targets =
      same.length > 1 &&
      (rank.shared ||
        rank.positions.length > 1 ||
        SPAN_OF_YEARS.test(normal.slice(start, rank.start)))
        ? same
        : [previous];
    targets.forEach(({ draft }, k) => {
      const position =
        rank.positions.length === targets.length ? rank.positions[k]! : rank.position;
      draft.rank ??= rankOf(rank, position);
    });
    return;
  }
  const name =
    subject === null
      ? fallback(place, {
          clauseStart: clause.start,
          group: place.structure.groupAt(rank.start),
        } as Mention)
      : printed(place, subject);
  const indicator = name ?? thread.indicator;
  if (indicator === null) return;
  if (name !== null) thread.indicator = name;
  const items =
    rank.positions.length > 1 ? distribute(indicator.name, rank.positions.length) : null;
  rank.positions.forEach((position, k) => {
    drafts.push({
      draft: rankFigure(
        place,
        rank,
        position,
        items?.[k] ?? indicator.name,
        indicator.verbatim,
        clause.start,
      ),
      run: -1 - drafts.length,
    });
  });
}

const SPAN_OF_YEARS =
  /(?:已|仍)?(?:连续|蝉联)?(?:[0-9]+|[一二三四五六七八九十]+)(?:个)?年(?:来|位)?(?:稳定)?|继续|再次|首次|一直|始终|稳定|总体|持续|仍然|仍/g;

function rankOf(rank: RankMention, position: number): Rank {
  return {
    start: rank.start,
    end: rank.end,
    text: rank.text,
    scope: rank.scope,
    position,
    ...(rank.within === undefined ? {} : { within: rank.within }),
  };
}

function rankFigure(
  place: SentencePlace,
  rank: RankMention,
  position: number,
  indicator: string,
  verbatim: boolean,
  clauseStart: number,
): Draft {
  const chosen = place.years.choose({
    indicator,
    clauseStart,
    sentenceStart: place.sentence.start,
    at: rank.start,
    ownYear: null,
    ignoreFrom: null,
  });
  return {
    entryId: place.context.entryId,
    start: rank.start,
    end: rank.end,
    span: place.text.slice(rank.start, rank.end),
    number: null,
    value: null,
    unit: null,
    unitText: null,
    indicator,
    indicatorVerbatim: verbatim,
    change: null,
    changeWord: null,
    direction: null,
    approx: null,
    bound: null,
    base: null,
    rank: rankOf(rank, position),
    ...chosen,
    kind: 'rank',
  };
}
