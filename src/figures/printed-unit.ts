import type { NumberSpan } from '../text/numerals.js';
import type { UnitFinder, UnitKind } from './units.js';

/** The unit printed after a number, with its magnitude. */
export interface PrintedUnit {
  readonly unit: string | null;
  readonly spelling: string | null;
  readonly unitText: string | null;
  readonly kind: UnitKind | null;
  readonly end: number;
}

/** Reads the unit right of a number; all null where there is none. */
export function unitAfter(text: string, number: NumberSpan, findUnit: UnitFinder): PrintedUnit {
  const none = { unit: null, spelling: null, unitText: null, kind: null, end: number.end };
  if (number.fraction !== undefined) return { ...none, unit: '%', kind: 'part' };
  if (number.partOf !== null)
    return {
      ...none,
      unit: number.partOf,
      unitText: text.slice(number.digitsEnd, number.end) || null,
      kind: 'part',
    };
  const at = text[number.end] === ' ' ? number.end + 1 : number.end;
  const basis = BASIS.exec(text.slice(number.end, number.end + 6))?.[0];
  if (basis !== undefined)
    return { ...none, unit: basis, unitText: basis, kind: 'part', end: number.end + basis.length };
  const hit = findUnit(text, at);
  if (hit === null) return none;
  let end = hit.end;
  let unit = hit.unit.unit ?? hit.unit.spelling;
  // 几十万块: nobody counts pieces by the hundred, so money is meant.
  if (unit === '块' && number.magnitude >= 2)
    return { unit: '元', spelling: '块', unitText: '块', kind: 'money', end };
  // 斤/亩, 微克/立方米, 元/万千瓦时
  if (text[end] === '/') {
    const from =
      /^[百千万亿]/.test(text.slice(end + 1, end + 2)) && findUnit(text, end + 1) === null
        ? end + 2
        : end + 1;
    const per = findUnit(text, from);
    if (per !== null) {
      unit = `${unit}${text.slice(end, from)}${per.unit.spelling}`;
      end = per.end;
    }
  }
  const currency = hit.unit.kind === 'money' ? currencyBefore(text, number.start) : null;
  const magnitudes = /[百千万亿]+[多余]?$/.exec(
    text.slice(Math.max(0, number.end - 4), number.end),
  );
  const digit = number.script === 'chinese' ? '' : (magnitudes?.[0].replace(/[多余]/, '') ?? '');
  return {
    unit: currency ?? unit,
    spelling: hit.unit.spelling,
    unitText: digit + text.slice(at, end),
    kind: hit.unit.kind,
    end,
  };
}

/** 6.2/10万: a rate of so many in that many. */
const BASIS = /^\/(?:10+万?|[十百千]?[万亿])(?![0-9\u4e00-\u9fff])/;

const CURRENCIES: Record<string, string> = {
  港币: '港元',
  新台币: '新台币',
  台币: '新台币',
  澳门币: '澳门元',
};

function currencyBefore(text: string, at: number): string | null {
  const name = /(港币|新台币|台币|澳门币) ?$/.exec(text.slice(Math.max(0, at - 5), at))?.[1];
  return name === undefined ? null : CURRENCIES[name]!;
}
