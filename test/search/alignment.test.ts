import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Alignment, headingShare } from '../../src/search/alignment.js';
import type { Pattern } from '../../src/search/pattern.js';
import { normalise } from '../../src/text/normalise.js';
import { splitSentences } from '../../src/text/sentences.js';
import { alignmentOf, patternOf } from './asked-of.js';
import { drawnHeading, drawnQuestion, drawnText } from './drawn.js';

const isPair = (pair: string) => /^[\p{L}\p{N}]{2}$/u.test(pair);
const countIn = (text: string, part: string) => {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (text.startsWith(part, i)) count++;
  return count;
};

/** The worth of the common substrings of letters, by where in the question they begin. */
function bruteRuns({ normal, worth }: Pattern, text: string): number[] {
  const begins = Array<number>(normal.length).fill(0);
  for (let j = 0; j < normal.length; j++) {
    for (let end = j + 2; end <= normal.length; end++) {
      if (!isPair(normal.slice(end - 2, end))) break;
      const run = normal.slice(j, end);
      for (let i = 0; i < text.length; i++) {
        if (!text.startsWith(run, i)) continue;
        const before = normal.slice(j - 1, j + 1);
        const longer = j > 0 && i > 0 && text[i - 1] === normal[j - 1] && isPair(before);
        const value = (worth[end] as number) - (worth[j] as number);
        if (!longer) begins[j] = Math.max(begins[j] as number, value);
      }
    }
  }
  return begins;
}
const rootOfSquares = (values: readonly number[]) =>
  Math.sqrt(values.reduce((sum, value) => sum + (value >= 2 ? value * value : 0), 0));

function drawn(check: (pattern: Pattern, alignment: Alignment, texts: string[]) => void) {
  fc.assert(
    fc.property(drawnQuestion, drawnText, drawnHeading, (question, text, heading) => {
      const pattern = patternOf(question);
      const texts = splitSentences(text).map(({ start, end }) => normalise(text.slice(start, end)));
      check(pattern, alignmentOf(pattern, text, { heading }), texts);
    }),
    { numRuns: 300 },
  );
}
const close = (a: ArrayLike<number>, b: readonly number[]) => {
  expect(a).toHaveLength(b.length);
  b.forEach((value, i) => {
    expect(a[i]).toBeCloseTo(value, 9);
  });
};

describe('the alignment of a passage with a question', () => {
  it('tells where each unit stands, in which sentence, and whether above', () => {
    const pattern = patternOf('粮食产量造林');
    const alignment = alignmentOf(pattern, '粮食多。产量高，粮食好。', {
      heading: '农业',
      path: ['造林'],
    });
    expect(alignment.unitsAt).toEqual([[0, 8], [4], []]);
    expect([...alignment.unitHeld]).toEqual([1, 1, 0, 1, 0, 0]);
    expect(alignment.unitSentences).toEqual([2, 1, 0]);
    expect(alignment.unitAbove).toEqual([false, false, true]);
  });

  it.each([
    ['粮食产量是多少', '粮食产量增长。', 4],
    ['粮食产量是多少', '粮食，产量增长。', 2],
    ['粮食产量是多少', '产量是380吨。', 2.3],
    ['粮食产量是多少', '造林。', 0],
    ['粮粮粮粮多少', '粮粮粮粮。', 4],
  ])('%s: the longest run in %s is worth %d', (question, text, worth) => {
    expect(alignmentOf(patternOf(question), text).runBest[0]).toBeCloseTo(worth, 9);
  });

  it.each([
    ['水库粮食产量是多少', '水库粮食产量是380吨。', 1],
    ['粮食产量是多少', '粮食产量是380吨。', 5 / 6],
    ['粮食产量是多少', '粮食产量380吨。', 0],
    ['粮食产量', '粮食产量', 0],
  ])('%s: a run of %s ends at the words that ask: %d', (question, text, tail) => {
    expect(alignmentOf(patternOf(question), text).tail[0]).toBeCloseTo(tail, 9);
  });

  it('finds the runs that a search over all common substrings finds', () => {
    drawn((pattern, { runBest, runSum, runAll }, texts) => {
      const runs = texts.map((text) => bruteRuns(pattern, text));
      close(
        runBest,
        runs.map((own) => Math.max(0, ...own)),
      );
      close(runSum, runs.map(rootOfSquares));
      const all = Array.from({ length: pattern.normal.length }, (_, j) =>
        Math.max(0, ...runs.map((own) => own[j] as number)),
      );
      close([runAll], [rootOfSquares(all)]);
    });
  });

  it('counts pairs and characters as counting them one by one does', () => {
    drawn((pattern, alignment, texts) => {
      const { normal, characters } = pattern;
      const pairs = Array.from({ length: normal.length }, (_, j) => normal.slice(j, j + 2));
      const counts = (part: string) => texts.map((text) => countIn(text, part));
      const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
      const held = (values: readonly number[]) => values.map((value) => Math.min(1, value));
      const ofPairs = pairs.map((pair) => (isPair(pair) ? counts(pair) : texts.map(() => 0)));
      expect([...alignment.pairCounts]).toEqual(ofPairs.map(sum));
      expect([...alignment.pairHeld]).toEqual(ofPairs.flatMap(held));
      expect([...alignment.pairSentences]).toEqual(ofPairs.map((own) => sum(held(own))));
      expect([...alignment.pairInHeading]).toEqual(
        pairs.map((pair) => (isPair(pair) && alignment.heading.includes(pair) ? 1 : 0)),
      );
      expect([...alignment.characterCounts]).toEqual(characters.map((one) => sum(counts(one))));
      expect([...alignment.characterHeld]).toEqual(characters.flatMap((one) => held(counts(one))));
    });
  });

  it('counts each character that repeats the question once', () => {
    drawn((pattern, { repeated }, texts) => {
      const expected = texts.map((text) => {
        const marked = new Set<number>();
        for (let i = 0; i + 1 < text.length; i++) {
          const pair = text.slice(i, i + 2);
          if (isPair(pair) && pattern.normal.includes(pair)) marked.add(i).add(i + 1);
        }
        return marked.size;
      });
      expect([...repeated]).toEqual(expected);
    });
  });

  it('aligns an empty passage with nothing', () => {
    const alignment = alignmentOf(patternOf('粮食产量'), '');
    expect(alignment.sentences).toEqual([]);
    expect(alignment.runAll).toBe(0);
    expect(alignment.unitSentences).toEqual([0, 0]);
  });
});

describe('the share of a heading', () => {
  it.each([
    ['粮食产量', '粮食多少', 0.5],
    ['粮食（一）', '粮食产量', 2 / 3],
    ['gdp 总量', 'gdp总量', 1],
    ['——', '粮食', 0],
    ['', '粮食', 0],
  ])('%s is held by %s: %d', (heading, question, share) => {
    expect(headingShare(heading, question)).toBeCloseTo(share, 9);
  });
});
