import { YEAR_DIGITS } from '../text/years.js';

/**
 * 同比, 比上年末, 与上年相比, 年均: the printed comparison that a text ends in, and where it begins.
 * Null where there is none.
 */
export function baseAtEnd(left: string): { base: string; at: number } | null {
  for (const pattern of PATTERNS) {
    const hit = pattern.exec(left);
    if (hit === null) continue;
    const base = hit[1]!;
    return { base, at: hit.index + hit[0].indexOf(base) };
  }
  return null;
}

const PATTERNS: readonly RegExp[] = [
  /(同比|环比|同口径|年均|年平均|平均每年|每年平均|逐年|可比口径)(?:分别|各|均|实际|名义|累计|又|再|继续|递|大幅|明显|平均|复合)?$/,
  /(?:^|[^占之对无相])((?:比|较(?![高低大小多少快慢长短强弱好重轻早晚为]))(?!重|例|价|率)[^,;。、比较()]{1,22}?)(?:实际|名义|分别|均|各|累计|又|再|净|继续|大幅|明显|稳步|持续|略有|小幅|有所|同比|只)?$/,
  /((?:与|同|和)[^,;。、()]{1,16}?(?:相比较?|比较|比))[,]?(?:分别|均|各|又|再)?$/,
];

/** A comparison standing as a clause of its own, which governs the rest of the sentence. */
export function topicBase(sentenceBefore: string): string | null {
  let found: string | null = null;
  for (const hit of sentenceBefore.matchAll(TOPIC)) found = hit[1]!;
  return found;
}

const TOPIC = new RegExp(
  `((?<=^|[,;:\\n ])(?:与|同|和)[^,;。、()]{1,16}?(?:相比较?|比)|(?<=^|[,;:\n ]|年)(?:比|较)(?:上年|去年|前年|上月|上季|${YEAR_DIGITS}年)[^,;。、()0-9]{0,6}|同口径(?:相)?比)(?=,)`,
  'g',
);

/**
 * 高于全省, 超全国平均水平, 比全国高: a difference from a comparator, not a movement.
 * `points`: the number is one of percentage points, which are always a difference.
 */
export function comparatorAtEnd(
  left: string,
  points: boolean,
): { base: string; direction: 'up' | 'down'; at: number } | null {
  const verb = VERB_COMPARATOR.exec(left) ?? (points ? BEYOND.exec(left) : null);
  if (verb !== null)
    return {
      base: verb[1]!,
      direction: UPWARD.test(verb[1]!) ? 'up' : 'down',
      at: verb.index + verb[0].indexOf(verb[1]!),
    };
  const adjective = ADJECTIVE_COMPARATOR.exec(left);
  if (adjective === null) return null;
  return {
    base: adjective[1]!,
    direction: /[高快大]$/.test(adjective[2]!) ? 'up' : 'down',
    at: adjective.index + adjective[0].indexOf(adjective[1]!),
  };
}

const VERB_COMPARATOR =
  /(?:^|[^,;。])?((?<!不)(?:高于|低于|高出|超出|快于|慢于|多于|少于|大于|小于|超过|超(?=[上去]年|往年|同期|全|我|世界|平均|历史|预|计划|目标|国家|年初|常年))(?![^,;。]*[占达])(?=[^,;。、()]*[\u4e00-\u9fff])[^,;。、()]{1,18})$/;
/** 超时间进度3.6个百分点: before points 超 compares, whatever follows it. */
const BEYOND = /(超(?![额级大高充低强])[\u4e00-\u9fff]{2,12})$/;
const ADJECTIVE_COMPARATOR =
  /((?:比|较)[^,;。、()]{1,18}?)((?:要|还|分别|偏|(?<!平)均)?[高低快慢])(?:出|了)?$/;
const UPWARD = /^(?:高|超|快|多|大)/;
