/** A judgement to learn from. */
export interface Sample {
  readonly features: readonly number[];
  readonly right: boolean;
  /** How often it counts. */
  /** How often it counts: once by default. */
  readonly weight?: number;
}

/** What is known of a feature's weight before any sample is seen. */
export interface Prior {
  /** 1 for a weight that is never below 0, -1 for one never above, 0 for a free one. */
  readonly sign: -1 | 0 | 1;
  /** What the weight is where the samples do not tell. */
  readonly expected: number;
}

/**
 * Fits a logistic regression by Newton's method (iteratively reweighted least squares), each step
 * kept within the signs, with a ridge penalty on how far the weights, but for the bias, are from
 * what was expected. A step that makes the fit worse is halved, so that it never runs away. Bit for
 * bit the same for the same input.
 *
 * @param priors one for each feature; free and expected to be 0 by default
 * @returns the bias first, then a weight for each feature
 */
export function fitLogistic(
  samples: readonly Sample[],
  ridge: number,
  priors: readonly Prior[] = [],
): number[] {
  const rows = samples.map(({ features, right, weight = 1 }) => ({
    row: [1, ...features],
    right,
    weight,
  }));
  const width = (samples[0]?.features.length ?? 0) + 1;
  const known = Array.from({ length: width }, (_, i) => priors[i - 1] ?? free);
  let weights = known.map(({ expected }, i) => (i === 0 ? 0 : expected));
  let loss = lossOf(rows, weights, ridge, known);
  for (let round = 0; round < 50; round++) {
    const step = newtonStep(rows, weights, ridge, known);
    let next = weights;
    let nextLoss = Number.POSITIVE_INFINITY;
    for (let size = 1; !(nextLoss <= loss) && size > 1e-6; size /= 2) {
      next = weights.map((weight, i) => weight + size * step[i]!);
      nextLoss = lossOf(rows, next, ridge, known);
    }
    if (!(nextLoss < loss - 1e-9 * loss)) break;
    weights = next;
    loss = nextLoss;
  }
  return weights;
}

const free: Prior = { sign: 0, expected: 0 };

interface Row {
  readonly row: readonly number[];
  readonly right: boolean;
  readonly weight: number;
}

function lossOf(
  rows: readonly Row[],
  weights: readonly number[],
  ridge: number,
  priors: readonly Prior[],
): number {
  let loss = 0;
  for (const { row, right, weight } of rows) {
    const score = dot(weights, row);
    // log(1 + e^x), of a large x as well
    const odds = right ? -score : score;
    loss += weight * (Math.max(odds, 0) + Math.log1p(Math.exp(-Math.abs(odds))));
  }
  weights.forEach((weight, i) => {
    if (i > 0) loss += (ridge / 2) * (weight - priors[i]!.expected) ** 2;
  });
  return loss;
}

function newtonStep(
  rows: readonly Row[],
  weights: readonly number[],
  ridge: number,
  priors: readonly Prior[],
): number[] {
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
    gradient[i]! += pull * (weights[i]! - priors[i]!.expected);
    hessian[i]![i]! += pull;
  }
  return descend(
    hessian,
    gradient,
    weights.map((weight, i) => ({
      low: priors[i]!.sign > 0 ? -weight : Number.NEGATIVE_INFINITY,
      high: priors[i]!.sign < 0 ? -weight : Number.POSITIVE_INFINITY,
    })),
  );
}

export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}

/**
 * The step within bounds that makes the quadratic least, of which the matrix is positive definite:
 * coordinate by coordinate, until none moves.
 */
function descend(
  matrix: readonly (readonly number[])[],
  gradient: readonly number[],
  bounds: readonly { readonly low: number; readonly high: number }[],
): number[] {
  const step = new Array<number>(gradient.length).fill(0);
  const slope = [...gradient];
  for (let sweep = 0; sweep < 1000; sweep++) {
    let moved = 0;
    for (let i = 0; i < step.length; i++) {
      const { low, high } = bounds[i]!;
      const next = Math.min(high, Math.max(low, step[i]! - slope[i]! / matrix[i]![i]!));
      const by = next - step[i]!;
      if (by === 0) continue;
      step[i] = next;
      for (let j = 0; j < step.length; j++) slope[j]! += by * matrix[i]![j]!;
      moved = Math.max(moved, Math.abs(by));
    }
    if (moved < 1e-9) break;
  }
  return step;
}
