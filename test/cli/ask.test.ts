import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CommandResult,
  folderWith,
  jsonLines,
  runCommand,
  smallVolume,
  stackTrace,
} from './command.js';

const question = '公共图书馆有多少个？';
/** Of INTERFACE.md: scripts outside rely on them. */
const answerFields = [
  ...['question', 'status', 'confidence', 'entry', 'passage', 'lead', 'figures', 'asked'],
  ...['alternatives', 'nearest', 'choices', 'interpreted', 'reason', 'tookMs'],
];
const entryFields = ['id', 'volume', 'year', 'path', 'heading', 'text', 'author', 'source'];

const strange = [
  ['an empty question', ''],
  ['blanks alone', '　 \t'],
  ['4,096 characters', '粮'.repeat(4096)],
  ['4,096 characters of many words', '粮食产量增长4.2%，'.repeat(410).slice(0, 4096)],
  ['punctuation alone', '！？……、（）'],
  ['emoji alone', '😀👨‍👩‍👧🇨🇳'],
  ['markup alone', '<b></b>&nbsp;'],
  ['half of a surrogate pair', '\ud842粮食'],
  ['the name of an object’s own', '__proto__ constructor'],
  ['a pattern', '.*+?^$(){1}|[]\\'],
  ['no Chinese', 'zzz qqq'],
  ['Traditional, full-width characters', '公共圖書館有多少個？'],
] as const;
const lines = [
  question,
  '{"question": ',
  ...strange.map(([, text]) => JSON.stringify({ question: text })),
  JSON.stringify({ question, chat: 7, user: 'u' }),
  JSON.stringify({ question: 5 }),
  '',
  question,
];

let cwd: string;
/** Each starts a process with jieba in it: run side by side, and once. */
let single: Record<'answered' | 'empty' | 'plain', CommandResult>;
let batch: Record<'strange' | 'good' | 'plain', CommandResult>;
beforeAll(async () => {
  cwd = await folderWith({ '甲省年鉴-2023.txt': smallVolume });
  const ask = (args: readonly string[], input = '') =>
    runCommand(['ask', '--corpus', 'corpus', ...args], { cwd, input });
  // The first writes the snapshot that the others use.
  const strange = await ask(['--batch', '--json'], `${lines.join('\r\n')}\n`);
  const [answered, plain] = await Promise.all([ask(['--json', question]), ask([question])]);
  const [empty, good] = await Promise.all([
    ask(['--json', '']),
    ask(['--batch', '--json'], '火星\n\n'),
  ]);
  const withoutJson = await ask(['--batch'], question);
  single = { answered, plain, empty };
  batch = { strange, good, plain: withoutJson };
}, 120_000);
afterAll(() => rm(cwd, { recursive: true, force: true }));

describe('ask --json', () => {
  it('prints one Answer with every field, spans and source true, and exits 0', () => {
    const { code, stdout } = single.answered;
    expect(code).toBe(0);
    const [answer, ...more] = jsonLines(stdout) as unknown as [Answer];
    expect(more).toEqual([]);
    expect(Object.keys(answer)).toEqual(expect.arrayContaining(answerFields));
    expect(answer).toMatchObject({ question, status: 'answered', choices: [], interpreted: null });
    const { entry, lead, passage, figures } = answer;
    expect(Object.keys(entry)).toEqual(expect.arrayContaining(entryFields));
    expect(entry).toMatchObject({
      volume: '甲省年鉴 2023卷',
      year: 2022,
      path: ['文化'],
      heading: '图书馆',
      text: '公共图书馆117个，全年接待读者620万人次。',
      author: null,
      source: { file: '甲省年鉴-2023.txt', line: 8 },
    });
    expect(entry.id).toMatch(/^[\x21-\x7e]{1,20}$/);
    expect(smallVolume.slice(entry.source.start, entry.source.end)).toBe(
      '【图书馆】 公共图书馆117个，全年接待读者620万人次。',
    );
    expect(entry.text.slice(lead.start, lead.end)).toBe(lead.text);
    expect(passage).toEqual({ start: 0, end: entry.text.length });
    expect(figures).toHaveLength(2);
    expect(answer.asked).toBe(1);
    expect(figures[0]).toMatchObject({ value: 117, unit: '个', entryId: entry.id });
    for (const { start, end, span } of figures) expect(entry.text.slice(start, end)).toBe(span);
  });

  it('prints an Answer with every field, and exits 1, where there is none', () => {
    const { code, stdout, stderr } = single.empty;
    const [answer] = jsonLines(stdout) as unknown as [Answer];
    expect(code).toBe(1);
    expect(Object.keys(answer)).toEqual(expect.arrayContaining(answerFields));
    expect(answer).toMatchObject({ status: 'no-answer', entry: null, lead: null, figures: [] });
    expect(answer.reason).toContain('问题是空的');
    expect(stderr).not.toMatch(stackTrace);
  });
});

describe('ask', () => {
  it('prints figure, sentence and citation in plain text where it is no terminal', () => {
    const { code, stdout } = single.plain;
    expect(code).toBe(0);
    expect(stdout).toMatch(/^117个[\s\S]*公共图书馆117个，[\s\S]*甲省年鉴 2023卷[\s\S]*【图书馆】/);
    expect(stdout).not.toContain('\u001b');
  });
});

describe('ask --batch', () => {
  let answers: Record<string, unknown>[];
  beforeAll(() => {
    answers = jsonLines(batch.strange.stdout);
  });

  it('gives a line for a line in the same order, an error in a bad one’s place, and exits 2', () => {
    expect(batch.strange.code).toBe(2);
    expect(batch.strange.stderr).not.toMatch(stackTrace);
    expect(answers).toHaveLength(lines.length);
    const bad = answers.flatMap((answer, i) => ('error' in answer ? [[i, answer]] : []));
    expect(bad).toEqual([
      [1, { error: expect.stringMatching(/^stdin:2: /) }],
      [
        lines.length - 3,
        { error: expect.stringMatching(new RegExp(`^stdin:${lines.length - 2}: `)) },
      ],
    ]);
  });

  it('answers after the bad lines as before them, plain or as JSON', () => {
    const same = [answers[0], answers.at(-4), answers.at(-1)].map((answer) => ({
      ...answer,
      tookMs: 0,
    }));
    expect(same[0]).toMatchObject({ question, status: 'answered' });
    expect(same).toEqual([same[0], same[0], same[0]]);
  });

  it.each(strange.map(([name, text], i) => [name, text, i + 2] as const))(
    'answers or stays silent, with every field, for %s',
    (_, text, i) => {
      const answer = answers[i] as Record<string, unknown>;
      expect(Object.keys(answer)).toEqual(expect.arrayContaining(answerFields));
      expect(answer.question).toBe(text.trim());
      expect(['answered', 'no-answer']).toContain(answer.status);
      if (!/[\u4e00-\u9fff]/.test(text)) {
        expect(answer).toMatchObject({ status: 'no-answer', entry: null, confidence: 0 });
        expect(answer.reason).toMatch(/[\u4e00-\u9fff]/);
      }
    },
  );

  it('reads Traditional, full-width characters like Simplified ones', () => {
    expect(answers[strange.length + 1]).toMatchObject({ status: 'answered', asked: 1 });
  });

  it('exits 0 where every line is a question, though none has an answer', () => {
    const { code, stdout } = batch.good;
    expect(code).toBe(0);
    expect(jsonLines(stdout).map(({ status }) => status)).toEqual(['no-answer', 'no-answer']);
  });

  it('wants --json beside it', () => {
    const { code, stdout, stderr } = batch.plain;
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('--json');
  });
});

interface Answer {
  readonly status: string;
  readonly asked: number;
  readonly reason: string | null;
  readonly entry: {
    readonly id: string;
    readonly text: string;
    readonly source: { readonly start: number; readonly end: number };
  };
  readonly lead: { readonly start: number; readonly end: number; readonly text: string };
  readonly passage: unknown;
  readonly figures: { readonly start: number; readonly end: number; readonly span: string }[];
}
