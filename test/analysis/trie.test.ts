import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTrie } from '../../src/analysis/trie.js';

const pieces = fc.constantFrom('工', '业', '增', '𠮷', '\ud842', '4');
const word = fc.array(pieces, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(''));
const text = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''));

/** What `find` promises, in the plainest way. */
function longestWords(words: readonly string[], within: string): string[] {
  const found: string[] = [];
  for (let at = 0; at < within.length; ) {
    const longest = words
      .filter((one) => within.startsWith(one, at))
      .reduce((best, one) => (one.length > best.length ? one : best), '');
    if (longest !== '') found.push(longest);
    at += Math.max(1, longest.length);
  }
  return found;
}

describe('the trie', () => {
  it('finds the longest words from left to right', () => {
    fc.assert(
      fc.property(fc.array(word), text, (words, within) => {
        expect(createTrie(words).find(within)).toEqual(longestWords(words, within));
      }),
    );
  });

  it('merges tokens that still tile the text, every found word among them', () => {
    fc.assert(
      fc.property(fc.array(word), fc.array(text.filter((one) => one !== '')), (words, tokens) => {
        const whole = tokens.join('');
        const merged = createTrie(words).merge(tokens, whole);
        expect(merged.join('')).toBe(whole);
        expect(merged).not.toContain('');
        let from = 0;
        for (const found of longestWords(words, whole)) {
          const at = merged.indexOf(found, from);
          expect(at).toBeGreaterThanOrEqual(from);
          from = at + 1;
        }
      }),
    );
  });

  it.each([
    ['joins tokens', ['规', '上', '工业'], ['规上工业']],
    ['cuts a token that a word ends in', ['规', '上', '工业增加值'], ['规上工业', '增加值']],
    ['leaves what holds no word', ['粮食', '增长'], ['粮食', '增长']],
    ['leaves an empty text', [], []],
  ])('%s', (_, tokens, expected) => {
    expect(createTrie(['规上工业']).merge(tokens, tokens.join(''))).toEqual(expected);
  });

  it('finds nothing without words, and no empty word', () => {
    expect(createTrie([]).find('工业')).toEqual([]);
    expect(createTrie(['']).find('工业')).toEqual([]);
  });
});
