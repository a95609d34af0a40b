import type { Trace } from '../answer/ask.js';

/** How many passages are shown with their features. */
const shown = 3;

/** How the question was understood, and the features of the first passages. */
export function renderTrace({ question, passages, confidence }: Trace): string {
  const { answerType, period, regions, quoted, units, focus, normal, ignored } = question;
  const { asking, noun } = focus;
  const lines = [
    `type        ${answerType}`,
    `years       ${[...period.years, ...period.editions.map((e) => `edition ${e}`)].join(' ')}`,
    `plans       ${period.plans.map(({ name, from, to }) => `${name} ${from}-${to}`).join(' ')}`,
    `parts       ${period.parts.join(' ')}`,
    `compared    ${period.bases.join(' ')}`,
    `regions     ${regions.join(' ')}`,
    `quoted      ${quoted.join(' | ')}`,
    `asking      ${asking === null ? '' : normal.slice(asking.start, asking.end)}`,
    `focus       ${noun?.text ?? ''}`,
    `units       ${units.map((u) => [u.text, ...u.synonyms].join('=')).join(' | ')}`,
    `ignored     ${ignored.join(' ')}`,
    `confidence  ${confidence.toFixed(3)}`,
  ];
  for (const { volume, heading, score, features } of passages.slice(0, shown)) {
    lines.push(`${score.toFixed(3)}  ${volume} 【${heading}】`);
    const values = Object.entries(features) as [string, number][];
    lines.push(`       ${values.map(([name, value]) => `${name} ${value.toFixed(2)}`).join('  ')}`);
  }
  return lines.join('\n');
}
