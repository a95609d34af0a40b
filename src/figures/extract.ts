import { normalise } from '../text/normalise.js';
import { overlaps } from '../text/span.js';
import { defaultUnits } from './default-units.js';
import type { Figure, FigureContext } from './figure.js';
import { countedName } from './lookalike-names.js';
import { lookalike } from './lookalikes.js';
import type { Mention } from './mention.js';
import { nameFinder } from './names.js';
import { type Quantity, quantitiesIn } from './quantity.js';
import { ranksIn } from './rank.js';
import { readSentence } from './sentence.js';
import { mayBeStated, standsAlone } from './stated.js';
import { structureOf } from './structure.js';
import type { SentencePlace } from './thread.js';
import { type Unit, unitFinder } from './units.js';
import { yearsOf } from './year.js';

/** What users add to the built-in tables. */
export interface FigureTables {
  /** Further units, as `parseUnits` reads them from a file. */
  readonly units?: readonly Unit[];
  /** Names with numbers in them that count nothing: 五个大起底, 八项规定. */
  readonly names?: readonly string[];
}

/** Finds the figures of a text: pure, linear in its length, never throws, sorted by `start`. */
export type FigureExtractor = (text: string, context: FigureContext) => Figure[];

/**
 * Compiles the tables once.
 *
 * @example createExtractor()('牛奶产量461.3万吨，增长6.8%。', { entryId: 'a', defaultYear: 2023 })
 * // 牛奶产量 4613000 吨; 牛奶产量 6.8 % 增长
 */
export function createExtractor(tables: FigureTables = {}): FigureExtractor {
  const findUnit = unitFinder([...(tables.units ?? []), ...defaultUnits]);
  const findNames = nameFinder(tables.names ?? []);

  return (text, context) => {
    const normal = normalise(text);
    const quantities = quantitiesIn(normal, findUnit, (start, end) =>
      standsAlone(normal, start, end),
    );
    const structure = structureOf(normal);
    const years = yearsOf(normal, context.defaultYear, normalise(context.heading ?? ''));
    const names = findNames(normal);
    const recurring = countNames(normal, quantities);

    const found: Figure[] = [];
    let i = 0;
    let name = 0;
    for (const sentence of structure.sentences) {
      const mentions: Mention[] = [];
      const ranks = ranksIn(normal.slice(sentence.start, sentence.end), sentence.start);
      for (; i < quantities.length && quantities[i]!.number.start < sentence.end; i++) {
        const quantity = quantities[i]!;
        if (!mayBeStated(normal, quantity)) continue;
        while (name < names.length && names[name]!.end <= quantity.number.start) name++;
        if (name < names.length && overlaps(names[name]!, quantity.number)) continue;
        if (ranks.some((rank) => overlaps(rank, quantity.number))) continue;
        const group = structure.groupAt(quantity.number.start);
        const candidate = { quantity, text: normal, structure, group, recurring };
        if (lookalike(candidate) !== null) continue;
        const clause = structure.clauseAt(quantity.number.start);
        mentions.push({ ...candidate, clauseStart: clause.start, clauseEnd: clause.end });
      }
      if (mentions.length === 0 && ranks.length === 0) continue;
      const place: SentencePlace = { text, normal, structure, sentence, years, context };
      for (const figure of readSentence(place, mentions, ranks)) found.push(figure);
    }
    return found.sort((a, b) => a.start - b.start || a.end - b.end);
  };
}

function countNames(text: string, quantities: readonly Quantity[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const quantity of quantities) {
    const name = countedName(text, quantity);
    if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}
