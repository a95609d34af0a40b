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
    const b = bm25f.lengthNormalisation[f] as number;
    const norm = 1 - b + (b * length(f)) / Math.max(meanLengths[f] as number, 1e-9);
    weighted += ((bm25f.weights[f] as number) * tf) / norm;
  }
  return ((bm25f.k1 + 1) * weighted) / (bm25f.k1 + weighted);
}
