import type { Question } from '../search/question.js';

/** A question cut down to what its answer covers. */
export interface Narrowing {
  readonly question: string;
  /** 宁夏和广东→宁夏. */
  readonly correction: string;
}

/**
 * Of a question for two regions or years (宁夏和广东的产量) one entry is cited, which answers for one
 * of them: the question as far as it is answered. Null where it names one, or compares them.
 *
 * @param covered the names and years that the answer is of, as the question prints them
 */
export function narrowTo(question: Question, covered: (name: string) => boolean): Narrowing | null {
  const { context, normal, text } = question;
  const names = [...new Set(context)].sort((a, b) => b.length - a.length);
  if (names.length < 2) return null;
  const name = `(?:${names.map(escaped).join('|')})`;
  const list = new RegExp(`${name}(?:(?:、|,|和|与|及|跟|以及|还有)${name})+`).exec(normal);
  if (list === null) return null;
  const members = list[0].match(new RegExp(name, 'g')) ?? [];
  const kept = members.filter(covered);
  if (kept.length !== 1) return null;
  const end = list.index + list[0].length;
  const printed = text.slice(list.index, end);
  const rest = text.slice(end).replace(/分别|各自|各(?=[是为有增下多])/, '');
  return {
    question: `${text.slice(0, list.index)}${kept[0]}${rest}`,
    correction: `${printed}→${kept[0]}`,
  };
}

function escaped(name: string): string {
  return name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
