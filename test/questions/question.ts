import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type GradedQuestion, gradedQuestion } from '../../src/evaluation/graded-question.js';

/** What the project's own files keep to besides. */
const own = z.looseObject({
  id: z.string().regex(/^(?:[sbu]|t[a-z]?)-\d{3}$/),
  corpus: z.enum(['sample', 'bundled', 'provinces', 'reports']).optional(),
  kind: z.enum([
    'direct',
    'colloquial',
    'heading',
    'rank',
    'year',
    'region',
    'count',
    'list',
    'fact',
    'typo',
    'traditional',
    'pinyin',
    'unanswerable',
    'clarify',
  ]),
  why: z
    .enum(['year absent', 'region absent', 'indicator absent', 'name absent', 'off topic'])
    .optional(),
});

/**
 * A question with its right answer, written from the text alone, blind to any ranking:
 * one to grade by, or one of `training.jsonl` to fit weights and thresholds on, never both. Those of
 * `unseen.jsonl` are graded by as well; their faults are read by nobody. Rules were mended by the
 * faults of `reports.jsonl`, but nothing is fitted on it.
 */
export type Question = GradedQuestion;

/** Reads a JSON-lines file of questions; throws on the first line that does not fit, naming it. */
export function readQuestions(file: string): readonly Question[] {
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line, index) => {
      const parsed = z.intersection(gradedQuestion, own).safeParse(JSON.parse(line));
      if (parsed.success) return parsed.data;
      throw new Error(`${file}:${index + 1}: ${z.prettifyError(parsed.error)}`);
    });
}
