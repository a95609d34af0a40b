import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer/answer.js';
import type { AskOptions } from '../../src/answer/ask.js';
import { answersAtHand } from '../../src/answer/at-hand.js';

/** Asks with answers at hand; `worked` are the questions that were worked out for it. */
function asking() {
  const worked: string[] = [];
  const ask = answersAtHand(async (question, { language, today, onTrace }: AskOptions = {}) => {
    worked.push(`${question} ${language} ${today?.getFullYear()}${onTrace ? ' traced' : ''}`);
    return { question } as Answer;
  });
  return { ask, worked };
}
const in2026 = new Date(2026, 5, 1);

describe('an answer', () => {
  it('is worked out once, however many ask at the same time or later', async () => {
    const { ask, worked } = asking();
    await Promise.all([ask('粮食产量', { today: in2026 }), ask('粮食产量', { today: in2026 })]);
    const answer = await ask('粮食产量', { today: new Date(2026, 11, 31), language: 'zh' });
    expect(answer.question).toBe('粮食产量');
    expect(worked).toEqual(['粮食产量 zh 2026']);
  });

  it('is another one in the next year, in another language, and to what reads alike', async () => {
    const { ask, worked } = asking();
    await ask('去年的GDP', { today: in2026 });
    await ask('去年的GDP', { today: new Date(2027, 0, 1) });
    await ask('去年的GDP', { today: in2026, language: 'en' });
    await ask('去年的\nGDP', { today: in2026 });
    expect(worked).toEqual([
      '去年的GDP zh 2026',
      '去年的GDP zh 2027',
      '去年的GDP en 2026',
      '去年的\nGDP zh 2026',
    ]);
  });

  it('is worked out again for who wants to see how', async () => {
    const { ask, worked } = asking();
    await ask('人口', { today: in2026 });
    await ask('人口', { today: in2026, onTrace: () => {} });
    expect(worked).toEqual(['人口 zh 2026', '人口 zh 2026 traced']);
  });

  it('is forgotten behind many others', async () => {
    const { ask, worked } = asking();
    for (let i = 0; i < 5000; i++) await ask(`${i}`, { today: in2026 });
    await ask('4999', { today: in2026 });
    expect(worked).toHaveLength(5000);
    await ask('0', { today: in2026 });
    expect(worked).toHaveLength(5001);
  });
});
