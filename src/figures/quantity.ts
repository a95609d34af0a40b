import { add, type Decimal, decimal, shift, toNumber } from '../text/decimal.js';
import { normalise } from '../text/normalise.js';
import { type NumberSpan, numbersIn } from '../text/numerals.js';
import type { Span } from '../text/span.js';
import { type Approximate, approximationOf } from './approximation.js';
import { defaultUnits } from './default-units.js';
import { unitAfter } from './printed-unit.js';
import { type UnitFinder, type UnitKind, unitFinder } from './units.js';

/** A number with its unit and the words that make it rough, wherever it stands. */
export interface Quantity extends Span, Approximate {
  /** Digits, magnitude and 多/余 alone. */
  readonly number: Span;
  readonly value: number | null;
  readonly valueHigh?: number;
  readonly values?: readonly number[];
  readonly unit: string | null;
  /** The printed unit with its magnitude (亿元); null when borrowed or not printed. */
  readonly unitText: string | null;
  readonly unitKind: UnitKind | null;
  readonly script: 'arabic' | 'chinese';
  /** Digits alone, no magnitude and no rough word: 2015, 五. */
  readonly plain: boolean;
  /** Offset at which the unit (or, without one, what follows the number) begins. */
  readonly unitStart: number;
}

/** All quantities of a text, for those who want numbers with units and nothing else. */
export function findQuantities(text: string): (Quantity & { readonly span: string })[] {
  return quantitiesIn(normalise(text), unitFinder(defaultUnits)).map((quantity) => ({
    ...quantity,
    span: text.slice(quantity.start, quantity.end),
  }));
}

/** As `findQuantities`, for a text that is normalised already. */
export function quantitiesIn(
  normal: string,
  findUnit: UnitFinder,
  skip?: (start: number, end: number) => boolean,
): Quantity[] {
  const numbers = numbersIn(normal, skip);
  const found: Quantity[] = [];
  for (let i = 0; i < numbers.length; ) {
    const taken = ratioAt(normal, numbers, i) ?? rangeAt(normal, numbers, i, findUnit);
    if (taken !== null) {
      found.push(taken.quantity);
      i += taken.count;
    } else {
      const quantity = single(normal, numbers[i]!, findUnit);
      found.push(quantity);
      while (i < numbers.length && numbers[i]!.start < quantity.end) i++;
    }
  }
  return lendUnits(normal, found);
}

function single(text: string, number: NumberSpan, findUnit: UnitFinder): Quantity {
  return build(text, number, number, findUnit);
}

/** A quantity whose number runs from `first` to `last` (the same, or a range's ends). */
function build(text: string, first: NumberSpan, last: NumberSpan, findUnit: UnitFinder): Quantity {
  const printed = unitAfter(text, last, findUnit);
  let end = printed.end;
  const tens = printed.spelling === '成' ? 1 : 0;
  let extra: Decimal | null = null;
  if (printed.unit !== null && text[end] === '半' && !HALF_WORD.test(text.slice(end, end + 2))) {
    extra = decimal('0.5');
    end++;
  } else if (tens === 1 && TENTH.test(text.slice(end, end + 2))) {
    extra = decimal(`0.${'一二三四五六七八九'.indexOf(text[end]!) + 1}`);
    end++;
  }
  const value = valueIn(first, tens, extra);
  const high = last === first ? first.high : (valueIn(last, tens, extra) ?? undefined);
  const approximate = approximationOf(text, first, last, end);
  const numberEnd = last.partOf === null ? last.end : last.digitsEnd;
  return {
    start: approximate.start,
    end: approximate.end,
    approx: approximate.approx,
    bound: approximate.bound,
    number: { start: first.start, end: numberEnd },
    value,
    ...(high === undefined ? {} : { valueHigh: last === first ? high * 10 ** tens : high }),
    unit: printed.unit,
    unitText: printed.unitText,
    unitKind: printed.kind,
    script: first.script,
    plain: first.rough === null && last.rough === null && last.magnitude < 4,
    unitStart: last.end,
  };
}

/** 一成五 is 15 %. */
const TENTH = /^[一二三四五六七八九](?![成个项倍至到十百千万])/;
const HALF_WORD = /^半(?:[年径数天月球岛导])/;

/** `tens` is 1 for 成, of which each is ten per cent. */
function valueIn(number: NumberSpan, tens: number, extra: Decimal | null): number | null {
  if (number.fraction !== undefined)
    return round6((100 * number.fraction.part) / number.fraction.of);
  if (number.exact === null) return null;
  return toNumber(shift(extra === null ? number.exact : add(number.exact, extra), tens));
}

function round6(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

const COLON = /^ ?[:︰∶] ?$/;

/** 25.7:26.8:47.4; a time of day such as 10:30 is none. */
function ratioAt(
  text: string,
  numbers: readonly NumberSpan[],
  i: number,
): { quantity: Quantity; count: number } | null {
  if (!' :︰∶'.includes(text[numbers[i]!.end] ?? '_')) return null;
  let count = 1;
  while (
    i + count < numbers.length &&
    numbers[i + count - 1]!.partOf === null &&
    COLON.test(
      text.slice(
        numbers[i + count - 1]!.end,
        Math.min(numbers[i + count]!.start, numbers[i + count - 1]!.end + 4),
      ),
    )
  )
    count++;
  const terms = numbers.slice(i, i + count);
  const first = terms[0]!;
  const last = terms.at(-1)!;
  if (count < 2 || terms.some((t) => t.value === null)) return null;
  const before = text.slice(Math.max(0, first.start - 12), first.start);
  const decimals = /\./.test(text.slice(first.start, last.end));
  if (count === 2 && !decimals && !/比/.test(before)) return null;
  const quantity: Quantity = {
    start: first.start,
    end: last.end,
    approx: null,
    bound: null,
    number: { start: first.start, end: last.end },
    value: null,
    values: terms.map((t) => t.value!),
    unit: null,
    unitText: null,
    unitKind: null,
    script: first.script,
    plain: false,
    unitStart: last.end,
  };
  return { quantity, count };
}

const DASH = /^(?:-{1,2}|[—–~～]{1,2}|至|到)$/;

/** A—B, A至B with one unit: 20—30岁, 1万元-5万元, 两到三万. */
function rangeAt(
  text: string,
  numbers: readonly NumberSpan[],
  i: number,
  findUnit: UnitFinder,
): { quantity: Quantity; count: number } | null {
  const first = numbers[i]!;
  const last = numbers[i + 1];
  if (last === undefined || last.start - first.end > 12) return null;
  if (first.value === null || last.value === null) return null;
  let join = first.end;
  const unit = findUnit(text, join);
  if (unit !== null) join = unit.end;
  const between = text
    .slice(join, last.start)
    .replace(/\(含\)/, '')
    .trim();
  if (!DASH.test(between)) return null;
  const built = build(text, first, lentPart(text, first, last), findUnit);
  if (lentPart(text, first, last) !== last) return { quantity: built, count: 2 };
  if (first.partOf !== null ? last.partOf !== first.partOf : last.partOf !== null && unit !== null)
    return null;
  if (unit !== null && (unit.unit.unit ?? unit.unit.spelling) !== built.unit) return null;
  const lent = unit === null && first.partOf === null ? shared(first, last) : first.value;
  const value = lent === first.value ? built.value : lent;
  if (value === null || built.valueHigh === undefined || value >= built.valueHigh) return null;
  return { quantity: { ...built, value }, count: 2 };
}

/** 百分之四到五: 百分之 is said once for both ends. */
function lentPart(text: string, first: NumberSpan, last: NumberSpan): NumberSpan {
  const once =
    first.partOf !== null &&
    text.startsWith('分之', first.start + 1) &&
    last.partOf === null &&
    last.script === 'chinese' &&
    last.magnitude === 0 &&
    last.value !== null &&
    first.value! < last.value;
  return once ? { ...last, partOf: first.partOf, digitsEnd: last.end } : last;
}

/** 2至3万 means 20000: the magnitude is shared when the first term has none and stays the lower. */
function shared(first: NumberSpan, last: NumberSpan): number | null {
  const own = first.magnitude;
  const lend = last.magnitude >= 4 ? Math.floor(last.magnitude / 4) * 4 : last.magnitude;
  if (first.value === null || last.value === null) return null;
  const lent =
    own < 4 && lend > own && first.exact !== null
      ? toNumber(shift(first.exact, lend))
      : first.value;
  return lent < last.value ? lent : first.value;
}

const LIST = /^(?:、|和|与|及|以及|或)$/;

/** 2.16和1.66个百分点, 2、3名: a number without a unit takes that of the next in the list. */
function lendUnits(text: string, quantities: readonly Quantity[]): Quantity[] {
  const lent = [...quantities];
  for (let i = lent.length - 2; i >= 0; i--) {
    const here = lent[i]!;
    const next = lent[i + 1]!;
    if (here.unit !== null || next.unit === null || here.values !== undefined) continue;
    if (here.script !== next.script) continue;
    if (!LIST.test(text.slice(here.end, Math.min(next.start, here.end + 3)))) continue;
    lent[i] = { ...here, unit: next.unit, unitKind: next.unitKind };
  }
  return lent;
}
