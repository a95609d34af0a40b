import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A corpus folder of a test's own. */
export interface TestCorpus {
  readonly dir: string;
  write(name: string, text: string): void;
  remove(): void;
}

/** @param files file name to text */
export function testCorpus(files: Readonly<Record<string, string>>): TestCorpus {
  const dir = mkdtempSync(join(tmpdir(), 'nianjian-corpus-'));
  mkdirSync(dir, { recursive: true });
  const write = (name: string, text: string) => writeFileSync(join(dir, name), text);
  for (const [name, text] of Object.entries(files)) write(name, text);
  return { dir, write, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

/** Entries, each `【heading】 body`, as a volume prints them. */
export function volumeOf(entries: Readonly<Record<string, string>>): string {
  return Object.entries(entries)
    .map(([heading, body]) => `【${heading}】 ${body}`)
    .join('\n\n');
}
