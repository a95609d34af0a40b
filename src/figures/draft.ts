import { type Movement, movementAtEnd } from './change.js';
import { kindOf } from './kind.js';
import type { Left } from './left.js';
import type { Mention } from './mention.js';
import type { Quantity } from './quantity.js';
import type { Right } from './right.js';
import type { FoundShare } from './share.js';
import { isTarget, looksBack } from './target.js';
import type { Draft, Indicator, SentencePlace } from './thread.js';

/** What was read around a list of numbers, for all of them. */
export interface ListFacts {
  readonly left: Left;
  readonly right: Right;
  readonly share: FoundShare | null;
  readonly indicator: Indicator;
  /** One indicator for each number; null where all share `indicator`. */
  readonly items: readonly string[] | null;
  readonly base: string | null;
  /** One year for each number. */
  readonly years: readonly number[] | null;
  readonly ownYear: number | null;
  /** As `YearPlace.ignoreFrom`. */
  readonly ignoreFrom: number | null;
}

/** The figures of a list's numbers, those left out that nothing states. */
export function draftsOf(
  place: SentencePlace,
  list: readonly Mention[],
  reading: ListFacts,
): Draft[] {
  const { left, right, share, indicator, base } = reading;
  const { normal } = place;
  const first = list[0]!;
  const stated = list.filter((mention) => isStated(mention, left, right, share !== null, normal));
  return stated.map((mention, k): Draft => {
    const { quantity } = mention;
    const name = reading.items?.[k] ?? indicator.name;
    const movement = left.reached ? null : (ownMovement(normal, stated, k) ?? left.movement);
    const unit = quantity.unit ?? inferredUnit(normal, quantity.end);
    const chosen = place.years.choose({
      indicator: name,
      clauseStart: first.clauseStart,
      sentenceStart: place.sentence.start,
      at: Math.max(left.subjectEnd, first.clauseStart),
      ownYear: reading.years?.[k] ?? reading.ownYear,
      ignoreFrom: reading.ignoreFrom,
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
      indicatorVerbatim:
        reading.items === null ? indicator.verbatim : isPrinted(place, name, quantity),
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
      // 要从8%降到6%: where a plan begins is what there is.
      ...(!left.from && isPlanned(place, quantity.start, chosen.year) ? { target: true } : {}),
    };
  });
}

function isPlanned(
  { normal, sentence, years, context }: SentencePlace,
  at: number,
  year: number | null,
): boolean {
  const before = normal.slice(Math.max(sentence.start, at - 80), at);
  return isTarget(before, context.defaultYear) || (years.isAhead(at, year) && !looksBack(before));
}

/** A bare number needs a verb that states it; one with a magnitude (5100万) a verb or a noun. */
function isStated(
  mention: Mention,
  left: Left,
  right: Right,
  share: boolean,
  text: string,
): boolean {
  const { quantity } = mention;
  if (quantity.unit !== null || quantity.values !== undefined) return true;
  const moves = left.linked || left.movement !== null || left.from;
  if (quantity.plain) return share || moves;
  return moves || right.noun !== null || isNamedCount(text, quantity);
}

/** 参保人数突破5100万, 开户数接近1800万: a count by its name, of which the number tells how many. */
function isNamedCount(text: string, { approx, start }: Quantity): boolean {
  return (
    approx !== null && /[人户件次家辆台套个项册篇量总]数$|人口$/.test(text.slice(start - 2, start))
  );
}

/** Whether a name shared out of a list stands near the number letter by letter. */
function isPrinted(place: SentencePlace, name: string, { start, end }: Quantity): boolean {
  const floor = Math.max(place.sentence.start, start - NEAR);
  return place.text.slice(floor, end + NEAR).includes(name);
}

/** No name stands further from its number; it keeps long sentences linear. */
const NEAR = 240;

function unitAsPrinted(place: SentencePlace, { unitText, start, end }: Quantity): string {
  const at = place.normal.slice(start, end).lastIndexOf(unitText!);
  return at < 0 ? unitText! : place.text.slice(start + at, start + at + unitText!.length);
}

/** Words read from the normalised text as the text prints them, the nearest before `end`. */
function asPrinted(place: SentencePlace, words: string, end: number): string {
  const floor = Math.max(place.sentence.start, end - NEAR);
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
