/** The word inside a number that makes it rough: 2400多万, 十几, 数百, 上百. */
export type Rough = '多' | '余' | '几' | '数' | '上';

/** Powers of ten by their characters. */
export const POWERS: Record<string, number> = {
  十: 1, 拾: 1, 百: 2, 佰: 2, 千: 3, 仟: 3, 万: 4, 亿: 8,
}; // biome-ignore format: a table

/** What follows digits within one number. */
export interface Tail {
  readonly end: number;
  /** Sum of the powers: 万亿 12. */
  readonly power: number;
  /** Power of the last magnitude. */
  readonly last: number;
  readonly rough: Rough | null;
}

/** `[多余几][百千万亿]…[多余]` after digits: 2400多万, 15万余, 4.78万亿, 177.1 亿. */
export function readTail(text: string, at: number, arabicBefore: boolean): Tail {
  let end = at;
  let power = 0;
  let last = 0;
  let rough: Rough | null = null;
  const roughAt = (i: number): Rough | null => {
    const c = text[i];
    return (c === '多' && text[i + 1] !== '少') || c === '余' || (c === '几' && i === at)
      ? (c as Rough)
      : null;
  };
  rough = roughAt(end);
  if (rough !== null) end++;
  let next = arabicBefore && text[end] === ' ' ? end + 1 : end;
  if (text[next] === '个' && text[next + 1] === '亿') next++;
  while (isMagnitude(text, next)) {
    last = POWERS[text[next]!]!;
    power += last;
    next++;
    end = next;
  }
  if (rough === null) {
    rough = roughAt(end);
    if (rough === '几') rough = null;
    if (rough !== null) end++;
  }
  return { end, power, last, rough };
}

/** 千 before 克, 米, 瓦 … and 百 before 帕 belong to the unit. */
export function isMagnitude(text: string, at: number): boolean {
  const c = text[at] ?? '';
  if (!(c in POWERS)) return false;
  if (
    (c === '千' && '克米瓦伏卡帕赫焦'.includes(text[at + 1] ?? '_')) ||
    (c === '百' && text[at + 1] === '帕')
  )
    return false;
  return true;
}
