import type { Figure } from '../figures/figure.js';
import type { Question } from '../search/question.js';
import type { WeightedUnit } from '../search/units.js';
import { askedTunables, bestOf, type Fitting, type OpenFigure } from './best-figure.js';
import { type Contrast, contrastOf } from './contrast.js';
import { type Demands, demandsOf } from './demand.js';
import type { FigurePlace } from './figure-place.js';
import { type FigureWish, figureWish } from './figure-wish.js';
import { eachPart } from './part-figures.js';
import { wantsPlan } from './plan.js';
import { aimAndResult, ofPlanOrResult } from './plan-or-result.js';
import type { StatedFigure } from './stated-figure.js';

/** A figure of an entry with how well it fits the question, about 0 to 1. */
export interface FigureMatch {
  readonly figure: Figure;
  readonly score: number;
  /** What it is of, with the thing that a mere side (增速) is told of. */
  readonly indicator: string;
  readonly place: FigurePlace;
}

/** What the figures of every entry are held against: a pure function of the question. */
export interface FigureQuestion {
  /** Found when they are first asked for: a question for words needs none. */
  readonly demands: () => Demands;
  readonly contrast: () => Contrast;
  readonly wish: FigureWish;
  /** Whether a number or a rank is asked for. */
  readonly wants: boolean;
  /** A plan or forecast rather than a result. */
  readonly plan: boolean;
}

/** @param units of the question, each weighted, in its order */
export function figureQuestion(question: Question, units: readonly WeightedUnit[]): FigureQuestion {
  const wish = figureWish(question);
  const contrast = once(() => contrastOf(question.normal));
  return {
    demands: once(() => demandsOf(question, units, contrast())),
    contrast,
    wish,
    wants: wish === 'figure',
    plan: wantsPlan(question.normal),
  };
}

function once<T extends object>(find: () => T): () => T {
  let found: T | undefined;
  return () => {
    found ??= find();
    return found;
  };
}

/**
 * The figures asked for, in the order asked: one for each thing and side that the question names.
 * None where the question asks for no figure, or none fits.
 *
 * @param oddsOf the figure's sentence, in log odds against the best of the passage ranked: 0 at most
 */
export function askedFigures(
  figures: readonly StatedFigure[],
  asked: FigureQuestion,
  oddsOf: (figure: StatedFigure) => number = () => 0,
): FigureMatch[] {
  if (asked.wish === 'words' || figures.length === 0) return [];
  const demands = asked.demands();
  const stated: OpenFigure[] = [];
  for (const one of figures) {
    const { figure, place, indicator } = one;
    stated.push({ figure, place, indicator, odds: oddsOf(one) });
  }
  const pair = aimAndResult(stated, demands.whole);
  if (pair.length > 0) return pair.map(matchOf);
  const open = ofPlanOrResult(stated, demands.whole);
  const least = asked.wants ? askedTunables.threshold : askedTunables.nameAlone;
  const best = bestOf(open, demands.whole);
  const isLed = !asked.wants && best !== undefined && best.odds > askedTunables.led;
  if (isLed && best.score >= askedTunables.nameInLead) return [matchOf(best)];
  const several = eachPart(open, demands, best, least);
  if (several.length > 1) return several.map(matchOf);
  // GDP总量和增速: where the entry has one side alone, that one.
  if (best === undefined || best.score < least) return several.map(matchOf);
  return [matchOf(best)];
}

function matchOf({ figure, score, indicator, place }: Fitting): FigureMatch {
  return { figure, score, indicator, place };
}
