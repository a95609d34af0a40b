import type { Figure, Rank } from '../figures/figure.js';
import type { WeightedUnit } from '../search/units.js';
import { normalise } from '../text/normalise.js';
import { type Aspect, movesBy } from './aspect.js';
import type { Demand } from './demand.js';
import type { FigurePlace } from './figure-place.js';
import { timeFit } from './figure-time.js';
import { sharedCharacters } from './shared-characters.js';
import { moves, type StatedFigure } from './stated-figure.js';
import { unitFit } from './wanted-unit.js';

/** What a question, or a part of it, says of the figure it is for, each found once. */
export interface Signs {
  /** 新增, 净增: what was added is asked for. */
  readonly ofAdded: boolean;
  readonly ofTotal: boolean;
  /** 比全国高多少. */
  readonly compares: boolean;
  readonly falls: boolean;
  readonly rises: boolean;
  readonly by: ReturnType<typeof movesBy>;
  /** 花的钱. */
  readonly spends: boolean;
}

/** @param normal the normalised question */
export function signsOf(normal: string): Signs {
  return {
    ofAdded: /新(?!型|能源|区|生)|净增|添/.test(normal),
    ofTotal: /总[量数额计共]|共有|累计/.test(normal),
    compares: compares.test(normal),
    falls: /降|减|跌|缩|(?<!多)少了/.test(normal),
    rises: /增|涨|升|多了/.test(normal),
    by: movesBy(normal),
    spends: /花的钱|花销|开销|花费/.test(normal),
  };
}

const compares =
  /[比较].+(?:(?<!提)高|(?<!降)低|(?<!加)快|慢)(?:出|了)?(?:多少|几)|[高低快慢][出于](?:全|世|平均|同|[^,，。]{1,4}[省市区])/;

/** How well a figure is what is demanded, about 0 to 1; below 0 where it cannot be. */
export function figureFit(stated: StatedFigure, demand: Demand): number {
  return (
    wordFit(stated, demand) +
    aspectFit(stated.figure, demand) +
    planFit(stated, demand) +
    baseFit(stated, demand) +
    timeFit(stated, demand.time) +
    moneyFit(stated, demand) +
    countedFit(stated, demand) +
    unitFit(stated.figure, demand.unit)
  );
}

/** Up to 0.95: the share of the demand's words near the figure, and of its indicator they cover. */
function wordFit({ indicator, place }: StatedFigure, demand: Demand): number {
  const { units, context, signs } = demand;
  const wantsMoney = /^(?:money|billions)$/.test(demand.unit?.kind ?? '');
  const covered = new Uint8Array(indicator.length);
  let held = 0;
  let total = 0;
  for (const { forms, weight, prose } of units) {
    total += weight;
    const near = Math.max(...forms.map((form) => nearness(form, indicator, covered, place)));
    // What money is spent on has looser words in every other indicator; what is earned has not.
    const mayBeLoose = near < loose && (!wantsMoney || earning.test(forms[0] ?? ''));
    held += weight * Math.max(near, mayBeLoose ? looseNearness(prose, indicator, covered) : 0);
  }
  // 广东货物进出口总额: the region asked for is nothing more than was asked for.
  for (const word of context) {
    const at = indicator.indexOf(word);
    if (at >= 0) covered.fill(1, at, at + word.length);
  }
  let coverage = 0;
  for (const one of covered) coverage += one;
  coverage /= indicator.length || 1;
  return (total === 0 ? 0 : 0.65 * (held / total) + 0.3 * coverage) - addedFit(indicator, signs);
}

/** What was added to a thing is not the thing, nor the reverse where a total is told beside it. */
function addedFit(indicator: string, { ofAdded, ofTotal }: Signs): number {
  if (ofAdded) return /总[量数]$/.test(indicator) ? 0.25 : 0;
  if (!/新增|新建|新设|新登记|新培育|净增/.test(indicator)) return 0;
  return ofTotal ? 0.25 : 0.1;
}

/** 1 for a word of the indicator, less the farther from the figure it stands; 0 if nowhere. */
function nearness(
  form: string,
  indicator: string,
  covered: Uint8Array,
  { clause, sentence, heading }: FigurePlace,
): number {
  // 棉花360万吨: of what is grown or made an amount is the output.
  if (form.startsWith(indicator) && indicator === form.replace(/总?产量?$/, '')) {
    covered.fill(1);
    return 1;
  }
  if (indicator.includes(form)) {
    for (let at = indicator.indexOf(form); at >= 0; at = indicator.indexOf(form, at + 1))
      covered.fill(1, at, at + form.length);
    return 1;
  }
  const inIndicator = sharedCharacters(form, indicator, covered);
  if (clause.includes(form)) return Math.max(0.8, inIndicator);
  const rough = Math.max(0.9 * inIndicator, 0.7 * sharedCharacters(form, clause));
  if (sentence.includes(form)) return Math.max(0.5, rough);
  return heading.includes(form) ? Math.max(0.45, rough) : rough;
}

/** 赚了多少: 利润. */
function looseNearness(prose: readonly string[], indicator: string, covered: Uint8Array): number {
  const word = prose.find((one) => one.length > 1 && indicator.includes(one));
  if (word === undefined) return 0;
  const at = indicator.indexOf(word);
  covered.fill(1, at, at + word.length);
  return loose;
}

const earning = /^[赚挣亏欠赔存贷借]/;

/** What a looser word counts beside the word itself. */
const loose = 0.8;

function aspectFit(figure: Figure, { aspect, normal, signs }: Demand): number {
  const { kind } = aspect;
  if (kind === 'rank')
    return figure.rank === null ? -1 : rankFit(figure, figure.rank, aspect, normal);
  if (figure.kind === 'rank') return -0.5;
  if (signs.compares) return figure.kind === 'difference' ? 0.2 : moves(figure) ? -0.05 : -0.1;
  if (kind === 'growth') return growthFit(figure, signs);
  if (kind === 'share') {
    if (figure.kind === 'share' || figure.kind === 'ratio') return 0.1;
    return moves(figure) ? -0.45 : -0.2;
  }
  if (kind === 'level' && moves(figure)) return -0.12;
  // 公园总数: 三分之二的公园 is no total.
  if (signs.ofTotal && figure.kind === 'share') return -0.3;
  return kind === 'level' ? 0.06 : 0;
}

function growthFit(figure: Figure, { falls, rises, by }: Signs): number {
  if (!moves(figure)) return movingNames.test(figure.indicator) ? -0.1 : -0.45;
  const against = (falls && figure.direction === 'up') || (rises && figure.direction === 'down');
  const other = by !== null && (by === 'share') !== (figure.kind === 'growth');
  return (against && falls !== rises ? 0 : 0.1) - (other ? 0.04 : 0);
}

/** 降低成本200亿元: a name that holds the movement. */
export const movingNames =
  /新增|净增|增加(?!值)|[减增][税收支产]|降低|降本|压[减缩降]|减少|缩[短减]|精简|提高|扩大/;

function rankFit(figure: Figure, rank: Rank, { position, ranked }: Aspect, normal: string): number {
  // 哪项居首位 is not answered by a second place.
  const fit = position === null || rank.position === position ? 0.2 : -0.5;
  const of = figure.kind !== 'rank' ? moves(figure) : /增[速幅长]|涨幅/.test(figure.indicator);
  const subject = ranked === null || (ranked === 'growth') === of ? 0 : -0.06;
  return fit + subject + scopeFit(rank, normal);
}

/** 西部第几 is not answered by a place in the whole country. */
function scopeFit({ scope }: Rank, normal: string): number {
  const asked = scopes.exec(normal)?.[0];
  if (asked === undefined || scope === null) return 0;
  return normal.includes(normalise(scope)) || normalise(scope).includes(asked) ? 0.1 : -0.4;
}

const scopes =
  /全国|国内|全球|世界|全省|全区|全市|西部|西北|西南|东部|东北|中部|华北|华东|华南|沿海|沿边|长三角|珠三角|大湾区|黄河流域/;

/** 花的钱增长多少 is of an amount of money, whatever its name. */
function moneyFit({ indicator }: StatedFigure, { signs }: Demand): number {
  return signs.spends && moneyNames.test(indicator) ? 0.15 : 0;
}

const moneyNames = /(?:花费|费用?|额|资金?|收入|支出|款|投入|产值|成本|金)$/;

/** 主平台承接了多少项目 is of 项目, wherever 主平台 stands. */
export function countedFit({ indicator }: StatedFigure, { units }: Demand): number {
  const forms = units.flatMap((unit) => (unit.counted ? unit.forms : []));
  if (forms.some((form) => indicator.endsWith(form))) return 0.12;
  return forms.some((form) => indicator.includes(form)) ? 0.06 : 0;
}

/** 年度任务110万人: a plan by its own name, beside the result in one sentence. */
function planFit({ indicator, place }: StatedFigure, { aspect: { target } }: Demand): number {
  if (!target) return 0;
  if (/(?:任务|目标|计划)[数值]?$/.test(indicator)) return 0.55;
  return /计划|目标|预[定期]|要求/.test(place.clause) ? 0.1 : 0;
}

/** 环比 is answered by no other comparison, and by itself only where it is asked for. */
function baseFit({ figure: { change }, place }: StatedFigure, { bases: asked }: Demand): number {
  return place.bases.reduce((fit, told, i) => {
    if (told) return fit + (asked[i] ? 0.08 : -0.04);
    return fit - (asked[i] && change !== null ? 0.08 : 0);
  }, 0);
}

/**
 * Where some figures' indicators hold the best part of what is asked for, the others are of
 * something else: GDP's rank is not answered by the rank of another indicator.
 *
 * @param least share of the units, by weight, that makes an indicator the one asked for
 */
export function named<T extends StatedFigure>(
  figures: readonly T[],
  units: readonly WeightedUnit[],
  least: number,
): readonly T[] {
  const total = units.reduce((sum, { weight }) => sum + weight, 0);
  const shares = figures.map(({ indicator }) =>
    units.reduce(
      (sum, { forms, weight }) =>
        sum + (forms.some((form) => indicator.includes(form)) ? weight : 0),
      0,
    ),
  );
  const best = Math.max(0, ...shares);
  if (best < least * total || total === 0) return figures;
  return figures.filter((_, i) => (shares[i] as number) >= 0.6 * best);
}
