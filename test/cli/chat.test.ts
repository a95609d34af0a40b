import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer/answer.js';
import { createReply } from '../../src/cli/chat.js';
import { renderAnswer } from '../../src/cli/render.js';

const silent: Answer = {
  ...{ question: '粮石产量', status: 'no-answer', confidence: 0, entry: null, passage: null },
  ...{ lead: null, figures: [], asked: 0, alternatives: [], nearest: [], choices: [] },
  ...{ interpreted: null, reason: '没有这一年的数据', tookMs: 1 },
};

describe('in the terminal', () => {
  it.each([
    ['zh', '您问的是哪一个？\n  1. 宁夏\n  2. 广东'],
    ['en', 'Which one do you mean?\n  1. 宁夏\n  2. 广东'],
  ] as const)('choices stand in numbered lines (%s)', (language, shown) => {
    const choices = ['宁夏', '广东'].map((label) => ({ label, question: `${label}粮食产量` }));
    const answer: Answer = { ...silent, status: 'clarify', choices };
    expect(renderAnswer(answer, { language, colour: false })).toBe(shown);
  });

  it('the last line says how the question was read where that is not as typed', () => {
    const interpreted = { question: '粮食产量', corrections: ['粮石→粮食'], carriedFrom: null };
    const shown = renderAnswer({ ...silent, interpreted }, { language: 'zh', colour: false });
    expect(shown).toBe('没有找到\n没有这一年的数据\n按“粮食产量”查找');
  });

  it.each(['2', '２'])('the number %s asks the choice that bears it', async (number) => {
    const choices = ['宁夏', '广东'].map((label) => ({ label, question: `${label}粮食产量` }));
    const asked: string[] = [];
    const ask = async (question: string): Promise<Answer> => {
      asked.push(question);
      return question === '粮食产量' ? { ...silent, status: 'clarify', choices } : silent;
    };
    const reply = createReply({ ask, index: {} } as never, { language: 'zh', colour: false });
    await reply('粮食产量');
    // Help in between takes nothing away, nor does the answer to a choice; a question does.
    for (const line of ['/help', number, '1', '奶业', number]) await reply(line);
    expect(asked).toEqual(['粮食产量', '广东粮食产量', '宁夏粮食产量', '奶业', number]);
  });
});
