import type { Trace } from '../answer/ask.js';

/** How many passages are shown with their features. */
const shown = 3;

/** How the question was understood, and the features of the first passages. */
export function renderTrace({ question, passages, confidence }: Trace): string {
  const { answerType, period, regions, quoted, units } = question;
  const lines = [
    `type        ${answerType}`,
    `years       ${[...period.years, ...period.editions.map((e) => `edition ${e}`)].join(' ')}`,
    `regions     ${regions.join(' ')}`,
    `quoted      ${quoted.join(' | ')}`,
    `units       ${units.map((u) => [u.text, ...u.synonyms].join('=')).join(' | ')}`,
    `confidence  ${confidence.toFixed(3)}`,
  ];
  for (const { volume, heading, score, features } of passages.slice(0, shown)) {
    lines.push(`${score.toFixed(3)}  ${volume} 【${heading}】`);
    const values = Object.entries(features) as [string, number][];
    lines.push(`       ${values.map(([name, value]) => `${name} ${value.toFixed(2)}`).join('  ')}`);
  }
  return lines.join('\n');
}
