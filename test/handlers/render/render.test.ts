import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderAnswer } from '../../../handlers/render/answer.js';
import { choiceOf, renderChoices } from '../../../handlers/render/choices.js';
import { renderFound } from '../../../handlers/render/contents.js';
import { renderEntry } from '../../../handlers/render/entry.js';
import { callbackData, toInlineKeyboard } from '../../../handlers/render/keyboard.js';
import type { Message } from '../../../handlers/render/message.js';
import { pagesOf } from '../../../handlers/render/pages.js';
import { toHtml, toPlain } from '../../../handlers/render/rich.js';
import type { Answer, CitedEntry } from '../../../src/answer/answer.js';
import type { Figure } from '../../../src/figures/figure.js';
import { parseHtml } from '../../e2e/server/html.js';
import { parseMarkup } from '../../e2e/server/markup.js';

/** Nasty on purpose: markup, references, pairs of surrogates, every kind of line end. */
const character = fc.constantFrom(
  ...['粮', '食', '增', '8', '.', '%', '<', '>', '&', '"', '</b>', '&amp;', '<b', '😀', '𠀀', ' '],
  ...['\n', '。', '；', '【', '】', '\ud800', '\u0000', '\u202e'],
);
const textOf = (maxLength: number) => fc.string({ unit: character, maxLength, size: 'max' });

function entryOf(text: string, heading = '粮食生产'): CitedEntry {
  const source = { file: '内蒙古年鉴.txt', line: 1, start: 0, end: text.length };
  const place = { volume: '内蒙古年鉴 2023卷', year: 2022, path: ['农牧业', '种植业'] };
  return { id: '8b3d1494de98d36a', ...place, heading, text, author: null, source };
}

function answerOf(entry: CitedEntry, leadEnd: number, figures: readonly Figure[] = []): Answer {
  return {
    question: '粮食增产8.1%了吗',
    status: 'answered',
    confidence: 0.9,
    entry,
    passage: { start: 0, end: entry.text.length },
    lead: { start: 0, end: leadEnd, text: entry.text.slice(0, leadEnd) },
    figures,
    asked: Math.min(figures.length, 3),
    alternatives: [{ id: 'a'.repeat(20), volume: '卷', heading: entry.heading, confidence: 0.1 }],
    nearest: [],
    choices: [],
    interpreted: null,
    reason: null,
    tookMs: 1,
  };
}

function figureOf(span: string): Figure {
  return {
    ...{ entryId: 'e', start: 0, end: span.length, span, number: null, value: 1, unit: '%' },
    ...{ unitText: '%', indicator: span, indicatorVerbatim: true, change: null, changeWord: null },
    ...{ direction: null, approx: null, bound: null, base: null, rank: null, year: 2022 },
    ...{ yearFrom: 'sentence', kind: 'level' },
  } as unknown as Figure;
}

const readAs = (question: string) => ({ question, corrections: ['粮石→粮食'], carriedFrom: null });

/** What Telegram makes of it; throws where Telegram would refuse. */
function arrives({ rich, keyboard }: Message) {
  const parsed = parseHtml(toHtml(rich));
  expect(parsed.text).toBe(toPlain(rich));
  expect(parsed.text.length).toBeLessThanOrEqual(4096);
  expect(parsed.text.trim()).not.toBe('');
  const rows = toInlineKeyboard(keyboard);
  if (rows.length > 0) parseMarkup({ inline_keyboard: rows });
  return parsed;
}

/** Half a pair cannot be sent at all; what takes its place keeps every offset. */
const sendable = (text: string) => text.replace(/[\ud800-\udfff]/gu, '\ufffd');

describe('an answer', () => {
  it('is taken by Telegram whatever stands in the entry, however long', () => {
    fc.assert(
      fc.property(
        textOf(6000),
        textOf(300),
        fc.nat(),
        fc.array(textOf(300), { maxLength: 20 }),
        fc.nat({ max: 20 }),
        fc.option(textOf(600)),
        (text, heading, cut, spans, asked, read) => {
          const answer = answerOf(
            entryOf(text, heading),
            text.length === 0 ? 0 : cut % (text.length + 1),
            spans.map(figureOf),
          );
          arrives(
            renderAnswer(
              {
                ...answer,
                asked: Math.min(asked, spans.length),
                interpreted: read === null ? null : readAs(read),
              },
              'zh',
            ),
          );
        },
      ),
      { numRuns: 200, interruptAfterTimeLimit: 15_000 },
    );
  });

  it('leads with the asked figure and ends with volume and heading', () => {
    const text = '全区粮食总产量3900.6万吨，比上年增长1.6%。畜牧业稳定。';
    const answer = answerOf(entryOf(text), 24, [figureOf('3900.6万吨')]);
    const { text: shown } = arrives(renderAnswer({ ...answer, asked: 1 }, 'zh'));
    expect(shown).toMatch(/^3900\.6万吨.*\n\n全区粮食总产量/);
    expect(shown).toContain('—— 内蒙古年鉴 2023卷 · 农牧业 · 种植业 【粮食生产】');
  });

  it('has room for all that is shown of the longest there can be', () => {
    const [long, entry] = ['粮'.repeat(300), entryOf('粮'.repeat(5000), '粮'.repeat(300))];
    const figures = Array.from({ length: 30 }, () => figureOf(long));
    const longest = { ...answerOf(entry, 4000, figures), asked: 12, interpreted: readAs(long) };
    const cited = { ...entry, author: long, volume: long, path: [long, long] };
    arrives(renderAnswer({ ...longest, entry: cited }, 'en'));
  });

  it.each([
    [{ corrections: ['粮石→粮食'], carriedFrom: null }, '\n按“粮食 产量”查找'],
    [{ corrections: [], carriedFrom: '畜牧业产量' }, '\n按“粮食 产量”查找'],
    [{ corrections: [], carriedFrom: null }, ''],
  ])('says how the question was read where it was %j', (how, line) => {
    const answer = answerOf(entryOf('粮食增产。'), 5);
    const { rich } = renderAnswer({ ...answer, interpreted: null }, 'zh');
    const interpreted = { question: '粮食\n产量 ', ...how };
    const read = renderAnswer({ ...answer, interpreted }, 'zh');
    expect(toPlain(read.rich)).toBe(`${toPlain(rich)}${line}`);
  });

  it('names the volume of a related entry where it is another', () => {
    const answer = answerOf(entryOf('粮食增产。'), 5);
    const related = (volume: string) => ({ id: volume, volume, heading: '奶业', confidence: 0.1 });
    const alternatives = [related('内蒙古年鉴 2023卷'), related('内蒙古年鉴 2022卷')];
    const { keyboard } = renderAnswer({ ...answer, alternatives }, 'zh');
    expect(keyboard.flat().map(({ label }) => label)).toEqual([
      '另见【奶业】',
      '另见【奶业】 内蒙古年鉴 2022卷',
    ]);
  });

  it('has a button for an entry that is too long to be folded in', () => {
    const text = `${'粮食增产。'.repeat(300)}`;
    const { keyboard } = renderAnswer(answerOf(entryOf(text), 5), 'zh');
    expect(keyboard.flat()[0]?.label).toContain('全文');
  });

  it('shows of a very long sentence the part around the asked figure', () => {
    const text = `${'甲'.repeat(3000)}产量76亿斤${'乙'.repeat(3000)}`;
    const figure = { ...figureOf('76亿斤'), start: 3002, end: 3006 };
    const { text: shown } = arrives(
      renderAnswer({ ...answerOf(entryOf(text), text.length, [figure]), asked: 1 }, 'zh'),
    );
    expect(shown).toContain('产量76亿斤');
  });
});

describe('a whole entry', () => {
  it('arrives complete and in order over its pages', () => {
    fc.assert(
      fc.property(textOf(12_000), textOf(300), (text, heading) => {
        const count = pagesOf(text, 3400).length;
        const pages = Array.from({ length: count }, (_, page) => {
          const entry = entryOf(text, heading);
          const view = { entry, page, origin: 'a', back: null, language: 'zh' } as const;
          const { text: shown, entities } = arrives(renderEntry(view));
          const quoted = entities.find(({ type }) => type === 'blockquote');
          return quoted ? shown.slice(quoted.offset, quoted.offset + quoted.length) : '';
        });
        expect(pages.join('')).toBe(sendable(text));
      }),
      { numRuns: 60, interruptAfterTimeLimit: 15_000 },
    );
  });

  it('is never a page further than there are', () => {
    const view = { origin: 't', back: null, language: 'zh' } as const;
    const { rich } = renderEntry({ entry: entryOf('短。'), page: 9999, ...view });
    expect(toPlain(rich)).toContain('短。');
  });
});

describe('the contents', () => {
  it('keep callback data within 64 bytes for any heading and any word', () => {
    fc.assert(
      fc.property(
        textOf(500),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }),
        (heading, word) => {
          const entries = Array.from({ length: 20 }, (_, i) => ({
            ...{ id: `${i}`.padStart(20, '0'), volume: heading, heading },
          }));
          const catalogue = {
            volumes: [],
            entry: () => null,
            sectionOf: () => null,
            find: () => entries,
          };
          arrives(renderFound(catalogue, word, 1, 'zh') as Message);
        },
      ),
      { numRuns: 200, interruptAfterTimeLimit: 15_000 },
    );
  });
});

describe('choices', () => {
  it('are taken by Telegram whatever they say, and each button finds its own again', () => {
    const choice = fc.record({ label: textOf(300), question: textOf(300) });
    fc.assert(
      fc.property(fc.array(choice, { minLength: 1, maxLength: 20 }), (choices) => {
        const message = renderChoices({ choices }, 'zh');
        arrives(message);
        const buttons = message.keyboard.flat();
        expect(buttons).toHaveLength(Math.min(choices.length, 10));
        for (const [i, { data }] of buttons.entries()) {
          const { question } = choices[i] as (typeof choices)[number];
          const found = data.startsWith('q:')
            ? data.slice(2)
            : choiceOf(data.slice(2), choices)?.question;
          expect(found).toBe(question);
        }
      }),
      { numRuns: 100, interruptAfterTimeLimit: 15_000 },
    );
  });
});

describe('callback data', () => {
  it.each([
    [['e', '8b3d1494de98d36a', 0], 'e:8b3d1494de98d36a:0'],
    [['w', 0, '粮'.repeat(20)], `w:0:${'粮'.repeat(20)}`],
    [['w', 0, '粮'.repeat(21)], null],
    [['w', 0, '\ud83d'], null],
  ])('of %j is %s', (parts, data) => {
    expect(callbackData(...parts)).toBe(data);
  });
});
