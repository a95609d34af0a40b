/** What a peer must reach on the first corpus to be at its best, as hit@1. */
const best = { minisearch: 0.94, flexsearch: 0.9 };

/** A sentence for each peer that is below what it can do with these terms. */
export function wiring(rows) {
  return Object.entries(best).flatMap(([engine, least]) => {
    const hitAt1 = rowOf(rows, 'wiring', engine)?.hitAt1 ?? 0;
    return hitAt1 >= least
      ? []
      : [`${engine} is mis-wired: hit@1 ${hitAt1.toFixed(4)}, it can reach ${least}.`];
  });
}

/**
 * Each bar as the ratio of two numbers of this run, with what it must be at most (or at least);
 * bars whose corpus was left out are left out. Times are the processor's.
 */
export function bars(rows) {
  const ours = (corpus) => rowOf(rows, corpus, 'nianjian');
  const mini = rowOf(rows, '1×', 'minisearch');
  const found = [];
  const atMost = (name, value, bar) => found.push({ name, value, bar, met: value <= bar });
  const atLeast = (name, value, bar) => found.push({ name, value, bar, met: value >= bar });

  const small = ours('1×');
  atMost('1×: ask p50 / MiniSearch query p50', small.ask.cpu.p50 / mini.query.cpu.p50, 1 / 4);
  atMost('1×: ask p99 / MiniSearch query p50', small.ask.cpu.p99 / mini.query.cpu.p50, 1);
  const flex = rowOf(rows, '1×', 'flexsearch');
  atMost('1×: memory / FlexSearch', small.memoryMb / flex.memoryMb, 1 / 4);
  atMost('1×: build / FlexSearch build', small.buildMs / flex.buildMs, 1);

  const large = ours('30×');
  if (large === undefined) return found;
  const largeFlex = rowOf(rows, '30×', 'flexsearch');
  atMost('30×: ask p99 / FlexSearch query p50', large.ask.cpu.p99 / largeFlex.query.cpu.p50, 1);
  atLeast('30×: gold among the candidates', large.recall, 0.99);
  atMost('30×: memory / FlexSearch', large.memoryMb / largeFlex.memoryMb, 1 / 4);
  atMost('30×: build / FlexSearch build', large.buildMs / largeFlex.buildMs, 1 / 2);
  atMost('30×: start / FlexSearch build', large.startMs / largeFlex.buildMs, 1 / 20);
  atMost('30×: ask p50 / 1×', large.ask.cpu.p50 / small.ask.cpu.p50, 10);
  return found;
}

function rowOf(rows, corpus, engine) {
  return rows.find((row) => row.corpus === corpus && row.engine === engine);
}
