const seconds = (ms) => (ms === undefined ? '' : (ms / 1000).toFixed(2));
const whole = (number) => (number === undefined ? '' : number.toFixed(0));
const percent = (rate) => (rate === undefined ? '' : (100 * rate).toFixed(1));
const times = (watched) => {
  if (watched === undefined) return '';
  const { p50, p99 } = watched.cpu;
  return `${p50.toFixed(2)} / ${p99.toFixed(2)}`;
};

const columns = [
  ['corpus', (row) => row.corpus],
  ['passages', (row) => String(row.passages)],
  ['engine', (row) => row.engine],
  ['hit@1', (row) => percent(row.hitAt1)],
  ['gold found', (row) => percent(row.recall)],
  ['cut s', (row) => seconds(row.tokenizeMs)],
  ['build s', (row) => seconds(row.buildMs)],
  ['figures s', (row) => seconds(row.figuresMs)],
  ['start s', (row) => seconds(row.startMs)],
  ['memory MB', (row) => row.memoryMb.toFixed(1)],
  ['texts MB', (row) => whole(row.textsMb)],
  ['query p50 / p99 ms', (row) => times(row.query)],
  ['ask p50 / p99 ms', (row) => times(row.ask)],
];

/** One line a row, columns aligned. */
export function renderRows(rows) {
  return aligned([
    columns.map(([name]) => name),
    ...rows.map((row) => columns.map(([, of]) => of(row))),
  ]);
}

export function renderBars(bars) {
  return aligned([
    ['bar', 'wanted', 'measured', ''],
    ...bars.map(({ name, value, bar, met }) => [
      name,
      bar.toFixed(3),
      value.toFixed(3),
      met ? 'met' : 'MISSED',
    ]),
  ]);
}

function aligned(lines) {
  const widths = lines[0].map((_, c) => Math.max(...lines.map((line) => line[c].length)));
  return lines
    .map((line) =>
      line
        .map((cell, c) => cell.padEnd(widths[c]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
