import { ofKind } from './contrast.js';
import type { Demand } from './demand.js';
import { countedFit, figureFit, named } from './figure-fit.js';
import type { StatedFigure } from './stated-figure.js';

/** Found on the training questions; flat around these values. */
export const askedTunables = Object.freeze({
  /** Below this, no figure was asked for: by a question for an amount or a rank, and by others. */
  threshold: 0.3,
  nameAlone: 0.75,
  /** Of a bare name in place of that, where the figure stands in the sentence that answers best. */
  nameInLead: 0.6,
  /** Log odds behind the best sentence up to which one is taken for it. */
  led: -0.5,
  /** Share of the question that an indicator must hold for the others to be of something else. */
  named: 0.4,
  /** What a figure loses whose indicator is of something else than another's. */
  other: 0.1,
  /** What a figure loses where the kind asked for (农村) stands neither beside nor above it. */
  wider: 0.2,
  /** How far a figure must fit better than every plan to be meant by a question for what is to come. */
  ahead: 0.3,
  /** What a mark that was passed loses beside where it led to: 突破万亿元,达到11377亿元. */
  passed: 0.15,
  /** What a figure loses for each unit of log odds that its sentence is behind. */
  behind: 0.05,
});

/** A figure that may be meant. */
export interface OpenFigure extends StatedFigure {
  /** Log odds of its sentence against the best of the passage ranked: 0 at most. */
  readonly odds: number;
}

export interface Fitting extends OpenFigure {
  readonly score: number;
}

/** The figure that fits best; the first of those that fit as well. */
export function bestOf(figures: readonly OpenFigure[], demand: Demand): Fitting | undefined {
  if (figures.length === 0) return undefined;
  const { kinds, narrowed } = ofKind(figures, demand.contrast);
  const wider = ({ place: { sentence, heading } }: OpenFigure) =>
    kinds.some((kind) => !kind.test(sentence + heading)) ? askedTunables.wider : 0;
  const near = named(narrowed, demand.units, askedTunables.named);
  const other = (stated: OpenFigure) =>
    near.includes(stated) || countedFit(stated, demand) > 0 ? 0 : askedTunables.other;
  let best: OpenFigure | undefined;
  let most = 0;
  for (const stated of demand.aspect.kind === 'rank' ? near : narrowed) {
    const score =
      figureFit(stated, demand) -
      wider(stated) -
      other(stated) -
      (isPassed(stated, figures) ? askedTunables.passed : 0) +
      askedTunables.behind * Math.max(-5, stated.odds);
    const isFirst = best === undefined || stated.figure.start < best.figure.start;
    if (best !== undefined && (score < most || (score === most && !isFirst))) continue;
    best = stated;
    most = score;
  }
  if (best === undefined) return undefined;
  const { figure, place, indicator, odds } = best;
  return { figure, place, indicator, odds, score: most };
}

/** Whether it is a mark that was passed, and what came of it stands behind in the same sentence. */
function isPassed({ figure, place }: OpenFigure, figures: readonly OpenFigure[]): boolean {
  if (figure.bound === null || !passing.test(place.clause)) return false;
  return figures.some(
    (other) =>
      other.figure.start > figure.start &&
      other.figure.bound === null &&
      other.figure.unit === figure.unit &&
      other.figure.indicator === figure.indicator &&
      other.place.sentence === place.sentence,
  );
}

const passing = /突破|超过|跨[上过]|迈[上过]|首[次破]/;
