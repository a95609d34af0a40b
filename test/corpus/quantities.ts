/** A figure as it is compared: number, multiple and unit, with what bounds it. */
export interface Quantity {
  /** `8.1%`, `1.35万亿元`, `>150场次`, `全国#4`; equal texts are equal figures. */
  readonly text: string;
  /** Span in the normalised text it was found in. */
  readonly start: number;
  readonly end: number;
}

/** One width, no spaces, no thousands marks; what is left is comparable between two printings. */
export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s/gu, '')
    .replaceAll('\u2236', ':')
    .replace(/PM_2/g, 'PM2')
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '');
}

/** The figures of a normalised text, in order: numbers with their unit, 年 件 成 倍 in Chinese numerals, ranks. */
export function quantities(text: string): readonly Quantity[] {
  return [...numbers(text), ...spelled(text), ...ranks(text)].sort((a, b) => a.start - b.start);
}

const wideUnits =
  '微克/立方米|个百分点|个季度|个月|人次|场次|架次|辆次|标箱|公里|公顷|千瓦|美元|英寸';

/** A word with digits in it (PM2.5, 5G, IPv6) is a name and is passed over whole. */
const number = new RegExp(
  `[A-Za-z][A-Za-z0-9.+-]*|\\d+(?:\\.\\d+)?[A-Za-z][A-Za-z0-9-]*|` +
    `(?<number>\\d+(?:\\.\\d+)?(?:[:/+]\\d+(?:\\.\\d+)?)*)(?<multiple>[多余]?(?:万亿|亿|万)?[多余]?)` +
    `(?<unit>${wideUnits}|[%\\p{Script=Han}])?`,
  'gu',
);

function numbers(text: string): Quantity[] {
  return [...text.matchAll(number)].flatMap((match) => {
    const { number: digits, multiple = '', unit = '' } = match.groups ?? {};
    const end = match.index + match[0].length;
    if (digits === undefined) return [];
    const exact = multiple.replace(/[多余]/gu, '');
    const bound = exact === multiple ? boundOf(text, match.index, end) : '>';
    return [{ text: `${bound}${digits}${exact}${unit}`, start: match.index, end }];
  });
}

/** 超1500亿元, 1500多亿元 and 1500亿元以上 say the same; 1500亿元 says something else. */
function boundOf(text: string, start: number, end: number): '' | '<' | '>' | '~' {
  const before = text.slice(Math.max(0, start - 3), start);
  const after = text.slice(end, end + 2);
  if (/(?:超过?|逾|突破|越过|跨越)$/u.test(before) || after === '以上') return '>';
  if (/(?:近|不足)$/u.test(before) || /以[内下]/u.test(after)) return '<';
  if (/约$/u.test(before) || after === '左右') return '~';
  return '';
}

const numerals = '一二三四五六七八九十';

function spelled(text: string): Quantity[] {
  const found = text.matchAll(new RegExp(`([两${numerals}]+)([年件成倍])`, 'gu'));
  return [...found].map((match) => {
    const [all, digits = '', unit = ''] = match;
    const end = match.index + all.length;
    const bound = boundOf(text, match.index, end);
    return { text: `${bound}${valueOfNumeral(digits)}${unit}`, start: match.index, end };
  });
}

/** 居全国第二、第七 states two ranks of one scope. */
function ranks(text: string): Quantity[] {
  const place = `(?:第(?:\\d+|[${numerals}]+)|首位|前(?:\\d+|[${numerals}]+))位?`;
  const scoped = new RegExp(
    `(全国|全球|亚洲|西北|西部|各省区)(${place}(?:[、和,](?:分别)?${place})*)`,
    'gu',
  );
  return [...text.matchAll(scoped)].flatMap((match) => {
    const [, scope = '', list = ''] = match;
    return [...list.matchAll(new RegExp(place, 'gu'))].map(([one], i, all) => {
      const start = match.index + scope.length + (all[i]?.index ?? 0);
      return { text: `${scope}#${rankOf(one)}`, start, end: start + one.length };
    });
  });
}

function rankOf(place: string): string {
  const bare = place.replace(/位$/u, '');
  if (bare === '首') return '1';
  const value = bare.slice(1);
  const digits = /\d/u.test(value) ? value : String(valueOfNumeral(value));
  return bare.startsWith('前') ? `<=${digits}` : digits;
}

/** 两 -> 2, 十五 -> 15, 二十 -> 20; up to 99. */
function valueOfNumeral(chinese: string): number {
  const digit = (c: string | undefined) => (c === '两' ? 2 : numerals.indexOf(c ?? '') + 1);
  const ten = chinese.indexOf('十');
  if (ten < 0) return digit(chinese);
  const tens = ten === 0 ? 1 : digit(chinese[ten - 1]);
  return tens * 10 + (ten === chinese.length - 1 ? 0 : digit(chinese[ten + 1]));
}
