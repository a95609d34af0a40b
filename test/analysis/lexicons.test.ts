import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../src/analysis/analyzer.js';
import { lexiconsOf, loadLexicons } from '../../src/analysis/lexicons.js';
import type { Tokenizer } from '../../src/analysis/tokenizer.js';
import { normalise } from '../../src/text/normalise.js';

const folder = resolve(import.meta.dirname, '../../corpus/lexicons');
const shipped = await loadLexicons([folder]);

/** Every character a word: what stays together, the lexicons kept together. */
const characters: Tokenizer = {
  name: 'characters',
  cut: (text) => [...text],
  cutForSearch: (text) => [...text],
  isName: () => false,
  isNoun: () => true,
  wordsAmong: () => [],
};

/** The items that occur more than once, each once. */
function repeated(items: readonly string[]): string[] {
  return [...new Set(items.filter((item, i) => items.indexOf(item) !== i))];
}

describe('a lexicon file', () => {
  it('is read as groups of normalised forms, comments and empty lines left out', () => {
    const lines = ['地區生產總值 = ＧＤＰ=生产总值 = '];
    expect(lexiconsOf({ synonyms: lines }).synonyms).toEqual([['地区生产总值', 'gdp', '生产总值']]);
  });

  it('is empty where the folder is missing', async () => {
    const { synonyms, words } = await loadLexicons([join(folder, 'nowhere')]);
    expect([synonyms, words]).toEqual([[], []]);
  });
});

describe('the shipped lexicons', () => {
  // As written: what loading joins or drops must not hide a line written twice.
  const formsOf = (lines: readonly string[] = []) =>
    lines.flatMap((line) => line.split(' = ')).map(normalise);
  const forms = formsOf(shipped.lines.synonyms);
  const regions = formsOf(shipped.lines.regions);

  it('load from every file of the folder, every line of content', () => {
    const names = readdirSync(folder).map((file) => file.replace(/\.txt$/, ''));
    expect(Object.keys(shipped.lines).sort()).toEqual(names.sort());
    for (const name of names) {
      const content = readFileSync(join(folder, `${name}.txt`), 'utf8')
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith('#'));
      expect(shipped.lines[name]).toEqual(content);
    }
  });

  it('are written without empty forms, in groups of two at least', () => {
    const lines = [...(shipped.lines.synonyms ?? []), ...(shipped.lines.regions ?? [])];
    expect(lines.filter((line) => !/^[^=\s]+(?: = [^=\s]+)+$/.test(line))).toEqual([]);
  });

  it('name no form twice, in one group or in two', () => {
    expect(repeated([...forms, ...regions])).toEqual([]);
  });

  it('tell colloquial words by prose: some on either side of each line', () => {
    const lines = shipped.lines.colloquial ?? [];
    expect(
      lines.filter((line) => !/^[^=\s]+(?: [^=\s]+)* = [^=\s]+(?: [^=\s]+)*$/.test(line)),
    ).toEqual([]);
    expect(shipped.colloquial.get('丧事')).toContain('殡葬');
  });

  it('name no word to be kept whole twice', () => {
    expect(repeated((shipped.lines.words ?? []).map(normalise))).toEqual([]);
    expect(shipped.words.filter((word) => forms.includes(word))).toEqual([]);
  });

  it('name no stop word twice', () => {
    const written = (shipped.lines.stopwords ?? []).flatMap((line) => line.split(/\s+/));
    expect(repeated(written.map(normalise))).toEqual([]);
  });

  it('have forms which the analyzer can cut out as one word, regions alone of one character', () => {
    const analyzer = createAnalyzer(characters, [...forms, ...shipped.words, ...regions]);
    const torn = [...forms, ...regions, ...shipped.words].filter(
      (form) => analyzer.words(form).length !== 1,
    );
    expect([...forms, ...shipped.words].filter((form) => form.length < 2)).toEqual([]);
    expect(torn).toEqual([]);
  });

  it('keep no subject silent: no form and no region is a stop word', () => {
    expect([...forms, ...regions].filter((form) => shipped.stopWords.has(form))).toEqual([]);
  });

  it.each([
    ['gdp', '地区生产总值'],
    ['老百姓', '居民'],
    ['社零', '社会消费品零售总额'],
    ['规上工业', '规模以上工业增加值'],
    ['课本', '教材'],
    ['车祸', '道路交通事故'],
    ['土豆', '马铃薯'],
    ['退休金', '养老金'],
  ])('lead from %s to the printed %s', (asked, printed) => {
    expect(shipped.synonyms.find((group) => group.includes(asked))?.[0]).toBe(printed);
  });
});
