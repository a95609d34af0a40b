import type { Figure, Rank } from '../figures/figure.js';
import type { WeightedUnit } from '../search/evidence.js';
import type { Question } from '../search/question.js';
import { isHan } from '../text/characters.js';
import { normalise } from '../text/normalise.js';
import { type Aspect, aspectOf, isAspectWord } from './aspect.js';
import type { FigurePlace } from './figure-place.js';
import { unitFit, type WantedUnit, wantedUnit } from './wanted-unit.js';

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
  /** Figures this close to the best were asked for as well. */
  tolerance: 0.05,
  /** Share of the question that an indicator must hold for the others to be of something else. */
  named: 0.4,
});

/** What the figures of every entry are held against: a pure function of the question. */
export interface FigureQuestion {
  readonly question: Question;
  /** The question's units without words of aspect, weighted. */
  readonly units: readonly WeightedUnit[];
  readonly aspect: Aspect;
  readonly unit: WantedUnit;
  /** Whether a number or a rank is asked for. */
  readonly wants: boolean;
  /** Whether figures of several indicators are asked for: 分别, 各, A、B和C. */
  readonly several: boolean;
}

export function figureQuestion(question: Question, units: readonly WeightedUnit[]): FigureQuestion {
  const { answerType, normal } = question;
  return {
    question,
    units: units.filter(({ forms }) => !isAspectWord(forms[0] ?? '')),
    aspect: aspectOf(question),
    unit: wantedUnit(normal),
    wants: answerType === 'amount' || answerType === 'rank',
    several: /分别|各(?![级类地种])|[、和与跟及]/.test(normal),
  };
}

/** The figures asked for, best first; none where the question asks for no figure. */
export function askedFigures(
  figures: readonly Figure[],
  asked: FigureQuestion,
  placeOf: (figure: Figure) => FigurePlace,
): FigureMatch[] {
  const { answerType } = asked.question;
  if (!asked.wants && answerType !== 'other' && answerType !== 'list') return [];
  // A result is never answered with a target, nor the other way round where there is one.
  const isTarget = (figure: Figure) =>
    figure.target === true || /预期目标|主要目标|计划指标/.test(placeOf(figure).heading);
  const targets = figures.filter(isTarget);
  const open = named(
    asked.aspect.target && targets.length > 0
      ? targets
      : figures.filter((figure) => !isTarget(figure)),
    asked.units,
  );
  const matches = matchesOf(open, asked, asked.units, placeOf);
  const best = matches[0]?.score ?? 0;
  if (best < (asked.wants ? askedTunables.threshold : askedTunables.nameAlone)) return [];
  const several = asked.several ? eachUnit(open, asked, placeOf) : [];
  if (several.length > 1) return several;
  const chosen = matches.filter(({ score }) => score >= best - askedTunables.tolerance);
  return asked.aspect.kind === 'rank' && /多少/.test(asked.question.normal)
    ? withValues(chosen, figures)
    : chosen;
}

/** 增长多少、排第几: a rank with 增速 for a subject brings along the figure it is of, before it. */
function withValues(chosen: readonly FigureMatch[], figures: readonly Figure[]): FigureMatch[] {
  const all = chosen.flatMap((match) => {
    const before = figures[figures.indexOf(match.figure) - 1];
    const alone = match.figure.kind === 'rank' && isAspectWord(match.figure.indicator);
    return alone && before !== undefined ? [{ ...match, figure: before }, match] : [match];
  });
  return all.filter(({ figure }, i) => all.findIndex((one) => one.figure === figure) === i);
}

/**
 * Where some figures' indicators hold the best part of what is asked for, the others are of
 * something else: GDP's rank is not answered by the rank of another indicator.
 */
function named(figures: readonly Figure[], units: readonly WeightedUnit[]): readonly Figure[] {
  const total = units.reduce((sum, { weight }) => sum + weight, 0);
  const shares = figures.map((_, i) => {
    const indicator = normalise(fullIndicator(figures, i));
    return units.reduce(
      (sum, { forms, weight }) =>
        sum + (forms.some((form) => indicator.includes(form)) ? weight : 0),
      0,
    );
  });
  const best = Math.max(0, ...shares);
  if (best < askedTunables.named * total || total === 0) return figures;
  return figures.filter((_, i) => (shares[i] as number) >= 0.6 * best);
}

/** 增速居全国第三位 is of the indicator before it. */
function fullIndicator(figures: readonly Figure[], i: number): string {
  const { indicator } = figures[i] as Figure;
  const before = figures[i - 1];
  return isAspectWord(indicator) && before !== undefined ? before.indicator + indicator : indicator;
}

function matchesOf(
  figures: readonly Figure[],
  asked: FigureQuestion,
  units: readonly WeightedUnit[],
  placeOf: (figure: Figure) => FigurePlace,
): FigureMatch[] {
  return figures
    .map((figure) => ({ figure, score: figureScore(figure, asked, units, placeOf(figure)) }))
    .sort((a, b) => b.score - a.score || a.figure.start - b.figure.start);
}

/** 工业和投资分别增长多少: the best figure of each unit that names an indicator, in that order. */
function eachUnit(
  figures: readonly Figure[],
  asked: FigureQuestion,
  placeOf: (figure: Figure) => FigurePlace,
): FigureMatch[] {
  const found = new Map<Figure, FigureMatch>();
  for (const unit of asked.units) {
    const named = figures.filter(({ indicator }) => {
      const normal = normalise(indicator);
      return unit.forms.some((form) => normal.includes(form));
    });
    const [best] = matchesOf(named, asked, [unit], placeOf);
    if (best !== undefined && !found.has(best.figure)) found.set(best.figure, best);
  }
  return [...found.values()];
}

function figureScore(
  figure: Figure,
  { question, aspect, unit }: FigureQuestion,
  units: readonly WeightedUnit[],
  place: FigurePlace,
): number {
  const indicator = normalise(figure.indicator);
  const covered = new Uint8Array(indicator.length);
  let held = 0;
  let total = 0;
  for (const { forms, weight } of units) {
    total += weight;
    held += weight * Math.max(...forms.map((form) => nearness(form, indicator, covered, place)));
  }
  const coverage = covered.reduce((sum, one) => sum + one, 0) / (indicator.length || 1);
  const score = total === 0 ? 0 : 0.65 * (held / total) + 0.3 * coverage;
  const partial = /新增|新建|净增/;
  const narrower = partial.test(indicator) && !partial.test(question.normal) ? 0.1 : 0;
  return (
    score + aspectFit(figure, aspect) + timeFit(figure, question) + unitFit(figure, unit) - narrower
  );
}

/** 1 for a word of the indicator, less the farther from the figure it stands; 0 if nowhere. */
function nearness(
  form: string,
  indicator: string,
  covered: Uint8Array,
  { clause, sentence, heading }: FigurePlace,
): number {
  const at = indicator.indexOf(form);
  if (at >= 0) {
    covered.fill(1, at, at + form.length);
    return 1;
  }
  const inIndicator = sharedCharacters(form, indicator, covered);
  if (clause.includes(form)) return Math.max(0.8, inIndicator);
  const rough = Math.max(0.9 * inIndicator, 0.7 * sharedCharacters(form, clause));
  if (sentence.includes(form)) return Math.max(0.5, rough);
  return heading.includes(form) ? Math.max(0.45, rough) : rough;
}

/**
 * Share of a word's characters that stand in the text: 法规 in 地方性法规. Under a half it is
 * chance; a Chinese word's head is its end, so without it (支出 for 收入) it is another thing.
 */
function sharedCharacters(form: string, text: string, covered?: Uint8Array): number {
  const places = [...form].map((character) =>
    isHan(character.charCodeAt(0)) ? text.indexOf(character) : -1,
  );
  const share = places.filter((at) => at >= 0).length / form.length;
  if (share < 0.5) return 0;
  for (const at of places) if (at >= 0) covered?.fill(1, at, at + 1);
  return (places.at(-1) as number) < 0 ? share / 2 : share;
}

function aspectFit(figure: Figure, { kind, target, position }: Aspect): number {
  const fit = target && figure.target !== true ? -0.2 : 0;
  const moves = figure.kind === 'growth' || figure.kind === 'delta' || figure.change !== null;
  if (kind === 'rank')
    return fit + (figure.rank === null ? -1 : positionFit(figure.rank, position));
  if (figure.kind === 'rank') return fit - 0.5;
  if (kind === 'growth') return fit + (moves ? 0.1 : -0.3);
  if (kind === 'share') return fit + (figure.kind === 'share' ? 0.1 : -0.1);
  if (kind === 'level') return fit + (moves ? -0.12 : 0.06);
  return fit;
}

/** 哪项居首位 is not answered by a second place. */
function positionFit(rank: Rank, position: number | null): number {
  return position === null || rank.position === position ? 0.2 : -0.5;
}

/** A total over several years answers for those years alone. */
function timeFit(figure: Figure, { period, normal }: Question): number {
  const manyYears = /[一二三四五六七八九十]五|[两二三四五六七八九十]年[来间]|累计|期间/.test(
    normal,
  );
  if (figure.period !== undefined) return manyYears ? 0.12 : -0.12;
  if (figure.year === null || period.years.length === 0) return manyYears ? -0.05 : 0;
  return period.years.includes(figure.year) ? 0.05 : -0.2;
}
