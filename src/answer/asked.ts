import type { Figure } from '../figures/figure.js';
import type { Question } from '../search/question.js';
import type { WeightedUnit } from '../search/units.js';
import { overlaps } from '../text/span.js';
import { contrastOf } from './contrast.js';
import { type Demand, type Demands, demandsOf } from './demand.js';
import { figureFit, movingNames, named } from './figure-fit.js';
import type { FigurePlace } from './figure-place.js';
import { isOfTime, tellsPeriod } from './figure-time.js';
import { type FigureWish, figureWish } from './figure-wish.js';
import { isPlan, mayBePlan, preferPlan } from './plan.js';
import { moves, type StatedFigure, statedFigures } from './stated-figure.js';

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
  /** What a figure loses whose indicator is of something else than another's. */
  other: 0.1,
  /** What a figure loses where the kind asked for (农村) stands neither beside nor above it. */
  wider: 0.2,
  /** What a figure loses for each unit of log odds that its sentence is behind. */
  behind: 0.05,
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
  const stated = statedFigures(figures, placeOf);
  const open = ofPlanOrResult(stated, asked);
  const least = asked.wants ? askedTunables.threshold : askedTunables.nameAlone;
  const best = bestOf(open, asked.whole);
  const several = eachPart(open, asked, best, least);
  if (several.length > 1) return several.map(matchOf);
  // GDP总量和增速: where the entry has one side alone, that one.
  if (best === undefined || best.score < least) return several.map(matchOf);
  return [matchOf(best)];
}

interface Fitting extends StatedFigure {
  readonly score: number;
}

function matchOf({ figure, score }: Fitting): FigureMatch {
  return { figure, score };
}

/** A result is never answered with a plan, nor the other way round. */
function ofPlanOrResult(
  figures: readonly StatedFigure[],
  { plan, whole: { normal } }: FigureQuestion,
): readonly StatedFigure[] {
  const plans = figures.filter(isPlan);
  // 粮食产量计划达到3.6亿吨；棉花360万吨: what was begun as a plan goes on as one.
  const goesOn = ({ place }: StatedFigure) =>
    plans.some(
      (one) =>
        one.place.sentence === place.sentence && one.place.before.length < place.before.length,
    );
  if (plans.length > 0 && (plan || preferPlan(normal)))
    return figures.filter((figure) => plans.includes(figure) || goesOn(figure));
  return plan ? figures.filter(mayBePlan) : figures.filter((figure) => !plans.includes(figure));
}

/** The figure that fits best; the first of those that fit as well. */
function bestOf(figures: readonly StatedFigure[], demand: Demand): Fitting | undefined {
  const { kinds, contradicts } = contrastOf(demand.normal);
  const open = figures.filter(({ indicator }) => !contradicts(indicator));
  // 城镇居民医保试点城市317个，参保人数1.17亿: what a sentence began with goes on.
  const narrowed = kinds.reduce((kept, kind) => {
    const goesOn = ({ indicator, place }: StatedFigure) => kind.test(place.before + indicator);
    const wide = kept.filter((stated) => !goesOn(stated)).map(({ indicator }) => indicator);
    const of = kept.filter((stated) => goesOn(stated) && !wide.includes(stated.indicator));
    return kept.some(({ indicator }) => kind.test(indicator)) ? of : kept;
  }, open);
  const wider = ({ place: { sentence, heading } }: StatedFigure) =>
    kinds.some((kind) => !kind.test(sentence + heading)) ? askedTunables.wider : 0;
  const near = named(narrowed, demand.units, askedTunables.named);
  const other = (stated: StatedFigure) => (near.includes(stated) ? 0 : askedTunables.other);
  return narrowed
    .filter((stated) => demand.aspect.kind !== 'rank' || near.includes(stated))
    .map((stated) => ({
      ...stated,
      score:
        figureFit(stated, demand) -
        wider(stated) -
        other(stated) +
        askedTunables.behind * Math.max(-5, stated.place.odds),
    }))
    .sort((a, b) => b.score - a.score || a.figure.start - b.figure.start)[0];
}

/** The best figure of each part; fewer than two where the entry takes the parts for one thing. */
function eachPart(
  figures: readonly StatedFigure[],
  { parts, apart }: FigureQuestion,
  best: Fitting | undefined,
  least: number,
): Fitting[] {
  if (!apart && best !== undefined && isOfAll(best, parts)) return [];
  const found: Fitting[] = [];
  for (const part of parts) {
    const bestAmong = (among: readonly StatedFigure[], demand: Demand) => {
      const match = bestOf(among, demand);
      if (match === undefined || match.score < least) return undefined;
      const right = hasSide(match.figure, demand) && isOfTime(match, demand.time);
      return right && (apart || names(match, demand)) ? match : undefined;
    };
    const isFound = ({ figure }: StatedFigure) => found.some((one) => one.figure === figure);
    // What a part shares with another leads to the other's figure: then its own words choose.
    const ofPart = (demand: Demand) => {
      const match = bestAmong(figures, demand);
      if (match === undefined || !isFound(match) || names(match, demand)) return match;
      const others = figures.filter((figure) => !isFound(figure) && names(figure, demand));
      return bestAmong(others, demand) ?? match;
    };
    // 装机和新能源占比各多少: what has no share is asked for by itself.
    const own = part.borrowed ? ofPart(sideless(part)) : undefined;
    const sided = ofPart(part);
    const match =
      own !== undefined && names(own, part) && !(sided && names(sided, part))
        ? own
        : (sided ?? own);
    if (match !== undefined && !isFound(match)) found.push(match);
  }
  return found;
}

function sideless(demand: Demand): Demand {
  return { ...demand, aspect: { ...demand.aspect, kind: 'level' }, unit: null };
}

/** Whether an indicator holds the better half of what a part alone asks for. */
function names({ indicator }: StatedFigure, demand: Demand): boolean {
  const own = demand.own.filter(({ forms: [word = ''] }) => !tellsPeriod(word));
  const total = own.reduce((sum, { weight }) => sum + weight, 0);
  const plain = indicator.replaceAll('的', '');
  const held = own
    .filter(({ forms }) => forms.some((form) => plain.includes(form) || isShortFor(form, plain)))
    .reduce((sum, { weight }) => sum + weight, 0);
  return held > total / 2;
}

/** 农村居民收入 for 农村居民人均纯收入: all of it in order, the beginning and the end at theirs. */
function isShortFor(form: string, name: string): boolean {
  if (form.length < 4 || !name.startsWith(form.slice(0, 2)) || !name.endsWith(form.slice(-2)))
    return false;
  let at = 0;
  for (const character of form) {
    at = name.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** 养老、失业、工伤保险: whether an indicator names two parts, each by words of their own. */
function isOfAll({ indicator }: StatedFigure, parts: readonly Demand[]): boolean {
  const named = parts.flatMap(({ own }) => {
    const spans = own.flatMap(({ forms }) => {
      const form = forms.find((one) => indicator.includes(one));
      const start = form === undefined ? -1 : indicator.indexOf(form);
      return form === undefined ? [] : [{ start, end: start + form.length }];
    });
    return spans.length * 2 > own.length ? [spans] : [];
  });
  return named.some((spans, i) =>
    named.slice(0, i).some((others) => !spans.some((a) => others.some((b) => overlaps(a, b)))),
  );
}

/** A part that asks for a side is answered by no other. */
function hasSide(figure: Figure, { aspect: { kind } }: Demand): boolean {
  if (kind === 'rank') return figure.rank !== null;
  if (kind === 'share') return !moves(figure) && figure.kind !== 'rank';
  if (kind !== 'growth') return figure.kind !== 'rank';
  return moves(figure) || figure.kind === 'count' || movingNames.test(figure.indicator);
}
