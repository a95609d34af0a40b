import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ConfidenceWeights, confidenceOf } from '../../src/answer/confidence.js';
import { answerEvidence, type Evidence, type EvidenceKind } from '../../src/answer/evidence.js';
import {
  blankConfidence,
  calibrationScores,
  chooseThreshold,
  fitConfidence,
  type Judged,
} from '../../src/evaluation/calibrate.js';

const names = Object.keys(answerEvidence) as (keyof Evidence)[];
const none = Object.fromEntries(names.map((name) => [name, 0])) as Evidence;

interface Given extends Partial<Evidence> {
  readonly kind?: EvidenceKind;
  readonly right?: boolean;
  readonly answerable?: boolean;
}
function judged(given: Given): Judged {
  const { kind = 'text', right = false, answerable = right, ...evidence } = given;
  return { evidence: { ...none, ...evidence, kind }, right, answerable };
}
const times = (count: number, given: Given) => Array.from({ length: count }, () => judged(given));
const confidenceIn = (weights: ConfidenceWeights, { evidence }: Judged) =>
  confidenceOf(weights, evidence.kind, evidence);
/** A confidence that is `pairs` as log odds. */
const blank = blankConfidence.passages;
const byPairs = { ...blank, text: { ...blank.text, pairs: 1 } };
const fitPassages = (judged: readonly Judged[]) => fitConfidence(judged, []).passages;

describe('fitting the confidence', () => {
  it('weighs what tells right from wrong, each kind of evidence by itself', () => {
    const weights = fitPassages([
      ...times(300, { pairs: 1, right: true }),
      ...times(300, { pairs: 0 }),
      ...times(300, { kind: 'figure', otherYear: 0, right: true }),
      ...times(300, { kind: 'figure', otherYear: 1 }),
    ]);
    expect(weights.text.pairs).toBeGreaterThan(1);
    expect(weights.text.otherYear).toBeCloseTo(0, 3);
    expect(weights.figure.otherYear).toBeLessThan(-1);
    expect(weights.text.run).toBeCloseTo(0, 3);
    expect(weights.missing).toEqual(fitPassages([]).missing);
  });

  it('comes to the share that is right where nothing tells more', () => {
    const given = [...times(30, { right: true }), ...times(10, {})];
    const share = confidenceIn(fitPassages(given), given[0] as Judged);
    expect(share).toBeCloseTo(0.75, 1);
  });

  it('weighs nothing that tells the wrong way by chance', () => {
    const weights = fitPassages([
      ...times(300, { pairs: 0, otherYear: 1, right: true }),
      ...times(300, { pairs: 1, otherYear: 0 }),
    ]);
    expect(weights.text.pairs).toBe(0);
    expect(weights.text.otherYear).toBe(0);
  });

  it('holds what it never saw to be as telling as expected: a figure of another side', () => {
    const weights = fitPassages([...times(300, { pairs: 1, right: true }), ...times(300, {})]);
    expect(weights.text.sideAgainst).toBe(-4);
    expect(weights.text.named).toBe(3);
  });

  it('starts for yearbooks from what holds for passages, and is moved by our own questions', () => {
    const published = [...times(300, { pairs: 1, right: true }), ...times(300, {})];
    const unmoved = fitConfidence(published, []);
    const ofYearbooks = { placeMissing: -3, formMissing: -3 };
    expect(unmoved.yearbooks.text).toEqual({ ...unmoved.passages.text, ...ofYearbooks });
    const own = [...times(30, { run: 1, right: true }), ...times(30, { pairs: 1 })];
    const moved = fitConfidence(published, own);
    expect(moved.passages).toEqual(unmoved.passages);
    expect(moved.yearbooks.text.run).toBeGreaterThan(1);
    expect(moved.yearbooks.text.pairs).toBeLessThan(moved.passages.text.pairs as number);
    expect(moved.yearbooks.figure).toEqual({ ...moved.passages.figure, ...ofYearbooks });
  });

  it('knows nothing before the first fit', () => {
    expect(Object.keys(blank.text)).toEqual(['bias', ...names]);
    expect(confidenceIn(blank, judged({ pairs: 1 }))).toBe(0.5);
  });
});

describe('the threshold', () => {
  const most = 0.13;

  it('leaves no more of the unanswerable answered than may be, and is the lowest such', () => {
    const drawnEvidence = fc.record({
      pairs: fc.integer({ min: -30, max: 30 }).map((tenths) => tenths / 10),
    });
    fc.assert(
      fc.property(fc.array(drawnEvidence, { minLength: 1, maxLength: 60 }), (drawn) => {
        const all = drawn.map(judged);
        const threshold = chooseThreshold(all, byPairs, most);
        const answeredAt = (level: number) =>
          all.filter((one) => confidenceIn(byPairs, one) >= level).length / all.length;
        expect(answeredAt(threshold)).toBeLessThanOrEqual(most + 1e-9);
        expect(answeredAt(threshold - 0.0011)).toBeGreaterThan(most - 1e-9);
      }),
    );
  });

  it('lies above a confidence that must not answer, also where that is a round number', () => {
    const half = times(1, { pairs: 0 });
    expect(chooseThreshold(half, byPairs, most)).toBe(0.501);
  });

  it('looks at the unanswerable alone', () => {
    const wrong = times(10, { pairs: -1 });
    const threshold = chooseThreshold(wrong, byPairs, most);
    const right = times(90, { pairs: 2, right: true });
    expect(chooseThreshold([...right, ...wrong], byPairs, most)).toBe(threshold);
  });

  it('is a half where every question has an answer', () => {
    expect(chooseThreshold(times(3, { right: true }), byPairs, most)).toBe(0.5);
  });
});

describe('the scores of a calibration', () => {
  it('are rates: of the answerable right and answered, of the others answered', () => {
    const given = [
      ...times(3, { pairs: 2, right: true }),
      judged({ pairs: -2, answerable: true }),
      judged({ pairs: 1, answerable: false }),
      ...times(3, { pairs: -3, answerable: false }),
    ];
    expect(calibrationScores(given, byPairs, 0.6)).toEqual({
      questions: 8,
      right: 0.75,
      auc: 0.9375,
      answered: 0.75,
      falseAnswers: 0.25,
    });
  });

  it('answer from the threshold on', () => {
    const [half] = times(1, { answerable: false });
    expect(calibrationScores([half as Judged], blank, 0.5).falseAnswers).toBe(1);
    expect(calibrationScores([half as Judged], blank, 0.501).falseAnswers).toBe(0);
  });
});
