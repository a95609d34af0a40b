import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTerms, findTerm, termAt, termTable } from '../../src/index/term-table.js';

/** Terms of few units, so that many share a beginning; lone surrogates too. */
const term = fc
  .array(fc.constantFrom('生', '产', 'a', '9', '\u0000', '\ud842', '\udfb7', '\uffff'), {
    maxLength: 5,
  })
  .map((units) => units.join(''));

describe('the term table', () => {
  it('finds what a set holds and nothing else, each under its own number', () => {
    fc.assert(
      fc.property(fc.uniqueArray(term), fc.array(term), (terms, others) => {
        const sorted = terms.sort(compareTerms);
        const table = termTable(sorted);
        const set = new Set(sorted);
        for (const one of [...sorted, ...others]) {
          expect(findTerm(table, one)).toBe(set.has(one) ? sorted.indexOf(one) : -1);
        }
        expect(sorted.map((_, i) => termAt(table, i))).toEqual(sorted);
      }),
    );
  });

  it('finds nothing when it is empty', () => {
    expect(findTerm(termTable([]), '')).toBe(-1);
    expect(findTerm(termTable([]), '生产')).toBe(-1);
  });

  it('gives back a term of 200,000 units', () => {
    const long = 'x'.repeat(200_000);
    const table = termTable(['a', long]);
    expect(termAt(table, findTerm(table, long)) === long).toBe(true);
  });
});
