import type { Figure } from '../figures/figure.js';
import { normalise } from '../text/normalise.js';
import { isAspectWord } from './aspect.js';
import type { FigurePlace } from './figure-place.js';

/** A figure where it stands, with what it is of. */
export interface StatedFigure {
  readonly figure: Figure;
  readonly place: FigurePlace;
  /** Normalised; of a mere side (增速, 总量) with the thing named before it. */
  readonly indicator: string;
}

export function statedFigures(
  figures: readonly Figure[],
  placeOf: (figure: Figure) => FigurePlace,
): StatedFigure[] {
  const stated: StatedFigure[] = [];
  for (const figure of figures) {
    const place = placeOf(figure);
    const indicator = normalise(figure.indicator);
    const before = stated.at(-1);
    const beside = before?.place.sentence === place.sentence && isAspectWord(indicator);
    const thing = beside ? thingOf(before, indicator) : '';
    stated.push({ figure, place, indicator: thing + indicator });
  }
  return stated;
}

/** 增速居全国第三位 is of the indicator before it; 总量 of a thing is not what was added to it. */
function thingOf({ indicator }: StatedFigure, side: string): string {
  return /^总/.test(side) ? indicator.replace(/新(?:增|登记|设|建)的?/, '') : indicator;
}

/** Whether a figure tells a movement and not where it led. */
export function moves({ kind, change, indicator }: Figure): boolean {
  const named = kind === 'share' && /(?:[增涨降减]幅|增速|增长率)$/.test(indicator);
  return named || kind === 'growth' || kind === 'delta' || change !== null;
}
