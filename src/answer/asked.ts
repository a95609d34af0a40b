import type { Figure } from '../figures/figure.js';
import type { WeightedUnit } from '../search/evidence.js';
import type { Question } from '../search/question.js';
import { normalise } from '../text/normalise.js';
import { isAspectWord } from './aspect.js';
import { contradicts, kindsAsked } from './contrast.js';
import { type Demand, type Demands, demandsOf } from './demand.js';
import { figureFit, moves, named } from './figure-fit.js';
import type { FigurePlace } from './figure-place.js';
import { yearOf } from './figure-time.js';
import { type FigureWish, figureWish } from './figure-wish.js';
import { isPlan, mayBePlan } from './plan.js';

/** A figure of an entry with how well it fits the question, about 0 to 1. */
export interface FigureMatch {
  readonly figure: Figure;
  readonly score: number;
}

/** Found on the training questions; flat around these values. */
export const askedTunables = Object.freeze({
  /** Below this, no figure was asked for: by a question for an amount or a rank, and by others. */
  threshold: 0.3,
  nameAlone: 0.75,
  /** Share of the question that an indicator must hold for the others to be of something else. */
  named: 0.4,
  /** What a figure loses where the kind asked for (农村) stands neither beside nor above it. */
  wider: 0.2,
});

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
  const { whole } = asked;
  const places = new Map(figures.map((figure) => [figure, placeOf(figure)]));
  const entry: Entry = {
    placeOf: (figure) => places.get(figure) as FigurePlace,
    indicatorOf: (figure) => fullIndicator(figures, figure),
  };
  // A result is never answered with a plan, nor the other way round.
  const plans = figures.filter((figure) => isPlan(figure, entry.placeOf(figure)));
  const open = !asked.plan
    ? figures.filter((figure) => !plans.includes(figure))
    : plans.length > 0
      ? plans
      : figures.filter((figure) => mayBePlan(entry.placeOf(figure)));
  const best = bestOf(open, whole, entry);
  const several = eachPart(open, asked, best, entry);
  if (several.length > 1) return several;
  const least = asked.wants ? askedTunables.threshold : askedTunables.nameAlone;
  return best === undefined || best.score < least ? [] : [best];
}

/** Of the figures of one entry. */
interface Entry {
  readonly placeOf: (figure: Figure) => FigurePlace;
  /** Normalised. */
  readonly indicatorOf: (figure: Figure) => string;
}

/** The figure that fits best; the first of those that fit as well. */
function bestOf(figures: readonly Figure[], demand: Demand, entry: Entry): FigureMatch | undefined {
  const { indicatorOf, placeOf } = entry;
  const kinds = kindsAsked(demand.normal);
  const open = figures.filter((figure) => !contradicts(demand.normal, indicatorOf(figure)));
  const narrowed = kinds.reduce((kept, kind) => {
    const of = kept.filter((figure) => kind.test(indicatorOf(figure)));
    return of.length > 0 ? of : kept;
  }, open);
  const wider = (figure: Figure) => {
    const { sentence, heading } = placeOf(figure);
    return kinds.some((kind) => !kind.test(sentence + heading)) ? askedTunables.wider : 0;
  };
  return named(narrowed, demand.units, indicatorOf, askedTunables.named)
    .map((figure) => ({
      figure,
      score: figureFit(figure, demand, placeOf(figure)) - wider(figure),
    }))
    .sort((a, b) => b.score - a.score || a.figure.start - b.figure.start)[0];
}

/** The best figure of each part; fewer than two where the entry takes the parts for one thing. */
function eachPart(
  figures: readonly Figure[],
  { parts, apart }: FigureQuestion,
  best: FigureMatch | undefined,
  entry: Entry,
): FigureMatch[] {
  const names = (figure: Figure, { own }: Demand) =>
    own.every(({ forms }) => forms.some((form) => entry.indicatorOf(figure).includes(form)));
  const together = parts.filter((part) => best !== undefined && names(best.figure, part));
  if (!apart && together.length > 1) return [];
  const found: FigureMatch[] = [];
  for (const part of parts) {
    const match = bestOf(figures, part, entry);
    if (match === undefined || match.score < askedTunables.threshold) continue;
    const right = hasSide(match.figure, part) && ofTime(match.figure, part, entry);
    if (!right || (!apart && !names(match.figure, part))) continue;
    if (!found.some(({ figure }) => figure === match.figure)) found.push(match);
  }
  return found;
}

/** A part that asks for a side is answered by no other. */
function hasSide(figure: Figure, { aspect: { kind } }: Demand): boolean {
  if (kind === 'rank') return figure.rank !== null;
  return kind === 'growth' ? moves(figure) || figure.kind === 'count' : figure.kind !== 'rank';
}

function ofTime(figure: Figure, { time: { years } }: Demand, { placeOf }: Entry): boolean {
  const year = yearOf(figure, placeOf(figure));
  return years.length !== 1 || year === null || years.includes(year);
}

/** 增速居全国第三位 is of the indicator before it. */
function fullIndicator(figures: readonly Figure[], figure: Figure): string {
  const before = figures[figures.indexOf(figure) - 1];
  return normalise(
    isAspectWord(figure.indicator) && before !== undefined
      ? before.indicator + figure.indicator
      : figure.indicator,
  );
}
