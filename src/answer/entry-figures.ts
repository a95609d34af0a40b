import type { Figure } from '../figures/figure.js';
import { remembered } from '../index/remembered.js';
import type { Store, StoredEntry } from '../index/store.js';
import type { Report } from '../text/report.js';
import { overlaps } from '../text/span.js';
import { type ReportAt, reportsOf } from './entry-reports.js';
import { figurePlace } from './figure-place.js';
import { type PlacedFigure, type StatedFigure, statedFigures } from './stated-figure.js';

/** The figures of entry `i`, with what no question changes about them. */
export type FiguresOf = (i: number) => readonly StatedFigure[];

/** Those of the entries asked for lately at hand: to place a figure costs as much as to weigh it. */
export function entryFigures(store: Store, reportAt: ReportAt = reportsOf(store)): FiguresOf {
  const placed = (i: number) => placedFigures(store.figures(i), store.entry(i), reportAt(i));
  return remembered((i) => statedFigures(placed(i)), {
    most: rememberedFigures,
    sizeOf: (figures) => figures.length + 1,
  });
}

/** About a kilobyte each. */
const rememberedFigures = 4000;

/** Each in the sentence that holds it. */
export function placedFigures(
  figures: readonly Figure[],
  entry: Pick<StoredEntry, 'heading' | 'text' | 'sentences'>,
  report: Report | null = null,
): PlacedFigure[] {
  return figures.map((figure) => {
    const sentence = entry.sentences.find((one) => overlaps(one, figure)) ?? figure;
    return { figure, place: figurePlace(figure, entry, sentence, report) };
  });
}
