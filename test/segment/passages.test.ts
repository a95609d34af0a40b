import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passagesAndSentences, passageTunables } from '../../src/segment/passages.js';

function passages(text: string): string[] {
  return passagesAndSentences(text).passages.map(({ start, end }) => text.slice(start, end));
}

const short = '粮食增产。';
const long = '粮食增产，牧业增收。'.repeat(15);

describe('passages', () => {
  it.each<[string, string[], string[]]>([
    ['short neighbours are one', [short, short, short], [`${short}\n${short}\n${short}`]],
    ['long neighbours are apart', [long, long], [`${long}\n`, long]],
    ['a short one joins the long one before', [long, short], [`${long}\n${short}`]],
    ['a short one joins the long one after', [short, long], [`${short}\n${long}`]],
    ['a long paragraph stays whole', [long.repeat(5)], [long.repeat(5)]],
    [
      'one that would grow too long stays apart',
      [long.repeat(3), short],
      [`${long.repeat(3)}\n`, short],
    ],
  ])('%s', (_, paragraphs, expected) => {
    expect(passages(paragraphs.join('\n'))).toEqual(expected);
  });

  it('of nothing are none', () => {
    expect(passagesAndSentences('')).toEqual({ passages: [], sentences: [] });
  });

  it('end with their paragraph however much white space follows it', () => {
    const text = `${long}\n${' '.repeat(200)}${long}`;
    expect(passages(text)).toEqual([`${long}\n${' '.repeat(200)}`, long]);
  });

  const paragraphs = fc
    .array(
      fc.string({ unit: fc.constantFrom(...'粮食增产，。！？“”（）【】\n '), maxLength: 300 }),
      { maxLength: 8 },
    )
    .map((parts) => parts.join('\n'));

  it('tile the text, and the sentences of each rebuild it exactly', () => {
    fc.assert(
      fc.property(paragraphs, (text) => {
        const { passages, sentences } = passagesAndSentences(text);
        const slice = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
        expect(passages.map(slice).join('')).toBe(text);
        for (const passage of passages) {
          const own = sentences.filter(
            ({ start, end }) => start >= passage.start && end <= passage.end,
          );
          expect(own.map(slice).join('')).toBe(slice(passage));
        }
      }),
    );
  });

  it('of several paragraphs are never longer than the most', () => {
    fc.assert(
      fc.property(paragraphs, (text) => {
        for (const passage of passages(text)) {
          if (passage.trim().includes('\n'))
            expect(passage.length).toBeLessThanOrEqual(passageTunables.most);
        }
      }),
    );
  });
});
