import type { Quantity } from './quantity.js';

/** A bare number can only be a figure where a verb states it: cheap, and most bare numbers fail. */
export function mayBeStated(text: string, quantity: Quantity): boolean {
  if (quantity.unit !== null || quantity.values !== undefined || !quantity.plain) return true;
  return isStating(text, quantity.start - 1);
}

/** Last characters of the verbs that state a level or a movement. */
const STATING =
  '达到为是有共成现计在至增长涨幅加大多提高升回落降低少减缩短滑跌占约近超逾过持了均别从由';

/** Digits before a comma that no verb states: no figure, nor part of one. */
export function standsAlone(text: string, start: number, end: number): boolean {
  if (text[end] !== ',' || isStating(text, start - 1)) return false;
  return (
    !THOUSANDS.test(text.slice(end + 1, end + 4)) && !':.︰∶/'.includes(text[start - 1] ?? '_')
  );
}

const THOUSANDS = /^[0-9]{3}$/;

function isStating(text: string, at: number): boolean {
  return STATING.includes(text[at] ?? '_');
}
