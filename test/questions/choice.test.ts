import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { type ChoiceQuestion, readChoices } from './choice.js';
import { type Headings, readHeadings } from './headings.js';
import { bare, copiesFrom, sentencesWith } from './overlap.js';
import { positions } from './position.js';
import { readQuestions } from './question.js';
import { writeTextVolumes } from './texts.js';

const root = resolve(import.meta.dirname, '../..');
const all = readChoices(resolve(import.meta.dirname, 'choice.jsonl'));
const texts = resolve(root, '../shared/eval/texts');
const written = mkdtempSync(join(tmpdir(), 'nianjian-choice-'));
afterAll(() => rmSync(written, { recursive: true }));
if (existsSync(texts)) writeTextVolumes(texts, written, all);
const corpora = [
  { corpus: 'sample', source: resolve(root, '../shared/corpus') },
  { corpus: 'bundled', source: resolve(root, 'corpus') },
  { corpus: 'texts', source: texts, folder: written },
];

describe('the questions on the choice of figures', () => {
  it('are at least a hundred and thirty, each with an id and a wording of its own', () => {
    expect(all.length).toBeGreaterThanOrEqual(130);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(new Set(all.map(({ question }) => bare(question))).size).toBe(all.length);
  });

  it('are none of those that ranking is fitted on or graded by', () => {
    const others = new Set(
      ['training', 'sample', 'bundled']
        .flatMap((name) => readQuestions(resolve(import.meta.dirname, `${name}.jsonl`)))
        .map(({ question }) => bare(question)),
    );
    expect(all.filter(({ question }) => others.has(bare(question)))).toEqual([]);
  });

  it('go to tuning and to grading by turns but for the fresh ones, every topic to all three', () => {
    const halves = all.filter(({ part }) => part !== 'fresh');
    const turns = halves.map((_, index) => (index % 2 === 0 ? 'tune' : 'grade'));
    expect(halves.map(({ part }) => part)).toEqual(turns);
    const partsOf = (topic: string) =>
      new Set(all.filter((choice) => choice.topic === topic).map(({ part }) => part)).size;
    expect([...new Set(all.map(({ topic }) => topic))].filter((name) => partsOf(name) < 3)).toEqual(
      [],
    );
  });

  it.each([
    ['synonym', 12],
    ['part', 12],
    ['aspect', 16],
    ['year', 12],
    ['scope', 12],
    ['several', 16],
    ['target', 12],
    ['approximate', 10],
    ['sub-item', 8],
    ['unit', 8],
    ['same indicator', 8],
    ['none', 18],
  ])('hold the topic %s at least %i times', (topic, least) => {
    expect(all.filter((choice) => choice.topic === topic).length).toBeGreaterThanOrEqual(least);
  });

  it('are put in everyday words at least thirty times', () => {
    expect(all.filter(({ colloquial }) => colloquial).length).toBeGreaterThanOrEqual(30);
  });

  it('ask for as many figures as they name, for none where that is the topic', () => {
    const wrong = all.filter(
      ({ topic, figures, asked }) =>
        asked !== figures.length || (topic === 'none') !== (asked === 0),
    );
    expect(wrong).toEqual([]);
  });

  it('ask for several where that is the topic, and for one rank at a time', () => {
    const wrong = all.filter(
      ({ topic, asked, ordered, rank }) =>
        (topic === 'several') !== asked > 1 ||
        (ordered !== undefined && asked < 2) ||
        (rank !== undefined && asked !== 1),
    );
    expect(wrong).toEqual([]);
  });
});

describe.each(corpora)('the choices on the $corpus volumes against the text', (set) => {
  const choices = all.filter(({ corpus }) => corpus === set.corpus);
  const there = existsSync(set.source);
  const headings: Headings = there ? readHeadings(set.folder ?? set.source) : new Map();
  const bodyOf = ({ volume, entry }: ChoiceQuestion) => headings.get(volume)?.get(entry) ?? '';
  beforeEach(({ skip }) => skip(!there, `no text at ${set.source}`));

  it('name entries that exist, in volumes that exist', () => {
    expect(choices.length).toBeGreaterThan(20);
    expect(choices.filter((choice) => bodyOf(choice) === '')).toEqual([]);
  });

  it('name words of the entry that stand in it once', () => {
    const wrong = choices.filter(
      (choice) => choice.within !== undefined && bodyOf(choice).split(choice.within).length !== 2,
    );
    expect(wrong).toEqual([]);
  });

  it('quote figures letter by letter, so that it is plain which of the entry are meant', () => {
    const unclear = choices.flatMap((choice) =>
      [...choice.figures, ...(choice.also ?? [])]
        .filter((span, _, spans) => {
          const printed = timesPrinted(span, choice.within ?? bodyOf(choice));
          return printed !== spans.filter((other) => other === span).length;
        })
        .map((span) => `${choice.id}: ${span}`),
    );
    expect(unclear).toEqual([]);
  });

  it('are in the order of print where the order matters', () => {
    const turned = choices
      .filter(({ ordered }) => ordered)
      .filter((choice) => {
        let from = 0;
        return !choice.figures.every((span) => {
          const at = indexOfFigure(span, choice.within ?? bodyOf(choice), from);
          from = at + span.length;
          return at >= 0;
        });
      });
    expect(turned).toEqual([]);
  });

  it('ask for ranks that stand in the sentence of their figure', () => {
    const wrong = choices.filter(
      (choice) =>
        choice.rank !== undefined &&
        !sentencesWith(choice.within ?? bodyOf(choice), choice.figures).some((text) =>
          positions(text).includes(choice.rank!),
        ),
    );
    expect(wrong).toEqual([]);
  });

  it('take no twelve characters in a row from the text, headings apart', () => {
    expect(choices.filter(({ question }) => copiesFrom(headings, question, 12))).toEqual([]);
  });
});

describe('the checks on choices', () => {
  it.each([
    ['7%', '一产增长7%,二产增长6.7%,三产增长17%', 1],
    ['1/4', '占全国1/4;另一类占1/40', 1],
    ['5.2%', '二产增长5.2%,三产增长5.2%', 2],
    ['3%', '增长4%', 0],
  ])('count how often %s is printed in %s: %i', (span, text, times) => {
    expect(timesPrinted(span, text)).toBe(times);
  });
});

function timesPrinted(span: string, text: string): number {
  let times = 0;
  for (let at = indexOfFigure(span, text, 0); at >= 0; at = indexOfFigure(span, text, at + 1))
    times += 1;
  return times;
}

/** Where the span stands and is not the tail or head of a longer number; -1 for nowhere. */
function indexOfFigure(span: string, text: string, from: number): number {
  for (let at = text.indexOf(span, from); at >= 0; at = text.indexOf(span, at + 1)) {
    const before = /^\d/.test(span) && /[\d.]/.test(text[at - 1] ?? '');
    const after = /\d$/.test(span) && /\d/.test(text[at + span.length] ?? '');
    if (!before && !after) return at;
  }
  return -1;
}
