import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../src/analysis/analyzer.js';
import { lexiconsOf } from '../../src/analysis/lexicons.js';
import { createUnderstanding, lexiconWords } from '../../src/search/question.js';
import { naiveTokenizer } from '../analysis/naive-tokenizer.js';

const lexicons = lexiconsOf({
  synonyms: ['地区生产总值 = GDP = 生产总值', '造林 = 植树'],
  regions: ['广东省 = 广东 = 粤', '甘肃省 = 甘肃'],
  stopwords: ['的 是 了 多少', '请问'],
  places: ['青石县'],
  words: ['公共图书馆'],
  colloquial: ['白事 = 殡葬', '砍 = 精简', '打下来 = 收获'],
});
const tokenizer = naiveTokenizer(
  [
    '请问',
    '多少',
    '产量',
    '粮食',
    '王小明',
    '白事',
    '砍掉',
    '大桥',
    '大学',
    '地铁',
    '永昌市',
    '全市',
    '各县市',
  ],
  ['王小明', '明'],
);
const understand = createUnderstanding(createAnalyzer(tokenizer, lexiconWords(lexicons)), lexicons);
const today = new Date(2026, 5, 1);
const ask = (text: string) => understand(text, today);
const unitsOf = (text: string) => ask(text).units.map((unit) => unit.text);

describe('understanding a question', () => {
  it.each([
    ['请问粮食产量是多少', ['粮食', '产量']],
    ['2022年广东的粮食产量', ['粮食', '产量']],
    ['去年公共图书馆', ['公共图书馆']],
    ['ＧＤＰ增长4.2%', ['gdp', '增', '长', '4.2']],
    ['廣東的糧食產量', ['粮食', '产量']],
    ['的是了', []],
    ['2022年', []],
    ['', []],
  ])('keeps of %s what it is about: no stop words, years, regions', (text, units) => {
    expect(unitsOf(text)).toEqual(units);
  });

  it.each([
    ['粤的出口', ['广东省']],
    ['甘肃和广东', ['甘肃省', '广东省']],
    ['广东省与广东', ['广东省']],
    ['广东省长是谁', ['广东省']],
    ['出口', []],
  ])('names the regions of %s by the first name of their line, each once', (text, regions) => {
    expect(ask(text).regions).toEqual(regions);
  });

  it.each([
    ['粤GDP', ['广东省']],
    ['2024年粤的出口', ['广东省']],
    ['2024粤', ['广东省']],
    ['王粤的作品', []],
    ['甘肃和粤', ['甘肃省', '广东省']],
  ])(
    'takes the one-character name of a region in %s for one where it stands alone',
    (text, regions) => {
      expect(ask(text).regions).toEqual(regions);
    },
  );

  it.each([
    ['广东和青石县的粮食', [['广东省', '广东', '粤'], ['青石县']]],
    ['广东省的产量', [['广东省', '广东', '粤']]],
    ['王小明大桥的产量', [['王小明', '王小明大桥']]],
    ['广东大学的产量', [['广东省', '广东', '粤'], ['广东大学']]],
    ['广东地铁的产量', [['广东省', '广东', '粤']]],
    ['粮食大桥的产量', []],
    ['永昌市的粮食', [['永昌', '永昌市']]],
    ['王小明市的粮食', [['王小明', '王小明市']]],
    ['怀山市的粮食', [['怀山', '怀山市']]],
    ['全市的粮食', []],
    ['各县市的粮食', []],
  ])('names the places of %s, and what bears a name', (text, places) => {
    expect(ask(text).places).toEqual(places);
  });

  it('keeps years and regions beside as they were asked', () => {
    expect(ask('2022年粤GDP').context).toEqual(['2022年', '粤']);
  });

  it('gives each unit the other words of its line and no word itself', () => {
    expect(ask('GDP和植树').units.map(({ text, synonyms }) => [text, synonyms])).toEqual([
      ['gdp', ['地区生产总值', '生产总值']],
      ['和', []],
      ['植树', ['造林']],
    ]);
  });

  it('gives each unit the words of prose that may stand for it, verbs by their first character', () => {
    expect(ask('白事').units.map(({ prose }) => prose)).toEqual([['殡葬']]);
    expect(ask('砍掉').units.map(({ prose }) => prose)).toEqual([['精简']]);
    expect(ask('粮食').units.flatMap(({ prose }) => prose)).toEqual([]);
  });

  it('gives the words that one of everyday speech is cut into what stands for the whole', () => {
    expect(ask('粮食打下来').units.map(({ text, prose }) => [text, prose])).toEqual([
      ['粮食', []],
      ['打', ['收获']],
      ['下', ['收获']],
      ['来', ['收获']],
    ]);
  });

  it.each([
    ['“四好农村路”和《青山志》', ['四好农村路', '青山志']],
    ['【粮食】怎么样', ['粮食']],
    ['「白鹭」项目', ['白鹭']],
    ['“好”', []],
    ['没有引号', []],
  ])('finds the phrases quoted in %s', (text, quoted) => {
    expect(ask(text).quoted).toEqual(quoted);
  });

  it('knows proper names by lexicon and dictionary, single characters never', () => {
    const names = ask('青石县王小明明产量').units.filter(({ isName }) => isName);
    expect(names.map(({ text }) => text)).toEqual(['青石县', '王小明']);
  });

  it('tells the words it took for polite or empty', () => {
    expect(ask('请问2022年广东的粮食产量是多少').ignored).toEqual(['请问', '的', '是', '多少']);
  });

  it('tells which noun the answer belongs to, years and regions never', () => {
    expect(ask('粮食产量2022年广东是多少').focus.noun?.text).toBe('产量');
  });

  it('keeps the text as asked but for white space around it', () => {
    expect(ask(' \n糧食\t')).toMatchObject({ text: '糧食', normal: '粮食' });
  });

  it('places every unit in the normalised question', () => {
    const { normal, units } = ask('请问２０２２年廣東的GDP是4.2吗');
    for (const { text, start, end } of units) expect(normal.slice(start, end)).toBe(text);
    expect(units.length).toBeGreaterThan(1);
  });
});
