import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openGeneration } from '../../src/library/open.js';

const root = resolve(import.meta.dirname, '../..');
const { ask } = await openGeneration({
  corpusDir: resolve(root, 'corpus'),
  snapshotDir: null,
  lexiconDir: resolve(root, 'corpus/lexicons'),
});

describe('a question that finds too little as typed', () => {
  it.each([
    ['ningxia 2025 gdp zengzhang', '地区生产总值', '宁夏 2025 gdp 增长'],
    ['ningxia liangshi chanliang', '粮食生产', '宁夏粮食产量'],
    ['宁夏师业率', '就业', '宁夏失业率'],
    ['guangdong senlin fugailv', '绿美广东', '广东森林覆盖率'],
  ])('%s is answered from %s as %s', async (typed, heading, question) => {
    const answer = await ask(typed);
    expect(answer.entry?.heading).toBe(heading);
    expect(answer.question).toBe(typed);
    expect(answer.interpreted).toMatchObject({ question, carriedFrom: null });
    expect(answer.interpreted?.corrections.length).toBeGreaterThan(0);
  });

  it.each([
    ['gdp zengzhang', 'gdp 增长'],
    ['gdp zeng zhang duo shao', 'gdp 增长多少'],
    ['gdzctz', '固定资产投资'],
  ])('%s is asked back as %s of each region', async (typed, question) => {
    const { status, choices, interpreted } = await ask(typed);
    expect(status).toBe('clarify');
    expect(new Set(choices.map((choice) => choice.question))).toEqual(
      new Set([`宁夏${question}`, `广东${question}`]),
    );
    expect(interpreted).toMatchObject({ question });
  });

  it('is read as another where what was typed is no word, though something was found', async () => {
    const answer = await ask('宁厦2025年GDP');
    expect(answer.interpreted?.corrections).toEqual(['宁厦→宁夏']);
    expect(answer.entry?.volume).toContain('宁夏');
  });

  it.each(['宁夏2025年GDP', '寧夏2025年ＧＤＰ', '腾讯2025年营收', '宁夏2019年粮食产量', '？', ''])(
    'is not read as another where it is spelled well: %s',
    async (typed) => {
      expect((await ask(typed)).interpreted).toBeNull();
    },
  );
});
