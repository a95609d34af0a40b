import { describe, expect, it } from 'vitest';
import { isMadeOf } from '../../src/text/made-of.js';

describe('a text made of words', () => {
  it('is nothing but the words, one after another', () => {
    expect(isMadeOf('谢谢你谢谢', /谢谢|你/gy)).toBe(true);
    expect(isMadeOf('谢谢你们', /谢谢|你/gy)).toBe(false);
    expect(isMadeOf('', /谢谢|你/gy)).toBe(true);
  });

  it('is told in linear time, though its words make up others', () => {
    expect(isMadeOf(`${'组织开展'.repeat(50_000)}嗯`, /组织开展|组织|开展/gy)).toBe(false);
  });
});
