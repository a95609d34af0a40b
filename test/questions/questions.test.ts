import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Answered } from '../../src/evaluation/graded-question.js';
import { type Headings, readHeadings, readReports } from './headings.js';
import { bare, copiesFrom, sentencesWith, shareRun } from './overlap.js';
import { positions } from './position.js';
import { type Question, readQuestions } from './question.js';

const root = resolve(import.meta.dirname, '../..');
const sets = [
  { name: 'sample', corpus: resolve(root, '../shared/corpus'), shipped: false },
  { name: 'bundled', corpus: resolve(root, 'corpus'), shipped: true },
];
const training = readQuestions(resolve(import.meta.dirname, 'training.jsonl'));
const mended = readQuestions(resolve(import.meta.dirname, 'reports.jsonl'));
const unseen = readQuestions(resolve(import.meta.dirname, 'unseen.jsonl'));

describe.each(sets)('the graded questions on the $name volumes', ({ name, corpus, shipped }) => {
  const questions = readQuestions(resolve(import.meta.dirname, `${name}.jsonl`));
  const answered = questions.filter((question) => question.status === 'answered');
  const unanswerable = questions.filter((question) => question.status === 'no-answer');

  it('are a hundred and fifty, each with an id and a wording of its own', () => {
    expect(questions).toHaveLength(150);
    expect(new Set(questions.map(({ id }) => id)).size).toBe(150);
    expect(new Set(questions.map(({ question }) => question)).size).toBe(150);
  });

  it('are none of those that weights are fitted on, punctuation and case read over', () => {
    const fitted = new Set(training.map(({ question }) => bare(question)));
    expect(questions.filter(({ question }) => fitted.has(bare(question)))).toEqual([]);
  });

  it('hold at least thirty that cannot be answered, most of them in words that the text uses', () => {
    expect(unanswerable.length).toBeGreaterThanOrEqual(30);
    const offTopic = unanswerable.filter(({ why }) => why === 'off topic');
    expect(offTopic.length).toBeLessThanOrEqual(3);
  });

  it.each([
    ['direct', 14],
    ['colloquial', 17],
    ['heading', 9],
    ['rank', 7],
    ['year', 6],
    ['fact', 10],
    ['list', 4],
    ['pinyin', 2],
    ['traditional', 2],
    ['typo', 2],
  ])('hold the kind %s at least %i times', (kind, least) => {
    expect(questions.filter((question) => question.kind === kind).length).toBeGreaterThanOrEqual(
      least,
    );
  });

  describe('against the text', () => {
    const there = shipped || existsSync(corpus);
    const headings: Headings = there ? readHeadings(corpus) : new Map();
    beforeEach(({ skip }) => skip(!there, `no corpus at ${corpus}`));

    holdToTheText(questions, headings);

    it('share four Chinese characters in a row with the answer sentence in a third at most', () => {
      const findable = answered.filter((question) => partsOf(question).length > 0);
      const sharing = findable.filter((question) =>
        answerSentences(question, headings).some((text) =>
          shareRun(question.question, text, 4, true),
        ),
      );
      expect(findable.length).toBeGreaterThan(90);
      expect(sharing.length).toBeLessThanOrEqual(findable.length / 3);
    });
  });
});

const provinces = {
  name: 'provinces',
  corpus: resolve(root, '../shared/eval/texts/provinces'),
  shipped: false,
  read: readReports,
};
const reports = {
  name: 'reports',
  corpus: resolve(root, '../shared/eval/texts/reports'),
  shipped: false,
  read: readReports,
};
const files = { training, mended, unseen };
const namedSets = [
  { ...sets[0], name: 'sample', of: 'training' as const, count: 386, read: readHeadings },
  { ...sets[1], name: 'bundled', of: 'training' as const, count: 420, read: readHeadings },
  { ...provinces, of: 'training' as const, count: 334 },
  { ...reports, of: 'mended' as const, count: 100 },
  { ...sets[0], name: 'sample', of: 'unseen' as const, count: 74, read: readHeadings },
  { ...sets[1], name: 'bundled', of: 'unseen' as const, count: 118, read: readHeadings },
  { ...provinces, of: 'unseen' as const, count: 84 },
  { ...reports, of: 'unseen' as const, count: 56 },
];

it('the training questions have an id each', () => {
  expect(training.filter(({ id }) => !id.startsWith('t'))).toEqual([]);
  expect(new Set(training.map(({ id }) => id)).size).toBe(training.length);
});

it('the unseen questions have an id each, and none is one that weights are fitted on', () => {
  expect(unseen.filter(({ id }) => !id.startsWith('u'))).toEqual([]);
  expect(new Set(unseen.map(({ id }) => id)).size).toBe(unseen.length);
  const fitted = new Set(training.map(({ question }) => bare(question)));
  expect(unseen.filter(({ question }) => fitted.has(bare(question)))).toEqual([]);
});

describe.each(namedSets)('the $of questions on the $name volumes', (set) => {
  const { name, of, corpus = '', shipped, count, read } = set;
  const questions = files[of].filter((one) => one.corpus === name);
  const unanswerable = questions.filter((question) => question.status === 'no-answer');

  it('are so many, each with a wording of its own', () => {
    expect(questions).toHaveLength(count);
    expect(new Set(questions.map(({ question }) => question)).size).toBe(count);
  });

  it('hold a quarter to a third that cannot be answered, few of them off topic', () => {
    expect(unanswerable.length).toBeGreaterThanOrEqual(count / 4);
    expect(unanswerable.length).toBeLessThanOrEqual(count / 3);
    expect(unanswerable.filter(({ why }) => why === 'off topic').length).toBeLessThanOrEqual(3);
  });

  describe('against the text', () => {
    const there = shipped === true || existsSync(corpus);
    const headings: Headings = there ? read(corpus) : new Map();
    beforeEach(({ skip }) => skip(!there, `no corpus at ${corpus}`));

    holdToTheText(questions, headings);
  });
});

describe('the checks on questions', () => {
  it.each([
    ['粮食总产量是多少', '全年粮食总产77亿斤。', 4, true],
    ['粮食产了多少', '全年粮食总产77亿斤。', 4, false],
    ['2024年产量', '2024年粮食总产77亿斤。', 4, false],
  ])('see whether %s shares Chinese characters with %s', (question, text, length, shares) => {
    expect(shareRun(question, text, length, true)).toBe(shares);
  });

  it('find the sentence that holds every part asked for', () => {
    const body = '羊存栏8万只。牛存栏8万头,增长3%。\n奶产量持平';
    expect(sentencesWith(body, ['8万', '3%'])).toEqual(['牛存栏8万头,增长3%。']);
  });

  it('read ranks in words and in figures', () => {
    expect(positions('居全国第三位,列西北首位,排名第12位')).toEqual([3, 1, 12]);
    expect(positions('第十位,第十二位,第二十位,第三十一位')).toEqual([10, 12, 20, 31]);
  });
});

describe('the graded questions that leave the region open', () => {
  const regions = sets.flatMap(({ name }) =>
    readQuestions(resolve(import.meta.dirname, `${name}.jsonl`)).filter(
      (question) => question.status === 'clarify',
    ),
  );

  it('are a few, each with the regions of several volumes to choose from', () => {
    const volumes = [...readHeadings(resolve(root, 'corpus')).keys()];
    const lost = regions.filter(
      ({ choices }) => !choices.every((region) => volumes.some((name) => name.startsWith(region))),
    );
    expect(regions.length).toBeGreaterThan(5);
    expect(regions.length).toBeLessThanOrEqual(8);
    expect(lost).toEqual([]);
  });

  it('name none of them', () => {
    const named = regions.filter(({ question, choices }) =>
      choices.some((region) => question.includes(region)),
    );
    expect(named).toEqual([]);
  });
});

/** The rules that questions keep, whatever they are for. */
function holdToTheText(questions: readonly Question[], headings: Headings): void {
  const answered = questions.filter((question) => question.status === 'answered');
  const unanswerable = questions.filter((question) => question.status === 'no-answer');

  it('name entries that exist, in volumes that exist', () => {
    const lost = answered.flatMap((question) =>
      volumesOf(question, headings).flatMap((volume) =>
        [question.entry, ...(question.entries ?? [])]
          .filter((heading) => !headings.get(volume)?.has(heading))
          .map((heading) => `${question.id}: ${volume} ${heading}`),
      ),
    );
    expect(lost).toEqual([]);
  });

  it('quote figures and answers that one sentence of the entry holds letter by letter', () => {
    const lost = answered
      .filter((question) => partsOf(question).length > 0)
      .filter((question) => answerSentences(question, headings).length === 0);
    expect(lost).toEqual([]);
  });

  it('ask for ranks that stand in the sentence of their figure', () => {
    const wrong = answered.filter(
      ({ rank, ...question }) =>
        rank !== undefined &&
        !answerSentences(question, headings).some((text) => positions(text).includes(rank)),
    );
    expect(wrong).toEqual([]);
  });

  it('call a year absent where no volume reports on it', () => {
    const reported = [...headings.keys()].map((volume) => Number(volume.slice(-5, -1)) - 1);
    const years = unanswerable
      .filter(({ why }) => why === 'year absent')
      .flatMap(({ question }) => /\d{4}(?=年)/.exec(question) ?? []);
    expect(years.length).toBeGreaterThan(Math.min(3, questions.length / 50));
    expect(years.filter((year) => reported.includes(Number(year)))).toEqual([]);
  });

  it('take no twelve characters in a row from the text, headings apart', () => {
    expect(questions.filter(({ question }) => copiesFrom(headings, question, 12))).toEqual([]);
  });
}

function volumesOf(question: Answered, headings: Headings): readonly string[] {
  if (question.volumes !== undefined) return question.volumes;
  if (question.volume !== undefined) return [question.volume];
  if (headings.size === 1) return [...headings.keys()];
  throw new Error(`${question.id} names no volume`);
}

function partsOf({ figure, figures = [], answer }: Answered): readonly string[] {
  return [figure, answer, ...figures].filter((part) => part !== undefined);
}

/** In every volume that may answer; none where one of them lacks the answer. */
function answerSentences(question: Answered, headings: Headings): readonly string[] {
  const found = volumesOf(question, headings).map((volume) =>
    sentencesWith(headings.get(volume)?.get(question.entry) ?? '', partsOf(question)),
  );
  return found.some((sentences) => sentences.length === 0) ? [] : found.flat();
}
