import type { Comparison } from '../evaluation/compare.js';
import type { ReliabilityBin } from '../evaluation/reliability.js';

/** What a table may hold besides numbers and records of numbers. */
interface Extras {
  readonly reliability?: readonly ReliabilityBin[];
  readonly comparison?: Readonly<Record<string, Comparison>>;
}

/** `name.inner  value`, one a line; then the tables that were asked for. */
export function renderEvaluation({
  reliability,
  comparison,
  ...measures
}: Extras & Readonly<Record<string, unknown>>): string {
  return (
    numbers(measures, '') +
    (reliability === undefined ? '' : `\n${reliabilityTable(reliability)}`) +
    (comparison === undefined ? '' : `\n${comparisonTable(comparison)}`)
  );
}

function numbers(record: object, prefix: string): string {
  return Object.entries(record)
    .map(([name, value]) =>
      typeof value === 'object' && value !== null
        ? numbers(value, `${prefix}${name}.`)
        : `${`${prefix}${name}`.padEnd(32)}${shortNumber(Number(value))}\n`,
    )
    .join('');
}

function shortNumber(value: number): string {
  return value.toFixed(4).replace(/\.0000$/, '');
}

function reliabilityTable(bins: readonly ReliabilityBin[]): string {
  const lines = bins.map(({ from, questions, meanConfidence, right }) =>
    [
      `${from.toFixed(1)}-${(from + 0.1).toFixed(1)}`.padEnd(12),
      String(questions).padStart(9),
      meanConfidence.toFixed(3).padStart(12),
      right.toFixed(3).padStart(9),
    ].join(''),
  );
  const head = `${'confidence'.padEnd(12)}${'questions'.padStart(9)}${'mean'.padStart(12)}${'right'.padStart(9)}`;
  return `${[head, ...lines].join('\n')}\n`;
}

function comparisonTable(comparison: Readonly<Record<string, Comparison>>): string {
  return Object.entries(comparison)
    .map(([name, { compared, won, lost, p }]) =>
      [
        `${name}: ${won.length} won, ${lost.length} lost of ${compared}, p = ${p.toFixed(4)}`,
        ...won.map((id) => `  + ${id}`),
        ...lost.map((id) => `  - ${id}`),
        '',
      ].join('\n'),
    )
    .join('');
}
