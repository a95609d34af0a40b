/** What a unit measures; decides which rules a number with it falls under. */
export type UnitKind = 'count' | 'physical' | 'money' | 'time' | 'age' | 'part' | 'multiple';

/** One printed form of a unit. A person adds units by adding lines like these, no code. */
export interface Unit {
  /** As printed after the number: 公斤, 美元, 个. */
  readonly spelling: string;
  /** The bare unit it stands for; the spelling itself when left out. */
  readonly unit?: string;
  readonly kind: UnitKind;
  /** The unit is none where one of these follows: 人 before 民, 部 before 门. */
  readonly not?: readonly string[];
}

/** Reads lines of `spelling kind [unit=…] [not=甲,乙]`; `#` begins a comment. */
export function parseUnits(lines: string): Unit[] {
  return lines
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '')
    .map(parseUnit);
}

function parseUnit(line: string): Unit {
  const [spelling = '', kind = '', ...options] = line.split(/\s+/);
  const option = (name: string): string | undefined =>
    options.find((o) => o.startsWith(`${name}=`))?.slice(name.length + 1);
  if (!KINDS.has(kind)) throw new Error(`unit line "${line}": unknown kind "${kind}"`);
  const unit = option('unit');
  const not = option('not');
  return {
    spelling,
    kind: kind as UnitKind,
    ...(unit === undefined ? {} : { unit }),
    ...(not === undefined ? {} : { not: not.split(',') }),
  };
}

const KINDS = new Set(['count', 'physical', 'money', 'time', 'age', 'part', 'multiple']);

/** Finds the longest unit printed at an offset. */
export type UnitFinder = (text: string, at: number) => { unit: Unit; end: number } | null;

export function unitFinder(units: readonly Unit[]): UnitFinder {
  const byFirst = new Map<string, Unit[]>();
  for (const unit of units) {
    const first = unit.spelling[0];
    if (first === undefined) continue;
    const list = byFirst.get(first);
    if (list === undefined) byFirst.set(first, [unit]);
    else list.push(unit);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.spelling.length - a.spelling.length);
  return (text, at) => {
    for (const unit of byFirst.get(text[at] ?? '') ?? []) {
      const end = at + unit.spelling.length;
      if (!text.startsWith(unit.spelling, at)) continue;
      if (unit.not?.some((word) => text.startsWith(word, end))) continue;
      if (isLatin(text, end - 1) && isLatin(text, end)) continue;
      return { unit, end };
    }
    return null;
  };
}

function isLatin(text: string, at: number): boolean {
  const c = text[at] ?? '';
  return c >= 'a' && c <= 'z';
}
