import type { Figure } from '../figures/figure.js';
import type { WeightedUnit } from '../search/evidence.js';
import type { Question } from '../search/question.js';
import { isHan } from '../text/characters.js';
import { normalise } from '../text/normalise.js';
import { type Aspect, aspectOf, isAspectWord } from './aspect.js';
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
});

/** Where a figure stands, normalised, from the nearest evidence to the farthest. */
export interface FigurePlace {
  readonly clause: string;
  readonly sentence: string;
  readonly heading: string;
}

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
  const results = figures.filter(({ target }) => target !== true);
  const targets = figures.filter(({ target }) => target === true);
  const open = asked.aspect.target && targets.length > 0 ? targets : results;
  const matches = matchesOf(open, asked, asked.units, placeOf);
  const best = matches[0]?.score ?? 0;
  if (best < (asked.wants ? askedTunables.threshold : askedTunables.nameAlone)) return [];
  const several = asked.several ? eachUnit(open, asked, placeOf) : [];
  if (several.length > 1) return several;
  return matches.filter(({ score }) => score >= best - askedTunables.tolerance);
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

/** Share of a word's characters that stand in the text: 法规 in 地方性法规, 评 in 评估. */
function sharedCharacters(form: string, text: string, covered?: Uint8Array): number {
  let shared = 0;
  for (let i = 0; i < form.length; i++) {
    if (!isHan(form.charCodeAt(i))) continue;
    const at = text.indexOf(form[i] as string);
    if (at < 0) continue;
    shared++;
    covered?.fill(1, at, at + 1);
  }
  return shared / form.length;
}

function aspectFit(figure: Figure, { kind, target }: Aspect): number {
  const fit = target && figure.target !== true ? -0.2 : 0;
  const moves = figure.kind === 'growth' || figure.kind === 'delta' || figure.change !== null;
  if (kind === 'rank') return fit + (figure.rank !== null ? 0.2 : -0.6);
  if (kind === 'growth') return fit + (moves ? 0.1 : -0.3);
  if (kind === 'share') return fit + (figure.kind === 'share' ? 0.1 : -0.1);
  if (kind === 'level') return fit + (moves ? -0.12 : 0.06);
  return fit;
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
