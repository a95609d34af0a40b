import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { type Generation, openGeneration } from '../../src/library/open.js';

const root = mkdtempSync(join(tmpdir(), 'nianjian-ask-'));
afterAll(() => rmSync(root, { recursive: true }));
const corpusDir = join(root, 'corpus');
mkdirSync(corpusDir);

/** Two regions and two years under the same headings. */
for (const [region, edition, grain, growth] of [
  ['宁夏', 2024, '370.4万吨', '2.1%'],
  ['宁夏', 2025, '380.5万吨', '2.7%'],
  ['广东', 2024, '1285.2万吨', '0.5%'],
  ['广东', 2025, '1290.6万吨', '0.4%'],
] as const) {
  writeFileSync(
    join(corpusDir, `${region}年鉴-${edition}.txt`),
    `${edition}卷
【粮食生产】 ${edition - 1}年，全省粮食总产量${grain}，比上年增长${growth}。播种面积保持稳定。
【公共图书馆】 年末有公共图书馆27个，藏书总量稳步增加。
${region === '宁夏' && edition === 2025 ? '【殡葬服务】 殡葬基本服务费降到1000元。' : ''}
`,
  );
}

writeFileSync(
  join(corpusDir, '云南年鉴-2025.txt'),
  `2025卷
【政府工作报告】 各位代表：
一、2024年工作回顾
新建农村公路800公里，建成水库12座。
二、2025年重点工作
新建农村公路950公里，开工建设高铁3条。生产总值增长预期为6%。
`,
);

writeFileSync(
  join(corpusDir, '临江年鉴-2025.txt'),
  `2025卷
【邮政】 2024年，完成邮政业务总量8.5亿元，增长12.6%，投递快递6100万件。
【综合经济】 2024年，全市经济稳中有进，生产总值318.6亿元，增长5.2%。
【江口区】 2024年，江口区地区生产总值156.7亿元，增长4.9%。全年接待游客203万人次。
【桐山县】 2024年，地区生产总值61.4亿元，增长6.1%。
【人事任免】 2024年1月9日，市人民代表大会选举陈立文为市长，王和平为市监察委员会主任。
【市委全会】 2024年7月20日，市委书记贾民主持召开市委全会，听取工作报告。
`,
);

const generation: Generation = await openGeneration({
  corpusDir,
  snapshotDir: join(root, 'data'),
  lexiconDir: resolve(import.meta.dirname, '../../corpus/lexicons'),
});
const today = new Date('2026-11-24');
const ask = (question: string) => generation.ask(question, { today });

describe('ask', () => {
  it.each([
    ['宁夏2023年粮食产量是多少？', '宁夏年鉴 2024卷', '370.4万吨'],
    ['宁夏2024年粮食产量是多少？', '宁夏年鉴 2025卷', '380.5万吨'],
    ['广东2023年粮食总产量', '广东年鉴 2024卷', '1285.2万吨'],
    ['2025卷里广东粮食产量增长多少', '广东年鉴 2025卷', '0.4%'],
    ['宁夏粮食产量是多少', '宁夏年鉴 2025卷', '380.5万吨'],
  ])('%s is answered from %s by %s', async (question, volume, span) => {
    const answer = await ask(question);
    expect(answer.entry?.volume).toBe(volume);
    expect(answer.asked).toBeGreaterThan(0);
    expect(answer.figures[0]?.span).toBe(span);
  });

  it.each([
    ['宁夏和广东2024年粮食产量各是多少？', /^(?:宁夏|广东)2024年粮食产量是多少？$/],
    ['宁夏2023年和2024年粮食产量分别是多少', /^宁夏202[34]年粮食产量是多少$/],
  ])('%s is answered for one, and says for which', async (question, read) => {
    const { figures, asked, interpreted, entry } = await ask(question);
    expect(asked).toBe(1);
    expect(interpreted?.question).toMatch(read);
    const alone = await ask(interpreted?.question ?? '');
    expect(alone.entry?.id).toBe(entry?.id);
    expect(alone.figures[0]).toEqual(figures[0]);
    expect(alone.interpreted).toBeNull();
  });

  it.each([
    ['云南2024年新建农村公路多少公里', '800公里'],
    ['云南2025年计划新建农村公路多少公里', '950公里'],
    ['云南2025年要开工几条高铁', '3条'],
    ['云南2025年生产总值增长预期是多少', '6%'],
  ])('%s is answered from that part of a report by %s', async (question, span) => {
    expect((await ask(question)).figures[0]?.span).toBe(span);
  });

  it('answers what names no thing with the sentence that tells of all', async () => {
    const { status, lead, asked } = await ask('云南2025年的增长预期是多少');
    expect([status, asked]).toEqual(['answered', 0]);
    expect(lead?.text).toContain('生产总值增长预期为6%');
  });

  it('knows a city by its yearbook, and answers of no other', async () => {
    const own = await ask('临江市2024年投递快递多少件');
    expect([own.entry?.volume, own.figures[0]?.span]).toEqual(['临江年鉴 2025卷', '6100万件']);
    expect((await ask('平川市2024年投递快递多少件')).status).toBe('no-answer');
  });

  it.each([
    ['临江2024年GDP多少', '综合经济', '318.6亿元'],
    ['江口区2024年GDP多少', '江口区', '156.7亿元'],
    ['桐山2024年GDP多少', '桐山县', '61.4亿元'],
  ])('%s: of the whole or of the part that is named', async (question, heading, span) => {
    const { entry, figures } = await ask(question);
    expect([entry?.heading, figures[0]?.span]).toEqual([heading, span]);
  });

  it.each(['临江2024年接待游客多少人次', '鲁台区2024年GDP多少'])(
    '%s: what is told of another part is no answer',
    async (question) => {
      expect((await ask(question)).status).toBe('no-answer');
    },
  );

  it('who holds an office is told of that office', async () => {
    const { entry, lead } = await ask('2024年谁当选临江市长');
    expect(entry?.heading).toBe('人事任免');
    expect(lead?.text).toContain('陈立文');
  });

  it('names the years there are when asked for another', async () => {
    const answer = await ask('宁夏2019年粮食产量是多少？');
    expect(answer.status).toBe('no-answer');
    expect(answer.reason).toMatch(/2019.*2023、2024/);
    expect(answer.nearest.length).toBeGreaterThan(0);
  });

  it('names the regions there are when asked for another', async () => {
    const answer = await ask('浙江2024年粮食产量是多少？');
    expect(answer.status).toBe('no-answer');
    expect(answer.reason).toMatch(/浙江.*宁夏.*广东|浙江.*广东.*宁夏/);
  });

  it('names a place that no entry close to the question mentions', async () => {
    const answer = await ask('银川2024年粮食产量是多少？');
    expect(answer.status).toBe('no-answer');
    expect(answer.reason).toMatch(/银川/);
  });

  it('answers a question in other words than those of prose where it would be silent', async () => {
    const answer = await ask('宁夏办丧事要花多少钱');
    expect(answer.entry?.heading).toBe('殡葬服务');
    expect(answer.figures[0]?.span).toBe('1000元');
  });

  it.each(['', '   ', '？！……', '👍👍', '多少', '<b></b>', '粮'.repeat(4096)])(
    'says why %j has no answer or answers it, and never throws',
    async (question) => {
      const answer = await ask(question);
      if (answer.status === 'no-answer') expect(answer.reason).toMatch(/[\u4e00-\u9fff]/);
    },
  );

  it('gives the same answer to the same question', async () => {
    const [first, second] = [await ask('广东粮食产量'), await ask('广东粮食产量')];
    expect({ ...first, tookMs: 0 }).toEqual({ ...second, tookMs: 0 });
  });

  it('quotes nothing that does not stand in the entry, whatever is asked', async () => {
    const words = [
      '粮食',
      '产量',
      '2024年',
      '宁夏',
      '增长',
      '多少',
      '图书馆',
      '排第几',
      '，',
      'GDP',
    ];
    const question = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom(...words), { maxLength: 8 }).map((parts) => parts.join('')),
    );
    await fc.assert(
      fc.asyncProperty(question, async (text) => {
        const { entry, lead, figures, asked, confidence } = await ask(text);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
        if (entry === null || lead === null) return;
        expect(entry.text.slice(lead.start, lead.end)).toBe(lead.text);
        expect(asked).toBeLessThanOrEqual(figures.length);
        for (const { start, end, span } of figures) expect(entry.text.slice(start, end)).toBe(span);
      }),
      { numRuns: 300 },
    );
  });

  it.each(['1', '12', '３.5%', '一', '2023'])(
    'asks for a question where %s is all that is said',
    async (text) => {
      const { status, reason } = await ask(text);
      expect(status).toBe('no-answer');
      expect(reason).toMatch(/没看出问的是什么/);
    },
  );

  it('parts what is there by commas in an English reason', async () => {
    const { reason } = await generation.ask('2001年宁夏粮食产量', { today, language: 'en' });
    expect(reason).toBe('There is nothing on 2001; the volumes report on 2023 and 2024.');
  });
});
