import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pagesOf, shorten } from '../../../handlers/render/pages.js';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({
    unit: fc.constantFrom('粮', '。', '\n', '😀', '𠀀', 'a', ' ', '？'),
    maxLength: 400,
  }),
);
const startsInPair = (text: string, at: number) =>
  /^[\udc00-\udfff]/.test(text.slice(at)) && /[\ud800-\udbff]$/.test(text.slice(0, at));

describe('pages', () => {
  it('tile the text, none too long, no surrogate pair cut', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 60 }), (text, most) => {
        const pages = pagesOf(text, most);
        expect(pages.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
        expect(pages[0]?.start).toBe(0);
        for (const [i, { start, end }] of pages.entries()) {
          expect(end - start).toBeLessThanOrEqual(most);
          expect(start).toBe(pages[i - 1]?.end ?? 0);
          expect(startsInPair(text, start)).toBe(false);
          if (pages.length > 1) expect(end).toBeGreaterThan(start);
        }
      }),
    );
  });

  it.each([
    ['after a paragraph', '粮食增产。奶业增长。\n能源稳定。水利', 12, '粮食增产。奶业增长。\n'],
    ['after a sentence', '粮食增产。奶业增长。能源稳定。水利', 12, '粮食增产。奶业增长。'],
    ['at the limit', '粮食增产奶业增长能源稳定', 6, '粮食增产奶业'],
    ['before a pair', '粮食增产奶😀能源', 6, '粮食增产奶'],
  ])('are cut %s', (_, text, most, first) => {
    const [page] = pagesOf(text, most);
    expect(text.slice(page?.start, page?.end)).toBe(first);
  });
});

describe('shortening', () => {
  it.each([
    ['粮食生产', 4, '粮食生产'],
    ['粮食生产', 3, '粮食…'],
    ['粮😀食生产', 3, '粮…'],
  ])('%s to %d units gives %s', (text, most, short) => {
    expect(shorten(text, most)).toBe(short);
  });
});
