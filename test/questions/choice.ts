import { z } from 'zod';
import { readLines } from './lines.js';

const schema = z.strictObject({
  id: z.string().regex(/^c-\d{3,4}$/),
  part: z.enum(['tune', 'grade', 'fresh']),
  corpus: z.enum(['sample', 'bundled', 'texts']),
  topic: z.enum([
    'synonym',
    'part',
    'aspect',
    'year',
    'scope',
    'several',
    'target',
    'approximate',
    'sub-item',
    'unit',
    'same indicator',
    'none',
  ]),
  colloquial: z.literal(true).optional(),
  question: z.string().min(1),
  entry: z.string(),
  volume: z.string(),
  figures: z.array(z.string().min(1)),
  ordered: z.literal(true).optional(),
  within: z.string().min(1).optional(),
  rank: z.int().positive().optional(),
  also: z.array(z.string().min(1)).min(1).optional(),
  asked: z.int().nonnegative(),
});

/**
 * A question with the figures of its entry that must lead the answer, written from the text alone.
 *
 * - `part`: faults of `tune` may be read while the choice of figures is worked on; `grade` gives
 *   the score, and its faults are counted, not read. `fresh` ones were put once the choice stood,
 *   without a look at its rules, and counted before a fault was read.
 * - `corpus`: `texts` are lines of running text outside the project, made entries by `texts.ts`.
 * - `topic`: what a wrong choice would fall for: another name of the indicator, a part of it,
 *   another aspect (level, growth, share, rank, count), year, scope of a rank, several figures at
 *   once, a target beside a result, an approximate figure, a sub-item, money beside percent or
 *   count, the indicator of another entry; `none` asks for no figure.
 * - `colloquial`: in everyday words, not those of the book.
 * - `entry`, `volume`: where the figures stand.
 * - `figures`: the spans, as printed. A rank joined to a figure (增长8.1%、居全国第三位) goes with
 *   that figure; one with a subject of its own is a span itself (居全国第三位).
 * - `within`: words that stand once in the entry and hold the figures, where a span is printed
 *   more than once in it.
 * - `rank`: the position that the one figure must show.
 * - `also`: spans that may lead beside the figures without a fault: the value that a rank orders.
 * - `asked`: how many figures are asked for; 0 for none.
 *
 * Right is an answer from that entry whose first `asked` figures, `also` left out, are these: one
 * for each span and overlapping it where it is printed, in this order if `ordered`, else in any.
 */
export type ChoiceQuestion = z.infer<typeof schema>;

export const readChoices = (file: string) => readLines(file, schema);
