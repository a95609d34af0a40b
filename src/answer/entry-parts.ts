import { remembered } from '../index/remembered.js';
import type { Store } from '../index/store.js';
import type { Question } from '../search/question.js';
import { normalise } from '../text/normalise.js';
import { type Part, partAt, partsOf } from '../text/parts.js';

/** Whether a place in entry `i` lies in a part of a report on, or planning for, a year asked for. */
export type InPart = (question: Question, i: number, offset: number) => boolean;

/** The parts of the entries asked for lately at hand. */
export function inPartOf(store: Store): InPart {
  const parts = remembered((i): readonly Part[] => {
    const year = store.volumes[store.volumeOf(i)]?.year ?? null;
    return partsOf(normalise(store.text(i)), year);
  }, rememberedEntries);
  return ({ period: { years } }, i, offset) => {
    if (years.length === 0) return false;
    const year = partAt(parts(i), offset)?.year;
    return year != null && years.includes(year);
  };
}

const rememberedEntries = { most: 256 };
