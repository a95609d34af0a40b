import type { PassageTerms } from '../../src/index/passage-index.js';
import { buildPostings } from '../../src/index/posting-build.js';
import { type PostingsIndex, postingsIndex } from '../../src/index/postings.js';
import { naivePassages } from './naive-passages.js';
import { passageIndexContract } from './passage-index.js';

passageIndexContract('postings', (passages) => postingsIndex(buildPostings(passages)), {
  reopen: (index) => postingsIndex(structuredClone((index as PostingsIndex).postings)),
});

passageIndexContract(
  'the naive twin',
  (passages: readonly PassageTerms[]) => naivePassages(passages),
  {
    skip: { snapshot: 'it never goes to disk' },
  },
);
