/** Items of which some are right, each a row of features. */
export interface Group {
  /** `rows[i * width + k]`: feature `k` of item `i`. */
  readonly rows: Float32Array;
  /** 1 for the right ones. */
  readonly right: Uint8Array;
}

export interface FitOptions {
  readonly iterations: number;
  /** Of a step at first; a third of it from six tenths on. */
  readonly step: number;
  /** Pulls weights towards 0. */
  readonly ridge: number;
}

/**
 * Fits a linear score by the listwise softmax loss: −log of the share of the right items in
 * Σ exp(score) over a group (Cao et al. 2007, top-one likelihood), by Adam over all groups at
 * once. Groups where none or all are right teach nothing. The same input gives the same weights
 * to the bit.
 */
export function fitListwise(
  groups: readonly Group[],
  width: number,
  { iterations, step, ridge }: FitOptions,
): Float64Array {
  const useful = groups.filter(({ right }) => right.includes(1) && right.includes(0));
  const weights = new Float64Array(width);
  const mean = new Float64Array(width);
  const square = new Float64Array(width);
  for (let t = 1; t <= iterations; t++) {
    const gradient = new Float64Array(width);
    for (const group of useful) addGradient(group, weights, gradient);
    const size = step * (t < iterations * 0.6 ? 1 : 0.3);
    for (let k = 0; k < width; k++) {
      const g =
        (gradient[k] as number) / Math.max(useful.length, 1) + ridge * (weights[k] as number);
      mean[k] = 0.9 * (mean[k] as number) + 0.1 * g;
      square[k] = 0.999 * (square[k] as number) + 0.001 * g * g;
      const m = (mean[k] as number) / (1 - 0.9 ** t);
      const v = (square[k] as number) / (1 - 0.999 ** t);
      weights[k] = (weights[k] as number) - (size * m) / (Math.sqrt(v) + 1e-8);
    }
  }
  return weights;
}

function addGradient({ rows, right }: Group, weights: Float64Array, gradient: Float64Array): void {
  const width = weights.length;
  const items = right.length;
  const odds = new Float64Array(items);
  let most = -Infinity;
  for (let i = 0; i < items; i++) {
    let score = 0;
    for (let k = 0; k < width; k++)
      score += (weights[k] as number) * (rows[i * width + k] as number);
    odds[i] = score;
    if (score > most) most = score;
  }
  let all = 0;
  let good = 0;
  for (let i = 0; i < items; i++) {
    const value = Math.exp((odds[i] as number) - most);
    odds[i] = value;
    all += value;
    if (right[i]) good += value;
  }
  for (let i = 0; i < items; i++) {
    const value = odds[i] as number;
    const slope = value / all - (right[i] && good > 0 ? value / good : 0);
    if (Math.abs(slope) < 1e-9) continue;
    for (let k = 0; k < width; k++) {
      gradient[k] = (gradient[k] as number) + slope * (rows[i * width + k] as number);
    }
  }
}
