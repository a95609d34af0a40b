import type { StatedFigure } from './stated-figure.js';

/** What a question's own kinds of a thing rule out and narrow down to. */
export interface Contrast {
  /**
   * Whether an indicator is of another kind than the one asked for: 城镇居民收入 where 农村居民收入 is
   * asked. Not where it is of both, or the question names both or neither.
   */
  readonly contradicts: (indicator: string) => boolean;
  /**
   * The kinds that the question narrows its subject to, 农村 in 农村居民收入: where an entry states
   * them of some figures, the others are of something wider.
   */
  readonly kinds: readonly RegExp[];
}

/** Question and indicators normalised. */
export function contrastOf(question: string): Contrast {
  if (!anyKind.test(question) && !question.includes('级')) return none;
  const rivals = [...modifiers, ...heads].flatMap((kinds) => {
    const asked = askedOf(kinds, question);
    return asked === null ? [] : [{ asked, kinds }];
  });
  return {
    contradicts: (indicator) =>
      rivals.some(
        ({ asked, kinds }) => !asked.test(indicator) && kinds.some((kind) => kind.test(indicator)),
      ),
    kinds: [
      ...modifiers.flatMap((kinds) => askedOf(kinds, question) ?? []),
      // 千亿级的镇 is told as 超千亿元.
      ...(question.match(grade) ?? []).map((word) => new RegExp(word.replace(/(?<=亿)级$/, ''))),
    ],
  };
}

/**
 * The figures of the kind that a question narrows its subject to, and that kind's forms; where the
 * entry tells no kinds apart, all that are of no other.
 */
export function ofKind<T extends StatedFigure>(
  figures: readonly T[],
  { kinds, contradicts }: Contrast,
): { readonly kinds: readonly RegExp[]; readonly narrowed: readonly T[] } {
  const open: readonly T[] = figures.filter(({ indicator }) => !contradicts(indicator));
  return { kinds, narrowed: kinds.reduce(narrowTo<T>, open) };
}

/** 城镇居民医保试点城市317个，参保人数1.17亿: what a sentence began with goes on. */
function narrowTo<T extends StatedFigure>(figures: readonly T[], kind: RegExp): readonly T[] {
  if (!figures.some(({ indicator }) => kind.test(indicator))) return figures;
  const goesOn = ({ indicator, place }: StatedFigure) =>
    kind.test(place.before + indicator + (purpose.exec(place.after)?.[0] ?? ''));
  const isWide = ({ indicator, place }: StatedFigure) =>
    figures.some(
      (other) =>
        other.indicator === indicator && other.place.sentence === place.sentence && !goesOn(other),
    );
  return figures.filter((stated) => goesOn(stated) && !isWide(stated));
}

/** Whether a question may name a kind of a thing: most do not. */
export function namesKinds(question: string): boolean {
  return anyKind.test(question);
}

/** Between two kinds of one thing with no word between them: 城镇|农村, 一产|二产|三产. */
export function betweenKinds(): string {
  return [...modifiers, ...heads]
    .flatMap((kinds) =>
      kinds.flatMap((kind) =>
        kinds
          .filter((other) => other !== kind)
          .map((other) => `(?<=${kind.source})(?=${other.source})`),
      ),
    )
    .join('|');
}

/** 安排429亿元，解决退休人员医疗保险问题: what a sum is for stands behind it. */
const purpose = /^,(?:用于|用来|解决|支持|补助|帮助)[^,;。\d]*/;

function askedOf(kinds: readonly RegExp[], question: string): RegExp | null {
  const asked = kinds.filter((kind) => kind.test(question));
  return asked.length === 1 ? (asked[0] as RegExp) : null;
}

const none: Contrast = { contradicts: () => false, kinds: [] };

/** 百亿级项目, 国家级园区: what is of a grade is part of something wider. */
const grade = /(?:[十百千万]+亿|国家|世界|[省市县区])级(?![别领干配])/g;

/**
 * Kinds of a thing that official prose sets against one another: what is said of one is never
 * said of the others. Each by the forms it is printed in.
 */
const modifiers: readonly (readonly RegExp[])[] = [
  [/农村|乡村|自然村|行政村|村庄|村民|农牧民|农牧区|农民(?!工)|乡下/, /城镇|城市|市民|城里人/],
  [/(?<!进)出口/, /进口/],
  [/第一产业|一产/, /第二产业|二产/, /第三产业|三产|服务业/],
  [/户籍/, /常住/],
  [/规模以下|规下/, /规模以上|规上/],
  [/限额以下|限下/, /限额以上|限上/],
  [/pm_?2[._]5|细颗粒物/, /pm_?10|可吸入颗粒物/],
  [/对外(?:直接)?投资|境外投资|[往向到在](?:国外|海外|境外)/, /外商|[使利]用外资/],
  [/客运|旅客/, /货运|货物/],
  [/男/, /女/],
  [/博士/, /硕士/],
  [/养老/, /医疗(?!卫生|机构|服务|设施|床位|器械|资源|队|人员)|医保/, /失业/, /工伤/, /生育/],
  [/死(?!伤)|遇难|身亡|丧生/, /受伤|负伤/, /失踪/, /受灾|转移安置/],
  [/小学/, /初中/, /高中/, /大学|高等教育|高校/],
  [/上半年/, /下半年/],
  [/一季度/, /二季度/, /三季度/, /四季度/],
  [/火电|煤电/, /水电/, /风电|风力/, /光伏|太阳能/, /核电/],
];

/** Heads may be elided where they are printed once for several: 城镇居民增长4.8%. */
const heads: readonly (readonly RegExp[])[] = [
  [/存款/, /贷款/],
  [/工业/, /(?<!工)农业/],
  [/收入/, /支出/],
  [/发电/, /用电/],
  [/地铁|轨道交通/, /高铁|高速铁路/, /高速公路/],
  [/出栏/, /存栏/],
  [/出生/, /死亡/],
  [/结婚/, /离婚/],
];

const anyKind = new RegExp(
  [...modifiers, ...heads]
    .flat()
    .map(({ source }) => source)
    .join('|'),
);
