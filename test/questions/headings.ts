import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Volume ("内蒙古年鉴 2023卷") -> heading -> body, the first where an entry stands twice. */
export type Headings = ReadonlyMap<string, ReadonlyMap<string, string>>;

/**
 * Reads a folder of clean volumes by the naivest rule, 【heading】 at the start of a line, so that
 * the questions are checked against the text and not against our own reader.
 */
export function readHeadings(folder: string): Headings {
  const volumes = new Map<string, Map<string, string>>();
  for (const file of readdirSync(folder).sort()) {
    const name = /^(.+?)-(\d{4}).*\.txt$/.exec(file);
    if (name === null || !/年鉴/.test(file)) continue;
    const volume = `${name[1]} ${name[2]}卷`;
    const entries = volumes.get(volume) ?? new Map<string, string>();
    volumes.set(volume, entries);
    for (const [heading, body] of entriesOf(readFileSync(join(folder, file), 'utf8'))) {
      if (!entries.has(heading)) entries.set(heading, body);
    }
  }
  return volumes;
}

/** Reads a folder of plain reports, `北京-2025.txt`: each is one entry under the name of its volume. */
export function readReports(folder: string): Headings {
  return new Map(
    readdirSync(folder).flatMap((file) => {
      const [, region, year] = /^(.+)-(\d{4})\.txt$/.exec(file) ?? [];
      if (region === undefined) return [];
      const body = readFileSync(join(folder, file), 'utf8');
      return [[`${region} ${year}卷`, new Map([[region, body]])] as const];
    }),
  );
}

function entriesOf(text: string): readonly (readonly [string, string])[] {
  return text
    .split(/^(?=【)/m)
    .slice(1)
    .map((block) => {
      const close = block.indexOf('】');
      const body = block.slice(close + 1).replace(/^#.*$/gm, '');
      return [block.slice(1, close), body.trim()] as const;
    });
}
