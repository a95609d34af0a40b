import type { Figure } from '../figures/figure.js';
import { remembered } from '../index/remembered.js';
import type { Store, StoredEntry } from '../index/store.js';
import { normalise } from '../text/normalise.js';
import { type Report, reportOf } from '../text/report.js';
import { overlaps } from '../text/span.js';
import { figurePlace } from './figure-place.js';
import { type PlacedFigure, type StatedFigure, statedFigures } from './stated-figure.js';

/** The figures of entry `i`, with what no question changes about them. */
export type FiguresOf = (i: number) => readonly StatedFigure[];

/** Those of the entries asked for lately at hand: to place a figure costs as much as to weigh it. */
export function entryFigures(store: Store): FiguresOf {
  const placed = (i: number) => {
    const entry = store.entry(i);
    const year = store.volumes[entry.volume]?.year ?? null;
    return placedFigures(store.figures(i), entry, reportOf(normalise(entry.text), year));
  };
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
