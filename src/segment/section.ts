import { parseVolumeLine } from '../reading/volume-name.js';
import type { Line } from './line.js';

/** A section's line: how deep it lies and what it is called. */
export interface FoundSection {
  /** 1 is outermost. */
  readonly level: number;
  readonly name: string;
}

const endMark = /[。！？；：，、.!?;:,]$/;

/** Marked sections, outermost first. `#` counts by itself; the others are short lines. */
const marks: readonly (readonly [RegExp, (match: RegExpExecArray) => FoundSection])[] = [
  [/^(#{1,6})\s*(.+)$/, ([, marks, name]) => ({ level: marks?.length ?? 1, name: name ?? '' })],
  [
    /^第[一二三四五六七八九十百\d]+[编篇部]\s*(.{1,30})$/,
    ([, name]) => ({ level: 7, name: name ?? '' }),
  ],
  [/^第[一二三四五六七八九十百\d]+章\s*(.{1,30})$/, ([, name]) => ({ level: 8, name: name ?? '' })],
  [/^第[一二三四五六七八九十百\d]+节\s*(.{1,30})$/, ([, name]) => ({ level: 9, name: name ?? '' })],
  [/^[一二三四五六七八九十]{1,3}、\s*(.{1,30})$/, ([, name]) => ({ level: 10, name: name ?? '' })],
  [
    /^[（(][一二三四五六七八九十]{1,3}[）)]\s*(.{1,30})$/,
    ([, name]) => ({ level: 11, name: name ?? '' }),
  ],
];

/** A short line alone lies below every marked one. */
const plainLevel = 12;
const plainLength = 20;

/**
 * Section line: `# …`, 第一章 …, 一、…, （一）…, or a short line alone without end mark. But for
 * `#`, only where an entry or another section follows: 一、… inside an entry is a list.
 *
 * @param followed whether the next line that says anything is a heading or a section
 */
export function findSection(line: Line, followed: boolean): FoundSection | null {
  const text = line.text.trim();
  if (text === '') return null;
  for (const [pattern, section] of marks) {
    const match = pattern.exec(text);
    if (match === null) continue;
    if (!text.startsWith('#') && (!followed || endMark.test(text))) return null;
    const found = section(match);
    return { ...found, name: found.name.trim() };
  }
  const plain =
    followed &&
    text.length <= plainLength &&
    /[\u4e00-\u9fff]/.test(text) &&
    !/[。！？；，、：:;,!?\d【】]/.test(text);
  return plain ? { level: plainLevel, name: text.replace(/[\s\u3000]+/g, '') } : null;
}

/** A line that names the volume itself. */
export function isVolumeLine(line: Line): boolean {
  return parseVolumeLine(line.text) !== null;
}
