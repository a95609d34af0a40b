import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { segmentCorpus } from '../../src/segment/corpus.js';
import { fileOf } from '../segment/sample-file.js';

/** `npm run golden` writes the trees anew: read the difference before it is kept. */
const rewrites = process.env.GOLDEN === 'write';

const texts = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.txt'));

/** The tree as people read it: spans as what they cover. */
function treeOf(file: string, text: string): object {
  const { volumes, files } = segmentCorpus({
    dir: '.',
    hash: '',
    files: [{ ...fileOf(text), file }],
  });
  const entries = volumes.flatMap((volume) => volume.entries);
  return {
    warnings: files.flatMap(({ warnings }) =>
      warnings.map(({ code, place }) => `${place.line} ${code}`),
    ),
    entries: entries.map((entry) => {
      const sentences = (start: number, end: number) =>
        entry.sentences
          .filter((one) => one.start >= start && one.end <= end)
          .map((one) => entry.text.slice(one.start, one.end));
      return {
        id: entry.id,
        path: entry.path,
        heading: entry.heading,
        author: entry.author,
        line: entry.source.line,
        source: text.slice(entry.source.start, entry.source.end),
        passages: entry.passages.map(({ start, end }) => sentences(start, end)),
      };
    }),
  };
}

describe('the tree of a small volume', () => {
  it('is checked for several volumes', () => {
    expect(texts.length).toBeGreaterThanOrEqual(3);
  });

  it.each(texts)('%s is as it was read and kept', async (name) => {
    const source = readFileSync(join(import.meta.dirname, name), 'utf8');
    const tree = `${JSON.stringify(treeOf(name, source), null, 2)}\n`;
    const kept = join(import.meta.dirname, `${basename(name, '.txt')}.json`);
    if (rewrites) await expect(tree).toMatchFileSnapshot(kept);
    else expect(tree).toBe(readFileSync(kept, 'utf8'));
  });
});
