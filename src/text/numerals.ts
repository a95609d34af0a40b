import { readArabic } from './arabic.js';
import { beginsChinese, readChinese, readOrder } from './chinese.js';
import { type Decimal, decimal, negate, toNumber } from './decimal.js';
import { isIdiom } from './idioms.js';
import type { Rough } from './magnitude.js';
import { normalise } from './normalise.js';
import { type Numeral, none } from './numeral.js';
import type { Span } from './span.js';

export type PartOf = '%' | '‰' | '‱';

/** A number as printed, with its magnitude and, where one is printed, its percent. */
export interface NumberSpan extends Span {
  /** Magnitude applied, sign included; null where the text gives only an order (数百, 几十万). */
  readonly value: number | null;
  /** `value` exactly; null for a fraction such as 三分之一 and where `value` is null. */
  readonly exact: Decimal | null;
  /** 百分之四点二 and 4.2% are 4.2 of `%`; the mark lies within the span. */
  readonly partOf: PartOf | null;
  /** The digits and magnitude alone, without a following `%`. */
  readonly digitsEnd: number;
  /** Second of a pair of neighbours: 七八(个) is 7 to 8. */
  readonly high?: number;
  /** Terms of a fraction: 三分之一 is 1 part of 3. */
  readonly fraction?: { readonly of: number; readonly part: number };
  /** The word inside the number that makes it rough: 2400多万, 十几, 数百, 上百. */
  readonly rough: Rough | null;
  readonly script: 'arabic' | 'chinese';
  /** Power of ten of the magnitude at its end (万亿: 12), for sharing in 2至3万; 0 without one. */
  readonly magnitude: number;
}

export type { Rough } from './magnitude.js';

/**
 * All numbers of a text in order, none overlapping: Arabic and Chinese, with thousands marks,
 * decimals, magnitudes, 百分之 and %. Idioms (一般, 统一, 四川) are no numbers; 第三 and dates hold
 * numbers all the same: telling those apart is the caller's business. Linear in the text's length.
 *
 * @example findNumbers('约1.2万亿元').map((n) => n.value) // [1200000000000]
 */
export function findNumbers(text: string): NumberSpan[] {
  return numbersIn(normalise(text));
}

/**
 * As `findNumbers`, for a text that is normalised already. Bare digits that `skip` refuses are
 * stepped over unread.
 */
export function numbersIn(
  normal: string,
  skip?: (start: number, end: number) => boolean,
): NumberSpan[] {
  const found: NumberSpan[] = [];
  START.lastIndex = 0;
  while (START.test(normal)) {
    const at = START.lastIndex - 1;
    if (skip !== undefined) {
      let digitsEnd = at;
      while (isDigit(normal.charCodeAt(digitsEnd))) digitsEnd++;
      if (digitsEnd > at && skip(at, digitsEnd)) {
        START.lastIndex = digitsEnd;
        continue;
      }
    }
    const { number, end } = numberAt(normal, at);
    if (number !== null) found.push(number);
    START.lastIndex = Math.max(end, at + 1);
  }
  return found;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

const START = /[0-9零〇○一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟廿卅半几数上负−-]/g;
const PARTS: Record<string, PartOf> = { 百: '%', 千: '‰', 万: '‱' };
const MARKS: Record<string, PartOf> = { '%': '%', '‰': '‰', '‱': '‱' };
/** 减负3亿元, 担负: the sign is the end of a word. */
const DEBT = '减担增抱胜背欺';
/** A minus after one of these is a range or a hyphen. */
const NO_SIGN_AFTER = /[0-9a-z%‰)年月日元万亿千百~～—–至到-]/;

function numberAt(text: string, start: number): { number: NumberSpan | null; end: number } {
  const nothing = (end: number) => ({ number: null, end });
  let at = start;
  const sign = text[at] === '负' || text[at] === '-' || text[at] === '−';
  if (sign) {
    const left = text[at - 1] ?? '';
    if (text[at] === '负' ? DEBT.includes(left || '_') : NO_SIGN_AFTER.test(left))
      return nothing(at + 1);
    at++;
  }
  if (text[at] === '半' || (text[at] === '一' && text[at + 1] === '半')) return half(text, at);

  let partOf: PartOf | null = null;
  if (text.startsWith('分之', at + 1) && text[at]! in PARTS) {
    partOf = PARTS[text[at]!]!;
    at += 3;
  }
  const numeral = readNumeral(text, at, partOf !== null);
  if (numeral.value === undefined) return nothing(Math.max(numeral.end, start + 1));

  const fraction = partOf === null ? fractionAfter(text, at, numeral) : null;
  if (fraction !== null) return { number: { ...fraction, start }, end: fraction.end };

  let end = numeral.end;
  if (partOf === null) {
    const mark = text[end] === ' ' ? end + 1 : end;
    partOf = MARKS[text[mark] ?? ''] ?? null;
    if (partOf !== null) end = mark + 1;
  }
  const exact = numeral.value !== null && sign ? negate(numeral.value) : numeral.value;
  const number: NumberSpan = {
    start,
    end,
    value: exact === null ? null : toNumber(exact),
    exact,
    partOf,
    digitsEnd: numeral.end,
    rough: numeral.rough,
    script: numeral.script,
    magnitude: numeral.magnitude,
  };
  if (numeral.high === undefined) return { number, end };
  return { number: { ...number, high: toNumber(numeral.high) }, end };
}

/** Reads the numeral at `at`; `sure` says that its place proves it one (after 分之), idiom or not. */
function readNumeral(text: string, at: number, sure = false): Numeral {
  const first = text[at] ?? '';
  if (first >= '0' && first <= '9') return readArabic(text, at);
  if (!sure && isIdiom(text, at)) return none(at + 1);
  if (first === '数' || first === '几' || first === '上') return readOrder(text, at);
  if (beginsChinese(first)) return readChinese(text, at, sure);
  return none(at + 1);
}

/** 三分之一, 3/5. */
function fractionAfter(text: string, at: number, first: Numeral): NumberSpan | null {
  if (first.value === null || first.value === undefined || first.rough !== null) return null;
  const slash = text[first.end] === '/';
  if (!slash && !text.startsWith('分之', first.end)) return null;
  if (slash && (!SLASH_TERM.test(text.slice(at, first.end)) || text[at - 1] === '/')) return null;
  const second = readNumeral(text, first.end + (slash ? 1 : 2), true);
  if (second.value === null || second.value === undefined) return null;
  if (slash) {
    const term = text.slice(first.end + 1, second.end);
    if (!SLASH_TERM.test(term) || text[second.end] === '/') return null;
  }
  const [of, part] = slash
    ? [toNumber(second.value), toNumber(first.value)]
    : [toNumber(first.value), toNumber(second.value)];
  if (of === 0) return null;
  return {
    start: at,
    end: second.end,
    digitsEnd: second.end,
    value: part / of,
    exact: null,
    partOf: null,
    fraction: { of, part },
    rough: null,
    script: first.script,
    magnitude: 0,
  };
}

const SLASH_TERM = /^[0-9]{1,3}$/;

/** 半数 and 一半 are 50 %; 半成 is 5 %, its 成 being the unit. */
function half(text: string, at: number): { number: NumberSpan | null; end: number } {
  const one = text[at] === '一';
  const count = text.startsWith('半数', at);
  if (!one && !count && !text.startsWith('半成', at)) return { number: null, end: at + 1 };
  const end = at + (one || count ? 2 : 1);
  const exact = decimal(one || count ? '50' : '0.5');
  const number: NumberSpan = {
    start: at,
    end,
    digitsEnd: end,
    value: toNumber(exact),
    exact,
    partOf: one || count ? '%' : null,
    rough: null,
    script: 'chinese',
    magnitude: 0,
  };
  return { number, end };
}
