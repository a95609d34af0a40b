import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from './command.js';

const passages = [
  { id: 'p1', title: '粮食', text: '宁夏粮食总产量达到77亿斤，创历史新高。' },
  { id: 'p2', title: '枸杞', text: '枸杞种植面积稳定在32万亩，产值上升。' },
  { id: 'p3', title: '铁路', text: '银西高铁全年发送旅客一千万人次。' },
];
const questions = [
  { id: 'q1', question: '宁夏粮食总产量是多少？', passage: 'p1', answers: ['77亿斤'] },
  { id: 'q2', question: '枸杞种植面积有多大？', passage: 'p2', answers: ['32万亩'] },
];
const unanswerable = [{ id: 'u1', question: '葡萄酒出口额是多少？' }];

const volume = `2024卷
【粮食生产】 2023年，全区粮食总产量77亿斤，比上年增长2%。
【枸杞产业】 2023年，枸杞种植面积32万亩。`;
const graded = [
  {
    id: 'g1',
    kind: 'direct',
    question: '粮食总产量是多少',
    status: 'answered',
    entry: '粮食生产',
    figure: '77亿斤',
  },
  { id: 'g2', kind: 'direct', question: '枸杞种植面积', status: 'answered', entry: '粮食生产' },
  { id: 'g3', kind: 'none', question: '乒乓球比赛冠军是谁', status: 'no-answer', entry: null },
];

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'nianjian-evaluate-'));
  const lines = (values: readonly object[]) => values.map((v) => `${JSON.stringify(v)}\n`).join('');
  await writeFile(join(dir, 'p.jsonl'), lines(passages));
  await writeFile(join(dir, 'q.jsonl'), lines(questions));
  await writeFile(join(dir, 'u.jsonl'), lines(unanswerable));
  await writeFile(join(dir, 'g.jsonl'), lines(graded));
  await mkdir(join(dir, 'corpus'));
  await writeFile(join(dir, 'corpus', '宁夏年鉴-2024.txt'), volume);
});
afterAll(() => rm(dir, { recursive: true }));

const evaluate = (...args: string[]) => runCommand(['evaluate', ...args], { cwd: dir });
const sets = ['--passages', 'p.jsonl', '--questions', 'q.jsonl'];

describe('evaluate over question sets', () => {
  it('prints the measures as JSON, and nothing else', async () => {
    const { code, stdout } = await evaluate(...sets, '--unanswerable', 'u.jsonl', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      passages: 3,
      questions: 2,
      hitAt1: 1,
      hitAt3: 1,
      mrrAt10: 1,
      answerSentence: 1,
      abstention: { auc: 1, threshold: expect.any(Number), answeredRate: expect.any(Number) },
      latencyMs: { p50: expect.any(Number), p99: expect.any(Number) },
      buildMs: expect.any(Number),
      rssMb: expect.any(Number),
    });
  });

  it('writes a run, the same each time, and finds no difference to it', async () => {
    await evaluate(...sets, '--run', 'one.run');
    const { stdout } = await evaluate(...sets, '--run', 'two.run', '--compare', 'one.run');
    const run = await readFile(join(dir, 'one.run'), 'utf8');
    expect(await readFile(join(dir, 'two.run'), 'utf8')).toBe(run);
    expect(Object.keys(JSON.parse(run.split('\n')[0] ?? ''))).toEqual([
      'id',
      'ranked',
      'lead',
      'confidence',
      'status',
    ]);
    expect(stdout).toContain('hitAt1: 0 won, 0 lost of 2, p = 1.0000');
  });

  it('names what was won and lost against an earlier run', async () => {
    const line = (id: string, first: string, lead: string) =>
      `${JSON.stringify({ id, ranked: [{ id: first, score: 1 }], lead, confidence: 1, status: 'answered' })}\n`;
    await writeFile(join(dir, 'old.run'), line('q1', 'p3', '') + line('q2', 'p2', '没有。'));
    const { stdout } = await evaluate(...sets, '--compare', 'old.run', '--json');
    expect(JSON.parse(stdout).comparison).toEqual({
      hitAt1: { compared: 2, won: ['q1'], lost: [], p: 1 },
      answerSentence: { compared: 2, won: ['q1', 'q2'], lost: [], p: 0.5 },
    });
  });

  it('adds the reliability of the confidence where it is asked for', async () => {
    const { stdout } = await evaluate(
      ...sets,
      '--unanswerable',
      'u.jsonl',
      '--json',
      '--reliability',
    );
    const bins: { questions: number }[] = JSON.parse(stdout).reliability;
    expect(bins).toHaveLength(10);
    expect(bins.reduce((sum, bin) => sum + bin.questions, 0)).toBe(3);
  });

  it('explains one question by the features of its first passages', async () => {
    const { code, stdout } = await evaluate(...sets, '--explain', 'q1');
    expect(code).toBe(0);
    expect(stdout).toContain('1. p1 【粮食】');
    expect(stdout).toMatch(/right one {3}in place 1/);
    expect(stdout).toMatch(/feature +value +weight +product\n {3}\w+( +-?\d+\.\d{3}){3}\n/);
  });
});

describe('evaluate over a corpus', () => {
  const corpus = ['--corpus', 'corpus', '--questions', 'g.jsonl'];

  it('prints shares of entry, figure and silence, and the misses', async () => {
    const { code, stdout } = await evaluate(...corpus, '--json', '--run', 'corpus.run');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      entries: 2,
      questions: 3,
      right: 2 / 3,
      entry: { questions: 2, right: 1 / 2 },
      figure: { questions: 1, right: 1 },
      silence: { questions: 1, right: 1 },
      clarify: { questions: 0, right: 0 },
      kinds: { direct: { questions: 2, right: 1 / 2 }, none: { questions: 1, right: 1 } },
      faults: { entry: 1 },
      misses: [{ id: 'g2', fault: 'entry', question: '枸杞种植面积' }],
    });
    const again = await evaluate(...corpus, '--compare', 'corpus.run');
    expect(again.stdout).toContain('right: 0 won, 0 lost of 3');
    expect(again.stdout).toMatch(/g2 {2}entry {2}枸杞种植面积\n$/);
  });

  it('explains one of its questions', async () => {
    const { stdout } = await evaluate(...corpus, '--explain', 'g1');
    expect(stdout).toContain('【粮食生产】');
    expect(stdout).toMatch(/right one {3}in place 1/);
  });
});

describe('evaluate refuses, with file and line,', () => {
  it.each([
    ['a line that is no JSON', '{"id":', 'JSON'],
    ['a field that is missing', '{"id":"q1","passage":"p1","answers":[]}', 'question'],
    ['a gold passage that is not there', JSON.stringify({ ...questions[0], passage: 'p9' }), 'p9'],
    ['an id that stands twice', JSON.stringify(questions[1]), 'q2'],
  ])('%s', async (_, line, reason) => {
    await writeFile(join(dir, 'bad.jsonl'), `${JSON.stringify(questions[1])}\n\n${line}\n`);
    const { code, stdout, stderr } = await evaluate(
      '--passages',
      'p.jsonl',
      '--questions',
      'bad.jsonl',
    );
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('bad.jsonl:3');
    expect(stderr).toContain(reason);
  });

  it('a graded question with an unknown field', async () => {
    await writeFile(join(dir, 'bad.jsonl'), JSON.stringify({ ...graded[0], figur: '7' }));
    const { code, stderr } = await evaluate('--corpus', 'corpus', '--questions', 'bad.jsonl');
    expect(code).toBe(2);
    expect(stderr).toContain('bad.jsonl:1');
    expect(stderr).toContain('figur');
  });

  it('an earlier run that is none', async () => {
    const { code, stderr } = await evaluate(...sets, '--compare', 'p.jsonl');
    expect(code).toBe(2);
    expect(stderr).toContain('p.jsonl:1');
  });
});

describe('evaluate refuses bad use:', () => {
  it.each([
    ['neither passages nor corpus', ['--questions', 'q.jsonl'], '--corpus'],
    ['both', [...sets, '--corpus', 'corpus'], '--corpus'],
    ['a question that is not there', [...sets, '--explain', 'q9'], 'q9'],
    ['no date', ['--corpus', 'corpus', '--questions', 'g.jsonl', '--today', '昨天'], '--today'],
    ['a file that is not there', ['--passages', 'x.jsonl', '--questions', 'q.jsonl'], 'x.jsonl'],
  ])('%s', async (_, args, named) => {
    const { code, stdout, stderr } = await evaluate(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(named);
  });
});
