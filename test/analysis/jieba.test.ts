import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../src/analysis/analyzer.js';
import { loadJieba, requireJieba } from '../../src/analysis/jieba.js';

describe('jieba', () => {
  it('is loaded once in a process', () => {
    const first = loadJieba();
    // Loading makes a new one.
    expect(loadJieba()).toBe(first);
    expect(() => requireJieba()).not.toThrow();
  });

  it('names its version', () => {
    expect(loadJieba().name).toMatch(/^nodejieba \d+\.\d+/);
  });

  it('cuts into words that tile any text of Chinese characters and spaces', () => {
    const character = fc.oneof(
      fc.integer({ min: 0x3400, max: 0x9fff }),
      fc.integer({ min: 0xf900, max: 0xfaff }),
      fc.constantFrom(0x20, 0x3007, 0x5730, 0x533a, 0x751f, 0x4ea7),
    );
    fc.assert(
      fc.property(fc.array(character, { maxLength: 40 }), (units) => {
        const text = String.fromCharCode(...units);
        expect(loadJieba().cut(text).join('')).toBe(text);
        for (const word of loadJieba().cutForSearch(text)) expect(text).toContain(word);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['广东', true],
    ['呼和浩特', true],
    ['粮食', false],
    ['增长', false],
    ['广东粮食', false],
    ['2023', false],
    ['', false],
  ])('tells whether %s is a proper name: %s', (word, expected) => {
    expect(loadJieba().isName(word)).toBe(expected);
  });

  it('tells which of many texts its dictionary holds, guessing none', () => {
    const texts = ['粮食', '年全', '产量', '宁厦', '产量粮食', '社会主义'];
    const many = Array.from({ length: 1200 }, (_, i) => texts[i % texts.length] as string);
    const held = ['粮食', '产量', '社会主义'];
    expect(loadJieba().wordsAmong(texts)).toEqual(held);
    expect(loadJieba().wordsAmong(many)).toEqual(many.filter((text) => held.includes(text)));
  });

  it('is not changed by the words of a corpus', () => {
    const text = '蒙北特色奶业基地建设';
    const before = loadJieba().cut(text);
    const taught = createAnalyzer(loadJieba(), ['蒙北特色奶业基地']);
    expect(taught.words(text).map((word) => word.text)).toEqual(['蒙北特色奶业基地', '建设']);
    expect(taught.terms(text)).toContain('蒙北特色奶业基地');
    expect(loadJieba().cut(text)).toEqual(before);
    const plain = createAnalyzer(loadJieba(), []);
    expect(plain.words(text).map((word) => word.text)).toEqual(before);
  });
});
