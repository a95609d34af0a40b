import { topicBase } from './base.js';
import { type Movement, movementAtEnd } from './change.js';
import { distribute } from './distribute.js';
import type { Figure } from './figure.js';
import { indicatorOf, type Name } from './indicator.js';
import { kindOf } from './kind.js';
import { type Left, readLeft } from './left.js';
import type { Mention } from './mention.js';
import { listFrom, yearsBefore } from './number-list.js';
import type { Quantity } from './quantity.js';
import type { RankMention } from './rank.js';
import { attachRank, type RunDraft } from './rank-figures.js';
import { type Right, readRight } from './right.js';
import { shareOf } from './share.js';
import { isTarget } from './target.js';
import {
  type Draft,
  type Indicator,
  measureInClauseBefore,
  nameInClauseBefore,
  nounBetween,
  printed,
  type SentencePlace,
  type Thread,
} from './thread.js';

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
      first.group.kind === 'bracket' && taken <= first.group.start
        ? 0
        : Math.min(taken, first.quantity.start),
    ),
  );
  const nextInClause =
    next !== undefined && next.group === last.group && next.quantity.start <= last.clauseEnd;
  const limit = nextInClause ? next.quantity.start : last.clauseEnd;
  const right = readRight(normal, last.quantity.end, limit, nextInClause);
  const objectFollows =
    right.noun !== null && !right.possessive && OBJECTS.has(last.quantity.unitKind ?? 'count');
  const left = readLeft(normal, leftStart, first.quantity.start, {
    objectFollows,
    rough: first.quantity.approx !== null,
    unitKind: first.quantity.unitKind,
  });
  const words = normal.slice(leftStart, left.subjectEnd);
  const isPart =
    /^[ 、,]*(?:其中|包括)/.test(words) ||
    /其中[,:]$/.test(normal.slice(Math.max(0, leftStart - 3), leftStart));

  const share = shareOf(first.quantity, left, words, right, thread.whole);
  const wholeOfNext =
    nextInClause &&
    next.quantity.start === last.quantity.end + 1 &&
    normal[last.quantity.end] === '的' &&
    next.quantity.unitKind === 'part';

  let name: Name | null;
  if (share !== null && share.follows !== true)
    name = share.subject === null ? null : nounBetween(place, leftStart, leftStart + share.subject);
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

  const shareOfNext = right.possessive || thread.indicator === null;
  if (name === null && shareOfNext && share !== null && right.noun !== null) name = [right.noun];
  const own =
    name !== null
      ? printed(place, name)
      : thread.indicator !== null
        ? measureInClauseBefore(place, first.clauseStart, taken)
        : (nameInClauseBefore(place, first.clauseStart) ?? predicateOf(place, right));
  const indicator = ownedBy(own, thread) ?? thread.indicator;
  let end = last.quantity.end;
  if (indicator === null) return { drafts: [], taken: end, fromAt: null };
  if (name !== null && right.noun !== null && name.at(-1)!.end > end) end = name.at(-1)!.end;
  if (!wholeOfNext) thread.indicator = indicator;
  if (own !== null && !wholeOfNext) thread.met.push(own.name);
  thread.whole = wholeOfNext ? indicator.name : null;

  // 恢复到2019年的80%: the year is what is compared with.
  const ownYearCompares =
    (first.quantity.unitKind === 'part' || first.quantity.unitKind === 'multiple') &&
    (!(left.from || left.reached) ||
      /恢复/.test(normal.slice(left.subjectEnd, first.quantity.start)));

  const base = baseFor(place, first, left, indicator, name === null, thread);
  // 分别完成任务的106%和112%: the share's words hold what distributes it.
  const distributed = left.distributed || /(?:分别|各)(?:占|完成|为|达到?)/.test(words);
  // 城镇收入5万元,农村收入2万元,增长5%和7%: one thing has no two growths.
  const alike = list.every(({ quantity }) => quantity.unit === first.quantity.unit);
  const listYears =
    list.length > 1 ? yearsBefore(normal, leftStart, first.quantity.start, list.length) : null;
  const several = distributed || (alike && left.movement !== null && listYears === null);
  const items = itemsFor(list.length, own, several, thread);

  const drafts = list
    .filter((mention) => isStated(mention, left, right, share !== null))
    .map((mention, k): Draft => {
      const { quantity } = mention;
      const name = items?.[k] ?? indicator.name;
      const movement = left.reached ? null : (ownMovement(normal, list, k) ?? left.movement);
      const ownYear = listYears?.[k] ?? (ownYearCompares ? null : left.ownYear);
      const unit = quantity.unit ?? inferredUnit(normal, quantity.end);
      const chosen = place.years.choose({
        indicator: name,
        clauseStart: first.clauseStart,
        sentenceStart: place.sentence.start,
        at: Math.max(left.subjectEnd, first.clauseStart),
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
        unitText: quantity.unitText === null ? null : unitAsPrinted(place, quantity),
        indicator: name,
        indicatorVerbatim: items === null ? indicator.verbatim : place.text.includes(name),
        change: movement?.change ?? null,
        changeWord: movement?.changeWord ?? null,
        direction: left.difference ?? movement?.direction ?? null,
        approx: quantity.approx,
        bound: quantity.bound,
        base: base === null ? null : asPrinted(place, base, quantity.start),
        rank: null,
        ...chosen,
        kind: kindOf(quantity, left, share !== null),
        ...(share === null
          ? {}
          : { shareOf: share.of === null ? null : asPrinted(place, share.of, quantity.start) }),
        ...(isTarget(
          normal.slice(Math.max(place.sentence.start, quantity.start - 80), quantity.start),
          place.context.defaultYear,
        )
          ? { target: true }
          : {}),
      };
    });
  return { drafts, taken: end, fromAt: left.from ? left.subjectEnd : left.reached ? null : fromAt };
}

/** 共有1.2万户脱贫: with no noun at hand the predicate names what is counted. */
function predicateOf(place: SentencePlace, right: Right): Indicator | null {
  return right.predicate === null ? null : printed(place, [right.predicate]);
}

/** Quantities that may have an object after them; a percentage has none. */
const OBJECTS: ReadonlySet<string> = new Set(['count', 'physical', 'money']);

const NO_RIGHT: Right = { noun: null, predicate: null, possessive: false };

/** 完成年初预算数60999万元的40.4%: the whole is 年初预算数. */
function withoutTaking(text: string, name: Name): Name {
  const first = name[0]!;
  const verb = /^(?:超额完成|完成|达到|为|占)/.exec(text.slice(first.start, first.end));
  return verb === null
    ? name
    : [{ start: first.start + verb[0].length, end: first.end }, ...name.slice(1)];
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
    if (left.movement !== null) thread.base = { base: left.base, indicator: indicator.name };
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

/** 新能源发电量12亿度、占比18%: a bare 占比 is that of the indicator before. */
function ownedBy(own: Indicator | null, thread: Thread): Indicator | null {
  if (own === null || thread.indicator === null || !/^(?:占比|比重|比例)$/.test(own.name))
    return own;
  return { name: thread.indicator.name + own.name, verbatim: false };
}

/** The indicators of a list, its own or those of the list before: …和…分别为a和b,分别增长c和d. */
function itemsFor(
  count: number,
  own: Indicator | null,
  distributed: boolean,
  thread: Thread,
): readonly string[] | null {
  if (own !== null) thread.items = count > 1 ? distribute(own.name, count) : null;
  if (count < 2) return null;
  if (own === null && !distributed) return null;
  if (thread.items?.length === count) return thread.items;
  // 受理a件,审结b件,分别上升c和d: the last indicators, one for each number.
  return own === null && thread.met.length >= count ? thread.met.slice(-count) : null;
}

/** A bare number needs a verb that states it; a bare number with magnitude needs a noun. */
function isStated(mention: Mention, left: Left, right: Right, share: boolean): boolean {
  const { quantity } = mention;
  if (quantity.unit !== null || quantity.values !== undefined) return true;
  if (!quantity.plain) return left.linked || left.movement !== null || right.noun !== null;
  return share || left.linked || left.movement !== null;
}

function unitAsPrinted(place: SentencePlace, { unitText, start, end }: Quantity): string {
  const at = place.normal.slice(start, end).lastIndexOf(unitText!);
  return at < 0 ? unitText! : place.text.slice(start + at, start + at + unitText!.length);
}

/** Words read from the normalised text as the text prints them, the nearest before `end`. */
function asPrinted(place: SentencePlace, words: string, end: number): string {
  const floor = Math.max(place.sentence.start, end - 240);
  const at = place.normal.slice(floor, end).lastIndexOf(words);
  return at < 0 ? words : place.text.slice(floor + at, floor + at + words.length);
}

/** 分别增长6%、下降2%: the movement printed before a later number of a list. */
function ownMovement(text: string, list: readonly Mention[], k: number): Movement | null {
  const previous = list[k - 1];
  if (previous === undefined) return null;
  return (
    movementAtEnd(text.slice(previous.quantity.end, list[k]!.quantity.start))?.movement ?? null
  );
}

/** 2400多万人民: people are counted in 人. */
function inferredUnit(text: string, end: number): string | null {
  return /^[\u4e00-\u9fff]{0,4}?(?:人民|人口|群众|民众|农民|居民|职工|百姓|同胞|党员|干部|劳动力|劳动者|儿童|学生|师生|教师|学员|老人|老年人|妇女|青年|青少年|残疾人|游客|军人)/.test(
    text.slice(end, end + 7),
  )
    ? '人'
    : null;
}
