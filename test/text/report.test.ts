import { describe, expect, it } from 'vitest';
import { partAt, reportOf } from '../../src/text/report.js';

const report = [
  '各位代表:',
  '一、2025年工作回顾',
  '过去一年,生产总值增长5%。',
  '二、“十六五”时期主要目标',
  '生产总值年均增长5%。',
  '三、2026年重点工作',
  '一、修路。',
  '一、修建道路',
  '新建10公里。',
].join('\n');

describe('a report', () => {
  it.each([
    ['工作报告\n——2006年3月5日在第十届全国人民代表大会第四次会议上\n今年增长8%。', 2006],
    ['2006年国务院政府工作报告\n今年增长8%。', 2006],
    ['2006年3月5日在北京召开了座谈。', undefined],
    ['2006年1月15日在昆明召开全省农村工作会议。', undefined],
    ['2006年政府工作报告提出的任务全面完成。', undefined],
    ['2005年3月5日在第三次会议上，代表们通过了决议。', undefined],
    ['二〇〇六年三月五日在第三次会议上', undefined],
    [`${'好。'.repeat(300)}2006年3月5日在第十届全国人民代表大会上`, undefined],
  ])('is of the year it was spoken in: %j', (text, year) => {
    expect(reportOf(text, 2005)?.spoken).toBe(year);
  });
});

describe('the parts of a report', () => {
  it('begin with numbered headings that count on, and lists inside are no parts', () => {
    const { parts = [] } = reportOf(report, 2025) ?? {};
    expect(parts.map(({ heading, year, ahead }) => [heading, year, ahead])).toEqual([
      ['2025年工作回顾', 2025, false],
      ['“十六五”时期主要目标', null, true],
      ['2026年重点工作', 2026, true],
    ]);
    expect(parts[1]?.period).toBe('“十六五”时期');
    expect(report.slice(parts[2]?.start, parts[2]?.end)).toContain('修建道路');
  });

  it('are those of the text and not of its list of contents', () => {
    const contents = '目录\n一、2025年工作回顾\n二、“十六五”时期主要目标\n三、2026年重点工作\n';
    const read = reportOf(contents + report, 2025);
    expect(read?.parts).toHaveLength(3);
    expect(read?.parts[0]?.start).toBe(contents.length + report.indexOf('一、'));
  });

  it('are told by a heading that tells a time, not by a line of a list with its number', () => {
    const text = '一、2024年回顾\n分三步:\n二、抓好项目\n好。\n二、2025年工作安排\n修路。';
    const parts = reportOf(text, 2024)?.parts;
    expect(parts?.map(({ heading }) => heading)).toEqual(['2024年回顾', '2025年工作安排']);
    expect(parts?.[0]?.end).toBe(parts?.[1]?.start);
  });

  it('are counted beyond ten', () => {
    const numbers = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一'];
    const text = numbers
      .map((n) => `${n}、${n === '十一' ? '2025年安排' : '农业'}\n好。\n`)
      .join('');
    expect(reportOf(text, 2024)?.parts.at(-1)?.year).toBe(2025);
  });

  it('hold every offset from the first heading on', () => {
    const read = reportOf(report, 2025);
    expect(partAt(read, 0)).toBeUndefined();
    expect(partAt(read, report.indexOf('修路'))?.year).toBe(2026);
    expect(partAt(read, report.length - 1)?.year).toBe(2026);
  });

  it.each<[string, number | null, number | null, boolean]>([
    ['去年工作回顾', 2005, 2005, false],
    ['过去一年的工作', 2005, 2005, false],
    ['今年的主要任务', 2005, 2006, true],
    ['今年的主要任务', null, null, false],
    ['2006年工作总体部署', 2005, 2006, true],
    ['2024年经济社会发展情况', 2024, 2024, false],
    ['二〇二五年工作安排', 2024, 2025, true],
    ['2025 年工作安排', 2024, 2025, true],
    ['2025年预算草案', 2024, 2025, true],
    ['2025—2030年规划目标', 2024, null, true],
    ['今后五年的奋斗目标', 2024, null, true],
    ['明年的任务', 2024, 2025, true],
    ['“十四五”时期发展成就和“十五五”时期主要目标任务', 2025, null, false],
  ])('%s of a volume on %s is of %s, and of what is to come: %s', (heading, of, year, ahead) => {
    const part = reportOf(`一、2024年情况\n好。\n二、${heading}\n好。`, of)?.parts[1];
    expect([part?.year, part?.ahead]).toEqual([year, ahead]);
  });

  it.each([
    ['no heading tells a time', '一、农业\n好。\n二、工业\n好。'],
    ['there are none', '2025年,生产总值增长5%。'],
    ['the line is a sentence', '一、2025年工作,增长5%。\n二、2026年任务。\n好'],
  ])('are none where %s', (_, text) => {
    expect(reportOf(text, 2024)).toBeNull();
  });
});
