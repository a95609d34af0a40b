import { idf, saturation } from '../../src/index/bm25f.js';
import { fields, type PassageIndex, type PassageTerms } from '../../src/index/passage-index.js';

/** The PassageIndex port with nothing clever in it: counts every passage for every query. */
export function naivePassages(passages: readonly PassageTerms[]): PassageIndex {
  const count = (passage: PassageTerms, term: string) =>
    fields.map((field) => Math.min(255, passage.terms[field].filter((own) => own === term).length));
  const lengthsOf = (passage: PassageTerms) => fields.map((field) => passage.terms[field].length);
  const meanLengths = fields.map((_, f) =>
    passages.length === 0
      ? 0
      : passages.reduce((sum, passage) => sum + (lengthsOf(passage)[f] ?? 0), 0) / passages.length,
  );

  return {
    candidates: async ({ terms, within }, limit) => {
      const documentFrequencies = terms.map(
        ({ term }) => passages.filter((passage) => count(passage, term).some((n) => n > 0)).length,
      );
      const items = passages
        .filter(({ id }) => within?.some(({ start, end }) => start <= id && id < end) ?? true)
        .map((passage) => {
          const lengths = lengthsOf(passage);
          const counts = terms.map(({ term }) => count(passage, term));
          const score = terms.reduce((sum, { weight }, t) => {
            const add = saturation(
              (f) => counts[t]?.[f] ?? 0,
              (f) => lengths[f] ?? 0,
              meanLengths,
            );
            return sum + weight * idf(passages.length, documentFrequencies[t] ?? 0) * add;
          }, 0);
          return { id: passage.id, score, lengths, frequencies: Uint8Array.from(counts.flat()) };
        })
        .filter(({ frequencies }) => frequencies.some((n) => n > 0))
        .sort((a, b) => b.score - a.score || a.id - b.id)
        .slice(0, limit);
      return { statistics: { passages: passages.length, meanLengths, documentFrequencies }, items };
    },
    without: async (ids) => naivePassages(passages.filter(({ id }) => !ids.has(id))),
  };
}
