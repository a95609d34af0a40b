import { createAnalyzer } from '../../src/analysis/analyzer.js';
import { lexiconsOf } from '../../src/analysis/lexicons.js';
import { type Candidate, fields } from '../../src/index/passage-index.js';
import { type Alignment, align } from '../../src/search/alignment.js';
import { type Passage, type PassageText, readPassage } from '../../src/search/passage.js';
import { createPattern, type Pattern } from '../../src/search/pattern.js';
import { analyseQuery } from '../../src/search/query.js';
import { createUnderstanding } from '../../src/search/question.js';
import { splitSentences } from '../../src/text/sentences.js';
import { naiveTokenizer } from '../analysis/naive-tokenizer.js';

const analyzer = createAnalyzer(
  naiveTokenizer(
    ['粮食', '产量', '造林', '面积', '水库', '多少', '是', '的', '哪一年', '青铜峡', '云南'],
    ['青铜峡'],
  ),
  [],
);
const understand = createUnderstanding(
  analyzer,
  lexiconsOf({
    stopwords: ['多少', '是', '的', '哪一年'],
    regions: ['云南 = 云南省'],
    places: ['青铜峡'],
  }),
);
const today = new Date(2026, 5, 1);

export const statistics = { passages: 10, meanLengths: fields.map(() => 10) };

/** Of ten passages, in which each term stands in two, or as often as it is said here. */
export function weighedOf(text: string, frequencies: Readonly<Record<string, number>> = {}) {
  const question = understand(text, today);
  const query = analyseQuery(question, analyzer);
  const documentFrequencies = query.terms.map(({ term }) => frequencies[term] ?? 2);
  return {
    question,
    ...createPattern(question, query, { ...statistics, documentFrequencies }, {}),
  };
}

export function patternOf(...asked: Parameters<typeof weighedOf>): Pattern {
  return weighedOf(...asked).pattern;
}

/** What an engine that scores all alike says of a passage of mean length. */
export function candidateOf(id: number, score = 1): Candidate {
  return { id, score, lengths: fields.map(() => 10), frequencies: new Uint8Array() };
}

export function passageOf(
  text: string,
  given: Partial<Pick<PassageText, 'heading' | 'path'>> = {},
): Passage {
  return readPassage({
    heading: '',
    path: [],
    text,
    sentences: splitSentences(text),
    ...given,
  });
}

export function alignmentOf(pattern: Pattern, ...passage: Parameters<typeof passageOf>): Alignment {
  return align(pattern, passageOf(...passage));
}
