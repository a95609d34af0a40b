import { describe, expect, it } from 'vitest';
import { reliability } from '../../src/evaluation/reliability.js';

describe('the reliability of a confidence', () => {
  it('is the share that was right in each tenth, beside the mean confidence there', () => {
    const bins = reliability([
      { confidence: 0, right: false },
      { confidence: 0.3, right: false },
      { confidence: 0.36, right: true },
      { confidence: 0.39, right: true },
      { confidence: 1, right: true },
    ]);
    expect(bins).toHaveLength(10);
    expect(bins[0]).toEqual({ from: 0, questions: 1, meanConfidence: 0, right: 0 });
    expect(bins[3]?.from).toBe(0.3);
    expect(bins[3]?.questions).toBe(3);
    expect(bins[3]?.meanConfidence).toBeCloseTo(0.35);
    expect(bins[3]?.right).toBeCloseTo(2 / 3);
    expect(bins[9]).toEqual({ from: 0.9, questions: 1, meanConfidence: 1, right: 1 });
    expect(bins[5]).toEqual({ from: 0.5, questions: 0, meanConfidence: 0, right: 0 });
  });
});
