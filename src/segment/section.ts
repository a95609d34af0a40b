import { parseVolumeLine } from '../reading/volume-name.js';
import { itemNumber } from '../text/item-number.js';
import { endsParagraph } from './ending.js';
import type { Line } from './line.js';

/** A section's line: how deep it lies and what it is called. */
export interface FoundSection {
  /** 1 is outermost. */
  readonly level: number;
  readonly name: string;
}

/** What stands around a line that may be a section's. */
export interface Surroundings {
  /** The last line above that is not blank. */
  readonly above: string;
  /** Whether a blank line, furniture or nothing at all lies between. */
  readonly apart: boolean;
  /** How deep the section below lies, Infinity for an entry; null where neither follows. */
  readonly below: number | null;
}

/**
 * Section line: `# …`, 第一章 …, 一、…, （一）…, or a short line alone without end mark. But for
 * `#`, only where an entry or a deeper section follows, since 一、… inside an entry is a list:
 * so is a line that goes on counting from the one above, or one after a colon.
 */
export function findSection(line: Line, around: Surroundings): FoundSection | null {
  if (line.text.length > 200) return null;
  const text = line.text.trim();
  const hash = readHash(text);
  if (hash !== null || around.below === null) return hash;
  const marked = readMark(text);
  const section = marked ?? readPlain(text, around);
  if (section === null || around.below <= section.level) return null;
  return marked !== null && isListed(text, marked.level, around.above) ? null : section;
}

/** A line that names the volume itself. */
export function isVolumeLine(line: Line): boolean {
  return parseVolumeLine(line.text) !== null;
}

const hashLevels = 6;
const numeral = '[一二三四五六七八九十百〇零\\d]{1,5}';

/** Marked sections below `#`, outermost first. */
const marks: readonly RegExp[] = [
  new RegExp(`^第(?<number>${numeral})(?:编|篇|卷|部分|部(?!分))[\\s、：:]*(?<name>.{0,30})$`),
  new RegExp(`^第(?<number>${numeral})章[\\s、：:]*(?<name>.{0,30})$`),
  new RegExp(`^第(?<number>${numeral})节[\\s、：:]*(?<name>.{0,30})$`),
  /^(?<number>[一二三四五六七八九十]{1,3})、\s*(?<name>.{1,30})$/,
  /^[（(](?<number>[一二三四五六七八九十]{1,3})[）)]\s*(?<name>.{1,30})$/,
];

function readHash(text: string): FoundSection | null {
  const hash = /^([#＃]{1,6})\s*([^#＃\s].*)$/.exec(text);
  return hash === null ? null : { level: (hash[1] as string).length, name: hash[2] as string };
}

function readMark(text: string): FoundSection | null {
  if (/[。！？；：，、.!?;:,]$/.test(text)) return null;
  for (const [m, mark] of marks.entries()) {
    const name = mark.exec(text)?.groups?.name;
    // 第一编 alone is called by its number.
    if (name !== undefined) return { level: hashLevels + 1 + m, name: name.trim() || text };
  }
  return null;
}

/** A short line alone lies below every marked one. */
const plainLevel = 12;
const plainLength = 20;

function readPlain(text: string, { above, apart }: Surroundings): FoundSection | null {
  const alone =
    apart || endsParagraph(above) || (readHash(above.trim()) ?? readMark(above.trim())) !== null;
  const plain =
    alone &&
    text.length <= plainLength &&
    /\p{Script=Han}/u.test(text) &&
    !/[。！？；，、：:;,!?\d０-９【】〔〕［］[\]（）()|｜│\t]/.test(text);
  return plain ? { level: plainLevel, name: text.replace(/\s+/g, '') } : null;
}

/** Counting on from the line above, or told of by a colon there. */
function isListed(text: string, level: number, above: string): boolean {
  const before = above.trim();
  if (/[：:]$/.test(before)) return true;
  if (readMark(before)?.level !== level) return false;
  const mark = marks[level - hashLevels - 1] as RegExp;
  return countOf(text, mark) === countOf(before, mark) + 1;
}

function countOf(text: string, mark: RegExp): number {
  return itemNumber(mark.exec(text)?.groups?.number ?? '');
}
