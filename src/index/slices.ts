/**
 * Called between two steps of long work in the process that answers: gives way to what waits
 * once the work has lasted a slice, and costs next to nothing before.
 */
export type Pause = () => Promise<void> | undefined;

/** @param sliceMs how long a question may have to wait for the work; a step itself is not cut */
export function createPause(sliceMs = defaultSliceMs): Pause {
  let end = performance.now() + sliceMs;
  return () => {
    if (performance.now() < end) return undefined;
    return new Promise((resolve) => {
      // Behind what waits for input, which comes first in every turn of the loop.
      setImmediate(() => {
        end = performance.now() + sliceMs;
        resolve();
      });
    });
  };
}

/** For work that nobody waits beside. */
export const noPause: Pause = () => undefined;

/** A quarter of the 20 ms that a question may be held up: a step begun late in a slice goes on. */
const defaultSliceMs = 5;
