import { draftsOf } from './draft.js';
import { indicatorOf, type Name } from './indicator.js';
import { type Left, readLeft } from './left.js';
import type { Mention } from './mention.js';
import { fromFirstVerb } from './noun.js';
import { yearsBefore } from './number-list.js';
import { type Right, readRight } from './right.js';
import { shareOf } from './share.js';
import {
  baseFor,
  type Draft,
  type Indicator,
  itemsFor,
  measureInClauseBefore,
  nameInClauseBefore,
  nounBetween,
  ownedBy,
  printed,
  type SentencePlace,
  type Thread,
} from './thread.js';

export interface ListReading {
  readonly drafts: readonly Draft[];
  /** The words up to here are used and name nothing for the next number. */
  readonly taken: number;
  readonly fromAt: number | null;
}

/** The figures of one list of numbers; what goes on to the next is kept in `thread`. */
export function readList(
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
    unit: first.quantity.unit,
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
  name ??= bracketed(place, first, taken);

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

  const base = baseFor(place, first, left, indicator, name === null, thread);
  // 分别完成任务的106%和112%: the share's words hold what distributes it.
  const distributed = left.distributed || /(?:分别|各)(?:占|完成|为|达到?)/.test(words);
  // 城镇收入5万元,农村收入2万元,增长5%和7%: one thing has no two growths.
  const alike = list.every(({ quantity }) => quantity.unit === first.quantity.unit);
  const listYears =
    list.length > 1 ? yearsBefore(normal, leftStart, first.quantity.start, list.length) : null;
  const several = distributed || (alike && left.movement !== null && listYears === null);
  const items = itemsFor(list.length, own, several, thread);

  const drafts = draftsOf(place, list, {
    left,
    right,
    share,
    indicator,
    items,
    base,
    years: listYears,
    // 恢复到2019年的80%: the year is what is compared with.
    ownYear: comparesWithYear(normal, first, left) ? null : left.ownYear,
    ignoreFrom: left.reached ? fromAt : null,
  });
  return { drafts, taken: end, fromAt: left.from ? left.subjectEnd : left.reached ? null : fromAt };
}

/** 乙烯项目(25万吨)投产: a bracket with an amount and no more tells the size of what stands before it. */
function bracketed(place: SentencePlace, { group, quantity }: Mention, taken: number): Name | null {
  const { normal, structure } = place;
  const alone =
    group.kind === 'bracket' &&
    group.start === quantity.start - 1 &&
    group.end === quantity.end + 1 &&
    OBJECTS.has(quantity.unitKind ?? '');
  if (!alone) return null;
  const clause = structure.clauseAt(group.start - 1);
  if (clause.start < taken && taken > place.sentence.start) return null;
  const name = nounBetween(place, Math.max(clause.start, place.sentence.start), group.start);
  return name === null || /[0-9]/.test(normal.slice(name[0]!.start, name[0]!.end))
    ? null
    : [fromFirstVerb(normal, name[0]!, false)];
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

function comparesWithYear(text: string, first: Mention, left: Left): boolean {
  const { unitKind, start } = first.quantity;
  if (unitKind !== 'part' && unitKind !== 'multiple') return false;
  return !(left.from || left.reached) || /恢复/.test(text.slice(left.subjectEnd, start));
}
