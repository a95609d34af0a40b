import { normalise, quantities } from './quantities.js';

/**
 * The figures of `entry` that its source does not bear out: those that do not stand there in any
 * printed form, and those that stand there only beside other words. A calendar year and the five
 * years of a plan (五年间) may stand anywhere. Two figures of one clause are not told apart.
 */
export function unproved(entry: string, source: string): readonly string[] {
  const ours = normalise(entry);
  const theirs = normalise(source);
  const stated = quantities(theirs);
  return quantities(ours).flatMap(({ text, start, end }) => {
    const found = stated.filter((place) => place.text === text);
    if (found.length === 0) return [`${text}: not in the source`];
    if (/^(?:\d{4}年|五年[间里前累])/u.test(ours.slice(start, end + 1))) return [];
    const words = wordsAround(ours, start, end);
    const near = found.some((place) => shared(words, wordsAround(theirs, place.start, place.end)));
    return near ? [] : [`${text}: in the source, but not beside these words`];
  });
}

/** Reach of a figure's words on each side, in characters: about a clause. */
const reach = 25;

/** Pairs of characters that stand beside any figure and so prove nothing. */
const common = new Set([
  '居全',
  '国第',
  '位第',
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

/** Two pairs at least: one alone is met by chance. */
function shared(ours: ReadonlySet<string>, theirs: ReadonlySet<string>): boolean {
  return [...ours].filter((pair) => theirs.has(pair)).length >= 2;
}
