import { flexsearchSections } from '../../src/index/flexsearch-sections.js';
import { buildSectionTables } from '../../src/index/key-table.js';
import { naiveSections } from './naive-sections.js';
import { sectionIndexContract } from './section-index.js';

sectionIndexContract('FlexSearch', (entries) => flexsearchSections(buildSectionTables(entries)));
sectionIndexContract('the naive twin', naiveSections);
