import type { Mention } from './mention.js';

const JOIN = /^ ?(?:、|和|与|及|以及|或)? ?$/;
/** 分别增长6%、下降2%: in a list of several things each number may have a movement of its own. */
const MOVING = /^[、和与及](?:增长|上涨|上升|提高|增加|下降|下跌|回落|降低|减少)$/;

/** Numbers with only a list mark between them: 9位、7位. */
export function listFrom(
  text: string,
  mentions: readonly Mention[],
  i: number,
): readonly Mention[] {
  let end = i + 1;
  while (end < mentions.length) {
    const previous = mentions[end - 1]!.quantity;
    const next = mentions[end]!.quantity;
    if (next.start - previous.end > 4 || mentions[end]!.group !== mentions[i]!.group) break;
    const between = text.slice(previous.end, next.start);
    const joined =
      JOIN.test(between) || (MOVING.test(between) && isDistributed(text, mentions[i]!));
    if (between === '' || !joined) break;
    // 净增98万户、突破1900万户: a verb of its own states the second.
    if (text.startsWith('突破', next.start)) break;
    end++;
  }
  return mentions.slice(i, end);
}

function isDistributed(text: string, first: Mention): boolean {
  return /(?:分别|各)[\u4e00-\u9fff0-9]{0,12}$/.test(
    text.slice(Math.max(first.clauseStart, first.quantity.start - 16), first.quantity.start),
  );
}

/** 2019年至2021年…分别为a、b、c and 2019、2020年…: one year for each number. */
export function yearsBefore(
  text: string,
  start: number,
  end: number,
  count: number,
): number[] | null {
  const words = text.slice(Math.max(0, start - 40), end);
  const span = /((?:19|20)[0-9]{2})年?(?:至|到|-|—|~)((?:19|20)[0-9]{2})年/.exec(words);
  if (span !== null) {
    const years = Array.from(
      { length: Math.max(0, Number(span[2]) - Number(span[1]) + 1) },
      (_, k) => Number(span[1]) + k,
    );
    return years.length === count ? years : null;
  }
  const listed = [...words.matchAll(/((?:19|20)[0-9]{2})(?=年|[、和])/g)].map((hit) =>
    Number(hit[1]),
  );
  return listed.length === count ? listed : null;
}
