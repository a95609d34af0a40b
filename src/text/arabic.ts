import { add, decimal, shift } from './decimal.js';
import { readTail } from './magnitude.js';
import { MAX_DIGITS, type Numeral, none } from './numeral.js';

/** A number that begins with an ASCII digit: 1,276.4, 5万4千, 1 2 . 5. */
export function readArabic(text: string, at: number): Numeral {
  const bare = bareDigits(text, at);
  if (bare !== null) return bare;
  ARABIC.lastIndex = at;
  const digits = ARABIC.exec(text)![0];
  let end = at + digits.length;
  MORE_POINTS.lastIndex = end;
  if (text[end] === '.' && digits.includes('.') && MORE_POINTS.test(text))
    return none(MORE_POINTS.lastIndex);
  if (digits.length > MAX_DIGITS) return none(end);
  let tail = readTail(text, end, true);
  let value = shift(decimal(plainDigits(digits)), tail.power);
  // 5万4千6百, 3万4000, 1千零1: each term below the magnitude before it.
  let below = tail.last;
  while (tail.rough === null && below > 0) {
    const from = text[tail.end] === '零' ? tail.end + 1 : tail.end;
    ARABIC.lastIndex = from;
    const more = ARABIC.exec(text)?.[0];
    if (more === undefined || more.length > below || /^年/.test(text.slice(from + more.length)))
      break;
    const next = readTail(text, from + more.length, true);
    if (next.last >= below) break;
    value = add(value, shift(decimal(plainDigits(more)), next.power));
    below = next.last;
    tail = next;
  }
  end = tail.end;
  return { end, value, rough: tail.rough, script: 'arabic', magnitude: tail.power };
}

const ARABIC =
  /[0-9]{1,3}(?:[, \u202f'][0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9](?: [0-9]){1,9}(?! ?[0-9])(?: ?\. ?[0-9](?: ?[0-9]){0,5})?(?= ?[%‰\u4e00-\u9fff])|[0-9]{1,4} \. ?[0-9]{1,4}(?= ?[%‰\u4e00-\u9fff])|[0-9]+[·・][0-9]{1,3}(?= ?[%‰万亿个])|[0-9]+(?:\.[0-9]+)?/y;
const MORE_POINTS = /(?:\.[0-9]+)+/y;

/** What may follow bare digits within one number. */
const GOES_ON = "., ·・\u202f'多余几个零百千万亿佰仟";

/** A short run of digits and nothing more: by far the most common number, read without a pattern. */
function bareDigits(text: string, at: number): Numeral | null {
  let end = at + 1;
  while (isDigit(text.charCodeAt(end))) end++;
  if (end - at > 15) return null;
  const next = text[end];
  const thousands =
    next === ',' &&
    isDigit(text.charCodeAt(end + 1)) &&
    isDigit(text.charCodeAt(end + 2)) &&
    isDigit(text.charCodeAt(end + 3));
  if (next !== undefined && GOES_ON.includes(next) && (next !== ',' || thousands)) return null;
  const value = { coefficient: BigInt(text.slice(at, end)), exponent: 0 };
  return { end, value, rough: null, script: 'arabic', magnitude: 0 };
}

/** Without thousands marks and spaces, the point an ASCII one. */
function plainDigits(printed: string): string {
  return printed.replace(/[, \u202f']/g, '').replace(/[·・]/, '.');
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
