import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confidenceOf } from '../../src/answer/confidence.js';
import { answerEvidence, type Evidence, type EvidenceKind } from '../../src/answer/evidence.js';
import {
  blankConfidence,
  calibrationScores,
  chooseThreshold,
  falseAnswers,
  fitConfidence,
  type Judged,
} from '../../src/evaluation/calibrate.js';

const names = Object.keys(answerEvidence) as (keyof Evidence)[];
const none = Object.fromEntries(names.map((name) => [name, 0])) as Evidence;

interface Given extends Partial<Evidence> {
  readonly kind?: EvidenceKind;
  readonly right?: boolean;
  readonly answerable?: boolean;
  readonly weight?: number;
}
function judged(given: Given): Judged {
  const { kind = 'text', right = false, answerable = right, weight = 1, ...evidence } = given;
  return { evidence: { ...none, ...evidence, kind }, right, answerable, weight };
}
const times = (count: number, given: Given) => Array.from({ length: count }, () => judged(given));
const confidenceIn = (weights: typeof blankConfidence, { evidence }: Judged) =>
  confidenceOf(weights, evidence.kind, evidence);
/** A confidence that is `held` as log odds. */
const byHeld = { ...blankConfidence, text: { ...blankConfidence.text, held: 1 } };

describe('fitting the confidence', () => {
  it('weighs what tells right from wrong, each kind of evidence by itself', () => {
    const weights = fitConfidence([
      ...times(30, { held: 1, right: true }),
      ...times(30, { held: 0 }),
      ...times(30, { kind: 'figure', held: 0, right: true }),
      ...times(30, { kind: 'figure', held: 1 }),
    ]);
    expect(weights.text.held).toBeGreaterThan(1);
    expect(weights.figure.held).toBeLessThan(-1);
    expect(weights.text.run).toBeCloseTo(0, 3);
    expect(weights.missing).toEqual(blankConfidence.missing);
  });

  it('comes to the share that is right where nothing tells more', () => {
    const given = [...times(30, { right: true }), ...times(10, {})];
    const share = confidenceIn(fitConfidence(given), given[0] as Judged);
    expect(share).toBeCloseTo(0.75, 1);
  });

  it('counts a question by its weight', () => {
    const once = fitConfidence([judged({ held: 1, right: true, weight: 3 }), judged({})]);
    const thrice = fitConfidence([...times(3, { held: 1, right: true }), judged({})]);
    for (const name of ['bias', 'held']) {
      expect(once.text[name]).toBeCloseTo(thrice.text[name] as number, 3);
    }
  });

  it('knows nothing before the first fit', () => {
    expect(fitConfidence([])).toEqual(blankConfidence);
    expect(Object.keys(blankConfidence.text)).toEqual(['bias', ...names]);
    expect(confidenceIn(blankConfidence, judged({ held: 1 }))).toBe(0.5);
  });
});

describe('the threshold', () => {
  it('leaves no more of the unanswerable answered than may be, and is the lowest such', () => {
    const weighted = fc.record({
      held: fc.integer({ min: -30, max: 30 }).map((tenths) => tenths / 10),
      weight: fc.constantFrom(1, 2),
    });
    fc.assert(
      fc.property(fc.array(weighted, { minLength: 1, maxLength: 60 }), (drawn) => {
        const all = drawn.map(judged);
        const threshold = chooseThreshold(all, byHeld);
        const sum = (of: readonly Judged[]) => of.reduce((total, { weight }) => total + weight, 0);
        const answeredAt = (level: number) =>
          sum(all.filter((one) => confidenceIn(byHeld, one) >= level)) / sum(all);
        expect(answeredAt(threshold)).toBeLessThanOrEqual(falseAnswers + 1e-9);
        expect(answeredAt(threshold - 0.0011)).toBeGreaterThan(falseAnswers - 1e-9);
      }),
    );
  });

  it('lies above a confidence that must not answer, also where that is a round number', () => {
    const half = times(1, { held: 0 });
    expect(chooseThreshold(half, byHeld)).toBe(0.501);
  });

  it('looks at the unanswerable alone', () => {
    const wrong = times(10, { held: -1 });
    const threshold = chooseThreshold(wrong, byHeld);
    const right = times(90, { held: 2, right: true });
    expect(chooseThreshold([...right, ...wrong], byHeld)).toBe(threshold);
  });

  it('is a half where every question has an answer', () => {
    expect(chooseThreshold(times(3, { right: true }), byHeld)).toBe(0.5);
  });
});

describe('the scores of a calibration', () => {
  it('are rates by weight: of the answerable right and answered, of the others answered', () => {
    const given = [
      judged({ held: 2, right: true, weight: 3 }),
      judged({ held: -2, answerable: true }),
      judged({ held: 1, answerable: false }),
      judged({ held: -3, answerable: false, weight: 3 }),
    ];
    expect(calibrationScores(given, byHeld, 0.6)).toEqual({
      questions: 4,
      right: 0.75,
      auc: 0.75,
      answered: 0.75,
      falseAnswers: 0.25,
    });
  });

  it('answer from the threshold on', () => {
    const [half] = times(1, { answerable: false });
    expect(calibrationScores([half as Judged], blankConfidence, 0.5).falseAnswers).toBe(1);
    expect(calibrationScores([half as Judged], blankConfidence, 0.501).falseAnswers).toBe(0);
  });
});
