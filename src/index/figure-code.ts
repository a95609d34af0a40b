import type { Figure } from '../figures/figure.js';

/**
 * Figures as they are kept: JSON without what the entry says already (its id, the printed span)
 * and without the names of fields. A third of the size of plain JSON, and as much faster to read.
 */
export function encodeFigures(figures: readonly Figure[]): string {
  return JSON.stringify(figures.map(rowOf));
}

/** The figures of the entry with this id and text, as they were before {@link encodeFigures}. */
export function decodeFigures(json: string, entryId: string, text: string): Figure[] {
  return (JSON.parse(json) as Row[]).map((row) => figureOf(row, entryId, text));
}

/** Start, end, those of the number, {@link fields}, and an object of the seldom ones if there are any. */
type Row = readonly unknown[];

const fields = [
  ...(['value', 'unit', 'unitText', 'indicator', 'indicatorVerbatim', 'change'] as const),
  ...(['changeWord', 'direction', 'approx', 'bound', 'base', 'rank'] as const),
  ...(['year', 'yearFrom', 'kind'] as const),
];

/** Most figures have none of these. */
const seldom = ['valueHigh', 'values', 'period', 'shareOf', 'target'] as const;

function rowOf(figure: Figure & Record<Forgotten, never>): Row {
  const { start, end, number } = figure;
  const rest = seldom.filter((name) => figure[name] !== undefined);
  return [
    ...[start, end, number?.start ?? 0, number?.end ?? 0],
    ...fields.map((name) => figure[name]),
    ...(rest.length > 0 ? [Object.fromEntries(rest.map((name) => [name, figure[name]]))] : []),
  ];
}

/** A field that is neither written nor told by the entry would not come back. */
type Forgotten = Exclude<keyof Figure, Written | 'entryId' | 'span'>;
type Written = (typeof fields)[number] | (typeof seldom)[number] | 'start' | 'end' | 'number';

/** Written out, since fields that are set by name cost as much as reading the JSON. */
function figureOf(row: Row, entryId: string, text: string): Figure {
  const [start, end, numberStart, numberEnd] = row as readonly number[];
  const figure = {
    entryId,
    start,
    end,
    span: text.slice(start, end),
    // A number is never empty.
    number: numberEnd === 0 ? null : { start: numberStart, end: numberEnd },
    // As in `fields`.
    value: row[4],
    unit: row[5],
    unitText: row[6],
    indicator: row[7],
    indicatorVerbatim: row[8],
    change: row[9],
    changeWord: row[10],
    direction: row[11],
    approx: row[12],
    bound: row[13],
    base: row[14],
    rank: row[15],
    year: row[16],
    yearFrom: row[17],
    kind: row[18],
  };
  return Object.assign(figure, row[19]) as Figure;
}
