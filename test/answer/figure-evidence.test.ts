import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../src/analysis/analyzer.js';
import { lexiconsOf } from '../../src/analysis/lexicons.js';
import { figureQuestion } from '../../src/answer/asked.js';
import { type FigureEvidence, figureEvidence } from '../../src/answer/figure-evidence.js';
import { figurePlace } from '../../src/answer/figure-place.js';
import { createExtractor } from '../../src/figures/extract.js';
import { fields } from '../../src/index/passage-index.js';
import { createPattern } from '../../src/search/pattern.js';
import { analyseQuery } from '../../src/search/query.js';
import { createUnderstanding } from '../../src/search/question.js';
import { naiveTokenizer } from '../analysis/naive-tokenizer.js';

const words = ['粮食', '产量', '旅游', '收入', '增长', '增速', '总量', '占', '比重', '目标'];
const analyzer = createAnalyzer(naiveTokenizer([...words, '多少', '是', '第几', '几个']), []);
const understand = createUnderstanding(analyzer, lexiconsOf({ stopwords: ['多少 是 几个'] }));
const extract = createExtractor();

/** Of a figure as printed in a sentence, held against a question. */
function evidenceFor(asked: string, sentence: string, printed: string): FigureEvidence {
  const question = understand(asked, new Date(2026, 5, 1));
  const query = analyseQuery(question, analyzer);
  const statistics = { passages: 10, meanLengths: fields.map(() => 10) };
  const documentFrequencies = query.terms.map(() => 2);
  const all = { ...statistics, documentFrequencies };
  const { pattern, weighted } = createPattern(question, query, all, {});
  const figures = extract(sentence, { entryId: 'a', defaultYear: 2024, heading: '' });
  const figure = figures.find(({ span }) => span === printed);
  if (figure === undefined) throw new Error(`no figure ${printed}`);
  const entry = { heading: '', text: sentence };
  const place = figurePlace(figure, entry, { start: 0, end: sentence.length });
  const match = { figure, score: 1, indicator: figure.indicator, place };
  return figureEvidence(pattern, figureQuestion(question, weighted), match);
}

const harvest = '粮食产量77亿斤，增长4.2%，居全国第三位。';

describe('the evidence of a figure', () => {
  it.each([
    ['粮食产量多少斤', harvest, '77亿斤', 1, 0],
    ['粮食产量多少斤', harvest, '4.2%', 0, 1],
    ['粮食产量总量', harvest, '4.2%', 0, 1],
    ['粮食产量多少', harvest, '4.2%', 0, 0],
    ['粮食产量是多少', harvest, '4.2%', 0, 1],
    ['粮食产量目标是多少', harvest, '4.2%', 0, 0],
    ['粮食产量增长多少', harvest, '4.2%', 1, 0],
    ['粮食产量增长多少', harvest, '77亿斤', 0, 1],
    ['粮食增长多少', '粮食增加值占比23.1%。', '23.1%', 0, 1],
    ['粮食占比重多少', '粮食增长4.2%。', '4.2%', 0, 1],
    ['粮食产量多少', '粮食产量居全国第三位。', '居全国第三位', 0, 1],
    ['粮食产量第几', '粮食产量77亿斤。', '77亿斤', 0, 1],
    ['粮食产量占比重多少', harvest, '77亿斤', 0, 1],
    ['粮食产量总量、增速各多少', harvest, '77亿斤', 1, 0],
  ])('for %s of %s, %s: the side is met %d, another %d', (asked, text, printed, met, against) => {
    const { sideMet, sideAgainst } = evidenceFor(asked, text, printed);
    expect([sideMet, sideAgainst]).toEqual([met, against]);
  });

  it.each([
    ['收入多少亿元', '收入增长4.2%。', '4.2%', 0, 1],
    ['收入多少亿元', '收入5亿元。', '5亿元', 1, 0],
    ['粮食几个', '粮食增长4.2%。', '4.2%', 0, 1],
    ['粮食百分之几', '粮食增长4.2%。', '4.2%', 1, 0],
    ['粮食百分之几', harvest, '77亿斤', 0, 1],
    ['粮食多少', harvest, '77亿斤', 0, 0],
  ])('for %s of %s, %s: the unit is met %d, another %d', (asked, text, printed, met, against) => {
    const { unitMet, unitAgainst } = evidenceFor(asked, text, printed);
    expect([unitMet, unitAgainst]).toEqual([met, against]);
  });

  it.each([
    ['粮食产量多少', '力争粮食产量达到77亿斤。', '77亿斤', 1],
    ['粮食产量目标多少', '力争粮食产量达到77亿斤。', '77亿斤', 0],
    ['粮食产量多少', harvest, '77亿斤', 0],
    ['粮食产量多少', '主要粮食产量77亿斤。', '77亿斤', 0],
    ['粮食产量多少', '按照要求，粮食产量将近77亿斤。', '将近77亿斤', 0],
    ['粮食产量多少', '明年粮食产量要达到77亿斤。', '77亿斤', 1],
    ['粮食产量多少', '粮食产量77亿斤，明年旅游收入力争增长5%。', '77亿斤', 0],
    ['收入多少', '为全区77万人争取更多收入。', '77万人', 0],
  ])('for %s of %s, %s tells a plan where a result is asked for: %d', (asked, text, span, told) => {
    expect(evidenceFor(asked, text, span).planned).toBe(told);
  });

  it('is of what is asked as far as question and indicator hold the same words', () => {
    const same = evidenceFor('粮食产量', harvest, '77亿斤');
    expect([same.figureNamed, same.figureWhole]).toEqual([1, 1]);
    const other = evidenceFor('旅游收入', harvest, '77亿斤');
    expect([other.figureNamed, other.figureWhole]).toEqual([0, 0]);
    expect(evidenceFor('粮食收入', harvest, '77亿斤').figureNamed).toBeCloseTo(0.5, 1);
  });
});
