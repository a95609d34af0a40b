import { flexsearchSections } from '../../src/index/flexsearch-sections.js';
import { naiveSections } from './naive-sections.js';
import { sectionIndexContract } from './section-index.js';

sectionIndexContract('FlexSearch', flexsearchSections);
sectionIndexContract('the naive twin', naiveSections);
