import type { Pattern } from '../search/pattern.js';
import { constrains } from './account.js';
import type { FigureMatch, FigureQuestion } from './asked.js';
import type { Demand } from './demand.js';
import { tellsPlan } from './plan.js';
import { moves } from './stated-figure.js';
import { unitFit } from './wanted-unit.js';

/** Whether a figure is the one asked for, by what it is of, which side of it, and its unit: 0 to 1. */
export interface FigureEvidence {
  readonly figureNamed: number;
  readonly figureWhole: number;
  readonly sideMet: number;
  readonly sideAgainst: number;
  readonly unitMet: number;
  readonly unitAgainst: number;
  readonly planned: number;
}

/**
 * All 0 where there is no figure. Of several things asked for, the figure need only be one.
 */
export function figureEvidence(
  pattern: Pattern,
  figures: Pick<FigureQuestion, 'demands'>,
  match: FigureMatch | undefined,
): FigureEvidence {
  if (match === undefined) return none;
  const { whole, parts } = figures.demands();
  const demands = [whole, ...parts];
  const side = Math.max(...demands.map((demand) => sideOf(match, demand)));
  const unit = Math.max(...demands.map((demand) => unitOf(match, demand)));
  const { figureNamed, figureWhole } = wordsOf(pattern, match);
  return {
    figureNamed,
    figureWhole,
    sideMet: side > 0 ? 1 : 0,
    sideAgainst: side < 0 ? 1 : 0,
    unitMet: unit > 0 ? 1 : 0,
    unitAgainst: unit >= 0 ? 0 : unit < -0.3 || isRelative(match.figure) ? 1 : 0.5,
    planned: !whole.aspect.target && tellsPlan(match) ? 1 : 0,
  };
}

/** A rank is counted in nothing, and 几个 asks for people and things alike. */
function unitOf({ figure }: FigureMatch, { aspect, unit }: Demand): number {
  if (aspect.kind === 'rank' && figure.rank !== null) return 0;
  const fit = unitFit(figure, unit);
  const any = unit?.kind === 'measure' && unit.word === '个' && !/[元%点]/.test(figure.unit ?? '');
  return any ? Math.max(0, fit) : fit;
}

/** A share or ratio: where a count or an amount is asked for, it is no answer. */
function isRelative({ unit, kind }: FigureMatch['figure']): boolean {
  return kind === 'ratio' || /^(?:%|百分点|‰)$/.test(unit ?? '');
}

const none: FigureEvidence = {
  figureNamed: 0,
  figureWhole: 0,
  sideMet: 0,
  sideAgainst: 0,
  unitMet: 0,
  unitAgainst: 0,
  planned: 0,
};

/** 1 for the side asked for, -1 for another, 0 where the question leaves it open. */
function sideOf({ figure, indicator }: FigureMatch, { aspect, unit, normal }: Demand): number {
  const { kind, ranked } = aspect;
  const grows = moves(figure);
  // 总里程多少公里 is not told by what was added to it.
  if (whole.test(normal) && !added.test(normal) && added.test(indicator)) return -1;
  switch (kind) {
    case 'rank': {
      if (figure.rank === null) return -1;
      const ofGrowth = figure.kind === 'rank' ? /增[速幅长]|涨幅/.test(indicator) : grows;
      return ranked === null ? 0 : (ranked === 'growth') === ofGrowth ? 1 : -1;
    }
    case 'growth':
      if (grows) return 1;
      return /新增|净增|增加(?!值)|新/.test(indicator) ? 0 : -1;
    case 'share':
      if (figure.kind === 'share' || figure.kind === 'ratio') return 1;
      return figure.unit === '%' && !grows ? 1 : -1;
    case 'level':
      if (figure.kind === 'rank') return -1;
      if (!grows) return 1;
      // Aims are set as growth alone: 目标是多少.
      if (!aspect.target && /[是有为]多少/.test(normal)) return -1;
      return counted(unit) || /总(?:[量额数值]|收入)|绝对|规模/.test(normal) ? -1 : 0;
    default:
      return 0;
  }
}

const whole = /总(?:里程|量|数|额|面积|人数|长度?|规模|装机|产能)|一共|总共|共有/;
const added = /新|净增|添/;

/** 多少亿, 几个: an amount, and no change of one in percent. */
function counted(unit: Demand['unit']): boolean {
  return unit !== null && unit.kind !== 'percent' && unit.kind !== 'duration';
}

/** How far the words asked about and the words of the indicator are the same. */
function wordsOf({ question, normal, units }: Pattern, { indicator }: FigureMatch) {
  const covered = new Uint8Array(indicator.length);
  const cover = (text: string) => {
    for (let at = indicator.indexOf(text); at >= 0; at = indicator.indexOf(text, at + 1)) {
      covered.fill(1, at, at + text.length);
    }
  };
  for (const word of question.context) cover(word);
  for (const filler of indicator.matchAll(plainParts)) {
    covered.fill(1, filler.index, filler.index + filler[0].length);
  }
  let held = 0;
  let total = 0;
  const compared = question.units.filter(({ end }) => end <= normal.length);
  compared.forEach((unit, u) => {
    const { forms, weight } = units[u] as Pattern['units'][number];
    const whole = forms.find((form) => indicator.includes(form));
    const share = Math.max(
      ...forms.map(
        (form) => [...form].filter((one) => indicator.includes(one)).length / form.length,
      ),
    );
    if (whole !== undefined) cover(whole);
    else for (const one of unit.text) if (share >= 0.5) cover(one);
    if (!constrains(unit, question)) return;
    total += weight;
    const loose = unit.prose.some((word) => indicator.includes(word)) ? 0.7 : 0;
    held += weight * (whole !== undefined ? 1 : Math.max(loose, share >= 0.5 ? 0.8 * share : 0));
  });
  const length = indicator.length || 1;
  return {
    figureNamed: total === 0 ? 0.5 : held / total,
    figureWhole: covered.reduce((sum, one) => sum + one, 0) / length,
  };
}

/** Parts of an indicator's name that people leave out: 全体居民, 规模以上工业, 地方一般公共预算. */
const plainParts =
  /的|全体|地方|规模以上|规上|全年|全区|全省|全市|全社会|年均|平均|累计|总量|总额|总[产数]|增加值|增长率|增速|增幅|预计|达到?|为/g;
