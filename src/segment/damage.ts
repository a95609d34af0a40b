import type { Problem } from '../errors.js';
import type { Line } from './line.js';

/** Characters that a conversion left behind, a line each: the text is kept as it is, and named. */
export function findDamage(file: string, lines: readonly Line[]): Problem[] {
  return lines.flatMap(({ text, number }) => {
    const place = { file, line: number };
    const problems: Problem[] = [];
    if (text.includes('\ufffd')) problems.push({ code: 'character-lost', detail: {}, place });
    const own = privateUse.exec(text)?.[0].codePointAt(0);
    if (own !== undefined) {
      const code = `U+${own.toString(16).toUpperCase()}`;
      problems.push({ code: 'character-private', detail: { code }, place });
    }
    return problems;
  });
}

const privateUse = /[\ue000-\uf8ff\u{f0000}-\u{ffffd}\u{100000}-\u{10fffd}]/u;
