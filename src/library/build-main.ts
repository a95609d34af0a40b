import { NianjianError, type Problem } from '../errors.js';
import type { BuildMessage } from './build-process.js';
import { type BuildOrder, buildGeneration } from './builder.js';
import { BuildRefused } from './refused.js';

/** What runs in the process that builds: takes one order, tells how it goes, and ends. */
process.once('message', async (order: BuildOrder) => {
  let said = 0;
  try {
    const outcome = await buildGeneration(order, (step, done, total) => {
      // Now and then is enough for a person, and for the watch over this process.
      if (done > 0 && performance.now() - said < 200) return;
      said = performance.now();
      tell({ step, done, total });
    });
    tell({ outcome });
  } catch (error) {
    const { problem, more } = problemsOf(error);
    tell({ problem, more });
  }
});
// Whoever ordered it is gone, or has heard enough.
process.once('disconnect', () => process.exit());

function tell(message: BuildMessage): void {
  if (process.connected) process.send?.(message);
}

function problemsOf(error: unknown): {
  readonly problem: Problem;
  readonly more: readonly Problem[];
} {
  if (error instanceof NianjianError) {
    return { problem: error.problem, more: error instanceof BuildRefused ? error.more : [] };
  }
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { problem: { code: 'unexpected', detail: { reason }, place: {} }, more: [] };
}
