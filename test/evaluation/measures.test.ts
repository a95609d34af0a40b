import { describe, expect, it } from 'vitest';
import {
  areaUnderCurve,
  measure,
  type SetRun,
  type Wanted,
} from '../../src/evaluation/measures.js';

function run(ranked: readonly string[], lead: string, more: Partial<SetRun> = {}): SetRun {
  return {
    id: 'q',
    ranked: ranked.map((id, i) => ({ id, score: 10 - i })),
    lead,
    confidence: 0.5,
    status: 'answered',
    tookMs: 1,
    wanted: { passages: ['甲'], answers: ['77亿斤'] },
    ...more,
  };
}

const nothing: Wanted = null;

describe('the measures of a run', () => {
  it('count first places, first three, reciprocal ranks and leads that hold an answer', () => {
    const runs = [
      run(['甲', '乙'], '粮食总产77亿斤。'),
      run(['甲'], '棉花稳产。'),
      run(['乙', '丙', '甲'], '粮食总产77亿斤。'),
      run(['乙', '丙', '丁', '甲'], ''),
      run([], ''),
    ];
    expect(measure(runs, 0.5)).toMatchObject({
      questions: 5,
      hitAt1: 2 / 5,
      hitAt3: 3 / 5,
      mrrAt10: (1 + 1 + 1 / 3 + 1 / 4) / 5,
      // The right words in a wrong passage do not count.
      answerSentence: 1 / 5,
    });
  });

  it('take any of several gold passages', () => {
    const wanted = { passages: ['甲', '乙'], answers: ['77'] };
    expect(measure([run(['乙'], '77', { wanted })], 0.5).answerSentence).toBe(1);
  });

  it('tell silence apart: no abstention without unanswerable questions', () => {
    expect(measure([run(['甲'], '')], 0.5).abstention).toBeUndefined();
    const runs = [
      run(['甲'], '', { confidence: 0.9 }),
      run(['甲'], '', { confidence: 0.4, status: 'no-answer' }),
      run(['乙'], '', { confidence: 0.6, wanted: nothing }),
      run([], '', { confidence: 0, status: 'no-answer', wanted: nothing }),
    ];
    const measured = measure(runs, 0.5);
    expect(measured.questions).toBe(2);
    expect(measured.hitAt1).toBe(1);
    expect(measured.abstention).toEqual({
      // Of four pairs the answerable one is above in three.
      auc: 3 / 4,
      threshold: 0.5,
      answeredRate: 1 / 2,
      falseAnswerRate: 1 / 2,
    });
  });

  it('give half and 99 of 100 of the times', () => {
    const runs = Array.from({ length: 200 }, (_, i) => run(['甲'], '', { tookMs: 200 - i }));
    expect(measure(runs, 0.5).latencyMs).toEqual({ p50: 100, p99: 198 });
  });

  it('count ties by half in the area under the curve', () => {
    expect(areaUnderCurve([0.5, 0.9], [0.5, 0.1])).toBe((0.5 + 1 + 1 + 1) / 4);
    expect(areaUnderCurve([], [0.1])).toBeNaN();
  });
});
