import { describe, expect, it } from 'vitest';
import {
  namesPeriod,
  namesRegion,
  placed,
  placesMissing,
  regionsOf,
  regionsWith,
  scopeOf,
  yearsOf,
} from '../../src/answer/scope.js';
import type { VolumeInfo } from '../../src/reading/volume.js';
import { findPeriod } from '../../src/search/period.js';
import type { Question } from '../../src/search/question.js';

const question = (text: string, regions: readonly string[] = []) =>
  ({ period: findPeriod(text, new Date(2026, 5, 1)), regions }) as Question;

function volume(region: string | null, edition: number | null): VolumeInfo {
  const year = edition === null ? null : edition - 1;
  return { title: '年鉴', name: `${region}年鉴`, edition, year, region };
}
const volumes = [
  volume('甘肃省', 2023),
  volume('甘肃省', 2024),
  volume('云南省', 2023),
  volume(null, null),
];

describe('the scope of a question', () => {
  it.each([
    ['', [], [true, true, true, true]],
    ['2022年', [], [true, false, true, true]],
    ['2022年和2023年', [], [true, true, true, true]],
    ['2023卷', [], [true, false, true, true]],
    ['2024年鉴', [], [false, true, false, true]],
    ['', ['云南省'], [false, false, true, true]],
    ['', ['云南'], [false, false, true, true]],
    ['2023年', ['甘肃省'], [false, true, false, true]],
    ['', ['甘肃省', '云南省'], [true, true, true, true]],
  ])(
    '%s %j: the volumes of both, those without year and region always',
    (text, regions, inside) => {
      const scope = scopeOf(question(text, regions), volumes);
      expect(scope).toEqual({
        inside,
        absentYears: [],
        absentRegions: [],
        narrowed: inside.includes(false),
      });
    },
  );

  it.each([
    ['2019年', [], [2019], []],
    ['2019年和2022年', [], [2019], []],
    ['2020卷', [], [2019], []],
    ['', ['西藏自治区'], [], ['西藏自治区']],
    ['2019年', ['西藏自治区', '云南省'], [2019], ['西藏自治区']],
  ])('%s %j: names the years and regions no volume is of', (text, regions, years, places) => {
    expect(scopeOf(question(text, regions), volumes)).toMatchObject({
      absentYears: years,
      absentRegions: places,
    });
  });

  it('misses nothing where no volume has year or region', () => {
    const scope = scopeOf(question('2019年', ['西藏自治区']), [volume(null, null)]);
    expect(scope).toEqual({ inside: [true], absentYears: [], absentRegions: [], narrowed: false });
  });
});

describe('a text of another volume', () => {
  it.each([
    ['2019年建成', true],
    ['自2019年以来', true],
    ['比2019年增长5%', false],
    ['较2019年增长5%', false],
    ['与2019年持平', false],
    ['比2019年多，2019年是旱年', true],
    ['2018年建成', false],
    ['二〇一九年建成', true],
    ['２０１９年建成', true],
  ])('%s is of 2019: %s', (text, named) => {
    expect(namesPeriod(question('2019年'), volumes[0], text)).toBe(named);
  });

  it('is of a region that it names', () => {
    expect(namesRegion(question('', ['云南省']), volumes[0], '与云南省合作')).toBe(true);
    expect(namesRegion(question('', ['云南省']), volumes[0], '省内合作')).toBe(false);
  });

  it('need name nothing where the volume is of it, or nothing is asked', () => {
    expect(namesPeriod(question('2022年'), volumes[0], '')).toBe(true);
    expect(namesPeriod(question(''), volumes[0], '')).toBe(true);
    expect(namesRegion(question('', ['甘肃省']), volumes[0], '')).toBe(true);
  });

  it.each([
    ['澳门', '横琴的澳资企业', true],
    ['北京', '深化京蒙协作', true],
    ['香港', '赴港旅客', false],
    ['北京', '北京的企业', true],
    ['湖南', '海南的企业', false],
  ])('of %s in %s by what stands for it: %s', (region, text, isNamed) => {
    expect(namesRegion(question('', [region]), volumes[0], text)).toBe(isNamed);
  });
});

describe('what the volumes are of', () => {
  it('is their years ascending and their regions in order, each once', () => {
    expect(yearsOf([...volumes].reverse())).toEqual([2022, 2023]);
    expect(regionsOf(volumes)).toEqual(['甘肃省', '云南省']);
  });
});

describe('the regions that questions name', () => {
  const of = (region: string) => ({ ...(volumes[0] as VolumeInfo), region });

  it('are those of the lexicon, and those that volumes alone are of', () => {
    const known = [['甘肃省', '甘肃']];
    expect(regionsWith([of('甘肃省'), of('临江')], known)).toEqual([
      ...known,
      ['临江', '临江市', '临江县', '临江区', '临江州', '临江旗', '临江盟'],
    ]);
  });

  it.each([
    ['临江市', '临江'],
    ['大理白族自治州', '大理'],
    ['红塔区', '红塔'],
  ])('call %s %s as well', (region, name) => {
    expect(regionsWith([of(region)], [])[0]).toEqual(expect.arrayContaining([region, name]));
  });
});

describe('a volume whose region nobody gave', () => {
  const regions = [
    ['宁夏回族自治区', '宁夏', '宁'],
    ['内蒙古自治区', '内蒙古', '蒙'],
    ['河南省', '河南'],
  ];
  const regionIn = (title: string, region: string | null = null) =>
    placed([{ title, name: title, edition: 2024, year: 2023, region }], regions)[0]?.region;

  it.each([
    ['内蒙古年鉴', '内蒙古自治区'],
    ['宁夏回族自治区年鉴', '宁夏回族自治区'],
    ['河南統計年鑑', '河南省'],
    ['蒙牛年鉴', null],
    ['年鉴', null],
  ])('%s is of %s', (title, region) => {
    expect(regionIn(title)).toBe(region);
  });

  it('is left with the region that it has', () => {
    expect(regionIn('宁夏年鉴', '银川市')).toBe('银川市');
  });

  it('is of the longest name in its title', () => {
    const named = placed(
      [{ title: '内蒙古年鉴', name: '', edition: null, year: null, region: null }],
      [
        ['蒙古国', '蒙古'],
        ['内蒙古自治区', '内蒙古'],
      ],
    );
    expect(named[0]?.region).toBe('内蒙古自治区');
  });
});

describe('the places a question names', () => {
  const entry = { path: ['城市'], heading: '交通', text: '银川、固原通车。' };
  const asked = (...places: readonly string[]) =>
    ({ units: places.map((text) => ({ text, isPlace: text !== '交通' })) }) as unknown as Question;

  it.each([
    [['银川'], []],
    [['银川', '喀什'], ['喀什']],
    [['石嘴山'], []],
    [['交通', '喀什'], ['喀什']],
    [[], []],
  ])('%j: those that stand neither in an entry nor above it are missing', (places, missing) => {
    expect(placesMissing(asked(...places), '石嘴山年鉴', entry)).toEqual(missing);
  });
});
