import { askedTunables, bestOf, type Fitting, type OpenFigure } from './best-figure.js';
import type { Demand } from './demand.js';
import { isIntent, isPlan, mayBePlan, mayMeanPlan, preferPlan } from './plan.js';
import type { StatedFigure } from './stated-figure.js';

/** A result is never answered with a plan, nor the other way round. */
export function ofPlanOrResult(
  figures: readonly OpenFigure[],
  whole: Demand,
): readonly OpenFigure[] {
  const { normal } = whole;
  const plan = whole.aspect.target;
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
  const leadsToPlan = (figure: OpenFigure) => {
    const next = figures[figures.indexOf(figure) + 1];
    return next !== undefined && plans.includes(next) && figure.place.isStart;
  };
  if (plans.length > 0 && (plan || preferPlan(normal))) {
    const least = bestOf(plans, whole)?.score ?? 0;
    // 要新增多少: what fits far better than any that is said to be a plan is meant as one.
    const intended = (figure: OpenFigure) =>
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

/** 计划几个、实际几个: an aim with what came of it; none where the entry does not tell both. */
export function aimAndResult(stated: readonly OpenFigure[], whole: Demand): readonly Fitting[] {
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
