import { describe, expect, it } from 'vitest';
import { variants } from '../../src/evaluation/training-sets.js';

const sentence = (name: string, n: number) =>
  `${name}的第${n}句话说的是这一年里做成的一件事，写得长一些，好让几句话就够分成一段来问，也不至于太短。`;
const textOf = (name: string) => Array.from({ length: 8 }, (_, n) => sentence(name, n)).join('');
const names = ['甲厂', '乙校', '丙路', '丁港', '戊院', '己馆'];
const set = {
  passages: names.map((name) => ({ id: name, title: name, text: textOf(name) })),
  questions: names.map((name) => ({
    id: `q-${name}`,
    question: `${name}的第5句话说的是什么`,
    passage: name,
    answers: [sentence(name, 5)],
  })),
};

describe('the variants of a training set', () => {
  const [whole, parts, strange, bare] = variants(set, 1);

  it('begin with the set itself', () => {
    expect(whole).toBe(set);
  });

  it('hold every passage in parts that are its text, under its title', () => {
    for (const { id, title, text } of set.passages) {
      const own = parts?.passages.filter((part) => part.id.startsWith(`${id}/`)) ?? [];
      expect(own.length).toBeGreaterThan(1);
      expect(own.map((part) => part.text).join('')).toBe(text);
      expect(own.every((part) => part.title === title)).toBe(true);
    }
  });

  it('ask for the part that holds the answer', () => {
    for (const { passage, answers } of parts?.questions ?? []) {
      const text = parts?.passages.find(({ id }) => id === passage)?.text;
      expect(text).toContain(answers[0]);
    }
  });

  it('put some parts under the heading of another passage, the same ones for the same seed', () => {
    const moved = strange?.passages.filter(({ id, title }) => !id.startsWith(title ?? '')) ?? [];
    expect(moved.length).toBeGreaterThan(0);
    expect(moved.length).toBeLessThan(strange?.passages.length ?? 0);
    expect(variants(set, 1)[2]).toEqual(strange);
    expect(variants(set, 2)[2]).not.toEqual(strange);
  });

  it('end with passages without headings', () => {
    expect(bare?.passages.every((passage) => !('title' in passage))).toBe(true);
  });
});
