import type { Answer } from '../answer/answer.js';
import type { Clarify, GradedQuestion } from './graded-question.js';

/** How an answer differs from what the question wants; null where it is right. */
export type Fault = 'answered' | 'silent' | 'choices' | 'entry' | 'volume' | 'figure' | 'sentence';

/**
 * Right means: silent where nothing answers; asking back, each region among the choices, where the
 * question leaves the region open; else the right entry of the right volume, the asked
 * figure first (all of them among the first where several are asked), the answer in the lead.
 */
export function grade(question: GradedQuestion, answer: Answer): Fault | null {
  if (question.status === 'no-answer') return answer.status === 'answered' ? 'answered' : null;
  if (question.status === 'clarify') return gradeChoices(question, answer);
  if (answer.entry === null || answer.lead === null) return 'silent';
  const { heading, volume } = answer.entry;
  const headings = [question.entry, ...(question.entries ?? [])];
  if (!headings.includes(heading)) return 'entry';
  const volumes = question.volumes ?? (question.volume === undefined ? [] : [question.volume]);
  if (volumes.length > 0 && !volumes.includes(volume)) return 'volume';
  const wanted = question.figures ?? (question.figure === undefined ? [] : [question.figure]);
  const leading = answer.figures.slice(0, Math.max(wanted.length, 1));
  const shows = (printed: string) =>
    leading.some(
      ({ span, rank }) =>
        span.includes(printed) || printed.includes(span) || rank?.text === printed,
    );
  // A rank that is printed with a subject of its own leads as rightly as the figure beside it.
  if (question.rank !== undefined)
    return answer.asked > 0 && leading[0]?.rank?.position === question.rank ? null : 'figure';
  if (wanted.length > 0 && (answer.asked === 0 || !wanted.every(shows))) return 'figure';
  if (question.answer !== undefined && !answer.lead.text.includes(question.answer))
    return 'sentence';
  return null;
}

function gradeChoices(question: Clarify, { status, choices }: Answer): Fault | null {
  if (status === 'answered') return 'answered';
  if (status !== 'clarify') return 'silent';
  const offered = (region: string) =>
    choices.some((choice) => choice.label.includes(region) || choice.question.includes(region));
  return question.choices.every(offered) ? null : 'choices';
}
