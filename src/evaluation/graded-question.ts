import { z } from 'zod';

const common = {
  id: z.string().min(1),
  /** A free word by which the shares are told apart. */
  kind: z.string().optional(),
  /** The volumes asked, for those who keep questions of several corpora in one file. */
  corpus: z.string().optional(),
  question: z.string().min(1),
};

const answered = z.strictObject({
  ...common,
  status: z.literal('answered'),
  entry: z.string(),
  entries: z.array(z.string()).min(1).optional(),
  volume: z.string().optional(),
  volumes: z.array(z.string()).min(2).optional(),
  figure: z.string().optional(),
  figures: z.array(z.string()).min(2).optional(),
  rank: z.int().positive().optional(),
  answer: z.string().optional(),
});

const unanswerable = z.strictObject({
  ...common,
  status: z.literal('no-answer'),
  entry: z.null(),
  why: z.string().optional(),
});

const clarify = z.strictObject({
  ...common,
  status: z.literal('clarify'),
  entry: z.null(),
  choices: z.array(z.string().min(1)).min(2),
});

export const gradedQuestion = z.discriminatedUnion('status', [answered, unanswerable, clarify]);

/**
 * A question of a corpus with its right answer.
 *
 * - `entry`: heading of the right entry; `entries`: other headings that are as right.
 * - `volume`: the one volume that answers; `volumes` instead where each of them is right.
 *   Neither where the corpus has one volume.
 * - `figure`: the span, as printed, of the figure that must lead; `figures` where several are
 *   asked for. A question with neither asks for no figure.
 * - `rank`: the position asked for; `figure` is what it is attached to, or the printed rank itself
 *   where it stands alone (居西北第二位).
 * - `answer`: words that the leading sentence must hold.
 * - `why`: what the corpus lacks.
 * - `choices`: the regions that answer differently where the question names none. Asking back with
 *   each of them among the choices is right; an answer from any one of them is not, be it the newest.
 */
export type GradedQuestion = z.infer<typeof gradedQuestion>;
export type Answered = z.infer<typeof answered>;
export type Unanswerable = z.infer<typeof unanswerable>;
export type Clarify = z.infer<typeof clarify>;
