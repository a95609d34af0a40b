import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../src/analysis/analyzer.js';
import { lexiconsOf } from '../../src/analysis/lexicons.js';
import { findCandidates } from '../../src/answer/candidates.js';
import { scopeOf } from '../../src/answer/scope.js';
import { buildCorpusIndex } from '../../src/index/corpus-index.js';
import type { Candidate, PassageQuery } from '../../src/index/passage-index.js';
import { analyseQuery } from '../../src/search/query.js';
import { createUnderstanding } from '../../src/search/question.js';
import { naiveTokenizer } from '../analysis/naive-tokenizer.js';
import { storedEntry, volumeOf } from '../index/entries.js';

const analyzer = createAnalyzer(naiveTokenizer(['粮食', '产量', '牛奶', '水利']), []);
const understand = createUnderstanding(analyzer, lexiconsOf({}));
const volumes = [volumeOf('甲年鉴', 2023), volumeOf('甲年鉴', 2024)];
const text = fc
  .array(fc.constantFrom('粮食', '产量', '牛奶', '水利', '丰收'), { minLength: 1, maxLength: 6 })
  .map((words) => `${words.join('和')}。`);

describe('the candidates of a question for a year', () => {
  it('are those near the best of all, and those near the best of that year, found in one search or two', async () => {
    const searches = new Set<number>();
    await fc.assert(
      fc.asyncProperty(
        fc.array(text, { minLength: 1, maxLength: 9 }),
        fc.array(text, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 3 }),
        async (before, asked, limit, least) => {
          const entries = [before, asked].flatMap((texts, volume) =>
            texts.map((body, i) => storedEntry(`第${volume}${i}`, body, { volume })),
          );
          const { index } = buildCorpusIndex(volumes, entries, analyzer);
          let searched = 0;
          const counting = {
            ...index,
            passages: {
              ...index.passages,
              candidates: (query: PassageQuery, most: number) => {
                searched++;
                return index.passages.candidates(query, most);
              },
            },
          };
          const question = understand('2023年粮食产量', new Date(0));
          const scope = scopeOf(question, volumes);
          expect(scope.narrowed).toBe(true);
          const limits = { limit, share: 0.4, least };
          const sources = { index: counting, analyzer, weights: { holdRates: {} } };
          const { candidates } = await findCandidates(question, scope, sources, limits);
          searches.add(searched);

          const query = analyseQuery(question, analyzer);
          const near = async (within?: PassageQuery['within']) => {
            const found = await index.passages.candidates(
              { ...query, ...(within && { within }) },
              limit,
            );
            const best = found.items[0]?.score ?? 0;
            return found.items.filter(({ score }, i) => i < least || score >= 0.4 * best);
          };
          const ids = (items: readonly Candidate[]) => items.map(({ id }) => id);
          const wanted = [...(await near()), ...(await near([index.store.passagesOfVolume(1)]))];
          expect(new Set(ids(candidates))).toEqual(new Set(ids(wanted)));
        },
      ),
      { numRuns: 300 },
    );
    expect([...searches].sort()).toEqual([1, 2]);
  });
});
