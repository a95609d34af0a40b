import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface SampleEntry {
  readonly heading: string;
  /** Paragraphs joined by line ends, author included. */
  readonly text: string;
}

export interface Manifest {
  readonly volumes: readonly {
    readonly title: string;
    readonly edition: number;
    readonly year: number;
    readonly region: string;
    readonly files: readonly {
      readonly file: string;
      readonly entries: readonly {
        readonly heading: string;
        readonly sources: readonly string[];
      }[];
    }[];
  }[];
}

/** Entries of a sample volume. Far less than src/segment does: a proof should not lean on what it may come to test. */
export function entriesOf(volume: string): readonly SampleEntry[] {
  const withoutSections = volume.replace(/^(?:#.*|[一二三四五六七八九十]+、.*)$/gmu, '');
  return withoutSections.split(/^(?=【)/mu).flatMap((block) => {
    const match = /^【(?<heading>[^】]+)】(?<text>[\s\S]*)$/u.exec(block);
    if (match === null) return [];
    const { heading = '', text = '' } = match.groups ?? {};
    return [{ heading, text: text.trim() }];
  });
}

/** Every text under `dir`, decoded; Word and PDF files are left out. */
export function* textsUnder(dir: string): Generator<string> {
  for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' }).sort()) {
    if (/\.(?:txt|csv)$/u.test(name)) yield decode(readFileSync(join(dir, name)));
    if (name.endsWith('.html'))
      yield decode(readFileSync(join(dir, name))).replace(/<[^>]*>/gu, '');
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
