import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../src/analysis/analyzer.js';
import { normalise } from '../../src/text/normalise.js';
import { naiveTokenizer } from './naive-tokenizer.js';

const dictionary = ['粮食', '产量', '增长', '地区', '生产', '总值', '生产总值', '新能源'];
const userWords = ['地区生产总值', '规上工业', '规上工业增加值'];
const analyzer = createAnalyzer(naiveTokenizer(dictionary), userWords);

const words = (text: string) => analyzer.words(normalise(text)).map((word) => word.text);
const terms = (text: string) => [...analyzer.terms(normalise(text))].sort();

/** Text of everything that meets in yearbooks, in small pieces. */
const text = fc
  .array(
    fc.constantFrom(
      ...dictionary,
      ...userWords,
      '，',
      '2023',
      '1,276.4',
      '４.２％',
      'GDP',
      ' ',
      '\n',
      '𠮷',
      '\ud842',
      '〇',
      'é',
      '產',
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('the words of a text', () => {
  it.each([
    ['keeps a number whole, its percent sign left out', '增长4.2%', ['增长', '4.2']],
    ['keeps thousands together', '产量1,276.4万吨', ['产量', '1,276.4', '万', '吨']],
    ['parts two years that a comma parts', '2021，2022，2023年', ['2021', '2022', '2023', '年']],
    ['parts a number from what is no group of three', '3000,22', ['3000', '22']],
    ['keeps a date with dots whole', '2023.5.1', ['2023.5.1']],
    [
      'keeps Latin words whole, lower case',
      'GDP与PM2.5、R&D和C++',
      ['gdp', '与', 'pm2.5', 'r&d', '和', 'c++'],
    ],
    ['parts a number from the letters after it', '5G基站', ['5', 'g', '基', '站']],
    ['reads full width like half width', 'ＧＤＰ增长４．２％', ['gdp', '增长', '4.2']],
    ['reads Traditional characters like Simplified ones', '糧食產量增長', ['粮食', '产量', '增长']],
    ['keeps a user word whole', '地区生产总值增长', ['地区生产总值', '增长']],
    ['takes the longest user word', '规上工业增加值', ['规上工业增加值']],
    ['takes the shorter one where the longer does not stand', '规上工业增长', ['规上工业', '增长']],
    ['joins no word across punctuation', '粮，食', ['粮', '食']],
    ['finds none in punctuation and emoji', '！？……😀 \n', []],
    ['finds none in nothing', '', []],
  ])('%s', (_, given, expected) => {
    expect(words(given)).toEqual(expected);
  });

  it('tells the kind of each', () => {
    const kinds = analyzer.words('gdp增长4.2%').map(({ text: word, kind }) => [word, kind]);
    expect(kinds).toEqual([
      ['gdp', 'latin'],
      ['增长', 'han'],
      ['4.2', 'number'],
    ]);
  });

  it('stand where they say, in order, apart, and only blanks and marks between them', () => {
    fc.assert(
      fc.property(text, (given) => {
        const normal = normalise(given);
        let end = 0;
        let between = '';
        for (const word of analyzer.words(normal)) {
          expect(normal.slice(word.start, word.end)).toBe(word.text);
          expect(word.text).not.toBe('');
          expect(word.start).toBeGreaterThanOrEqual(end);
          between += normal.slice(end, word.start);
          end = word.end;
        }
        expect(between + normal.slice(end)).not.toMatch(/[0-9a-z\u4e00-\u9fff〇]/);
      }),
    );
  });

  it('move no offset by the user words they are merged from', () => {
    const plain = createAnalyzer(naiveTokenizer(dictionary), []);
    fc.assert(
      fc.property(text, (given) => {
        const normal = normalise(given);
        const ends = new Set(analyzer.words(normal).flatMap(({ start, end }) => [start, end]));
        const han = (one: readonly { text: string }[]) => one.map((word) => word.text).join('');
        expect(han(analyzer.words(normal))).toBe(han(plain.words(normal)));
        for (const { start, end } of plain.words(normal)) {
          // A word's edge is an edge still, or lies inside a user word.
          for (const edge of [start, end]) {
            const inside = analyzer.words(normal).find((w) => w.start < edge && edge < w.end);
            if (inside === undefined) expect(ends).toContain(edge);
            else expect(userWords).toContain(inside.text);
          }
        }
      }),
    );
  });
});

describe('the terms of a text', () => {
  it.each([
    [
      'are character pairs, the words of two characters among them',
      '粮食产量',
      ['粮食', '食产', '产量'],
    ],
    [
      'are longer words and the single ones besides',
      '新能源和',
      ['新能', '能源', '源和', '新能源', '和'],
    ],
    [
      'are a user word as well, once for each time it stands',
      '规上工业，规上工业',
      [
        '规上',
        '上工',
        '工业',
        '规上工业',
        '规上',
        '上工',
        '工业',
        '规上工业',
        ...'规上工业规上工业',
      ],
    ],
    [
      'count a word once that tokenizer and lexicon both know',
      '新能源',
      ['新能', '能源', '新能源'],
    ],
    ['write a number without thousands marks', '1,276.4与1276.4', ['1276.4', '1276.4', '与']],
    ['hold each of the years that commas part', '2021，2022', ['2021', '2022']],
    ['hold Latin words in lower case', 'PM2.5', ['pm2.5']],
    [
      'pair no characters across marks, numbers or spaces',
      '粮，食 产4量',
      ['4', '粮', '食', '产', '量'],
    ],
    ['are none of nothing', '', []],
  ])('%s', (_, given, expected) => {
    const both = createAnalyzer(naiveTokenizer(dictionary), [...userWords, '新能源']);
    expect([...both.terms(normalise(given))].sort()).toEqual([...expected].sort());
  });

  it('are the same for all spellings of a text', () => {
    expect(terms('ＧＤＰ糧食產量４.２％')).toEqual(terms('gdp粮食产量4.2%'));
  });

  it('hold every pair of neighbouring Chinese characters', () => {
    fc.assert(
      fc.property(text, (given) => {
        const found = terms(given);
        const pairs = normalise(given).match(/(?=([\u4e00-\u9fff〇]{2}))/g) ?? [];
        expect(found.filter((term) => /^[\u4e00-\u9fff〇]{2}$/.test(term))).toHaveLength(
          pairs.length,
        );
      }),
    );
  });
});

describe('the analyzer’s version', () => {
  it('names the tokenizer, so that another one is another version', () => {
    const other = createAnalyzer({ ...naiveTokenizer(), name: 'naive 2' }, []);
    expect(other.version).not.toBe(analyzer.version);
  });
});

it('tells a proper name by the tokenizer’s dictionary', () => {
  const named = createAnalyzer(naiveTokenizer([], ['呼和浩特']), ['奶业基地']);
  expect(['呼和浩特', '奶业基地', '粮食', ''].map(named.isName)).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
