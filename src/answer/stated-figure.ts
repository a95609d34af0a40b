import type { Figure } from '../figures/figure.js';
import { normalise } from '../text/normalise.js';
import { isAspectWord } from './aspect.js';
import type { FigurePlace } from './figure-place.js';

/** A figure where it stands. */
export interface PlacedFigure {
  readonly figure: Figure;
  readonly place: FigurePlace;
}

/** A figure where it stands, with what it is of. */
export interface StatedFigure extends PlacedFigure {
  /** Normalised; of a mere side (增速, 总量) with the thing named before it. */
  readonly indicator: string;
}

/** @param figures of one entry, in its order; where some are left out, others may be of another thing */
export function statedFigures(figures: readonly PlacedFigure[]): StatedFigure[] {
  const stated: StatedFigure[] = [];
  for (const { figure, place } of figures) {
    const indicator = normalise(figure.indicator) + medalOf(figure);
    const before = stated.at(-1);
    const side = isAspectWord(indicator) || mereTotal.test(indicator) || mereAim.test(indicator);
    const beside = before?.place.sentence === place.sentence && side;
    const thing = beside ? thingOf(before, indicator) : '';
    stated.push({ figure, place, indicator: thing + indicator });
  }
  return stated.map(({ figure, place, indicator }, i) => ({
    figure,
    place,
    indicator: memberOf(stated, i) ?? listedBefore(stated, i) ?? rateOf(stated, i) ?? indicator,
  }));
}

/** 8金 counts 金牌. */
function medalOf({ unit }: Figure): string {
  return /^[金银铜]$/.test(unit ?? '') ? `${unit}牌` : '';
}

/** 新增地铁43公里，总里程879公里: of what, the figure before says. */
const mereTotal = /^总(?:里程|面积|长度?|产[量值]|人数|投资额?)$/;

/** 就业143万人，国家下达的年度任务为110万人, likewise. */
const mereAim =
  /^(?:国家|中央|上级)?(?:下达的?)?(?:全年|年度|年初|预期|既定)?的?(?:任务|目标|计划)[数值]?$/;

/** 服务贸易与数字贸易的规模分别为1.3万亿元、7000亿元: each figure is of the thing in its turn. */
function memberOf(stated: readonly StatedFigure[], at: number): string | null {
  const { indicator } = stated[at] as StatedFigure;
  const members = indicator.split(between);
  if (members.length < 2) return null;
  const group = alikeIn(stated, at);
  const own = group.indexOf(stated[at] as StatedFigure);
  if (members.length !== group.length) return null;
  if (!/分别|各/.test(group[0]?.place.before.slice(-6) ?? '')) return null;
  const head = /的.+$/.exec(members.at(-1) ?? '')?.[0] ?? '';
  return own < members.length - 1 ? `${members[own]}${head}` : (members[own] ?? null);
}

/** 伙伴依次为美国、东盟和欧盟,进出口额分别为1476亿元、…: each figure is of what was named in its turn. */
function listedBefore(stated: readonly StatedFigure[], at: number): string | null {
  const group = alikeIn(stated, at);
  const list = group.length < 2 ? null : named.exec(group[0]?.place.before ?? '')?.[1];
  const members = list?.split(between) ?? [];
  if (members.length !== group.length) return null;
  const own = stated[at] as StatedFigure;
  return `${members[group.indexOf(own)]}${own.indicator}`;
}

/** Those of one indicator in one sentence. */
function alikeIn(stated: readonly StatedFigure[], at: number): StatedFigure[] {
  const { indicator, place } = stated[at] as StatedFigure;
  return stated.filter(
    (one) => one.indicator === indicator && one.place.sentence === place.sentence,
  );
}

const between = /[、与和]|以及/;

const named = /(?:依次|分别)(?:为|是)([^,;:。]+),[^,;:。]{1,12}(?:分别|依次|各)[为是达]?到?$/;

/** 总体落实率93.7%,本科生、硕士生分别为91.2%、97.4%: the rate goes on for each. */
function rateOf(stated: readonly StatedFigure[], at: number): string | null {
  const { indicator, place, figure } = stated[at] as StatedFigure;
  if (figure.unit !== '%' || moves(figure) || /[率比重例度]$/.test(indicator)) return null;
  if (indicator.length > 6 || !/分别|其中/.test(place.before)) return null;
  const rate = stated
    .slice(0, at)
    .findLast((one) => one.place.sentence === place.sentence && /率$/.test(one.indicator));
  if (rate === undefined || rate.figure.unit !== '%' || moves(rate.figure)) return null;
  return `${indicator}${rate.indicator}`;
}

/** 增速居全国第三位 is of the indicator before it; 总量 of a thing is not what was added to it. */
function thingOf({ indicator }: StatedFigure, side: string): string {
  return /^总/.test(side) ? indicator.replace(/新(?:增|登记|设|建)的?/, '') : indicator;
}

/** 经济增长预期为7%: a movement by its name alone. */
const namesMovement = /(?:幅度?|增速|增长(?:率|速度)?的?(?:预期|调控|主要)?(?:目标)?)$/;

/** Whether a figure tells a movement and not where it led. */
export function moves({ kind, change, indicator }: Figure): boolean {
  const named = kind === 'share' && namesMovement.test(indicator);
  return named || kind === 'growth' || kind === 'delta' || change !== null;
}
