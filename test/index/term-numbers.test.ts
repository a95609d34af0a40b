import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTermNumbers } from '../../src/index/term-numbers.js';
import { compareTerms } from '../../src/index/term-table.js';

/** Terms that share their first units, and a second unit that looks like none. */
const term = fc.oneof(
  fc.string({ unit: fc.constantFrom('粮', '食', '𠮷', '\ud842', '\u0000', 'a'), maxLength: 4 }),
  fc.constantFrom('粮', '粮\u0000', '粮食', '粮食\u0000', '粮食产量', '', '\u0000', '\u0000\u0000'),
);

describe('the numbers of terms', () => {
  it('go up with each new term, and a term seen again has its own', () => {
    fc.assert(
      fc.property(fc.array(term), (terms) => {
        const numbers = createTermNumbers();
        const distinct = [...new Set(terms)];
        expect(terms.map((one) => numbers.of(one))).toEqual(
          terms.map((one) => distinct.indexOf(one)),
        );
        expect(distinct.map((_, number) => numbers.text(number))).toEqual(distinct);
      }),
    );
  });

  it('are sorted by their terms, unit by unit', () => {
    fc.assert(
      fc.property(fc.array(term), (terms) => {
        const numbers = createTermNumbers();
        for (const one of terms) numbers.of(one);
        expect(Array.from(numbers.sorted(), numbers.text)).toEqual(
          [...new Set(terms)].sort(compareTerms),
        );
      }),
    );
  });

  it('stay apart for as many pairs as a large corpus has', () => {
    const numbers = createTermNumbers();
    const pairs = Array.from({ length: 20_000 }, (_, i) =>
      String.fromCharCode(0x4e00 + (i % 200), 0x4e00 + Math.floor(i / 200)),
    );
    expect(pairs.map(numbers.of)).toEqual(pairs.map((_, i) => i));
    expect(pairs.map(numbers.of)).toEqual(pairs.map((_, i) => i));
  });
});
