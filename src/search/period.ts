import type { Span } from '../text/span.js';
import { yearNumber } from '../text/years.js';

/** The time a question asks about. */
export interface Period {
  /** Years reported on, ascending: 2022年, 去年. */
  readonly years: readonly number[];
  /** Editions, ascending: 2023卷, 2023年鉴. Edition N reports on year N − 1. */
  readonly editions: readonly number[];
  /** 最新, 最近: the newest there is. */
  readonly newest: boolean;
  /** Where this stands in the normalised question. */
  readonly spans: readonly Span[];
  /** Years that are only compared with: 比2019年, 与2021年相比. They stand in `years` too. */
  readonly bases: readonly number[];
  /** Five-year plans by their years, ascending: 十四五期间. They choose no volume. */
  readonly plans: readonly Plan[];
  /** Parts of a year, as asked: 上半年, 前三季度, 1-8月. They choose no volume. */
  readonly parts: readonly string[];
}

export interface Plan {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** @param normal the normalised question */
export function findPeriod(normal: string, today: Date): Period {
  const years = new Set<number>();
  const editions = new Set<number>();
  const spans: Span[] = [];
  let newest = false;
  // 去年(2023): the asker's own year.
  const told = /\((?:19|20)\d\d年?\)/.test(normal);
  for (const match of normal.matchAll(pattern)) {
    const groups = match.groups ?? {};
    const end = match.index + match[0].length;
    if (groups.relative !== undefined && isBase(normal, match.index, end)) continue;
    spans.push({ start: match.index, end });
    if (groups.edition !== undefined) editions.add(Number(groups.edition));
    else if (groups.from !== undefined) {
      for (const year of range(Number(groups.from), Number(groups.to))) years.add(year);
    } else if (groups.year !== undefined) years.add(Number(groups.year));
    else if (groups.han !== undefined) years.add(yearNumber(groups.han));
    else if (groups.short !== undefined) years.add(2000 + Number(groups.short));
    else if (groups.relative === undefined) newest = true;
    else if (!told) years.add(today.getFullYear() + (relativeYears[groups.relative] as number));
  }
  const ascending = (set: Set<number>) => [...set].sort((a, b) => a - b);
  return {
    years: ascending(years),
    editions: ascending(editions),
    newest,
    spans,
    bases: basesIn(normal, ascending(years)),
    plans: plansIn(normal),
    parts: [...normal.matchAll(partOfYear)].map(([part]) => part),
  };
}

/** 比上年增长, 与去年相比: what is only compared with; not 比较去年和今年, 今年和去年. */
function isBase(normal: string, start: number, end: number): boolean {
  const before = normal.slice(0, start);
  if (/(?<!相)比$|(?<!比)较$/.test(before)) return true;
  return (
    /[与同和跟]$/.test(before) &&
    /^(?:同期)?(?:相比|比)/.test(normal.slice(end)) &&
    !joinedYear.test(before)
  );
}

function basesIn(normal: string, years: readonly number[]): number[] {
  return years.filter((year) =>
    new RegExp(`(?<!相)[比较]${year}年?|[与同和]${year}年?(?:相比|比较)`).test(normal),
  );
}

/** The five-year plans named in a normalised text, ascending. */
export function plansIn(normal: string): Plan[] {
  const plans = [...normal.matchAll(planNames)].map(([name]) => {
    const from = firstPlan + 5 * (planNumber(name) - 1);
    return { name, from, to: from + 4 };
  });
  return plans.sort((a, b) => a.from - b.from).filter(({ name }, i) => name !== plans[i - 1]?.name);
}

/** 十四五, but 九五 and 十五, which are numbers more often, only where they are marked as plans. */
const planNames =
  /(?<![一二三四五六七八九十百])(?:十[一二三四五六]五(?![百千万])|[三四五六七八九十]五(?=[”"]|计划|规划|时期|期间))/g;
/** From the third on, 1966 to 1970, they follow each other. */
const firstPlan = 1956;

/** 九五 → 9, 十四五 → 14. */
function planNumber(name: string): number {
  return name.length === 2
    ? '一二三四五六七八九十'.indexOf(name[0] as string) + 1
    : 10 + planNumber(name.slice(1));
}

const partOfYear =
  /[上下]半年|前[一二三四]个?季度|第?[一二三四1-4]季度|\d{1,2}月?\s*[-—–至到]\s*\d{1,2}月|(?<!\d)\d{1,2}月份?(?!\d)/g;

const relativeYears: Readonly<Record<string, number>> = {
  今年: 0,
  本年: 0,
  去年: -1,
  上年: -1,
  上一年: -1,
  前年: -2,
  明年: 1,
};

const relatives = Object.keys(relativeYears).join('|');
const joinedYear = new RegExp(`(?:${relatives}|\\d年)[与同和跟]$`);

/** 从2000元提到多少, 2012名学生; not 2024人均收入, 2024公路里程. */
const counted =
  '(?:%|元|块|[万亿]|吨|斤|公[斤里]|里|米|亩|名(?![单牌义称])|户(?![籍口])|家(?![庭电长具居])|件|个(?![人体税性])|' +
  '项(?!目)|条(?![例件])|套|台(?![湾风州账])|辆|头(?!部)|度(?!假)|座|种(?![植子业粮])|岁|' +
  '人(?![均口才民大工事力社数类群物文们]))';

/** Most telling first: `2023卷` is an edition, `2021—2023年` a range, `2022年` a year. */
const pattern = new RegExp(
  [
    String.raw`(?<!\d)(?<edition>(?:19|20)\d\d)\s*(?:年版|年?卷|版|年鉴)`,
    String.raw`(?<!\d)(?<from>(?:19|20)\d\d)年?(?:[-—–~至到])(?<to>(?:19|20)\d\d)年?`,
    String.raw`(?<!\d)(?<year>(?:19|20)\d\d)(?:年度?|(?!\d|[.,]\d|${counted}))`,
    `(?<han>[一二][九〇零○][〇零○一二三四五六七八九]{2})年`,
    String.raw`(?<![\d'’])(?<short>[0-4]\d)年(?![代来前后以之内间])`,
    `(?<relative>${relatives})`,
    '最新|最近一年',
  ].join('|'),
  'g',
);

/** At most a hundred years: a longer range is a slip. */
function range(from: number, to: number): number[] {
  const [low, high] = from <= to ? [from, to] : [to, from];
  return Array.from({ length: Math.min(high - low, 100) + 1 }, (_, i) => low + i);
}
