import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createExtractor } from '../../src/figures/extract.js';
import type { Figure } from '../../src/figures/figure.js';
import { findQuantities } from '../../src/figures/quantity.js';
import { findNumbers } from '../../src/text/numerals.js';
import { overlaps, type Span } from '../../src/text/span.js';

const folder = resolve(import.meta.dirname, '../../../shared/eval/figures');
const present = existsSync(folder);

const extract = createExtractor();

interface Passage {
  readonly entryId: string;
  readonly text: string;
  readonly year: number | null;
}

interface FieldScore {
  readonly ok: number;
}

interface Score {
  readonly gold: number;
  readonly P: number;
  readonly R: number;
  readonly F1: number;
  readonly tp: number;
  readonly allFields: string;
  readonly ranksFound: string;
  readonly fields: Record<string, FieldScore>;
}

function lines<T>(name: string): T[] {
  return readFileSync(resolve(folder, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}

async function scored(passages: string, gold: string): Promise<Score> {
  const scorer = (await import(resolve(folder, 'score.mjs'))) as {
    score: (gold: unknown[], predicted: Figure[]) => { out: Score };
  };
  const predicted = lines<Passage>(passages).flatMap(({ entryId, text, year }) =>
    extract(text, { entryId, defaultYear: year }),
  );
  return scorer.score(lines(gold), predicted).out;
}

const share = (score: Score, field: string): number => score.fields[field]!.ok / score.tp;

/** Spellings of one unit in the published cases. */
const SPELLINGS: Record<string, string> = { 公斤: '千克', 千米: '公里', 新台币: '台币' };
const sameUnit = (unit: string | null): string | null =>
  unit === null ? null : (SPELLINGS[unit] ?? unit);
const near = (a: number | null, b: number | null): boolean =>
  a !== null && b !== null && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));

describe.skipIf(!present)(
  `the sets of the guide${present ? '' : ' (../shared/eval/figures is not here)'}`,
  () => {
    it('gives the 26 figures of the sample volume with every field and nothing else', async () => {
      const score = await scored('neimenggu-2023-entries.jsonl', 'neimenggu-2023-gold.jsonl');
      expect([score.P, score.R, score.allFields]).toEqual([1, 1, '26/26']);
      for (const field of ['indicatorExact', 'base', 'direction', 'bound'])
        expect([field, score.fields[field]?.ok]).toEqual([field, 26]);
    });

    it('reaches the bars on the development passages', async () => {
      const score = await scored('dev-passages.jsonl', 'dev-gold.jsonl');
      expect(score.F1).toBeGreaterThanOrEqual(0.98);
      expect(share(score, 'value')).toBeGreaterThanOrEqual(0.99);
      expect(share(score, 'unit')).toBeGreaterThanOrEqual(0.99);
      expect(share(score, 'indicatorCore')).toBeGreaterThanOrEqual(0.95);
      expect(Number.parseInt(score.allFields, 10)).toBeGreaterThanOrEqual(0.9 * score.gold);
    });

    it('reads the published cases of single quantities', () => {
      interface Item extends Span {
        readonly value: number | null;
        readonly low?: number;
        readonly unit: string | null;
        readonly kind: string;
      }
      const counts = new Map<string, { right: number; all: number }>();
      for (const { text, expected } of lines<{ text: string; expected: Item[] }>(
        'number-layer.jsonl',
      )) {
        const quantities = findQuantities(text);
        const numbers = findNumbers(text);
        for (const item of expected) {
          const value = item.value ?? item.low ?? null;
          const right =
            quantities.some(
              (q) =>
                overlaps(q, item) &&
                (near(q.value, value) || (q.value === null && item.value === null)) &&
                (item.unit === null || sameUnit(q.unit) === sameUnit(item.unit)),
            ) ||
            (item.unit === null && numbers.some((n) => overlaps(n, item) && near(n.value, value)));
          const count = counts.get(item.kind) ?? { right: 0, all: 0 };
          counts.set(item.kind, { right: count.right + Number(right), all: count.all + 1 });
        }
      }
      for (const kind of ['number', 'percent', 'currency', 'dimension', 'temperature', 'age']) {
        const { right, all } = counts.get(kind)!;
        expect([kind, right / all >= 0.95]).toEqual([kind, true]);
      }
    });

    it('tells counts from names, missing at most one', () => {
      interface Case {
        readonly text: string;
        readonly figures: readonly { readonly start: number; readonly end: number }[];
      }
      let missed = 0;
      for (const { text, figures } of lines<Case>('names-or-counts.jsonl')) {
        const found = extract(text, { entryId: 'a', defaultYear: null }).filter((f) => f.number);
        const meets = (a: { start: number; end: number }, b: { start: number; end: number }) =>
          a.start < b.end && b.start < a.end;
        const wrong = found.filter((f) => !figures.some((g) => meets(f, g)));
        expect(wrong.map((f) => `${text}: ${f.span}`)).toEqual([]);
        missed += figures.filter((g) => !found.some((f) => meets(f, g))).length;
      }
      expect(missed).toBeLessThanOrEqual(1);
    });
  },
);
