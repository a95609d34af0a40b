import { add, type Decimal, decimal, shift } from './decimal.js';
import { isMagnitude, POWERS, type Rough, readTail } from './magnitude.js';
import { MAX_DIGITS, type Numeral, none } from './numeral.js';

/** Whether a character begins a Chinese numeral that `readChinese` reads. */
export function beginsChinese(c: string): boolean {
  return c in DIGITS || c in SCORES || c in POWERS;
}

const DIGITS: Record<string, number> = {
  零: 0, 〇: 0,
  '○': 0, 一: 1, 壹: 1, 二: 2, 两: 2, 贰: 2, 三: 3, 叁: 3, 四: 4, 肆: 4, 五: 5, 伍: 5,
  六: 6, 陆: 6, 七: 7, 柒: 7, 八: 8, 捌: 8, 九: 9, 玖: 9,
}; // biome-ignore format: a table
const SCORES: Record<string, number> = { 廿: 20, 卅: 30 };

const ORDER = /(?:[数几]|上)(十?[百千]?[万亿]{0,2})/y;

/** 数百, 几十万, 上百: an order without digits. */
export function readOrder(text: string, at: number): Numeral {
  ORDER.lastIndex = at;
  const magnitudes = ORDER.exec(text)?.[1] ?? '';
  const first = text[at]!;
  if (magnitudes === '') return none(at + 1);
  if (
    first === '上'
      ? /^十|[以晚早之]$/.test(magnitudes + (text[at - 1] ?? ''))
      : first === '数' && NOUN_OF_NUMBER.test(text[at - 1] ?? '')
  )
    return none(at + 1);
  const power = [...magnitudes].reduce((sum, c) => sum + POWERS[c]!, 0);
  const tail = readTail(text, at + 1 + magnitudes.length, false);
  return {
    end: tail.end,
    value: first === '上' ? shift(decimal('1'), power + tail.power) : null,
    rough: first as Rough,
    script: 'chinese',
    magnitude: power + tail.power,
  };
}

/** 人数, 指数 …: 数 ends the word before. */
const NOUN_OF_NUMBER = /[人户件总指次个倍点基多少无岁天级参函分系]/;

/** Words after which a bare magnitude is a number: 突破万亿元, 近百家, 达千万. */
const NEARBY = /(?:突破|超过?|[近逾达过]|达到|迈上|跨越|站上|约|不足|不到)$/;

const RUN = /[零〇○一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟廿卅几]+/y;
const POINT = /点([零〇○一二三四五六七八九]+)/y;

export function readChinese(text: string, at: number, sure: boolean): Numeral {
  RUN.lastIndex = at;
  let run = RUN.exec(text)![0];
  let end = at + run.length;
  if (run.length > MAX_DIGITS) return none(end);
  if (run.length > 1 && !isMagnitude(text, end - 1) && run.at(-1)! in POWERS) {
    run = run.slice(0, -1);
    end--;
  }
  // 百分之 begins a fraction of its own, unless a digit stands before (一千分之一).
  const head = run[0]!;
  const bare = head in POWERS && head !== '十' && head !== '拾';
  if (bare && !sure) {
    const more = text[end];
    const rough = more === '余' || more === '多';
    const digitsAfter = run.length === 2 && run[1]! in DIGITS && head === '百';
    if (!rough && !digitsAfter && !NEARBY.test(text.slice(Math.max(0, at - 2), at)))
      return none(end);
  }
  const read = interpret(run);
  if (read === null) return none(end);
  POINT.lastIndex = end;
  const point = POINT.exec(text);
  let value = read.value;
  if (point !== null && point[1]!.length <= MAX_DIGITS) {
    const digits = [...point[1]!].map((c) => DIGITS[c]!).join('');
    value = add(value, shift(decimal(digits), -digits.length));
    end += point[0].length;
  }
  const tail = readTail(text, end, false);
  return {
    end: tail.end,
    value: raised(value, tail.power),
    ...(read.high === undefined ? {} : { high: raised(read.high, tail.power) }),
    rough: tail.rough ?? (run.includes('几') ? '几' : null),
    script: 'chinese',
    magnitude: tail.power > 0 ? tail.power : read.magnitude,
  };
}

/** 六亿三千多万: 万 raises what follows 亿 alone. */
function raised(value: Decimal, power: number): Decimal {
  const above = 10n ** 8n;
  if (power !== 4 || value.exponent !== 0 || value.coefficient < above) return shift(value, power);
  const below = value.coefficient % above;
  return { coefficient: value.coefficient - below + below * 10n ** 4n, exponent: 0 };
}

interface Reading {
  readonly value: Decimal;
  readonly high?: Decimal;
  readonly magnitude: number;
}

/** The value of a run of numeral characters; null where it is no number (十十, 几 alone). */
function interpret(run: string): Reading | null {
  const chars = [...run];
  if (chars.every((c) => c === '几')) return null;
  const pair = neighbours(chars);
  if (pair !== null) {
    const low = interpret(pair[0]);
    const high = interpret(pair[1]);
    if (low && high) return { value: low.value, high: high.value, magnitude: low.magnitude };
  }
  if (chars.length > 1 && chars.every((c) => c in DIGITS))
    return { value: decimal(chars.map((c) => DIGITS[c]).join('')), magnitude: 0 };

  let total = 0n;
  let section = 0n;
  let digit: bigint | null = null;
  let last = 0;
  let previous = '';
  for (const c of chars) {
    if (c in DIGITS || c === '几') {
      if (digit !== null && previous !== '零' && previous !== '〇') return null;
      digit = BigInt(DIGITS[c] ?? 0);
    } else if (c in SCORES) {
      section += BigInt(SCORES[c]!);
      last = 1;
    } else {
      const power = POWERS[c]!;
      const unit = 10n ** BigInt(power);
      if (power < 4) {
        section += (digit ?? 1n) * unit;
      } else {
        const before = section + (digit ?? 0n);
        if (power === 8 || total < 100_000_000n) total = (total + before || 1n) * unit;
        else total += before * unit;
        section = 0n;
      }
      digit = null;
      last = power;
    }
    previous = c;
  }
  // 四百五 is 450, 一万三 is 13000; after 零 or 十 the digit stands for itself.
  const before = chars.at(-2) ?? '';
  if (digit !== null && last > 1 && before in POWERS) digit *= 10n ** BigInt(last - 1);
  const magnitude = /[百千万亿]+$/.exec(run)?.[0] ?? '';
  return {
    value: { coefficient: total + section + (digit ?? 0n), exponent: 0 },
    magnitude: [...magnitude].reduce((sum, c) => sum + POWERS[c]!, 0),
  };
}

/** 七八(个), 三五百, 十七八: two neighbouring digits are a range; 三五 is one by custom. */
function neighbours(chars: readonly string[]): [string, string] | null {
  const i = chars.findIndex((c, k) => c in DIGITS && (chars[k + 1] ?? '') in DIGITS);
  if (i < 0) return null;
  const [a, b] = [DIGITS[chars[i]!]!, DIGITS[chars[i + 1]!]!];
  if (!(b === a + 1 || (a === 3 && b === 5)) || a === 0) return null;
  const rest = chars.slice(i + 2);
  const head = chars.slice(0, i);
  if (rest.some((c) => c in DIGITS) || head.some((c) => c in DIGITS)) return null;
  const form = (c: string): string => [...head, c, ...rest].join('');
  return [form(chars[i]!), form(chars[i + 1]!)];
}
