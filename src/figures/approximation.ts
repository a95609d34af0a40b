import type { NumberSpan } from '../text/numerals.js';
import type { Approximation, Bound } from './figure.js';

/** How rough a quantity is said to be, and the span that its words make. */
export interface Approximate {
  readonly start: number;
  readonly end: number;
  readonly approx: Approximation | null;
  readonly bound: Bound | null;
}

/** Looks left of the number, inside it and right of its unit, in this order of strength. */
export function approximationOf(
  text: string,
  first: NumberSpan,
  last: NumberSpan,
  unitEnd: number,
): Approximate {
  let before = '近过超逾破约足到于少了'.includes(text[first.start - 1] ?? '_')
    ? BEFORE.exec(text.slice(Math.max(0, first.start - 4), first.start))?.[1]
    : undefined;
  // 作过六次 is done, 产值过百亿 exceeds.
  if (before === '过' && first.magnitude < 2) before = undefined;
  const after = '(以左上之多有 '.includes(text[unitEnd] ?? '_')
    ? AFTER.exec(text.slice(unitEnd, unitEnd + 8))?.[0]
    : undefined;
  const start = before === undefined ? first.start : first.start - before.length;
  const end = after === undefined ? unitEnd : unitEnd + after.length;
  const approx =
    (before === undefined ? null : WORDS[before.replace('了', '').trim()]) ??
    (after === undefined ? null : WORDS[after.replace(/\(含\)|\(含/, '').replace(/[() ]/g, '')]) ??
    inside(first.rough ?? last.rough);
  return { start, end, approx: approx ?? null, bound: approx ? BOUNDS[approx] : null };
}

/** 近年 and 超额 are no approximations because no number follows them. */
const BEFORE =
  /((?:将近|接近|(?<![最附临邻靠])近|超过|(?<![赶反])超|逾|突破|(?<![通经超不路渡审跨越迈])过|大约|约(?!束)|不足|不到|不超过|不低于|不少于|至少)了?)$/;
const AFTER = /^ ?(?:\(含\))?(?:以上|左右|上下|以内|以下|之多)|^多(?![少数个元种样次项家出])|^有余/;

const WORDS: Record<string, Approximation | null> = {
  近: '近', 接近: '近', 将近: '近',
  超过: '超过', 超: '超过',
  过: '超过', 逾: '超过', 突破: '超过',
  约: '约', 大约: '约', 左右: '约', 上下: '约',
  不足: '不足', 不到: '不足',
  不超过: '以内', 以内: '以内', 以下: '以下',
  以上: '以上', 不低于: '以上', 不少于: '以上', 至少: '以上',
  多: '多', 有余: '多', 之多: null,
}; // biome-ignore format: a table

const BOUNDS: Record<Approximation, Bound> = {
  近: '<', 不足: '<', 超过: '>', 多: '>', 以上: '>=', 以内: '<=', 以下: '<=', 约: '~',
}; // biome-ignore format: a table

function inside(rough: NumberSpan['rough']): Approximation | null {
  if (rough === null) return null;
  return rough === '上' ? '以上' : '多';
}
