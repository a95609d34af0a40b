import type { Figure } from '../figures/figure.js';
import type { WeightedUnit } from '../search/evidence.js';
import type { Question } from '../search/question.js';
import { normalise } from '../text/normalise.js';
import type { Aspect } from './aspect.js';

/** A figure of an entry with how well it fits the question, about 0 to 1. */
export interface FigureMatch {
  readonly figure: Figure;
  readonly score: number;
}

/** Found on our own questions; flat around these values. */
export const askedTunables = Object.freeze({
  /** Below this, a figure was not asked for. */
  threshold: 0.5,
  /** Figures this close to the best were asked for as well. */
  tolerance: 0.06,
  /** From here on a question that is nothing but an indicator's name asks for its figure. */
  nameAlone: 0.75,
});

/** What the figures are held against. */
export interface FigureQuestion {
  readonly question: Question;
  /** The question's units without words of aspect, weighted. */
  readonly units: readonly WeightedUnit[];
  readonly aspect: Aspect;
}

/**
 * The figures asked for, best first; none where the question asks for no figure.
 *
 * @param contextOf the normalised sentence and heading a figure stands in
 */
export function askedFigures(
  figures: readonly Figure[],
  asked: FigureQuestion,
  contextOf: (figure: Figure) => string,
): FigureMatch[] {
  const { answerType } = asked.question;
  const wants = answerType === 'amount' || answerType === 'rank';
  if (!wants && answerType !== 'other' && answerType !== 'list') return [];
  const matches = figures
    .map((figure) => ({ figure, score: figureScore(figure, asked, contextOf(figure)) }))
    .sort((a, b) => b.score - a.score || a.figure.start - b.figure.start);
  const best = matches[0]?.score ?? 0;
  if (best < (wants ? askedTunables.threshold : askedTunables.nameAlone)) return [];
  return matches.filter(({ score }) => score >= best - askedTunables.tolerance);
}

function figureScore(
  figure: Figure,
  { question, units, aspect }: FigureQuestion,
  context: string,
): number {
  const indicator = normalise(figure.indicator);
  const covered = new Uint8Array(indicator.length);
  let held = 0;
  let total = 0;
  for (const { forms, weight } of units) {
    total += weight;
    const inIndicator = forms.map((form) => cover(indicator, form, covered));
    const best = Math.max(0, ...inIndicator);
    const beside = forms.some((form) => context.includes(form)) ? 0.6 : 0;
    held += weight * Math.max(best, beside);
  }
  const coverage = covered.reduce((sum, one) => sum + one, 0) / (indicator.length || 1);
  const score = total === 0 ? 0 : 0.6 * (held / total) + 0.4 * coverage;
  return score + aspectFit(figure, aspect) + timeFit(figure, question);
}

/** Marks where the form stands in the indicator; 1 if whole, a share of its pairs if in part. */
function cover(indicator: string, form: string, covered: Uint8Array): number {
  const at = indicator.indexOf(form);
  if (at >= 0) {
    covered.fill(1, at, at + form.length);
    return 1;
  }
  if (form.length < 3) return 0;
  let pairs = 0;
  for (let i = 0; i + 1 < form.length; i++) {
    const place = indicator.indexOf(form.slice(i, i + 2));
    if (place < 0) continue;
    pairs++;
    covered.fill(1, place, place + 2);
  }
  return (0.8 * pairs) / (form.length - 1);
}

function aspectFit(figure: Figure, { kind, target }: Aspect): number {
  const fit =
    figure.target === true && !target ? -0.4 : target && figure.target !== true ? -0.2 : 0;
  const moves = figure.kind === 'growth' || figure.kind === 'delta' || figure.change !== null;
  if (kind === 'rank') return fit + (figure.rank !== null ? 0.15 : -0.4);
  if (kind === 'growth') return fit + (moves ? 0.1 : -0.2);
  if (kind === 'share') return fit + (figure.kind === 'share' ? 0.1 : -0.2);
  if (kind === 'level') return fit + (moves ? -0.12 : 0.08);
  return fit;
}

function timeFit(figure: Figure, { period }: Question): number {
  if (figure.year === null || period.years.length === 0) return 0;
  return period.years.includes(figure.year) ? 0.05 : -0.25;
}
