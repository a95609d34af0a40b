/** A judgement to learn from. */
export interface Sample {
  readonly features: readonly number[];
  readonly right: boolean;
  /** How often it counts. */
  readonly weight: number;
}

/**
 * Fits a logistic regression by Newton's method (iteratively reweighted least squares), with a
 * ridge penalty on all weights but the bias. A step that makes the fit worse is halved, so that
 * it never runs away. Bit for bit the same for the same input.
 *
 * @returns the bias first, then a weight for each feature
 */
export function fitLogistic(samples: readonly Sample[], ridge: number): number[] {
  const rows = samples.map(({ features, right, weight }) => ({
    row: [1, ...features],
    right,
    weight,
  }));
  const width = (samples[0]?.features.length ?? 0) + 1;
  let weights = new Array<number>(width).fill(0);
  let loss = lossOf(rows, weights, ridge);
  for (let round = 0; round < 50; round++) {
    const step = newtonStep(rows, weights, ridge);
    let next = weights;
    let nextLoss = Number.POSITIVE_INFINITY;
    for (let size = 1; !(nextLoss <= loss) && size > 1e-6; size /= 2) {
      next = weights.map((weight, i) => weight - size * step[i]!);
      nextLoss = lossOf(rows, next, ridge);
    }
    if (!(nextLoss < loss - 1e-9 * loss)) break;
    weights = next;
    loss = nextLoss;
  }
  return weights;
}

interface Row {
  readonly row: readonly number[];
  readonly right: boolean;
  readonly weight: number;
}

function lossOf(rows: readonly Row[], weights: readonly number[], ridge: number): number {
  let loss = 0;
  for (const { row, right, weight } of rows) {
    const score = dot(weights, row);
    // log(1 + e^x), of a large x as well
    const odds = right ? -score : score;
    loss += weight * (Math.max(odds, 0) + Math.log1p(Math.exp(-Math.abs(odds))));
  }
  for (const weight of weights.slice(1)) loss += (ridge / 2) * weight * weight;
  return loss;
}

function newtonStep(rows: readonly Row[], weights: readonly number[], ridge: number): number[] {
  const width = weights.length;
  const gradient = new Array<number>(width).fill(0);
  const hessian = Array.from({ length: width }, () => new Array<number>(width).fill(0));
  for (const { row, right, weight } of rows) {
    const chance = sigmoid(dot(weights, row));
    const slope = weight * (chance - (right ? 1 : 0));
    const curve = weight * Math.max(chance * (1 - chance), 1e-6);
    for (let i = 0; i < width; i++) {
      gradient[i]! += slope * row[i]!;
      for (let j = 0; j <= i; j++) hessian[i]![j]! += curve * row[i]! * row[j]!;
    }
  }
  for (let i = 0; i < width; i++) {
    for (let j = 0; j < i; j++) hessian[j]![i] = hessian[i]![j]!;
    const pull = i === 0 ? 1e-9 : ridge;
    gradient[i]! += pull * weights[i]!;
    hessian[i]![i]! += pull;
  }
  return solve(hessian, gradient);
}

export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}

/** Solves a x = b for a positive definite matrix, by elimination with pivots. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  const size = rows.length;
  for (let k = 0; k < size; k++) {
    let pivot = k;
    for (let i = k + 1; i < size; i++) {
      if (Math.abs(rows[i]![k]!) > Math.abs(rows[pivot]![k]!)) pivot = i;
    }
    [rows[k], rows[pivot]] = [rows[pivot]!, rows[k]!];
    for (let i = k + 1; i < size; i++) {
      const factor = rows[i]![k]! / rows[k]![k]!;
      for (let j = k; j <= size; j++) rows[i]![j]! -= factor * rows[k]![j]!;
    }
  }
  const result = new Array<number>(size).fill(0);
  for (let i = size - 1; i >= 0; i--) {
    let value = rows[i]![size]!;
    for (let j = i + 1; j < size; j++) value -= rows[i]![j]! * result[j]!;
    result[i] = value / rows[i]![i]!;
  }
  return result;
}
