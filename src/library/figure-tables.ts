import type { Lexicons } from '../analysis/lexicons.js';
import type { FigureTables } from '../figures/extract.js';
import { parseUnits } from '../figures/units.js';

/** What `units.txt` and `names.txt` add to the extractor's own tables. */
export function figureTables({ units = [], names = [] }: Lexicons['lines']): FigureTables {
  return { units: parseUnits(units.join('\n')), names };
}
