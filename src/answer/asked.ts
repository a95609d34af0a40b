import type { Figure } from '../figures/figure.js';
import type { Question } from '../search/question.js';
import type { WeightedUnit } from '../search/units.js';
import { askedTunables, bestOf, type Fitting } from './best-figure.js';
import { type Demand, type Demands, demandsOf } from './demand.js';
import type { FigurePlace } from './figure-place.js';
import { isStart } from './figure-time.js';
import { type FigureWish, figureWish } from './figure-wish.js';
import { eachPart } from './part-figures.js';
import { isIntent, isPlan, mayBePlan, mayMeanPlan, preferPlan } from './plan.js';
import { type StatedFigure, statedFigures } from './stated-figure.js';

/** A figure of an entry with how well it fits the question, about 0 to 1. */
export interface FigureMatch {
  readonly figure: Figure;
  readonly score: number;
  /** What it is of, with the thing that a mere side (增速) is told of. */
  readonly indicator: string;
  readonly place: FigurePlace;
}

/** What the figures of every entry are held against: a pure function of the question. */
export interface FigureQuestion extends Demands {
  readonly wish: FigureWish;
  /** Whether a number or a rank is asked for. */
  readonly wants: boolean;
  /** A plan or forecast rather than a result. */
  readonly plan: boolean;
}

/** @param units of the question, each weighted, in its order */
export function figureQuestion(question: Question, units: readonly WeightedUnit[]): FigureQuestion {
  const demands = demandsOf(question, units);
  const wish = figureWish(question);
  return { ...demands, wish, wants: wish === 'figure', plan: demands.whole.aspect.target };
}

/**
 * The figures asked for, in the order asked: one for each thing and side that the question names.
 * None where the question asks for no figure, or none fits.
 */
export function askedFigures(
  figures: readonly Figure[],
  asked: FigureQuestion,
  placeOf: (figure: Figure) => FigurePlace,
): FigureMatch[] {
  if (asked.wish === 'words') return [];
  const stated = statedFigures(figures, placeOf);
  const pair = aimAndResult(stated, asked.whole);
  if (pair.length > 0) return pair.map(matchOf);
  const open = ofPlanOrResult(stated, asked);
  const least = asked.wants ? askedTunables.threshold : askedTunables.nameAlone;
  const best = bestOf(open, asked.whole);
  const several = eachPart(open, asked, best, least);
  if (several.length > 1) return several.map(matchOf);
  // GDP总量和增速: where the entry has one side alone, that one.
  if (best === undefined || best.score < least) return several.map(matchOf);
  return [matchOf(best)];
}

function matchOf({ figure, score, indicator, place }: Fitting): FigureMatch {
  return { figure, score, indicator, place };
}

/** 计划几个、实际几个: an aim with what came of it; none where the entry does not tell both. */
function aimAndResult(stated: readonly StatedFigure[], whole: Demand): readonly Fitting[] {
  if (!aimThenResult.test(whole.normal)) return [];
  const told = (before: RegExp) =>
    bestOf(
      stated.filter(({ place }) => before.test(place.before)),
      whole,
    );
  const aim = told(/(?:计划|目标|任务)[^,;。]*$/);
  const result = told(/(?:实际|完成)[^,;。]*$/);
  if (aim === undefined || result === undefined || aim.score < askedTunables.threshold) return [];
  return [aim, result];
}

const aimThenResult = /(?:计划|目标|任务)[^,，。]{0,4}(?:多少|几).*实际[^,，。]{0,4}(?:多少|几)/;

/** A result is never answered with a plan, nor the other way round. */
function ofPlanOrResult(
  figures: readonly StatedFigure[],
  { plan, whole }: FigureQuestion,
): readonly StatedFigure[] {
  const { normal } = whole;
  const plans = figures.filter(isPlan);
  // 粮食产量计划达到3.6亿吨；棉花360万吨: what was begun as a plan goes on as one.
  const goesOn = ({ place }: StatedFigure): boolean =>
    plans.some(
      (one) =>
        one.place.sentence === place.sentence && one.place.before.length < place.before.length,
    ) || isOfPlan(place.sentence);
  // 总额将达到855亿元。其中，出口402亿元: parts of what is planned.
  const isOfPlan = (sentence: string): boolean => {
    const first = figures.findIndex(({ place }) => place.sentence === sentence);
    const before = figures[first - 1];
    return (
      /^其中/.test(sentence) && before !== undefined && (plans.includes(before) || goesOn(before))
    );
  };
  // 标准由600元提高到650元, a plan: where it begins is no result to be told alone.
  const leadsToPlan = (figure: StatedFigure) => {
    const next = figures[figures.indexOf(figure) + 1];
    return next !== undefined && plans.includes(next) && isStart(figure);
  };
  if (plans.length > 0 && (plan || preferPlan(normal))) {
    const least = bestOf(plans, whole)?.score ?? 0;
    // 要新增多少: what fits far better than any that is said to be a plan is meant as one.
    const intended = (figure: StatedFigure) =>
      (bestOf([figure], whole)?.score ?? 0) > least + (mayBePlan(figure) ? 0 : askedTunables.ahead);
    return figures.filter(
      (figure) =>
        plans.includes(figure) ||
        goesOn(figure) ||
        leadsToPlan(figure) ||
        (isIntent(normal)
          ? mayBePlan(figure) || intended(figure)
          : mayBePlan(figure) && intended(figure)),
    );
  }
  if (plan) {
    const perhaps = figures.filter(mayBePlan);
    const best = bestOf(figures, whole)?.figure;
    const told = perhaps.some(({ figure }) => figure === best);
    return isIntent(normal) && !told ? figures : perhaps;
  }
  if (mayMeanPlan(normal)) return figures;
  return figures.filter((figure) => !plans.includes(figure) && !leadsToPlan(figure));
}
