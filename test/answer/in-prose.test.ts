import { describe, expect, it } from 'vitest';
import { inProse } from '../../src/answer/in-prose.js';
import type { Question, Unit } from '../../src/search/question.js';

const asked = (...units: readonly Partial<Unit>[]) =>
  ({ units: units.map((unit) => ({ synonyms: [], prose: [], ...unit })) }) as unknown as Question;
const unitsOf = (question: Question | null) =>
  question?.units.map(({ text, synonyms }) => [text, synonyms]);

describe('a question in the words of prose', () => {
  it('takes looser words of two characters and more for synonyms, each once', () => {
    const question = asked({ text: '白事', synonyms: ['丧事'], prose: ['殡葬', '丧事', '葬'] });
    expect(unitsOf(inProse(question))).toEqual([['白事', ['丧事', '殡葬']]]);
  });

  it('leaves out words that say nothing, unless there are no others', () => {
    const plain = { text: '情况', isPlain: true, prose: ['状况'] };
    const telling = { text: '白事', prose: ['殡葬'] };
    expect(unitsOf(inProse(asked(plain, telling)))).toEqual([['白事', ['殡葬']]]);
    expect(unitsOf(inProse(asked(plain)))).toEqual([['情况', ['状况']]]);
  });

  it('is none for a pasted page', () => {
    const page = Array.from({ length: 60 }, () => ({ text: '白事', prose: ['殡葬'] }));
    expect(inProse(asked(...page))).toBeNull();
  });

  it('is none where it would be the question itself', () => {
    expect(inProse(asked({ text: '粮食' }))).toBeNull();
    expect(inProse(asked({ text: '情况', isPlain: true }, { text: '粮食' }))).toBeNull();
    expect(inProse(asked({ text: '白事', synonyms: ['殡葬'], prose: ['殡葬'] }))).toBeNull();
  });
});
