/** Whole numbers below `below`, the same run after run. */
export function createRandom(seed: number): (below: number) => number;
