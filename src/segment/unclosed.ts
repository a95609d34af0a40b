import { isClutter } from './clutter.js';
import type { FoundHeading } from './heading.js';
import type { Line } from './line.js';

/**
 * A 【 at a line's start that is not closed before the line, or the next 【, ends. Its heading is
 * what stands before the first space; null in `heading` where nothing tells where it ends, and the
 * line is text. Null for any other line. Ask only about lines that hold no heading.
 */
export function findUnclosed(line: Line): { readonly heading: FoundHeading | null } | null {
  const opened = /^\s*【(?<rest>[^【】]*)(?:【|$)/.exec(line.text);
  const rest = opened?.groups?.rest;
  if (rest === undefined || isClutter(rest.replace(/[:：]\s*$/, ''))) return null;
  const heading = /^[^\s，。；！？]{1,30}(?=\s+\S)/.exec(rest)?.[0];
  if (heading === undefined || !/\p{L}/u.test(heading)) return { heading: null };
  const start = line.start + line.text.indexOf('【') + 1;
  return { heading: { heading, bodyStart: start + heading.length, lines: 1 } };
}
