import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createExtractor } from '../../src/figures/extract.js';
import type { Figure } from '../../src/figures/figure.js';

/** Sentences of our own in the manner of each kind of report, their figures judged by hand. */
interface Case {
  readonly text: string;
  readonly figures: readonly string[];
}

const cases = readFileSync(join(import.meta.dirname, 'prose.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Case);

const year = 2023;
const extract = createExtractor();

/** Every field that is set, as the cases print it; the year where it is not the volume's. */
function brief(figure: Figure): string {
  const { span, indicator, value, values, valueHigh, unit, change, changeWord } = figure;
  const { direction, bound, base, shareOf, rank, period, target } = figure;
  const scoped = rank === null ? '' : `rank=${rank.scope} ${rank.position}`;
  return [
    ...[`[${span}]`, indicator, values?.join(':') ?? value],
    valueHigh === undefined ? '' : `–${valueHigh}`,
    unit,
    change === changeWord ? change : `${change}(${changeWord})`,
    change === null ? direction : '',
    bound,
    base === null ? '' : `base=${base}`,
    shareOf ? `of=${shareOf}` : '',
    rank?.within === true ? `${scoped} within` : scoped,
    figure.year === year ? '' : figure.year,
    period,
    target === true ? 'target' : '',
  ]
    .filter((part) => part !== null && part !== undefined && part !== '')
    .join(' ');
}

describe('the figures of official prose', () => {
  it.each(cases)('of $text', ({ text, figures }) => {
    expect(extract(text, { entryId: 'a', defaultYear: year }).map(brief)).toEqual(figures);
  });
});
