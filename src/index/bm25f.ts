import { fields, type Statistics } from './passage-index.js';

/**
 * BM25F (Robertson, Zaragoza, Taylor 2004). Field weights and length normalisation tuned by
 * hit@1 on cmrc2018-train; flat around these values.
 */
export const bm25f = Object.freeze({
  k1: 1.2,
  /** By field: body, heading, path. */
  weights: Object.freeze([1, 0.6, 0.3]),
  lengthNormalisation: Object.freeze([0.6, 0.3, 0.2]),
});

/** Inverse document frequency as in Lucene: above 0 for every term. */
export function idf(passages: number, documentFrequency: number): number {
  return Math.log(1 + (passages - documentFrequency + 0.5) / (documentFrequency + 0.5));
}

/**
 * What one term adds to a passage's score, before its weight and idf: 0 to k1 + 1.
 * @param frequency how often it stands in field `f`
 * @param length terms in field `f`
 */
export function saturation(
  frequency: (field: number) => number,
  length: (field: number) => number,
  meanLengths: Statistics['meanLengths'],
): number {
  let weighted = 0;
  for (let f = 0; f < fields.length; f++) {
    const tf = frequency(f);
    if (tf === 0) continue;
    weighted += fieldShare(f, tf, lengthNorm(f, length(f), meanLengths));
  }
  return saturated(weighted);
}

/** By how much a field's frequencies count less for its length; 1 at mean length. */
export function lengthNorm(
  field: number,
  length: number,
  meanLengths: Statistics['meanLengths'],
): number {
  const b = bm25f.lengthNormalisation[field] as number;
  return 1 - b + (b * length) / Math.max(meanLengths[field] as number, 1e-9);
}

/** What `frequency` occurrences in a field add, to be summed over the fields and saturated. */
export function fieldShare(field: number, frequency: number, norm: number): number {
  return ((bm25f.weights[field] as number) * frequency) / norm;
}

export function saturated(weighted: number): number {
  return ((bm25f.k1 + 1) * weighted) / (bm25f.k1 + weighted);
}
