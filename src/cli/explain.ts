import type { Ask, AskOptions, Trace } from '../answer/ask.js';
import { shippedWeights } from '../answer/weights.js';
import { renderTrace } from './trace.js';

/** How many passages are taken apart. */
const shown = 3;

/**
 * How a question was understood, and why the first passages stand where they stand: features,
 * weights and their products. Where no right one is among them, the first right one follows.
 *
 * @param idOf names a passage by its number
 */
export async function explanation(
  question: string,
  ask: Ask,
  idOf: (passage: number) => string,
  isGold: (passage: number) => boolean,
  options: Pick<AskOptions, 'today'> = {},
): Promise<string> {
  let trace: Trace | undefined;
  const { status } = await ask(question, {
    ...options,
    onTrace: (told) => {
      trace = told;
    },
  });
  if (trace === undefined) return `${question}\nstatus      ${status}\n`;
  const { passages, lead } = trace;
  const gold = passages.findIndex(({ id }) => isGold(id));
  const places = passages.slice(0, shown).map((_, place) => place);
  if (gold >= shown) places.push(gold);
  const lines = [question, renderTrace({ ...trace, passages: [] }), `status      ${status}`];
  lines.push(
    `lead        ${lead}`,
    `right one   ${gold < 0 ? 'not found' : `in place ${gold + 1}`}`,
  );
  for (const place of places) {
    const { id, score, heading, features, relative, close } = passages[
      place
    ] as (typeof passages)[number];
    lines.push(
      '',
      `${place + 1}. ${idOf(id)} 【${heading}】 ${score.toFixed(3)}${isGold(id) ? ' right' : ''}`,
    );
    lines.push(...featureLines({ ...features, ...relative, ...close }));
  }
  return `${lines.join('\n')}\n`;
}

/** A line a feature, those that count most first. */
function featureLines(features: object): string[] {
  const weights = shippedWeights().close;
  const rows = Object.entries(features as Readonly<Record<string, number>>).map(([name, value]) => {
    const weight = weights[name] ?? 0;
    return { name, value, weight, product: value * weight };
  });
  rows.sort((a, b) => Math.abs(b.product) - Math.abs(a.product) || (a.name < b.name ? -1 : 1));
  const number = (value: number) => value.toFixed(3).padStart(9);
  return [
    `   ${'feature'.padEnd(20)}${'value'.padStart(9)}${'weight'.padStart(9)}${'product'.padStart(9)}`,
    ...rows.map(
      ({ name, value, weight, product }) =>
        `   ${name.padEnd(20)}${number(value)}${number(weight)}${number(product)}`,
    ),
  ];
}
