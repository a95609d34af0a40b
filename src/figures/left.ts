import { YEAR_DIGITS, yearNumber } from '../text/years.js';
import { baseAtEnd, comparatorAtEnd } from './base.js';
import { comparedMovementAtEnd, type Movement, movementAtEnd } from './change.js';
import type { UnitKind } from './units.js';
import { LINKS } from './words.js';

/** What the number's own right side and unit say to its left. */
export interface Aspect {
  /** A counted noun stands right of the number. */
  readonly objectFollows: boolean;
  /** The quantity is said to be rough: 3%以内. */
  readonly rough: boolean;
  readonly unit: string | null;
  readonly unitKind: UnitKind | null;
}

/** What the words left of a number say about it. */
export interface Left {
  /** Offset at which the governing words begin: the subject ends here. */
  readonly subjectEnd: number;
  readonly movement: Movement | null;
  /** A verb that states a level (达到, 为, 降到) stands before the number. */
  readonly linked: boolean;
  /** The verb is one of reaching (增至): the from-value may stand before. */
  readonly reached: boolean;
  readonly base: string | null;
  readonly difference: 'up' | 'down' | null;
  /** 分别, 均, 各 stands before the number. */
  readonly distributed: boolean;
  /** 由, 从 stands before the number: it is the first of a from–to pair. */
  readonly from: boolean;
  /** A year printed right before the number: 2005年的3家. */
  readonly ownYear: number | null;
}

type Draft = { -readonly [K in keyof Left]: Left[K] } & { readonly aspect: Aspect };

/**
 * Peels the governing words off the end of `text.slice(start, end)`: adverbs, links, movements and
 * bases in whatever order they are printed (比上年增长, 增长幅度达到, 分别比上年末增加).
 */
export function readLeft(text: string, start: number, end: number, aspect: Aspect): Left {
  const left: Draft = {
    aspect,
    subjectEnd: end,
    movement: null,
    linked: false,
    reached: false,
    base: null,
    difference: null,
    distributed: false,
    from: false,
    ownYear: null,
  };
  for (let guard = 0; guard < 10 && left.subjectEnd > start; guard++) {
    const words = text.slice(start, left.subjectEnd);
    const at = PEELS.reduce<number | null>((found, peel) => found ?? peel(words, left), null);
    if (at === null) break;
    left.subjectEnd = start + at;
  }
  return left;
}

/** Each takes one governing word off the end and returns where it began. */
const PEELS: readonly ((words: string, left: Draft) => number | null)[] = [
  peelAdverb,
  peelAllowance,
  peelBasis,
  peelOwnTime,
  peelMultipleOf,
  peelOwnYear,
  peelFrom,
  peelLink,
  peelComparedMovement,
  peelMovement,
  peelComparator,
  peelBase,
];

/** 车程最短缩到30分钟. */
const UTMOST = /最[短快长高低多少]$/;

const ADVERB =
  /(?:[ \u3000]|分别|(?<![年人平日月])均|各|又|再|已经|已|累计|合计|共计|总计|预计|大约|约|实际|名义|只有|仅|将|还|也|都|高达|近|超|逾|就|则|可|略|净|首次|历史性地?|成功|进一步|继续|持续|大幅|稳步|稳定(?=$)|明显|双双|同步|全部|仍然|仍|往往|相应地?|转为|平均(?=$))$/;

function peelAdverb(words: string, left: Draft): number | null {
  const hit = ADVERB.exec(words) ?? (left.linked ? UTMOST.exec(words) : null);
  if (hit === null) return null;
  if (/分别|均|各|双双/.test(hit[0])) left.distributed = true;
  if (hit[0] === '高达') left.linked = true;
  return hit.index;
}

/** 扣除价格因素增长5%: the allowance is no comparison and no part of the name. */
const ALLOWANCE = /(?:扣除|剔除)[^,;。]{1,16}(?:因素|影响)后?$/;

function peelAllowance(words: string): number | null {
  return ALLOWANCE.exec(words)?.index ?? null;
}

/** 从每人每月2375元: what the amount is for, once the verb before it says that it is one. */
const BASIS =
  /(?<=[由从到至为达])(?:每(?:人|户|亩|月|年|天|日|头|吨|生|公斤|平方米|千瓦时|百户|万人)){1,3}$/;

function peelBasis(words: string): number | null {
  return BASIS.exec(words)?.index ?? null;
}

/** 增加到去年的98亿元: the time of the second value. */
const OWN_TIME = /(?<=[到至为])(?:去年|上年|今年|本年|现在|目前|当前)(?:末|底|初)?的$/;

function peelOwnTime(words: string): number | null {
  return OWN_TIME.exec(words)?.index ?? null;
}

const MULTIPLE_OF = /((?:是|为|相当于|达到|达|不低于|不超过|不少于|不高于)[^,;。、]{1,30}的)$/;

/** 是“十五”时期的2.3倍. */
function peelMultipleOf(words: string, left: Draft): number | null {
  if (left.aspect.unitKind !== 'multiple' || left.base !== null) return null;
  const hit = MULTIPLE_OF.exec(words);
  if (hit === null) return null;
  left.base = hit[1]!;
  return hit.index;
}

const OWN_YEAR = new RegExp(
  `(?:(${YEAR_DIGITS})年(?:末|底|初|时)?的|(?<=[由从到至])(${YEAR_DIGITS})年(?:末|底|初)?的?)$`,
);

function peelOwnYear(words: string, left: Draft): number | null {
  const hit = OWN_YEAR.exec(words);
  if (hit === null) return null;
  left.ownYear = yearNumber((hit[1] ?? hit[2])!);
  return hit.index;
}

const FROM =
  /(?:[^自])?((?:由|从)(?:(?:上年|去年|今年|前年|原来|原|现在|目前|年初|期初|[“"]?十?[一二三四五六七八九]五[”"]?(?:初|末|期末)?|[0-9一二三四五六七八九十几]{1,3}年前|[一二三四五六七八九]十年代(?:初|末|中期)?|改革开放前|解放初期?|建国初期?|[0-9]{1,2}[-—–~至][0-9]{1,2}月|前?[一二三四]个?季度|上半年|[0-9]{1,2}月)(?:同期|末|底|初)?(?:预计|预期|计划)?的?)?)$/;

function peelFrom(words: string, left: Draft): number | null {
  const hit = FROM.exec(words);
  if (hit === null || left.movement !== null || left.linked) return null;
  left.from = true;
  return hit.index + hit[0].indexOf(hit[1]!);
}

const LINK = new RegExp(`(${LINKS})(?:了)?$`);
const NOT_LINK =
  /(?:[所国私公拥享占现具没含][有]|[行认作称列因成命视选变][为]|(?<!部)分为|[认评鉴]定为|[发雷直]达|可是|就是|还是|但是|总是|[所存内][在]|[公总][共])$/;
/** 增至 and 降为 both state the level that a movement ended in. */
const REACHED = /[到至]$|[降减升增加少高低小]为$/;

function peelLink(words: string, left: Draft): number | null {
  if (left.linked && left.reached) return null;
  if (left.movement !== null && left.base !== null) return null;
  const hit = LINK.exec(words);
  if (hit === null || NOT_LINK.test(words)) return null;
  // 新增共, 增长达: the movement before is read next; 在 alone links nothing.
  if (hit[1] === '需') return null;
  // 在300个县 is a place, 涨幅在3%以内 a level.
  if (hit[1] === '在' && !(left.aspect.rough && /[\u4e00-\u9fff]{2}在$/.test(words))) return null;
  left.linked = true;
  if (REACHED.test(hit[1]!)) left.reached = true;
  return hit.index;
}

function peelMovement(words: string, left: Draft): number | null {
  if (left.movement !== null || left.reached || left.difference !== null) return null;
  const hit = movementAtEnd(words);
  if (hit === null) return null;
  // 改造提升112万亩农田: an object follows, so the verb is one of doing.
  if (hit.movement.change === '提高' && left.aspect.objectFollows) return null;
  // 拉动经济增长2.1个百分点 is a contribution, not a movement of 经济.
  if (/(?:拉动|带动|贡献)[^,;。]{0,16}$/.test(words.slice(0, hit.at))) return null;
  left.movement = hit.movement;
  return hit.at;
}

function peelComparedMovement(words: string, left: Draft): number | null {
  if (left.movement !== null || left.linked) return null;
  const hit = comparedMovementAtEnd(words);
  if (hit === null) return null;
  // 比设想的600亿元多出54%: what is compared with stands before, an amount itself.
  const base = baseAtEnd(words.slice(0, hit.at));
  if (base === null && (hit.at > 0 || !/出$/.test(words))) return null;
  left.movement = hit.movement;
  left.base = base?.base ?? null;
  return base?.at ?? hit.at;
}

function peelComparator(words: string, left: Draft): number | null {
  if (left.movement !== null || left.linked || left.difference !== null) return null;
  const hit = comparatorAtEnd(words, left.aspect.unit === '百分点');
  if (hit === null) return null;
  left.difference = hit.direction;
  left.base = hit.base;
  return hit.at;
}

function peelBase(words: string, left: Draft): number | null {
  if (left.base !== null) return null;
  const hit = baseAtEnd(words) ?? yearlyAtEnd(words, left);
  if (hit === null) return null;
  left.base = hit.base;
  return hit.at;
}

/** 年递增8%: 年 alone is an average before 递增. */
function yearlyAtEnd(words: string, left: Draft): { base: string; at: number } | null {
  if (left.movement?.changeWord !== '递增') return null;
  const hit = /每?年$/.exec(words);
  return hit === null ? null : { base: hit[0], at: hit.index };
}
