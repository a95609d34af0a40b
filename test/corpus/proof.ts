import { normalise, quantities } from './quantities.js';

/**
 * The figures of `entry` that its source does not bear out: those that do not stand there in any
 * printed form, and those that stand there only beside other words. A calendar year may stand anywhere.
 */
export function unproved(entry: string, source: string): readonly string[] {
  const ours = normalise(entry);
  const theirs = normalise(source);
  const places = new Map<string, number[]>();
  for (const { text, start } of quantities(theirs)) {
    places.set(text, [...(places.get(text) ?? []), start]);
  }
  return quantities(ours).flatMap(({ text, start, end }) => {
    const found = places.get(text);
    if (found === undefined) return [`${text}: not in the source`];
    if (/^\d{4}年$/u.test(text)) return [];
    const words = wordsAround(ours, start, end);
    const near = found.some((at) => shared(words, wordsAround(theirs, at, at + text.length)));
    return near ? [] : [`${text}: in the source, but not beside these words`];
  });
}

/** Reach of a figure's words on each side, in characters: about a clause. */
const reach = 25;

/** Pairs of characters that stand beside any figure and so prove nothing. */
const common = new Set([
  '增长',
  '下降',
  '提高',
  '全国',
  '以上',
  '超过',
  '连续',
  '全省',
  '全区',
  '宁夏',
  '广东',
  '年全',
  '平均',
  '左右',
]);

function wordsAround(text: string, start: number, end: number): ReadonlySet<string> {
  const around = `${text.slice(Math.max(0, start - reach), start)} ${text.slice(end, end + reach)}`;
  const pairs = [...around.matchAll(/(?=([\p{Script=Han}]{2}))/gu)].map((match) => match[1] ?? '');
  return new Set(pairs.filter((pair) => !common.has(pair)));
}

function shared(ours: ReadonlySet<string>, theirs: ReadonlySet<string>): boolean {
  return [...ours].some((pair) => theirs.has(pair));
}
